import type { WorklistKind } from '../../common/contracts/worklist.ts';

/** A row of the work-list by the operator's newest record of it. */
export interface Matter {
  readonly kind: string;
  readonly subject: string;
  readonly fen: number | null;
  readonly open: boolean;
}

/**
 * Whether an open row of this kind waits for somebody's decision. The others say what has been decided: a settlement
 * that stands and that the person may not know of, a slip that nobody repeats.
 */
const WAITS: Readonly<Record<WorklistKind, boolean>> = {
  'settlement-unknown': true,
  'settlement-late': true,
  'settlement-after-session': false,
  'settlement-unsound': true,
  'reversal-stuck': true,
  'refund-stuck': true,
  'refund-unread': true,
  'row-dead': true,
  difference: true,
  'print-unknown': false,
  'collection-unknown': true,
};

/** What the operator is told of as a fault and nobody has to end. Any other fault waits for a person. */
export const SAID_ONLY: ReadonlySet<string> = new Set(['SETTLEMENT_REVERSED']);

/** What is open for a person, in words; a kind that nobody knows here waits for one too. */
export function openForSomebody(matters: readonly Matter[], faults: readonly string[]): readonly string[] {
  const waiting = matters.filter(
    ({ kind, open }) => open && (WAITS as Readonly<Record<string, boolean>>)[kind] !== false,
  );
  return [
    ...waiting.map(({ kind }) => `on the work-list: ${kind}`),
    ...faults.filter((fault) => !SAID_ONLY.has(fault)).map((fault) => `the operator was told of ${fault}`),
  ];
}
