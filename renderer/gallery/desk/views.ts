import { deskFixtures } from '../../fixtures/desk/index.ts';

/** Every fixture of the desk, and what a key lays over it. */
export const deskViews: readonly string[] = [
  ...Object.keys(deskFixtures),
  'bill-quoted+F1',
  'bill-stale+F1',
  'bill-quoted+Control_k',
  'bill-quoted+F3',
  'bill-quoted+F5',
  'bill-quoted+F5+2+0+0',
  'bill-quoted+F5+1',
  'bill-zero+F5',
  'bill-differs+F5',
  'bill-stay+F3',
  'bill-quoted+b',
  'result-settled+F6',
  'dayList+4+6',
  'dayList+9+9+9+9+9+9',
  'dayList+F3+F3+PageDown',
  'staff-list-many+Enter',
  'staff-list-many+Enter+1',
  'shift-open+5+0+0',
  'shift-count+4+7+Enter+3+Enter+1',
];

/** One of each screen in its fullest state: where another size or language would be too much first. */
export const fullestDeskViews: readonly string[] = [
  'waiting-mute',
  'shift-open-failed',
  'shift-report',
  'shift-closed',
  'shift-closing',
  'cardProblem-said',
  'person',
  'bill-many-differ',
  'bill-stay',
  'bill-pin',
  'bill-trouble',
  'result-changed',
  'result-refused',
  'result-unknown-people',
  'refund-partial',
  'lookup',
  'dayList',
  'staff-list-many',
  'staff-report-open',
  'staff-proof-second',
];
