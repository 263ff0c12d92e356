import { afterEach, describe, expect, it } from 'vitest';
import { endAll } from '../../settlement/testing/start.ts';
import { encounter } from '../../settlement/testing/world.ts';
import { SqliteError } from '../../store/database.ts';
import { encounterId, KEY, LEFT, leave, quoted } from './testing/bill.ts';
import { type HttpBench, httpBench } from './testing/http-bench.ts';

let bench: HttpBench;
afterEach(async () => {
  await bench.end();
  endAll();
});

const kept = ({ terminal }: HttpBench, key = LEFT): unknown =>
  JSON.parse(terminal.store.clientKeys.find('his', key)?.answer ?? 'null');

/** The person goes to the desk, and pays there. */
async function payAtDesk({ room, clock, quiet }: HttpBench): Promise<void> {
  const desk = room.for({ kind: 'desk' });
  const met = await clock.until(desk.person());
  if (!met.ok) throw new Error(met.error.code);
  const asked = { ref: met.value.ref, encounter: encounter(), useAccount: true, onStep: () => undefined };
  const prepared = await clock.until(desk.prepare(asked));
  if (!prepared.ok) throw new Error(prepared.error.code);
  expect((await clock.until(desk.settle(prepared.value.id, () => undefined))).kind).toBe('settled');
  await quiet();
}

const refused = { kind: 'refused', failure: { code: 'BILL_GONE' }, next: 'again' };

describe('a key that a crash left', () => {
  it('takes nobody else’s settlement of the encounter: what the desk took is not collected again', async () => {
    bench = await httpBench();
    const quote = await quoted(bench);
    leave(bench, quote);
    await bench.post(`/bills/${encounterId}/abandon`, {});
    await bench.quiet();
    await payAtDesk(bench);
    const again = await bench.post('/bills/settle', { quote }, { key: LEFT });
    expect(again.body).toMatchObject(refused);
    expect(again.body['bill']).toBeUndefined();
  });

  it('takes the settlement of its own visit that was made after it', async () => {
    bench = await httpBench();
    const quote = await quoted(bench);
    leave(bench, quote);
    const { room, clock } = bench;
    // The intent that it had made, without the key's own answer.
    await clock.until(room.for({ kind: 'client', name: 'his' }).settle(quote, () => undefined));
    bench.restart();
    expect(kept(bench)).toMatchObject({ kind: 'settled', bill: { encounterId } });
    expect((await bench.post('/bills/settle', { quote }, { key: LEFT })).body).toMatchObject({ kind: 'settled' });
    expect(bench.sent('2207')).toHaveLength(1);
  });

  it('is decided when the next process has its journal, before anybody asks', async () => {
    bench = await httpBench();
    leave(bench, await quoted(bench));
    bench.restart();
    expect(kept(bench)).toMatchObject(refused);
  });

  it('and where the disk refuses that, as soon as it takes it', async () => {
    bench = await httpBench();
    leave(bench, await quoted(bench));
    const free = full(bench);
    bench.restart();
    expect(kept(bench)).toBeNull();
    free();
    await bench.clock.advance(60_000);
    expect(kept(bench)).toMatchObject(refused);
  });
});

/** No answer of a key can be written until the returned function is called. */
function full({ terminal: { store } }: HttpBench): () => void {
  const rows = store.clientKeys as { answer: typeof store.clientKeys.answer };
  const { answer } = rows;
  rows.answer = () => {
    throw new SqliteError('database or disk is full', 'SQLITE_FULL');
  };
  return () => {
    rows.answer = answer;
  };
}

describe('an answer that could not be kept', () => {
  it('is told all the same, and written from the journal as soon as the disk takes it', async () => {
    bench = await httpBench();
    const quote = await quoted(bench);
    const free = full(bench);
    const first = await bench.post('/bills/settle', { quote }, { key: KEY });
    expect(first.body).toMatchObject({ kind: 'settled' });
    // Also when it is asked again meanwhile.
    expect((await bench.post('/bills/settle', { quote }, { key: KEY })).body).toEqual(first.body);
    expect(kept(bench, KEY)).toBeNull();
    free();
    await bench.clock.advance(60_000);
    expect(kept(bench, KEY)).toEqual(first.body);
  });
});

describe('a movement of money that throws', () => {
  it('is not told as failed where its journal cannot be read, and ends as that says later', async () => {
    bench = await httpBench();
    const quote = await quoted(bench);
    const gone = (): never => {
      throw new TypeError('The database connection is not open');
    };
    const billing = bench.room.for({ kind: 'client', name: 'his' });
    const rows = bench.terminal.store.clientKeys as {
      settlementOf: typeof bench.terminal.store.clientKeys.settlementOf;
    };
    const { settlementOf } = rows;
    Object.assign(billing, { settle: async () => gone() });
    rows.settlementOf = gone;
    const answer = await bench.post('/bills/settle', { quote }, { key: KEY });
    expect([answer.status, answer.body]).toEqual([200, { kind: 'unknown', messageId: null, next: 'wait' }]);
    rows.settlementOf = settlementOf;
    expect((await bench.post('/bills/settle', { quote }, { key: KEY })).body).toMatchObject(refused);
    expect(bench.reports).toHaveLength(2);
  });
});
