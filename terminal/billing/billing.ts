import type { HisEncounter } from '../../common/contracts/his/his.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Failure, Origin, SettleStep } from '../ports.ts';
import { askUnpaid } from '../services/look-up.ts';
import { settleSafely } from '../services/settle-visit.ts';
import { answerOf, failed, refused } from './answers.ts';
import { type BillInHand, createBillsInHand } from './bills.ts';
import { caseNoticeOf } from './case-notice.ts';
import { compareBill } from './compare.ts';
import type { Holder } from './custody.ts';
import type { BillingCore, BillingDeps, Shared } from './deps.ts';
import { generationOf, meet, type Person, refresh } from './persons.ts';
import { createPinFor } from './pin.ts';
import type { Billing, BillingEvent, MoneyAnswer, PersonRef, Quote, SettledBill } from './port.ts';
import { createPreparing } from './preparing.ts';
import { newQuoteId } from './quote-ids.ts';
import { createRefund } from './refunding.ts';
import { isOf, standingOf, waitsForPeople } from './standing.ts';
import { createStayVerbs } from './stays.ts';
import { createVisitVerbs } from './visits.ts';
import { createWithCore } from './with-core.ts';

export interface CallerBilling extends Billing {
  /** What the reader says: the number of the card session, or null where a reader is there without a card. */
  cardSeen(generation: number | null): void;
}

/** One caller's billing. `origin`: whose the encounters are that it prepares. */
export function createBilling(deps: BillingDeps, shared: Shared, holder: Holder, origin: Origin): CallerBilling {
  const { random, audit, devices } = deps;
  const { custody, pad, balances } = shared;
  const { withCore, noCore } = createWithCore(deps);
  const bills = createBillsInHand(() => newQuoteId(random, deps.core()?.store ?? null));
  const listeners = new Set<(event: BillingEvent) => void>();
  let person: Person | null = null;

  const tell = (event: BillingEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const refuse = (failure: Failure): Result<never, Failure> => {
    audit('bill.refused', { code: failure.code, by: holder });
    return err(failure);
  };
  const giveUp = (bill: BillInHand, written = () => {}): void => {
    bill.dropped = true;
    const core = deps.core();
    if (bill.settling || core === null) written();
    if (bill.settling) return;
    const target = bill.quote?.prepared ?? { encounterId: bill.encounterId };
    core?.settlements.abandon(target, written);
    bills.remove(bill.encounterId);
    custody.putDown(bill.encounterId, holder);
    tell({ kind: 'bill', encounterId: bill.encounterId });
  };

  const gone = (who: Person): void => {
    if (person === who) person = null;
    for (const bill of bills.of(who.ref)) giveUp(bill);
    tell({ kind: 'personGone', ref: who.ref });
  };

  /** Who that is, while her card lies there and nobody else's: what cannot be seen is not taken for hers. */
  const presentAs = async (ref: PersonRef): Promise<Person | null> => {
    const who = person;
    if (who === null || who.ref !== ref) return null;
    if ((await generationOf(deps, who)) !== null) return person === who ? who : null;
    // A card that is out ends her references by itself (`cardSeen`); of another in its place nobody else tells.
    if (person === who && devices.status().card.kind === 'present') gone(who);
    return null;
  };

  const pinFor = createPinFor({ deps, pad, holder });

  const { prepare, reprice } = createPreparing({
    ...{ deps, withCore, bills, custody, balances, holder, origin, presentAs, refuse, giveUp },
    changed: (encounterId) => tell({ kind: 'bill', encounterId }),
  });

  /** 2207 or 2304, to an outcome that somebody can be told. */
  const move = async (core: BillingCore, bill: BillInHand, quote: Quote, onStep: (step: SettleStep) => void) => {
    const { store, settlements } = core;
    const openOf = (id: string) => store.settlements.live(id);
    const parts = { settlements, failureOf: deps.failureOf, openSettlement: openOf };
    const result = await settleSafely(parts, quote.prepared, deps.limitMs, onStep);
    const open = result.kind === 'notSent' ? (openOf(bill.encounterId)?.messageId ?? null) : null;
    return { answer: answerOf(result, open, waitsForPeople(store, bill.encounterId)), result };
  };

  const settle = async (
    quoteId: string,
    onStep: (step: SettleStep | 'pin') => void,
  ): Promise<MoneyAnswer<SettledBill>> => {
    const core = deps.core();
    if (core === null) return refused(noCore());
    const bill = bills.byQuote(quoteId);
    const quote = bill?.quote ?? null;
    if (bill === null || quote === null) return refused(failed('BILL_GONE'));
    const who = await presentAs(bill.ref);
    if (who === null) return refused(failed('PERSON_GONE'));
    if (bill.settling) return refused(failed('BILL_BUSY'));
    bill.settling = true;
    tell({ kind: 'bill', encounterId: bill.encounterId });
    let keep = true;
    try {
      if (deps.pinBeforeAccount && quote.prepared.useAccount && !who.pinGiven) {
        onStep('pin');
        const pin = await pinFor.give(who);
        if (pin !== null) return refused(failed(pin));
      }
      if (bill.dropped) return refused(failed('PERSON_GONE'));
      // Given for this one payment, whatever becomes of it.
      who.pinGiven = false;
      const { answer, result } = await move(core, bill, quote, onStep);
      balances.moved();
      // What the centre or the network refused may be confirmed again; anything else is no longer this caller's.
      keep = answer.kind === 'refused' && (result.kind === 'refused' || result.kind === 'notSent');
      return answer;
    } finally {
      bill.settling = false;
      if (!keep) {
        bills.remove(bill.encounterId);
        custody.putDown(bill.encounterId, holder);
      } else if (bill.dropped) giveUp(bill);
      tell({ kind: 'bill', encounterId: bill.encounterId });
    }
  };

  const refund: Billing['refund'] = createRefund({
    deps,
    custody,
    holder,
    noCore,
    changed(encounterId) {
      balances.moved();
      tell({ kind: 'bill', encounterId });
    },
  });

  const handled = {
    ...{ withCore, presentAs, refuse, origin },
    take: (encounterId: string) => custody.take(encounterId, holder),
    putDown(encounterId: string) {
      if (bills.get(encounterId) === null) custody.putDown(encounterId, holder);
    },
  };

  return {
    person: () =>
      withCore(async ({ settlements }) => {
        if (deps.inUse()) return refuse(failed('TERMINAL_IN_USE'));
        const who = person;
        if (who !== null && (await generationOf(deps, who)) !== null) {
          const asked = await refresh({ ...deps, identify: settlements.identify }, who, balances.moves());
          if (!asked.ok) return asked;
          // Another card may have been put in while the centre was asked: this answer is not about her.
          return (await presentAs(who.ref)) === null ? refuse(failed('PERSON_GONE')) : ok(who.shown);
        }
        if (person !== null) gone(person);
        const met = await meet({ ...deps, identify: settlements.identify }, balances.moves());
        if (!met.ok) return met;
        person = met.value;
        audit('card.read', { by: holder });
        return ok(met.value.shown);
      }),
    reveal: async (ref) => (await presentAs(ref))?.visitor.holder ?? null,
    letGo(ref) {
      if (person?.ref === ref) gone(person);
    },
    async pin(ref) {
      const who = await presentAs(ref);
      return who === null ? refuse(failed('PERSON_GONE')) : pinFor.enter(who);
    },
    cancelPin: () => pad.cancel(holder),
    lookUp: (ref, question) =>
      withCore(async (core) => {
        const who = await presentAs(ref);
        return who === null ? refuse(failed('PERSON_GONE')) : core.lookUp(who, question);
      }),
    caseNotice: (ref, encounter) =>
      withCore(async (core) => {
        const who = await presentAs(ref);
        return who === null ? refuse(failed('PERSON_GONE')) : caseNoticeOf(core.lookUp, who, encounter);
      }),
    unpaid: (ref) =>
      withCore(async ({ his }): Promise<Result<readonly HisEncounter[], Failure>> => {
        const who = await presentAs(ref);
        if (who === null) return refuse(failed('PERSON_GONE'));
        return askUnpaid({ his, timing: deps.timing }, who.visitor.holder);
      }),
    compare(encounter) {
      const differences = compareBill(encounter);
      return differences.ok ? differences : err(failed(differences.error));
    },
    prepare,
    reprice,
    quoted: (quoteId) => bills.byQuote(quoteId)?.quote ?? null,
    settle,
    abandon: (encounterId) =>
      new Promise((resolve) => {
        const bill = bills.get(encounterId);
        if (bill === null) resolve();
        else giveUp(bill, resolve);
      }),
    refund,
    standing(encounterId, of) {
      const core = deps.core();
      if (core === null) return err(noCore());
      try {
        const whose = of === 'own' ? origin : undefined;
        if (whose !== undefined && !isOf(core.store, encounterId, whose)) return err(failed('BILL_NONE'));
        return ok(standingOf(core.store, encounterId, whose));
      } catch (cause) {
        return err(failed(deps.failureOf(cause)));
      }
    },
    stay: createStayVerbs({ ...handled, core: deps.core, noCore, failureOf: deps.failureOf }),
    visit: createVisitVerbs(handled),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    cardSeen(generation) {
      if (person === null || generation === person.visitor.generation) return;
      // A number that is new: the same card under another host, which whoever asks next finds out.
      if (generation === null) gone(person);
    },
  };
}
