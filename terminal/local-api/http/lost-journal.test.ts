import { afterEach, expect, it } from 'vitest';
import { endAll } from '../../settlement/testing/start.ts';
import { encounterId, KEY, quoted } from './testing/bill.ts';
import { type HttpBench, httpBench } from './testing/http-bench.ts';

let bench: HttpBench;
afterEach(async () => {
  await bench.end();
  endAll();
});

/** This journal follows one that was lost. */
function adopt({ terminal: { store }, clock }: HttpBench): void {
  const origin = { adoptedAt: clock.now(), by: 'S1', second: 'S2', reason: 'the disk died', predecessor: null };
  store.transaction(() => store.origin.adopt(origin));
}

const unknown = { kind: 'unknown', messageId: null, next: 'people' };

it('a key of a lost journal is told that nobody knows, every time, also from the next process', async () => {
  bench = await httpBench();
  adopt(bench);
  const body = { quote: '0'.repeat(24) };
  expect((await bench.post('/bills/settle', body, { key: KEY })).body).toEqual(unknown);
  bench.restart();
  expect((await bench.post('/bills/settle', body, { key: KEY })).body).toEqual(unknown);
});

it('a refund of what this journal does not have may have been made before it', async () => {
  bench = await httpBench();
  adopt(bench);
  const messageId = 'H99010100001202603020900000799';
  expect((await bench.post('/bills/refund', { messageId }, { key: KEY })).body).toEqual({ ...unknown, messageId });
});

it('what was pre-settled since is this journal’s own, and is refused where it is gone', async () => {
  bench = await httpBench();
  adopt(bench);
  const quote = await quoted(bench);
  await bench.post(`/bills/${encounterId}/abandon`, {});
  const answer = await bench.post('/bills/settle', { quote }, { key: KEY });
  expect(answer.body).toMatchObject({ kind: 'refused', failure: { code: 'BILL_GONE' }, next: 'again' });
});
