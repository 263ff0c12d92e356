import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { NO_FILINGS } from '../../../central/people/filings.ts';
import { PERSON } from '../../../central/testing/kit.ts';
import { type HttpBench, httpBench, TOKEN } from '../../../terminal/local-api/http/testing/http-bench.ts';
import { endAll } from '../../../terminal/settlement/testing/start.ts';
import { stayEncounter } from '../../../terminal/settlement/testing/stay.ts';
import { encounter as made } from '../../../terminal/settlement/testing/world.ts';
import { type Books, openBooks } from './books.ts';
import { createExampleHis } from './example-his.ts';
import type { Encounter } from './generated/index.js';

/** As this hospital's own system would have it: JSON. */
const encounter = (): Encounter => JSON.parse(JSON.stringify(made())) as Encounter;

let bench: HttpBench;
let books: Books;
const begin = async () => {
  bench = await httpBench();
  books = openBooks(join(mkdtempSync(join(tmpdir(), 'his-')), 'books.jsonl'));
  return createExampleHis({ url: `http://127.0.0.1:${bench.port}`, token: TOKEN, everyMs: 2 }, books);
};
afterEach(async () => {
  books.close();
  await bench.end();
  endAll();
});

it('settles one bill and gives it back', async () => {
  const his = await begin();
  const settled = await bench.through(his.bill(encounter(), true));
  expect(settled).toMatchObject({ kind: 'settled', encounterId: encounter().encounterId });
  await bench.quiet();
  const back = await bench.through(his.refund(encounter().encounterId));
  expect(back).toMatchObject({ kind: 'settled', messageId: settled.messageId });
  await bench.quiet();
  await bench.through(his.catchUp());
  expect(books.settlementOf(encounter().encounterId)).toBeNull();
  expect((await bench.ask('GET', '/notices')).body['notices']).toEqual([]);
  expect([bench.sent('2207').length, bench.sent('2208').length]).toEqual([1, 1]);
});

it('waits an unknown outcome out under one key, and pays once', async () => {
  const his = await begin();
  bench.storm('lostAfter');
  expect(await bench.through(his.bill(encounter(), true))).toMatchObject({ kind: 'settled' });
  expect(bench.sent('2207')).toHaveLength(1);
});

it('a program that dies after its wish was written repeats it when it starts again', async () => {
  const his = await begin();
  const person = await bench.post('/persons', {});
  const asked = { person: person.body['person'], encounter: encounter(), useAccount: true };
  const { quote } = (await bench.post('/bills/prepare', asked)).body;
  const { encounterId } = encounter();
  books.want({ kind: 'settle', key: 'key-of-a-dead-program', encounterId, body: { quote: String(quote) } });
  await bench.post('/bills/settle', { quote }, { key: 'key-of-a-dead-program' });
  expect(await bench.through(his.catchUp())).toMatchObject([{ kind: 'settled', encounterId }]);
  await bench.quiet();
  await bench.through(his.catchUp());
  expect(books.settlementOf(encounterId)).not.toBeNull();
  expect(bench.sent('2207')).toHaveLength(1);
});

/** Three days in hospital, a line on each. */
function threeDays(): Encounter {
  const stay = JSON.parse(JSON.stringify(stayEncounter())) as Encounter;
  const days = ['2026-02-27', '2026-02-28', '2026-03-01'];
  return { ...stay, lines: stay.lines.map((line, at) => ({ ...line, occurredAt: `${days[at % 3]} 23:00:00` })) };
}

it('a stay goes by the day, in another bed from the second on; before its bill nothing is undone', async () => {
  const his = await begin();
  expect(await bench.through(his.stay(threeDays(), true))).toMatchObject({ kind: 'settled' });
  const sent = bench.sides.arrived.map(({ infno }) => infno).filter((infno) => /^2[34]/.test(infno));
  expect(sent).toEqual(['2401', '2301', '2403', '2301', '2301', '2402', '2303', '2304']);
  const { ledger } = bench.sides.kit;
  const admission = ledger.stay(ledger.settlements()[0]?.mdtrtId ?? '')?.admission ?? '{}';
  expect(JSON.parse(admission)).toMatchObject({ adm_bed: threeDays().stay?.bed });
});

describe('a bill for a chronic illness', () => {
  const disease = { code: 'M03900', name: '高血压' };
  const chronic = (): Encounter => ({ ...encounter(), medicalType: '14', disease });
  const file = (code: string) => {
    const filing = { code, name: '某病', from: '2026-01-01', to: null };
    bench.sides.kit.ledger.putFilings(PERSON.psnNo, { ...NO_FILINGS, chronic: [filing] });
  };

  it('is not sent where another disease is filed, and the cashier hears why', async () => {
    const his = await begin();
    file('M01600');
    expect(await bench.through(his.bill(chronic(), true))).toMatchObject({ kind: 'refused', code: 'NOT_FILED' });
    expect([bench.sent('5301').length, bench.sent('2201').length]).toEqual([1, 0]);
  });

  it('is settled where its own is, and where nobody could be asked', async () => {
    const his = await begin();
    file(disease.code);
    expect(await bench.through(his.bill(chronic(), true))).toMatchObject({ kind: 'settled' });
    await bench.quiet();
    await bench.through(his.refund(chronic().encounterId));
    bench.storm('notSent', '5301');
    expect(await bench.through(his.bill(chronic(), true))).toMatchObject({ kind: 'settled' });
  });
});

it('a bill that does not add up is refused by its code, and nothing is sent', async () => {
  const his = await begin();
  const outcome = await bench.through(his.bill({ ...encounter(), total: '1.00' }, true));
  expect(outcome).toMatchObject({ kind: 'refused', code: 'HIS_TOTAL_DIFFERS' });
  expect(bench.sent('2201')).toHaveLength(0);
});
