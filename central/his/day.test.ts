import { expect, it } from 'vitest';
import { hisApi, hisEncounterSchema } from '../../common/contracts/his/his.ts';
import { openHisStore } from '../store/his-store.ts';
import { createHis } from './his.ts';
import { initialsOf } from './initials.ts';

const DAY = '2026-03-02';

const encounter = (encounterId: string, at = `${DAY} 08:30:00`) =>
  hisEncounterSchema.parse({
    ...{ encounterId, visitedAt: at, medicalType: '11', total: '70.48' },
    department: { code: 'K01', name: '内科', specialty: '03' },
    doctor: { code: 'D001', name: '测试医师' },
    diagnoses: [{ type: '1', order: 1, code: 'J06.900', name: '急性上呼吸道感染' }],
    lines: [
      {
        ...{ lineId: 'L1', name: '测试药', nationalCode: 'X1', hospitalCode: 'Y1', category: '09', count: '2' },
        ...{ unit: null, unitPrice: '35.2415', amount: '70.48', occurredAt: at, prescription: null },
      },
    ],
  });

function hospital() {
  const store = openHisStore(':memory:');
  const his = createHis(store);
  const admit = (encounterId: string, at?: string) =>
    store.put({ identityNumber: '990101194912310020', name: '周平', encounter: encounter(encounterId, at) });
  return { his, admit };
}

const report = (encounterId: string) =>
  hisApi.settled.in.parse({
    ...{ encounterId, holder: 'T1', messageId: `H9901000000120260302090000${encounterId.padStart(4, '0')}` },
    ...{ mdtrtId: 'M1', setlId: 'S1', settledAt: `${DAY} 09:00:00`, total: '70.48', funds: '0.00' },
    ...{ hospital: '0.00', account: '0.00', cashDue: '70.48' },
  });

it('tells a day once, and afterwards what has changed of it', () => {
  const { his, admit } = hospital();
  admit('1');
  admit('2');
  admit('3', '2026-03-01 23:59:59');
  const first = his.day({ day: DAY, cursor: null });
  expect(first.encounters).toMatchObject([
    { encounterId: '1', number: '1', initials: 'zp', state: 'unpaid', total: '70.48' },
    { encounterId: '2' },
  ]);
  expect(first.more).toBe(false);
  expect(his.day({ day: DAY, cursor: first.cursor }).encounters).toEqual([]);
  his.hold({ encounterId: '2', holder: 'T1' });
  his.settled(report('2'));
  expect(his.day({ day: DAY, cursor: first.cursor }).encounters).toMatchObject([
    { encounterId: '2', state: 'settled' },
  ]);
});

it('a cursor that is none of ours begins anew', () => {
  const { his, admit } = hospital();
  admit('1');
  expect(his.day({ day: DAY, cursor: "1' OR 1=1" }).encounters).toHaveLength(1);
});

it.each([
  ['周平', 'zp'],
  ['欧阳娜娜', 'oynn'],
  ['Anna', 'anna'],
  ['𠮷', null],
  ['', null],
])('%s has the initials %s', (name, initials) => {
  const found = initialsOf(name);
  // A rare character has a reading here or it has none, never a wrong one.
  if (name === '𠮷') expect(found === null || /^[a-z]$/.test(found)).toBe(true);
  else expect(found).toBe(initials);
});
