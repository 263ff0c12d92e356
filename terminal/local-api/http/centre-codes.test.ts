import { afterEach, expect, it } from 'vitest';
import { endAll } from '../../settlement/testing/start.ts';
import { encounter } from '../../settlement/testing/world.ts';
import { type HttpBench, httpBench } from './testing/http-bench.ts';

let bench: HttpBench;
afterEach(async () => {
  await bench.end();
  endAll();
});

const [first, ...others] = encounter().lines;

/** A client's codes go to the centre as they are; what it says of one that it does not have is told in its words. */
it.each([
  ['medicalType', { medicalType: '99' }, '医疗类别'],
  ['settleWay', { settleWay: '77' }, '个人结算方式'],
  ['nationalCode', { lines: [{ ...first, nationalCode: 'XHC00000000009999' }, ...others] }, '医疗目录编码'],
])('%s that the centre does not have', async (_what, changes, words) => {
  bench = await httpBench();
  const met = await bench.post('/persons', {});
  const asked = { person: met.body['person'], encounter: { ...encounter(), ...changes }, useAccount: true };
  const answer = await bench.post('/bills/prepare', asked);
  expect(answer.body).toMatchObject({ code: 'NOT_DONE', data: { failure: { code: 'CENTRE_REFUSED' } } });
  expect(answer.text).toContain(words);
});
