import { afterEach, expect, it } from 'vitest';
import { endAll } from '../../settlement/testing/start.ts';
import { encounterId, quoted, settled } from './testing/bill.ts';
import { type HttpBench, httpBench } from './testing/http-bench.ts';

let bench: HttpBench;
afterEach(async () => {
  await bench.end();
  endAll();
});
const abandon = () => bench.post(`/bills/${encounterId}/abandon`, {});

it('what is given up is not prepared any more in the answer itself, though the centre is not through yet', async () => {
  bench = await httpBench();
  await quoted(bench);
  bench.sides.forecast = (to, what) => (to === 'centre' && ['2202', '2205'].includes(what) ? 'lostBefore' : 'fine');
  expect((await abandon()).body).toMatchObject({ encounterId, state: 'none', messageId: null });
  bench.sides.forecast = () => 'fine';
  expect((await abandon()).body).toMatchObject({ state: 'none' });
  await quoted(bench);
});

it('what is settled stays settled', async () => {
  bench = await httpBench();
  const { messageId } = await settled(bench);
  expect((await abandon()).body).toMatchObject({ state: 'settled', messageId });
});
