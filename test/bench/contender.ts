/** A queue under measurement, over a database file of its own. Every row is durable when `enqueue` returns. */
export interface Contender {
  /** Adds one row, in a transaction of its own. */
  enqueue(number: number): void;
  /** Takes and finishes every row there is, each for good. */
  drain(): Promise<void>;
  /** Rows that are finished. */
  finished(): number;
  close(): void;
}

/** Rows between two breaths, the same for all: a moment in which the bench can be told to stop. */
export const BREATH = 100;
export const breath = (): Promise<void> => new Promise((done) => setImmediate(done));

/** Opens a contender on a file that does not exist yet. */
export type Open = (file: string) => Contender;

/** What every contender stores: about what the operator is told of a settlement, 400 bytes. */
export function payload(number: number): { readonly [name: string]: string | number } {
  return {
    messageId: `H9901010001720260302090000${String(number).padStart(4, '0')}`,
    encounterId: `OP20260302${String(number).padStart(6, '0')}`,
    setlId: `S${String(number).padStart(20, '0')}`,
    totalFen: 106_548,
    fundsFen: 70_015,
    accountFen: 20_000,
    cashFen: 16_533,
    settledAt: '2026-03-02 09:00:00',
    department: '骨科',
    foundBy: 'answer',
    checkCode: '0123456789ABCDEF',
    note: 'x'.repeat(96),
  };
}
