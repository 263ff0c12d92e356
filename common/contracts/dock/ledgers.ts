import { z } from 'zod';

/** One settlement as four witnesses tell it who do not know of each other. Integer fen. */
export const witnessAmountsSchema = z.object({
  total: z.int(),
  funds: z.int(),
  account: z.int(),
  cash: z.int(),
});
export type WitnessAmounts = z.output<typeof witnessAmountsSchema>;
export const amountParts = ['total', 'funds', 'account', 'cash'] as const;
export const witnessNames = ['centre', 'his', 'journal', 'paper'] as const;
export type WitnessName = (typeof witnessNames)[number];

const cell = <T extends readonly [string, ...string[]]>(states: T) =>
  z.object({ state: z.enum(states), amounts: witnessAmountsSchema.nullable() });

/** Each explains in one sentence what state the four are in (strings/dock/ledgers). */
export const ledgerWords = [
  'allAgree',
  'differ',
  'paperMissing',
  'paperTwice',
  'paperPrinting',
  'paperHalf',
  'paperUnreadable',
  'centreAhead',
  'terminalAsks',
  'terminalFences',
  'sentNoAnswer',
  'hisWaits',
  'hisSetAside',
  'hisReleaseWaits',
  'hisUntold',
  'refusedCleanly',
  'notSentCleanly',
  'reversedCleanly',
  'movedWithoutUs',
  'centreLost',
] as const;
export type LedgerWord = (typeof ledgerWords)[number];

export const ledgerRowSchema = z.object({
  messageId: z.string(),
  encounterId: z.string(),
  person: z.string().nullable(),
  centre: cell(['none', 'settled', 'refunded', 'reversed']),
  his: cell(['unknown', 'unpaid', 'held', 'settled', 'settledOtherwise']),
  journal: cell(['none', 'intended', 'unknown', 'fencing', 'settled', 'refused', 'notSent', 'reversed']),
  paper: cell(['none', 'printing', 'half', 'settlement', 'open', 'notSettled', 'unreadable']),
  /** Pieces of paper that are a settlement slip of this message and no copy. */
  originals: z.int().nonnegative(),
  /** "his.cash": where a witness differs from the centre. */
  differences: z.array(z.string()),
  verdict: z.enum(['agree', 'waiting', 'differ']),
  words: z.array(z.enum(ledgerWords)),
});
export type LedgerRow = z.output<typeof ledgerRowSchema>;

export const ledgersSchema = z.object({
  /** Which witnesses could be asked; a terminal that restarts cannot for a moment. */
  heard: z.object({ centre: z.boolean(), his: z.boolean(), journal: z.boolean(), paper: z.boolean() }),
  rows: z.array(ledgerRowSchema),
  queue: z.object({ waiting: z.int(), setAside: z.int() }),
});
export type Ledgers = z.output<typeof ledgersSchema>;
