import { afterEach, expect, it } from 'vitest';
import { PERSON } from '../../../central/testing/kit.ts';
import { errors, HIS_API_PREFIX } from '../../../common/contracts/billing/billing.ts';
import { routes } from '../../../common/contracts/billing/routes.ts';
import type { HisEncounter } from '../../../common/contracts/his/his.ts';
import { endAll } from '../../settlement/testing/start.ts';
import { fewerLines, inHospital, STAY_ID, stayEncounter } from '../../settlement/testing/stay.ts';
import { type HttpBench, httpBench, OTHER, type Said, TOKEN } from './testing/http-bench.ts';

/** A hospital stay as a hospital's own system drives it: real HTTP on loopback, the reference centre behind it. */

let bench: HttpBench;
const open = async (): Promise<HttpBench> => {
  bench = await httpBench();
  return bench;
};
afterEach(async () => {
  await bench.end();
  endAll();
});

const documented = new Set<number>(Object.values(errors).map(({ status }) => status));

/** One answer as the document has it: its own schema, or a refusal of the table. */
async function ask(path: string, body: unknown, more: { token?: string; key?: string } = {}): Promise<Said> {
  const said = await bench.post(path, body, more);
  const route = routes.find((one) => one.method === 'POST' && one.path === `${HIS_API_PREFIX}${path}`);
  if (route === undefined) throw new Error(`no operation ${path}`);
  if (said.status === 200) route.output.parse(said.body);
  else {
    expect(documented.has(said.status), `${path}: ${said.status}`).toBe(true);
    expect(said.body).toMatchObject({ defined: true, status: said.status, code: expect.stringMatching(/^[A-Z_]+$/) });
  }
  return said;
}

const meets = async (token = TOKEN): Promise<unknown> => (await ask('/persons', {}, { token })).body['person'];
const admits = async (token = TOKEN): Promise<Said> =>
  ask('/stays/admit', { person: await meets(token), encounter: inHospital() }, { token });

const firstDays = () => stayEncounter().lines.slice(0, -1);
const lastDay = () => stayEncounter().lines.slice(-1);

/** In another bed, by another doctor. */
const moved = (encounter: HisEncounter): HisEncounter => ({
  ...encounter,
  doctor: { code: 'D099', name: '换班医师' },
  ...(encounter.stay === undefined ? {} : { stay: { ...encounter.stay, bed: '61' } }),
});

/** What of the stay's transactions the centre handled, in order, each run of one as one. */
function chain(): readonly string[] {
  const all = bench.sides.arrived.map(({ infno }) => infno).filter((infno) => /^2[34]/.test(infno));
  return all.filter((infno, at) => infno !== all[at - 1]);
}

it('admission, fees by the day, a change, discharge, pre-settlement, settlement and all of it given back', async () => {
  await open();
  const admitted = await admits();
  expect(admitted).toMatchObject({ status: 200, body: { encounterId: STAY_ID } });
  const { mdtrtId } = admitted.body;
  // Admitted again is the same stay; what is charged twice is charged once.
  expect((await admits()).body).toEqual(admitted.body);
  expect((await ask('/stays/fees', { encounterId: STAY_ID, lines: firstDays() })).body).toMatchObject({ mdtrtId });
  expect((await ask('/stays/fees', { encounterId: STAY_ID, lines: firstDays() })).status).toBe(200);
  expect((await ask('/stays/change', { encounter: moved(inHospital()) })).status).toBe(200);
  expect((await ask('/stays/fees', { encounterId: STAY_ID, lines: lastDay() })).status).toBe(200);
  expect((await ask('/stays/discharge', { encounter: moved(stayEncounter()) })).status).toBe(200);
  expect(chain()).toEqual(['2401', '2301', '2403', '2301', '2402']);

  const person = await meets();
  const prepared = await ask('/bills/prepare', { person, encounter: moved(stayEncounter()), useAccount: true });
  expect(prepared).toMatchObject({ status: 200, body: { split: { total: stayEncounter().total } } });
  const quote = prepared.body['quote'];
  const settled = await ask('/bills/settle', { quote }, { key: 'key-of-the-stay-0001' });
  expect(settled.body).toMatchObject({ kind: 'settled', next: 'done', bill: { split: prepared.body['split'] } });
  await bench.quiet();
  const [row] = bench.sides.kit.ledger.settlements();
  const { split } = settled.body['bill'] as { split: Record<string, string> };
  const { total = -1, account = -1, cash = -1 } = row ?? {};
  const yuan = (fen: number): string => (fen / 100).toFixed(2);
  expect([split['total'], split['account'], split['cash']]).toEqual([total, account, cash].map(yuan));
  // The centre has the lines that were brought by the day, and none was sent anew for the bill.
  expect(chain()).toEqual(['2401', '2301', '2403', '2301', '2402', '2303', '2304']);

  const { messageId } = settled.body['bill'] as { messageId: string };
  const back = await ask('/bills/refund', { messageId, until: 'admission' }, { key: 'key-of-the-stay-0002' });
  expect(back.body).toMatchObject({ kind: 'settled', bill: { cashReturned: split['cash'] } });
  await bench.quiet();
  expect(chain().slice(-4)).toEqual(['2305', '2405', '2302', '2404']);
  expect(bench.sent('2304')).toHaveLength(1);
});

it('a part of the bill: given back, billed with fewer lines, settled anew under the same admission', async () => {
  await open();
  await admits();
  const bill = async (encounter: HisEncounter, key: string): Promise<{ messageId: string; cash: string }> => {
    const person = await meets();
    const prepared = await ask('/bills/prepare', { person, encounter, useAccount: true });
    expect(prepared.status).toBe(200);
    const { body } = await ask('/bills/settle', { quote: prepared.body['quote'] }, { key });
    expect(body).toMatchObject({ kind: 'settled' });
    await bench.quiet();
    const { messageId, split } = body['bill'] as { messageId: string; split: { cash: string } };
    return { messageId, cash: split.cash };
  };
  const whole = await bill(stayEncounter(), 'key-of-the-stay-0003');
  const back = await ask('/bills/refund', { messageId: whole.messageId }, { key: 'key-of-the-stay-0004' });
  expect(back.body).toMatchObject({ kind: 'settled', bill: { cashReturned: whole.cash } });
  await bench.quiet();
  const part = await bill(fewerLines(), 'key-of-the-stay-0005');
  expect(part.messageId).not.toBe(whole.messageId);
  expect([bench.sent('2401').length, bench.sent('2305').length, bench.sent('2304').length]).toEqual([1, 1, 2]);
  const standing = bench.sides.kit.ledger.settlements().filter((row) => row.msgid === part.messageId);
  expect(standing).toMatchObject([{ total: Number(fewerLines().total.replace('.', '')) }]);
});

it('each verb out of its turn is refused in words, and sends nothing', async () => {
  await open();
  const one = { encounterId: STAY_ID };
  for (const [path, body] of [
    ['/stays/fees', { ...one, lines: firstDays() }],
    ['/stays/fees/clear', one],
    ['/stays/change', { encounter: inHospital() }],
    ['/stays/discharge', { encounter: stayEncounter() }],
    ['/stays/discharge/undo', one],
    ['/stays/cancel', one],
  ] as const)
    expect(await ask(path, body), path).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  expect(chain()).toEqual([]);
  await admits();
  const person = await meets();
  const early = await ask('/bills/prepare', { person, encounter: inHospital(), useAccount: true });
  expect(early).toMatchObject({
    status: 409,
    body: { code: 'NOT_DONE', data: { failure: { code: 'STAY_NOT_DISCHARGED' } } },
  });
  // Nobody was discharged, so there is nothing to undo, and nothing is sent for it.
  expect((await ask('/stays/discharge/undo', one)).status).toBe(200);
  expect(chain()).toEqual(['2401']);
  // Undone before anything was settled, nothing of it is left, and the same stay may be admitted anew.
  await ask('/stays/fees', { ...one, lines: firstDays() });
  await ask('/stays/discharge', { encounter: { ...stayEncounter(), lines: firstDays() } });
  expect((await ask('/stays/discharge/undo', one)).status).toBe(200);
  expect((await ask('/stays/fees/clear', one)).status).toBe(200);
  expect((await ask('/stays/cancel', one)).status).toBe(200);
  expect(chain()).toEqual(['2401', '2301', '2402', '2405', '2302', '2404']);
  expect((await admits()).status).toBe(200);
});

it('two clients on one stay: it is the first one’s; the other is told that there is none, and nothing is sent', async () => {
  await open();
  const { body } = await admits();
  await ask('/stays/fees', { encounterId: STAY_ID, lines: firstDays() });
  const before = chain();
  const other = { token: OTHER };
  const one = { encounterId: STAY_ID };
  const person = await meets(OTHER);
  for (const [path, asked] of [
    ['/stays/admit', { person, encounter: inHospital() }],
    ['/stays/fees', { ...one, lines: lastDay() }],
    ['/stays/fees/clear', one],
    ['/stays/change', { encounter: moved(inHospital()) }],
    ['/stays/discharge', { encounter: stayEncounter() }],
    ['/stays/discharge/undo', one],
    ['/stays/cancel', one],
    ['/bills/prepare', { person, encounter: stayEncounter(), useAccount: true }],
  ] as const) {
    const said = await ask(path, asked, other);
    expect(said, path).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    // Not a word of whose it is.
    expect(said.text, path).not.toContain(String(body['mdtrtId']));
    expect(said.text, path).not.toContain(PERSON.name);
  }
  expect(chain()).toEqual(before);
  // The first one goes on as if nothing had been.
  expect((await ask('/stays/fees', { ...one, lines: lastDay() })).body).toEqual(body);
});

it('two verbs of one client at the same moment: both are answered, and each line is at the centre once', async () => {
  await open();
  await admits();
  const [a, b] = await Promise.all([
    ask('/stays/fees', { encounterId: STAY_ID, lines: firstDays() }),
    ask('/stays/fees', { encounterId: STAY_ID, lines: lastDay() }),
  ]);
  const again = [a, b].flatMap(({ status }, at) => (status === 200 ? [] : [at]));
  // In each other's way is an answer too: it is asked again.
  for (const at of again)
    expect(await ask('/stays/fees', { encounterId: STAY_ID, lines: at === 0 ? firstDays() : lastDay() })).toMatchObject(
      {
        status: 200,
      },
    );
  const discharged = await ask('/stays/discharge', { encounter: stayEncounter() });
  expect(discharged.status).toBe(200);
  const person = await meets();
  const prepared = await ask('/bills/prepare', { person, encounter: stayEncounter(), useAccount: true });
  expect(prepared).toMatchObject({ status: 200, body: { split: { total: stayEncounter().total } } });
  expect(bench.sent('2302')).toHaveLength(0);
});
