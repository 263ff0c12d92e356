import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Failure, Origin } from '../ports.ts';
import { isAskedFirst, whyNotFor } from '../settlement/origins.ts';
import { failed } from './answers.ts';
import type { Balances } from './balances.ts';
import type { BillInHand, BillsInHand } from './bills.ts';
import { compareBill } from './compare.ts';
import type { Custody, Holder } from './custody.ts';
import type { BillingDeps } from './deps.ts';
import { type Person, refresh } from './persons.ts';
import type { Billing, PersonRef, Quote } from './port.ts';
import type { WithCore } from './with-core.ts';

export interface PreparingParts {
  readonly deps: BillingDeps;
  readonly withCore: WithCore;
  readonly bills: BillsInHand;
  readonly custody: Custody;
  readonly balances: Balances;
  readonly holder: Holder;
  readonly origin: Origin;
  readonly presentAs: (ref: PersonRef) => Promise<Person | null>;
  readonly refuse: (failure: Failure) => Result<never, Failure>;
  readonly giveUp: (bill: BillInHand) => void;
  readonly changed: (encounterId: string) => void;
}

/** A bill up to its pre-settlement, for one caller. */
export function createPreparing(parts: PreparingParts): Pick<Billing, 'prepare' | 'reprice'> {
  const { deps, withCore, bills, custody, balances, holder, origin, presentAs, refuse, giveUp, changed } = parts;

  /** What was read of her account is of before, where that is the refusal. */
  const aged = (failure: Failure): Result<never, Failure> => {
    if (failure.code === 'CENTRE_BALANCE_CHANGED') balances.moved();
    return err(failure);
  };

  const prepare: Billing['prepare'] = ({ ref, encounter, useAccount, onStep }) =>
    withCore(async (core) => {
      const who = await presentAs(ref);
      if (who === null) return refuse(failed('PERSON_GONE'));
      const sum = compareBill(encounter);
      if (!sum.ok) return err(failed(sum.error));
      if (sum.value.length > 0) return err(failed('HIS_TOTAL_DIFFERS'));
      // 1101 anew where money has moved, and who lies there after it.
      const asOfNow = await refresh({ ...deps, identify: core.settlements.identify }, who, balances.moves());
      if (!asOfNow.ok) return refuse(asOfNow.error);
      if ((await presentAs(ref)) === null) return refuse(failed('PERSON_GONE'));
      const { encounterId } = encounter;
      const former = bills.get(encounterId);
      if (former !== null && (former.settling || former.quote === null)) return refuse(failed('BILL_BUSY'));
      const why = whyNotFor(core.store, encounterId, origin);
      if (why !== null && !isAskedFirst(why)) return refuse(failed(why));
      // In hand from here on; what already is stays there.
      if (!custody.take(encounterId, holder)) return refuse(failed('BILL_BUSY'));
      const bill = bills.begin(encounterId, ref);
      const { holder: card } = who.visitor;
      const asked = { holder: card, insured: who.insured, encounter, useAccount, onStep, origin };
      const prepared = await core.settlements.prepare(asked).catch((cause: unknown) => {
        if (!bill.dropped) giveUp(bill);
        throw cause;
      });
      if (bill.dropped) {
        // One that failed was given up when it was dropped, and the next of this encounter may be under way by now.
        if (prepared.ok) core.settlements.abandon(prepared.value);
        return refuse(failed('PERSON_GONE'));
      }
      if (prepared.ok) {
        const quote = bills.quoted(bill, prepared.value);
        changed(encounterId);
        return ok(quote);
      }
      giveUp(bill);
      return aged(prepared.error);
    });

  const reprice: Billing['reprice'] = (quoteId, useAccount) =>
    withCore(async ({ settlements }): Promise<Result<Quote, Failure>> => {
      const bill = bills.byQuote(quoteId);
      if (bill?.quote == null || bill.settling) return refuse(failed('BILL_GONE'));
      const { prepared } = bill.quote;
      if ((await presentAs(bill.ref)) === null) return refuse(failed('PERSON_GONE'));
      const priced = await settlements.reprice(prepared, useAccount);
      if (!priced.ok) return aged(priced.error);
      if (bill.dropped) return refuse(failed('PERSON_GONE'));
      return ok(bills.quoted(bill, priced.value));
    });

  return { prepare, reprice };
}
