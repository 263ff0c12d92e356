import type { Prepared } from '../ports.ts';
import type { PersonRef, Quote } from './port.ts';

/** A bill in this caller's hands, from `prepare` until it is settled, abandoned or let go of. */
export interface BillInHand {
  readonly encounterId: string;
  readonly ref: PersonRef;
  /** Its newest pre-settlement; null while the first one is under way. */
  quote: Quote | null;
  /** Money is moving: nobody abandons it now. */
  settling: boolean;
  /** Let go of while something was under way: it is given back when that ends. */
  dropped: boolean;
}

/** A caller's bills, by encounter. Quotes are named anew with every pre-settlement, and only the newest is good. */
export interface BillsInHand {
  begin(encounterId: string, ref: PersonRef): BillInHand;
  /** The new pre-settlement of a bill. */
  quoted(bill: BillInHand, prepared: Prepared): Quote;
  byQuote(quoteId: string): BillInHand | null;
  get(encounterId: string): BillInHand | null;
  of(ref: PersonRef): readonly BillInHand[];
  remove(encounterId: string): void;
}

export function createBillsInHand(newId: () => string): BillsInHand {
  const bills = new Map<string, BillInHand>();
  return {
    begin(encounterId, ref) {
      const bill: BillInHand = { encounterId, ref, quote: null, settling: false, dropped: false };
      bills.set(encounterId, bill);
      return bill;
    },
    quoted(bill, prepared) {
      const { split, levels: rulings, terms } = prepared;
      bill.quote = { id: newId(), encounterId: bill.encounterId, prepared, split, rulings, terms };
      return bill.quote;
    },
    byQuote: (quoteId) => [...bills.values()].find(({ quote }) => quote?.id === quoteId) ?? null,
    get: (encounterId) => bills.get(encounterId) ?? null,
    of: (ref) => [...bills.values()].filter((bill) => bill.ref === ref),
    remove: (encounterId) => void bills.delete(encounterId),
  };
}
