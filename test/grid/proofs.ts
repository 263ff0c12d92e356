import type { Kind, Point } from './cells.ts';

/** A cell that a single test covers, beside the lanes. */
export interface Proof {
  readonly points: readonly Point[];
  readonly kind: Kind;
  readonly file: string;
  readonly title: string;
}

const journal = 'test/stress/journal.test.ts';
const open = 'terminal/store/open.test.ts';

export const PROOFS: readonly Proof[] = [
  {
    points: ['P16'],
    kind: 'bit flip',
    file: journal,
    title: 'is set aside whole; questions are answered, nothing is settled, and none is begun in its stead',
  },
  { points: ['P0'], kind: 'bit flip', file: journal, title: 'found while it is open stops the core over it at once' },
  {
    points: ['P0'],
    kind: 'database deleted',
    file: journal,
    title: 'is missed before anything is confirmed: settling is refused at that moment',
  },
  {
    points: ['P16'],
    kind: 'database deleted',
    file: journal,
    title: 'while the terminal was off is not begun anew in silence',
  },
  {
    points: ['P15'],
    kind: 'EIO',
    file: open,
    title: 'is all or nothing: a step that fails leaves the version before it',
  },
  {
    points: ['P15'],
    kind: 'ENOSPC',
    file: open,
    title: 'is all or nothing: a step that fails leaves the version before it',
  },
  {
    points: ['P16', 'P15'],
    kind: 'second instance',
    file: journal,
    title: 'held by another terminal process: this one serves nobody',
  },
  {
    points: ['P11'],
    kind: 'suspend',
    file: 'test/stress/still.device.test.ts',
    title: 'stopped for longer than every time-out while an order is under way: one order, one payment, and it is said',
  },
];
