import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { createCentre } from '../../central/core/handle.ts';
import { isObject, type JsonObject, type JsonValue, NumberText, numberText } from '../../central/core/json.ts';
import { defaultSettings } from '../../central/core/settings.ts';
import { loadFields } from '../../central/national/load-fields.ts';
import { loadMedicalPlans } from '../../central/plans/medical/load.ts';
import { loadPlan } from '../../central/plans/plan.ts';
import { encountersSeedSchema, peopleSeedSchema, type personSeedSchema } from '../../central/server/seeds.ts';
import { openLedger } from '../../central/store/ledger.ts';
import { inputs, type Line, node } from '../../central/testing/inputs.ts';
import { encode, readReply, show } from '../../central/testing/kit.ts';
import { INSTITUTION, OPERATOR, PERSON } from '../../central/testing/people.ts';
import { rowsOf, stayInputs } from '../../central/testing/stay-kit.ts';
import { formatDateTime } from '../../common/kernel/dates.ts';
import { parseIdentityNumber } from '../../common/kernel/identity.ts';
import { formatMessageId, type MessageIdCursor, nextCursor } from '../../common/kernel/message-id.ts';
import { addFen, formatFen, parseFen } from '../../common/kernel/money.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';
import { caseKinds, isOfMothers } from '../../simulator/lab/case-kinds.ts';
import { type DrawnCase, drawCase } from '../../simulator/lab/draw-case.ts';

/** What the lab draws for a desk is a bill that the reference centre takes, whoever it is and whatever the kind of case. */

type PersonSeed = z.output<typeof personSeedSchema>;

const NOW = Date.parse('2026-03-02T15:00:00+08:00');
const CASES = Array.from({ length: 240 }, (_, seed) => drawCase(seed, NOW));

const clock = { now: () => NOW, monotonic: () => NOW, after: () => () => undefined };
const ledger = openLedger(':memory:');
const handle = createCentre({
  fields: loadFields(),
  plan: loadPlan('haichuan'),
  cityPlans: loadMedicalPlans(),
  settings: () => defaultSettings,
});
const random = seededRandom(5);
let cursor: MessageIdCursor | null = null;
let signNo = '';

/** The kits' messages are about one person; here they are about this one. */
function about(value: JsonValue | undefined, psnNo: string, cardNumber: string): JsonValue {
  if (value === PERSON.psnNo) return psnNo;
  if (value === PERSON.cardNumber) return cardNumber;
  if (value === undefined || value === null || typeof value !== 'object' || value instanceof NumberText)
    return value ?? null;
  if (Array.isArray(value)) return value.map((item: JsonValue) => about(item, psnNo, cardNumber));
  const members = Object.entries(value as JsonObject).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, about(member, psnNo, cardNumber)]));
}

function nobody(): never {
  throw new Error('nobody was drawn');
}

/** Puts one person into the ledger, as the admin API does. */
function put(person: PersonSeed) {
  const { psnNo = nobody(), identityNumber, family, filings, insurances } = person;
  const { entitlement, ...insured } = insurances[0] ?? nobody();
  ledger.putPerson({ ...person, psnNo, certType: '01', certNo: identityNumber });
  ledger.putInsurance({ psnNo, ...insured });
  if (entitlement !== undefined) ledger.putEntitlement(psnNo, insured.insutype, entitlement);
  ledger.putFamily(
    psnNo,
    family.flatMap((number) => ledger.personByIdentity(number)?.psnNo ?? []),
  );
  if (filings !== undefined) ledger.putFilings(psnNo, filings);
  return { psnNo, insured, person };
}

function sender(drawn: DrawnCase) {
  const seeded = peopleSeedSchema.parse({ people: drawn.people }).people.map((one) => put(one));
  const { psnNo, insured, person } = seeded.at(-1) ?? nobody();
  return (infno: string, input: JsonObject): JsonObject => {
    cursor = nextCursor(cursor, NOW);
    const body: JsonObject = {
      infno,
      msgid: formatMessageId(INSTITUTION, 0, cursor),
      mdtrtarea_admvs: '990100',
      insuplc_admdvs: insured.division,
      recer_sys_code: 'MBS_LOCAL',
      infver: 'V1.0',
      opter_type: '1',
      opter: OPERATOR,
      opter_name: '收费员',
      inf_time: formatDateTime(NOW),
      fixmedins_code: INSTITUTION,
      fixmedins_name: '海川市测试医院',
      sign_no: signNo,
      input: about(input, psnNo, person.cardNumber ?? ''),
    };
    const reply = readReply(handle(encode(body), ledger, clock, random));
    expect(reply.message, `${infno} of seed ${drawn.persona.label ?? ''}`).toBe('');
    return reply.output;
  };
}

const linesOf = ({ encounter }: DrawnCase): readonly Line[] =>
  encounter.lines.map(({ lineId, nationalCode, count, unitPrice, amount }) => {
    return { sn: lineId, code: nationalCode, count, price: unitPrice, amount };
  });

function changed(input: JsonObject, name: string, changes: JsonObject): JsonObject {
  return { ...input, [name]: { ...node(input, name), ...changes } };
}

function sumOf(rows: readonly JsonObject[], name: string): NumberText {
  const amounts = rows.map((row) => parseFen(show(row[name])));
  return numberText(formatFen(addFen(...amounts.map((amount) => (amount.ok ? amount.value : parseFenOrThrow())))));
}

function parseFenOrThrow(): never {
  throw new Error('an answer without an amount');
}

/** A line upload of any length. */
function upload(lines: readonly Line[], send: (some: readonly Line[]) => JsonObject): readonly JsonObject[] {
  const parts = Array.from({ length: Math.ceil(lines.length / 100) }, (_, n) => lines.slice(n * 100, n * 100 + 100));
  return parts.flatMap((part) => rowsOf(send(part), 'result'));
}

function settleStay(drawn: DrawnCase): JsonObject {
  const { encounter, scheme } = drawn;
  const { insutype } = scheme;
  const send = sender(drawn);
  const discharged = encounter.stay?.discharge?.at ?? '';
  const admission = { insutype, begntime: encounter.visitedAt, med_type: encounter.medicalType };
  const mdtrtId = show(node(send('2401', stayInputs.admit(encounter.encounterId, admission)), 'result')['mdtrt_id']);
  const rows = upload(linesOf(drawn), (part) => send('2301', stayInputs.fees(mdtrtId, part, encounter.medicalType)));
  send('2402', stayInputs.discharge(mdtrtId, { insutype, endtime: discharged }));
  const sums = {
    insutype,
    medfee_sumamt: numberText(encounter.total),
    dscg_time: discharged.slice(0, 10),
    fulamt_ownpay_amt: sumOf(rows, 'fulamt_ownpay_amt'),
    overlmt_selfpay: sumOf(rows, 'overlmt_amt'),
    preselfpay_amt: sumOf(rows, 'preselfpay_amt'),
    inscp_scp_amt: sumOf(rows, 'inscp_scp_amt'),
  };
  return send('2304', stayInputs.settle(mdtrtId, sums));
}

function settleVisit(drawn: DrawnCase): JsonObject {
  const { encounter, scheme } = drawn;
  const { insutype } = scheme;
  const send = sender(drawn);
  const registration = { insutype, begntime: encounter.visitedAt };
  const registered = send('2201', changed(inputs.register(encounter.encounterId), 'data', registration));
  const mdtrtId = show(node(registered, 'data')['mdtrt_id']);
  const kind = { med_type: encounter.medicalType, dise_codg: encounter.disease?.code };
  send('2203', changed(inputs.describe(mdtrtId), 'mdtrtinfo', kind));
  upload(linesOf(drawn), (part) => send('2204', inputs.fees(mdtrtId, [...part])));
  const ask = { insutype, med_type: encounter.medicalType, medfee_sumamt: numberText(encounter.total) };
  const quote = node(send('2206', changed(inputs.preSettle(mdtrtId), 'data', ask)), 'setlinfo');
  return send('2207', changed(inputs.settle(mdtrtId, quote), 'data', ask));
}

describe('what the lab draws for a desk', () => {
  test('is of every kind, every scheme and every place of insurance', () => {
    const seen = (pick: (drawn: DrawnCase) => string) => [...new Set(CASES.map(pick))].sort();
    expect(seen(({ kind }) => kind)).toEqual([...caseKinds].sort());
    expect(seen(({ scheme }) => `${scheme.insutype} ${scheme.psnType}`)).toEqual([
      ...['310 11', '310 12', '340 13', '390 14', '390 15', '390 16', '391 14', '391 15', '391 16'],
    ]);
    expect(seen(({ elsewhere }) => String(elsewhere))).toEqual(['false', 'true']);
    expect(seen(({ family }) => String(family))).toEqual(['false', 'true']);
    expect(drawCase(7, NOW)).toEqual(drawCase(7, NOW));
    expect(new Set(CASES.map(({ encounter }) => encounter.encounterId)).size).toBe(CASES.length);
  });

  test('nobody gives birth who cannot, and the card agrees with the number', () => {
    for (const { kind, identityNumber, persona, scheme } of CASES) {
      const parts = parseIdentityNumber(identityNumber);
      if (!parts.ok) throw new Error(parts.error);
      const age = 2026 - Number(parts.value.birthDate.slice(0, 4));
      expect(persona.holder).toMatchObject({ socialSecurityNumber: identityNumber });
      if (isOfMothers(kind)) expect([persona.holder?.sex, age > 18 && age < 45]).toEqual(['2', true]);
      expect(scheme.psnType === '14').toBe(age < 18);
    }
  });

  test('is taken by the seeds of the admin API', () => {
    const encounters = CASES.map(({ identityNumber, name, encounter }) => {
      return { person: { identityNumber, name }, encounter };
    });
    expect(encountersSeedSchema.safeParse({ encounters }).error).toBeUndefined();
  });

  test('settles at the reference centre, to the fen, for everybody', () => {
    const input = inputs.signIn();
    const first = CASES[0];
    if (first === undefined) throw new Error('nothing drawn');
    signNo = show(node(sender(first)('9001', input), 'signinoutb')['sign_no']);
    let lent = 0;
    for (const drawn of CASES) {
      const stay = drawn.encounter.stay !== undefined;
      const { setlinfo } = stay ? settleStay(drawn) : settleVisit(drawn);
      if (!isObject(setlinfo)) throw new Error(`seed ${drawn.persona.label ?? ''}: not settled`);
      expect(show(setlinfo['medfee_sumamt'])).toBe(drawn.encounter.total);
      expect(show(setlinfo['clr_type'])).toBe(stay ? '21' : '11');
      const aid = show(setlinfo['acct_mulaid_pay']) !== '0.00';
      expect(aid && !drawn.family, 'only who has somebody is lent money').toBe(false);
      if (aid) lent += 1;
    }
    expect(ledger.settlements()).toHaveLength(CASES.length);
    expect(lent).toBeGreaterThan(10);
  });
});
