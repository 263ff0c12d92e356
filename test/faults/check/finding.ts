/** The invariants of this lane, and what each one is in few words (risks 1.2). */
export const INVARIANTS = {
  I1: 'a settlement has at most one net effect at the centre',
  I2: 'success is shown or printed only if the centre confirmed it and the row is durable',
  I3: 'message id and exact bytes are durable before the first byte; what is repeated is byte for byte the same',
  I4: 'an unclear outcome is UNKNOWN and blocks the encounter; a clear one is what it is',
  I5: 'UNKNOWN ends by 5203, by a stored 2601 with the original message id, or by a named person',
  I6: 'a final state never changes, and is of the right message, person and amount',
  I7: 'one original on paper at most; a copy is marked; amounts are the centre’s; an unknown print is not printed',
  I8: 'money identities in integer fen; the books of all sides agree',
  I9: 'one bad queue row delays no other',
  I10: 'a queue row leaves only when acknowledged, and arrives once',
  I11: 'a row older than the other side’s keys is queried before it is sent',
  I12: 'order is by sequence number; the wall clock reorders and repeats nothing',
  I13: 'without free space nothing is sent',
  I15: 'one instance at a time',
  I16: 'nothing of one person under another person’s card',
  I17: 'every change of state is in the audit chain, which verifies',
  told: 'what is settled somebody was told of, and what she was told of is not given back behind her',
  cash: 'the cash of a settlement is collected once, and not for what is given back',
  caller: 'every caller at the counter hears the end of its own wishes, as it is, and nothing of another’s',
  rest: 'everything comes to rest: final, delivered, or on the work-list',
  his: 'the hospital knows what was paid, and holds nothing that was not',
} as const;

export type Invariant = keyof typeof INVARIANTS;

export interface Finding {
  readonly invariant: Invariant;
  readonly what: string;
}

export type Tell = (invariant: Invariant, what: string) => void;
