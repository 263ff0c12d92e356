import type { StaffWork } from '../../common/contracts/session/staff-view.ts';
import type { StaffResolution } from '../../common/contracts/staff.ts';
import type { WorklistRow } from '../../common/contracts/worklist.ts';

/** What a person needs first; the rest follows in the row's own order. */
const FIRST = [
  ...['verdict', 'reason', 'why', 'cause', 'setlId', 'day', 'rounds', 'tries', 'row', 'destination'],
  // Of a slip: which one, the number that a copy of it takes, and what the printer had.
  ...['kind', 'messageId', 'trouble'],
  // Of a cash part: what is known of the cashier, and under which key its books have it.
  ...['cashier', 'key'],
];
const MAX_FACTS = 3;
const MAX_TEXT = 60;

/** A work-list row as the staff's page may show it: what it is about, what is known, what may be answered now. */
export function workView(row: WorklistRow, nowMs: number, answers: readonly StaffResolution[]): StaffWork {
  const rank = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  const facts = Object.entries(row.detail)
    .sort(([a], [b]) => rank(a) - rank(b))
    .filter(([, value]) => value !== null && value !== '')
    .slice(0, MAX_FACTS)
    .map(([name, value]) => ({ name, value: [...String(value)].slice(0, MAX_TEXT).join('') }));
  return {
    id: row.id,
    kind: row.kind,
    encounterId: row.encounterId,
    amountFen: row.amountFen,
    ageMs: Math.max(0, nowMs - row.openedAt),
    facts,
    answers: [...answers],
  };
}
