import { describe, expect, test } from 'vitest';
import { type HisLine, hisApi, hisEncounterSchema } from '../../common/contracts/his/his.ts';
import { openHisStore } from '../store/his-store.ts';
import { courseSchema, takeCourse } from './course.ts';
import { createHis } from './his.ts';

const person = { identityNumber: '11010519491231002X', name: '测试', cardNumber: null };

function line(lineId: string, day: string): HisLine {
  return {
    lineId,
    name: '床位费',
    nationalCode: 'SHC00000000000009',
    hospitalCode: 'Y9',
    category: '01',
    count: '1',
    unit: '日',
    unitPrice: '45.00',
    amount: '45.00',
    occurredAt: `${day} 23:00:00`,
    prescription: null,
  };
}

const stay = hisEncounterSchema.parse({
  encounterId: 'ZY1',
  visitedAt: '2026-02-20 09:30:00',
  medicalType: '21',
  department: { code: 'K02', name: '呼吸内科', specialty: '03' },
  doctor: { code: 'D002', name: '测试医师' },
  diagnoses: [{ type: '1', order: 1, code: 'J18.900', name: '肺炎' }],
  lines: [],
  total: '0.00',
  stay: { admissionNumber: '0001', ward: '呼吸一病区', bed: '12', discharge: null },
});

const discharge = {
  at: '2026-03-02 08:00:00',
  department: { code: 'K02', name: '呼吸内科' },
  bed: '14',
  way: '1',
  diedOn: null,
  diagnoses: [{ type: '1', order: 1, code: 'J18.900', name: '肺炎' }],
};

function hospital() {
  const store = openHisStore(':memory:');
  store.put({ ...person, encounter: stay });
  const his = createHis(store);
  const course = (more: object) => takeCourse(store, courseSchema.parse({ encounterId: 'ZY1', ...more }));
  return { store, his, course };
}

describe('the course of a stay', () => {
  test('lines come by the day, a bed changes, the person leaves and comes back; the hold stays', () => {
    const { store, his, course } = hospital();
    expect(his.unpaid(person).encounters).toEqual([stay]);
    his.hold({ encounterId: 'ZY1', holder: 'T1' });
    expect(course({ addLines: [line('L1', '2026-02-20')], bed: '14' })).toMatchObject({
      total: '45.00',
      stay: { bed: '14' },
    });
    expect(course({ addLines: [line('L2', '2026-02-21')] })).toMatchObject({ total: '90.00' });
    expect(course({ dropLines: ['L1'], discharge })).toMatchObject({ total: '45.00', stay: { bed: '14', discharge } });
    expect(course({ discharge: null })).toMatchObject({ stay: { discharge: null } });
    expect(store.find('ZY1')?.holder).toBe('T1');
    expect(his.unpaid(person).encounters).toMatchObject([{ lines: [{ lineId: 'L2' }], total: '45.00' }]);
  });

  test('a line twice, a visit and an unknown encounter change nothing', () => {
    const { store, course } = hospital();
    course({ addLines: [line('L1', '2026-02-20')] });
    expect(course({ addLines: [line('L1', '2026-02-21')] })).toBe('lineTwice');
    const { stay: _stay, ...visit } = stay;
    store.put({ ...person, encounter: { ...visit, encounterId: 'OP1', lines: [line('L1', '2026-02-20')] } });
    expect(course({ encounterId: 'OP1', bed: '9' })).toBe('notAStay');
    expect(course({ encounterId: 'OP1', dropLines: ['L1'] })).toBe('noLines');
    expect(course({ encounterId: 'ZY9' })).toBe('notFound');
    expect(store.find('ZY1')?.encounter.lines).toHaveLength(1);
  });

  test('a visit loses the lines that a partial refund takes out, and comes back with the rest', () => {
    const { store, his, course } = hospital();
    const { stay: _stay, ...visit } = stay;
    const lines = [line('L1', '2026-02-20'), line('L2', '2026-02-20')];
    store.put({ ...person, encounter: { ...visit, encounterId: 'OP1', lines, total: '90.00' } });
    expect(course({ encounterId: 'OP1', dropLines: ['L1'] })).toMatchObject({ total: '45.00' });
    const bills = his.unpaid(person).encounters.filter(({ encounterId }) => encounterId === 'OP1');
    expect(bills).toMatchObject([{ lines: [{ lineId: 'L2' }], total: '45.00' }]);
  });

  test('a settled stay changes no more, and again once it is refunded', () => {
    const { his, course } = hospital();
    course({ addLines: [line('L1', '2026-02-20')], discharge });
    const amounts = { total: '45.00', funds: '0.00', hospital: '0.00', account: '0.00', cashDue: '45.00' };
    const ids = { encounterId: 'ZY1', messageId: 'H99010000001202603020900000001', mdtrtId: 'M1', setlId: 'S1' };
    const settledAt = '2026-03-02 09:10:00';
    expect(his.settled(hisApi.settled.in.parse({ ...ids, holder: 'T1', settledAt, ...amounts }))).toEqual({
      result: 'stored',
    });
    expect(course({ bed: '20' })).toBe('alreadySettled');
    his.refunded({ ...ids, refundedAt: '2026-03-02 11:00:00', total: '45.00', cashReturned: '45.00' });
    expect(course({ bed: '20' })).toMatchObject({ stay: { bed: '20' } });
  });
});
