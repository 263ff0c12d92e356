import type { StaffViewOf, StaffWork } from '../../common/contracts/session/staff-view.ts';
import type { StaffActAsked } from '../../common/contracts/staff.ts';
import { maskName } from '../../common/kernel/masking.ts';
import { unwrapPii } from '../../common/kernel/pii.ts';
import type { StaffRow } from '../store/staff-rows.ts';
import type { ProofPhase } from './proof.ts';
import { peopleFor, rolesNeeded } from './rules.ts';

export interface ProofStands {
  /** The staff's page asks; its list is where stopping leads. */
  readonly page: boolean;
  readonly proved: readonly StaffRow[];
  readonly phase: ProofPhase;
  readonly digits: number;
}

export const rolesOf = (people: readonly StaffRow[]) => people.map(({ roles }) => roles);

export const maskedName = ({ name }: StaffRow): string => maskName(unwrapPii(name));

/** What the next person is asked, after those who proved themselves. `work` is the row that the act is about. */
export function proofView(
  act: StaffActAsked,
  work: StaffWork | null,
  { page, proved, phase, digits }: ProofStands,
): StaffViewOf<'proof'> {
  const [first] = proved;
  return {
    kind: 'proof',
    act: act.act,
    about: act.act === 'worklistResolve' && work !== null ? { work, resolution: act.resolution } : null,
    person: first === undefined ? 1 : 2,
    of: peopleFor(act),
    roles: [...rolesNeeded(act, rolesOf(proved))],
    first: first === undefined ? null : maskedName(first),
    phase,
    digits,
    mayGoBack: page,
  };
}
