import { describe, expect, it } from 'vitest';
import { type StaffActAsked, type StaffRole, staffActSchema } from '../../common/contracts/staff.ts';
import { mayStand, peopleFor, rolesNeeded } from './rules.ts';

const resolve = (resolution: 'refund' | 'stands' | 'void' | 'noted'): StaffActAsked => ({
  act: 'worklistResolve',
  id: 1,
  resolution,
  reason: 'seen',
  setlId: null,
});
const named = (act: 'reveal' | 'page' | 'staffMark' | 'reconcile' | 'auditVerify' | 'worklistList' | 'staffList') =>
  ({ act }) as StaffActAsked;
const renew: StaffActAsked = { act: 'staffImport', digest: 'a'.repeat(64) };

/** Whether these people, in this order, complete the act. */
function complete(act: StaffActAsked, people: readonly (readonly StaffRole[])[]): boolean {
  if (people.length !== peopleFor(act)) return false;
  return people.every((roles, place) => mayStand(act, people.slice(0, place), roles));
}

describe('who may do what', () => {
  it.each(['stands', 'void', 'refund'] as const)(
    '%s takes two people: two cashiers, or a cashier and an auditor',
    (as) => {
      const act = resolve(as);
      expect(peopleFor(act)).toBe(2);
      expect(complete(act, [['cashier'], ['cashier']])).toBe(true);
      expect(complete(act, [['cashier'], ['auditor']])).toBe(true);
      expect(complete(act, [['auditor'], ['cashier']])).toBe(true);
      expect(complete(act, [['auditor'], ['auditor']])).toBe(false);
      expect(complete(act, [['technician'], ['cashier']])).toBe(false);
      expect(complete(act, [['cashier'], ['technician']])).toBe(false);
      expect(complete(act, [['auditor'], ['auditor', 'cashier']])).toBe(true);
    },
  );

  it('noted, the list and the page are anybody’s of the staff', () => {
    for (const act of [resolve('noted'), named('page'), named('worklistList'), named('staffList')]) {
      expect(peopleFor(act)).toBe(1);
      for (const role of ['cashier', 'technician', 'auditor'] as const) expect(complete(act, [[role]])).toBe(true);
    }
  });

  it.each([
    ['reveal', ['technician', 'auditor']],
    ['auditVerify', ['technician', 'auditor']],
    ['reconcile', ['cashier', 'auditor']],
    ['staffMark', ['technician']],
  ] as const)('%s: %j', (act, allowed) => {
    for (const role of ['cashier', 'technician', 'auditor'] as const) {
      expect(complete(named(act), [[role]])).toBe(allowed.some((one) => one === role));
    }
  });

  it('a journal is begun beside a lost one by an auditor with a technician or a cashier', () => {
    const adopt = { act: 'storeAdopt', reason: '已与中心对账' } as const;
    expect(peopleFor(adopt)).toBe(2);
    expect(complete(adopt, [['technician'], ['auditor']])).toBe(true);
    expect(complete(adopt, [['auditor'], ['cashier']])).toBe(true);
    expect(complete(adopt, [['technician'], ['cashier']])).toBe(false);
    expect(complete(adopt, [['cashier'], ['cashier']])).toBe(false);
  });

  it('a list is renewed by a technician and an auditor, in any order', () => {
    expect(complete(renew, [['technician'], ['auditor']])).toBe(true);
    expect(complete(renew, [['auditor'], ['cashier', 'technician']])).toBe(true);
    expect(complete(renew, [['technician'], ['technician']])).toBe(false);
    expect(complete(renew, [['auditor', 'technician'], ['cashier']])).toBe(false);
  });

  it('says which roles are still needed', () => {
    expect(rolesNeeded(resolve('void'), [])).toEqual(['auditor', 'cashier']);
    expect(rolesNeeded(resolve('void'), [['auditor']])).toEqual(['cashier']);
    expect(rolesNeeded(resolve('void'), [['cashier']])).toEqual(['auditor', 'cashier']);
    expect(rolesNeeded(renew, [['auditor']])).toEqual(['technician']);
  });

  it('every act of the contract has a rule', () => {
    for (const option of staffActSchema.options) {
      const act = option.shape.act.value;
      const asked = act === 'worklistResolve' ? resolve('noted') : act === 'staffImport' ? renew : { act };
      expect(rolesNeeded(asked as StaffActAsked, []).length, act).toBeGreaterThan(0);
    }
  });
});
