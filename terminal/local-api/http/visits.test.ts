import { afterEach, expect, it } from 'vitest';
import { PERSON } from '../../../central/testing/kit.ts';
import { errors, HIS_API_PREFIX } from '../../../common/contracts/billing/billing.ts';
import { routes } from '../../../common/contracts/billing/routes.ts';
import { diagnosedVisit, registeredVisit, VISIT_ID } from '../../settlement/testing/registration.ts';
import { endAll } from '../../settlement/testing/start.ts';
import { encounter } from '../../settlement/testing/world.ts';
import { type HttpBench, httpBench, OTHER, type Said, TOKEN } from './testing/http-bench.ts';

/** A visit step by step, as a hospital's own system drives it: real HTTP on loopback, the reference centre behind it. */

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
  const made = path.replace(`/${VISIT_ID}/`, '/{encounterId}/');
  const route = routes.find((one) => one.method === 'POST' && one.path === `${HIS_API_PREFIX}${made}`);
  if (route === undefined) throw new Error(`no operation ${path}`);
  if (said.status === 200) route.output.parse(said.body);
  else {
    expect(documented.has(said.status), `${path}: ${said.status}`).toBe(true);
    expect(said.body).toMatchObject({ defined: true, status: said.status, code: expect.stringMatching(/^[A-Z_]+$/) });
  }
  return said;
}

const meets = async (token = TOKEN): Promise<unknown> => (await ask('/persons', {}, { token })).body['person'];
const registers = async (token = TOKEN): Promise<Said> =>
  ask('/visits/register', { person: await meets(token), encounter: registeredVisit() }, { token });
const clear = (more = {}) => ask(`/visits/${VISIT_ID}/fees/clear`, {}, more);
const cancel = (more = {}) => ask(`/visits/${VISIT_ID}/cancel`, {}, more);
const fees = (lines: unknown, more = {}) => ask('/visits/fees', { encounterId: VISIT_ID, lines }, more);
const { lines } = encounter();

/** The card is taken out, and put in again. */
function anotherSession(generation: number): void {
  bench.setCard({ kind: 'empty', reader: 'R' });
  bench.setCard({ kind: 'present', reader: 'R', generation, atr: '3B6D' });
}

/** What of the visit's transactions the centre handled, in order. */
const chain = (): readonly string[] =>
  bench.sides.arrived.map(({ infno }) => infno).filter((infno) => /^22/.test(infno));

it('registered in the morning, billed at noon with other card sessions between, and all of it given back', async () => {
  await open();
  const registered = await registers();
  expect(registered).toMatchObject({ status: 200, body: { encounterId: VISIT_ID } });
  anotherSession(2);
  await meets();
  anotherSession(3);
  await bench.quiet();
  // Nothing of it went with the card.
  expect(chain()).toEqual(['2201']);
  expect((await ask('/visits/diagnose', { encounter: diagnosedVisit() })).body).toEqual(registered.body);
  await fees(lines.slice(0, 1));
  expect((await clear()).status).toBe(200);
  expect((await fees(lines.slice(0, 2))).body).toEqual(registered.body);
  expect(chain()).toEqual(['2201', '2203', '2204', '2205', '2204']);
  const prepared = await ask('/bills/prepare', { person: await meets(), encounter: encounter(), useAccount: true });
  expect(prepared).toMatchObject({ status: 200, body: { mdtrtId: registered.body['mdtrtId'] } });
  // Only the lines that it did not have, under the batch of the others.
  expect(chain()).toEqual(['2201', '2203', '2204', '2205', '2204', '2204', '2206']);
  expect(bench.sent('2204').at(-1)?.text).not.toContain(`"${lines[0]?.lineId}"`);
  const settled = await ask('/bills/settle', { quote: prepared.body['quote'] }, { key: 'key-of-the-visit-0001' });
  expect(settled.body).toMatchObject({ kind: 'settled', bill: { mdtrtId: registered.body['mdtrtId'] } });
  await bench.quiet();
  for (const refused of [await fees(lines), await clear(), await cancel(), await registers()])
    expect(refused).toMatchObject({ body: { data: { failure: { code: 'HIS_NOTHING_UNPAID' } } } });
  const { messageId } = settled.body['bill'] as { messageId: string };
  const back = await ask('/bills/refund', { messageId }, { key: 'key-of-the-visit-0002' });
  expect(back.body).toMatchObject({ kind: 'settled' });
  await bench.quiet();
  expect(chain().slice(-4)).toEqual(['2207', '2208', '2205', '2202']);
  const { mdtrtId } = registered.body as { mdtrtId: string };
  expect(bench.sides.kit.ledger.visit(mdtrtId)?.cancelled).toBe(true);
  // Nothing of it is left, so the same visit is registered anew, under another number.
  expect((await registers()).body['mdtrtId']).not.toBe(mdtrtId);
});

it('letting the person go gives the bill back and leaves the registration; the next bill sends no line again', async () => {
  await open();
  await registers();
  const person = await meets();
  const prepared = await ask('/bills/prepare', { person, encounter: encounter(), useAccount: true });
  expect(prepared.status).toBe(200);
  expect(await cancel()).toMatchObject({ status: 409, body: { code: 'BUSY' } });
  anotherSession(2);
  await bench.quiet();
  expect(chain()).toEqual(['2201', '2203', '2204', '2206']);
  const again = await ask('/bills/prepare', { person: await meets(), encounter: encounter(), useAccount: false });
  expect(again).toMatchObject({ status: 200, body: { mdtrtId: prepared.body['mdtrtId'] } });
  expect(chain()).toEqual(['2201', '2203', '2204', '2206', '2206']);
  const settled = await ask('/bills/settle', { quote: again.body['quote'] }, { key: 'key-of-the-visit-0003' });
  expect(settled.body).toMatchObject({ kind: 'settled', bill: { split: { total: encounter().total } } });
});

it('a verb between bill and settlement withdraws the bill: nothing is settled by figures that hold no longer', async () => {
  await open();
  await registers();
  const bill = async () => ask('/bills/prepare', { person: await meets(), encounter: encounter(), useAccount: true });
  const prepared = await bill();
  expect((await clear()).status).toBe(200);
  const refused = await ask('/bills/settle', { quote: prepared.body['quote'] }, { key: 'key-of-the-visit-0004' });
  expect(refused.body).toMatchObject({ kind: 'refused', next: 'again', failure: { code: 'BILL_GONE' } });
  expect(bench.sent('2207')).toHaveLength(0);
  const anew = await bill();
  const settled = await ask('/bills/settle', { quote: anew.body['quote'] }, { key: 'key-of-the-visit-0005' });
  expect(settled.body).toMatchObject({ kind: 'settled' });
  expect(bench.sent('2207')).toHaveLength(1);
});

it('each verb out of its turn is refused in words, and sends nothing', async () => {
  await open();
  const verbs = [() => fees(lines), clear, () => ask('/visits/diagnose', { encounter: diagnosedVisit() }), cancel];
  for (const verb of verbs) expect(await verb()).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  expect(chain()).toEqual([]);
  // A bill that was prepared without one has a registration of its own.
  await ask('/bills/prepare', { person: await meets(), encounter: encounter(), useAccount: true });
  expect(await registers()).toMatchObject({ status: 409, body: { code: 'BUSY' } });
  await ask(`/bills/${VISIT_ID}/abandon`, {});
  await bench.quiet();
  expect((await registers()).status).toBe(200);
  expect((await registers()).status).toBe(200);
  expect(chain().slice(-3)).toEqual(['2205', '2202', '2201']);
  // What the document does not have is refused by its name.
  const extra = { ...registeredVisit(), total: '1.00' };
  expect(await ask('/visits/register', { person: await meets(), encounter: extra })).toMatchObject({ status: 422 });
  expect((await cancel()).status).toBe(200);
  expect(await cancel()).toMatchObject({ status: 404 });
});

it('another client and the desk are told that there is none, and nothing is sent', async () => {
  await open();
  const { body } = await registers();
  await ask('/visits/diagnose', { encounter: diagnosedVisit() });
  const before = chain();
  const other = { token: OTHER };
  const person = await meets(OTHER);
  const bill = { person, encounter: encounter(), useAccount: true };
  for (const said of [
    await ask('/visits/register', { person, encounter: registeredVisit() }, other),
    await ask('/visits/diagnose', { encounter: diagnosedVisit() }, other),
    await fees(lines, other),
    await clear(other),
    await cancel(other),
    await ask('/bills/prepare', bill, other),
  ]) {
    expect(said).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    // Not a word of whose it is.
    expect(said.text).not.toContain(String(body['mdtrtId']));
    expect(said.text).not.toContain(PERSON.name);
  }
  const desk = bench.room.for({ kind: 'desk' });
  const seen = await bench.through(desk.person());
  if (!seen.ok) throw new Error(seen.error.code);
  const asked = { ref: seen.value.ref, encounter: encounter(), useAccount: true, onStep: () => undefined };
  expect(await bench.through(desk.prepare(asked))).toMatchObject({ ok: false, error: { code: 'BILL_NONE' } });
  expect(chain()).toEqual(before);
  // The first one goes on as if nothing had been.
  expect((await fees(lines)).body).toEqual(body);
});
