import type { StaffActAsked, StaffRole } from '../../common/contracts/staff.ts';
import { isMoneyResolution } from '../../common/contracts/worklist.ts';

/** One way to stand for an act: a role for each person, in any order. Different people, always. */
export type Way = readonly [StaffRole] | readonly [StaffRole, StaffRole];

const ANYBODY: readonly Way[] = [['cashier'], ['technician'], ['auditor']];
const MONEY: readonly Way[] = [
  ['cashier', 'cashier'],
  ['cashier', 'auditor'],
];

/** Who may do what; docs/staff.md has the same table in words. */
export function waysOf(act: StaffActAsked): readonly Way[] {
  switch (act.act) {
    case 'worklistList':
    case 'staffList':
    case 'page':
      return ANYBODY;
    case 'worklistResolve':
      return isMoneyResolution(act.resolution) ? MONEY : ANYBODY;
    case 'reveal':
    case 'auditVerify':
      return [['technician'], ['auditor']];
    case 'reconcile':
    case 'receiptCopy':
      return [['cashier'], ['auditor']];
    case 'shiftOpen':
      return [['cashier']];
    case 'deskRefund':
      return MONEY;
    case 'staffMark':
      return [['technician']];
    case 'storeAdopt':
      // What the lost journal knew of money is forgotten: never without an auditor.
      return [
        ['technician', 'auditor'],
        ['cashier', 'auditor'],
      ];
    case 'staffImport':
      return [['technician', 'auditor']];
  }
}

/** How many people the act takes. */
export function peopleFor(act: StaffActAsked): 1 | 2 {
  return waysOf(act).some((way) => way.length === 2) ? 2 : 1;
}

/** What is left of the ways once a person with these roles stands for one place of each. */
function after(
  ways: readonly (readonly StaffRole[])[],
  roles: readonly StaffRole[],
): readonly (readonly StaffRole[])[] {
  return ways.flatMap((way) => way.flatMap((role, place) => (roles.includes(role) ? [way.toSpliced(place, 1)] : [])));
}

/**
 * Roles of which the next person needs one, given the roles of whoever proved herself before. Empty: nobody could
 * complete the act with that person.
 */
export function rolesNeeded(act: StaffActAsked, before: readonly (readonly StaffRole[])[]): readonly StaffRole[] {
  const left = before.reduce<readonly (readonly StaffRole[])[]>(after, waysOf(act));
  return [...new Set(left.flat())].sort();
}

/** Whether a person with these roles may stand for the act beside those who proved themselves before. */
export function mayStand(
  act: StaffActAsked,
  before: readonly (readonly StaffRole[])[],
  roles: readonly StaffRole[],
): boolean {
  return [...before, roles].reduce<readonly (readonly StaffRole[])[]>(after, waysOf(act)).length > 0;
}
