import { expect, it } from 'vitest';
import { hisApi, hisEncounterSchema } from '../../common/contracts/his/his.ts';
import { openHisStore } from '../store/his-store.ts';
import { createHis } from './his.ts';

const HOUR = 3_600_000;

const encounter = hisEncounterSchema.parse({
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
      unit: null,
      unitPrice: '35.2415',
      amount: '70.48',
      occurredAt: '2026-03-02 08:45:00',
      prescription: null,
    },
  ],
  total: '70.48',
});

const report = hisApi.settled.in.parse({
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
});
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

function hospital(lifetimeHours: number | null) {
  const store = openHisStore(':memory:');
  let now = 0;
  const keyLifetimeMs = (): number | null => (lifetimeHours === null ? null : lifetimeHours * HOUR);
  const his = createHis(store, { now: () => now, keyLifetimeMs });
  store.put({ identityNumber: '11010519491231002X', name: '测试', encounter });
  const wait = (hours: number): void => {
    now += hours * HOUR;
  };
  const books = () => store.bookings().map((entry) => entry.kind);
  return { his, wait, books };
}

it('a HIS that remembers books a report once, however late it is repeated', () => {
  const { his, wait, books } = hospital(null);
  expect(his.settled(report)).toEqual({ result: 'stored' });
  wait(24 * 365);
  expect(his.settled(report)).toEqual({ result: 'duplicate' });
  expect(books()).toEqual(['settled']);
});

it('one that forgets books a repeat after the key’s life once more; its query has forgotten nothing', () => {
  const { his, wait, books } = hospital(24);
  his.settled(report);
  wait(23.9);
  expect(his.settled(report)).toEqual({ result: 'duplicate' });
  wait(0.2);
  expect(his.query({ encounterId, messageId, holder: null })).toEqual({ settlement: 'settled', held: false });
  expect(his.settled(report)).toEqual({ result: 'stored' });
  expect(books()).toEqual(['settled', 'settled']);
});

it('and after a refund a forgotten report would make the encounter paid again', () => {
  const { his, wait, books } = hospital(24);
  his.settled(report);
  his.refunded(refund);
  expect(his.settled(report)).toEqual({ result: 'duplicate' });
  wait(25);
  expect(his.query({ encounterId, messageId, holder: null }).settlement).toBe('refunded');
  expect(his.settled(report)).toEqual({ result: 'stored' });
  expect(books()).toEqual(['settled', 'refunded', 'settled']);
});
