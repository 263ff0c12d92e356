import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PERSON } from '../../testing/people.ts';
import { type Answered, type Bench, SECRETS, startBench } from '../testing/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.stop());
beforeEach(async () => {
  await bench.admin('POST', '/admin/reset');
});

const body = (answer: Answered): unknown => JSON.parse(answer.body.toString());

const ENCOUNTER = {
  encounterId: 'OP1',
  visitedAt: '2026-03-02 08:30:00',
  medicalType: '11',
  department: { code: 'K01', name: '内科', specialty: '03' },
  doctor: { code: 'D001', name: '测试医师' },
  diagnoses: [{ type: '1', order: 1, code: 'J06.900', name: '急性上呼吸道感染' }],
  lines: [
    {
      lineId: 'L1',
      name: '测试药',
      nationalCode: 'XHC00000000000001',
      hospitalCode: 'Y1',
      category: '09',
      count: '2',
      unit: '盒',
      unitPrice: '35.2415',
      amount: '70.48',
      occurredAt: '2026-03-02 08:45:00',
      prescription: null,
    },
  ],
  total: '70.48',
};

describe('the HIS', () => {
  const his = async (verb: string, value: unknown, token = SECRETS.his): Promise<Answered> =>
    bench.call(`${bench.central.his}/his/v1/${verb}`, {
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify(value),
    });
  const result = async (verb: string, value: unknown) => (body(await his(verb, value)) as { result: string }).result;
  const person = { identityNumber: PERSON.certNo, name: PERSON.name, cardNumber: null };
  const report = {
    encounterId: 'OP1',
    holder: 'T1',
    messageId: 'H99010000001202603020900000001',
    mdtrtId: 'M1',
    setlId: 'S1',
    settledAt: '2026-03-02 09:10:00',
    total: '70.48',
    funds: '0.00',
    hospital: '0.00',
    account: '70.48',
    cashDue: '0.00',
  };
  beforeEach(async () => {
    const seed = { person: { identityNumber: PERSON.certNo, name: PERSON.name }, encounter: ENCOUNTER };
    await bench.admin('POST', '/admin/encounters', { encounters: [seed] });
  });

  test('unpaid encounters of exactly this person', async () => {
    expect(body(await his('unpaid', person))).toEqual({
      identityNumber: person.identityNumber,
      encounters: [ENCOUNTER],
    });
    expect(body(await his('unpaid', { ...person, name: '别人' }))).toMatchObject({ encounters: [] });
    expect(body(await his('unpaid', { ...person, identityNumber: 'X' }))).toEqual({
      identityNumber: 'X',
      encounters: [],
    });
  });

  test('a hold is the holder’s, who may take it again; another is told so', async () => {
    expect(await result('hold', { encounterId: 'OP1', holder: 'T1' })).toBe('held');
    expect(await result('hold', { encounterId: 'OP1', holder: 'T1' })).toBe('held');
    expect(await result('hold', { encounterId: 'OP1', holder: 'T2' })).toBe('heldElsewhere');
    expect(await result('hold', { encounterId: 'OP9', holder: 'T2' })).toBe('notFound');
    expect(await result('released', { encounterId: 'OP1', holder: 'T2', reason: 'cancelled' })).toBe('notHeld');
    expect(await result('released', { encounterId: 'OP1', holder: 'T1', reason: 'cancelled' })).toBe('released');
    expect(await result('released', { encounterId: 'OP1', holder: 'T1', reason: 'cancelled' })).toBe('notHeld');
    expect(await result('hold', { encounterId: 'OP1', holder: 'T3' })).toBe('held');
  });

  test('a hold that arrives after its own release does not hold for somebody who has gone', async () => {
    expect(await result('released', { encounterId: 'OP1', holder: 'T1', reason: 'cancelled' })).toBe('notHeld');
    expect(await result('hold', { encounterId: 'OP1', holder: 'T1' })).toBe('heldElsewhere');
    expect(await result('hold', { encounterId: 'OP1', holder: 'T2' })).toBe('held');
  });

  describe('refunded', () => {
    const { encounterId, messageId, mdtrtId, setlId, total } = report;
    const refund = {
      encounterId,
      messageId,
      mdtrtId,
      setlId,
      total,
      refundedAt: '2026-03-02 11:00:00',
      cashReturned: '0.00',
    };
    const query = async (ask: object) => body(await his('query', { encounterId, messageId, holder: 'T1', ...ask }));

    test('takes the settlement back once: the encounter is unpaid again, a repeat is a duplicate', async () => {
      await result('settled', report);
      expect(await query({})).toEqual({ settlement: 'settled', held: false });
      expect(await result('refunded', refund)).toBe('stored');
      expect(await result('refunded', refund)).toBe('duplicate');
      expect(body(await his('unpaid', person))).toEqual({
        identityNumber: person.identityNumber,
        encounters: [ENCOUNTER],
      });
      expect(await query({})).toEqual({ settlement: 'refunded', held: false });
      // The settlement's own report, delivered once more, does not bring it back.
      expect(await result('settled', report)).toBe('duplicate');
      expect(body(await his('unpaid', person))).toEqual({
        identityNumber: person.identityNumber,
        encounters: [ENCOUNTER],
      });
    });

    test('what it never had it does not take back', async () => {
      expect(await result('refunded', refund)).toBe('notSettled');
      expect(await result('refunded', { ...refund, encounterId: 'OP9' })).toBe('notFound');
      const other = { ...report, messageId: 'H99010000001202603020900000002' };
      await result('settled', other);
      expect(await result('refunded', refund)).toBe('notSettled');
    });

    test('the query answers for message id and holder, each by itself', async () => {
      expect(await query({})).toEqual({ settlement: 'unknown', held: false });
      await result('hold', { encounterId, holder: 'T1' });
      expect(await query({ messageId: null })).toEqual({ settlement: 'unknown', held: true });
      expect(await query({ holder: 'T2' })).toEqual({ settlement: 'unknown', held: false });
      expect((await his('query', { encounterId })).status).toBe(400);
    });
  });

  test('settled: stored, then a duplicate; another settlement or other amounts are a conflict', async () => {
    await result('hold', { encounterId: 'OP1', holder: 'T1' });
    expect(await result('settled', { ...report, holder: 'T2' })).toBe('conflict');
    expect(await result('settled', report)).toBe('stored');
    expect(await result('settled', report)).toBe('duplicate');
    expect(await result('settled', { ...report, account: '70.47', cashDue: '0.01' })).toBe('conflict');
    expect(await result('settled', { ...report, messageId: 'H99010000001202603020900000002' })).toBe('conflict');
    expect(await result('settled', { ...report, encounterId: 'OP9' })).toBe('notFound');
    expect(await result('hold', { encounterId: 'OP1', holder: 'T1' })).toBe('alreadySettled');
    expect(await result('released', { encounterId: 'OP1', holder: 'T1', reason: 'reversed' })).toBe('alreadySettled');
    expect(body(await his('unpaid', person))).toMatchObject({ encounters: [] });
    const view = (await bench.admin('GET', '/admin/his')) as { encounters: { state: string; settlement: unknown }[] };
    expect(view.encounters).toMatchObject([{ state: 'settled', settlement: { messageId: report.messageId } }]);
  });

  test('money that moved is recorded although the hold was lost', async () => {
    expect(await result('settled', report)).toBe('stored');
  });

  test('a wrong token is 401, junk is 400, an unknown path 404', async () => {
    expect((await his('unpaid', person, 'wrong')).status).toBe(401);
    expect((await his('unpaid', { identityNumber: 1 })).status).toBe(400);
    expect((await his('settled', { ...report, total: 70.48 })).status).toBe(400);
    expect((await his('other', person)).status).toBe(404);
  });

  test('its faults: a reply lost after the hold was taken', async () => {
    await bench.arm({ target: 'his', path: '/his/v1/hold', kind: 'loseReplyAfterCommit' });
    await expect(his('hold', { encounterId: 'OP1', holder: 'T1' })).rejects.toThrow();
    expect(await result('hold', { encounterId: 'OP1', holder: 'T2' })).toBe('heldElsewhere');
  });

  test('a bill whose lines do not sum is refused at seeding', async () => {
    const person = { identityNumber: PERSON.certNo, name: PERSON.name };
    const seed = (encounter: unknown) =>
      bench.admin('POST', '/admin/encounters', { encounters: [{ person, encounter }] });
    await expect(seed({ ...ENCOUNTER, total: '70.49' })).rejects.toThrow('sum to 70.48');
    const lines = ENCOUNTER.lines.map((line) => ({ ...line, amount: '70.49' }));
    await expect(seed({ ...ENCOUNTER, lines, total: '70.49' })).rejects.toThrow('count × unitPrice');
  });
});
