import type { RefundAnswer, SettleAnswer } from '../../../../common/contracts/billing/money.ts';
import { refundAnswerSchema, settleAnswerSchema } from '../../../../common/contracts/billing/money.ts';
import type { billOperations } from '../../../../common/contracts/billing/operations/bills.ts';
import { formatFen } from '../../../../common/kernel/money.ts';
import type { Pii } from '../../../../common/kernel/pii.ts';
import { err, ok, type Result } from '../../../../common/kernel/result.ts';
import { failed } from '../../../billing/answers.ts';
import type { MoneyAnswer, Quote } from '../../../billing/port.ts';
import { isOfLostJournal } from '../../../billing/quote-ids.ts';
import { nameless } from '../../../billing/words.ts';
import type { CardHolder, Failure } from '../../../ports.ts';
import type { Store } from '../../../store/store.ts';
import type { Context, Handlers } from '../context.ts';
import { lostWithJournal, spentQuote } from '../from-journal.ts';
import type { Keyed, KeyedAsk, Keys } from '../keys.ts';
import { mayTouch } from '../own.ts';
import { type Problem, problemOf } from '../problem.ts';
import type { Telling } from '../telling.ts';
import { quoteOut, refundOut, settleOut, standingOut } from '../wire.ts';

export interface BillHandlerDeps {
  readonly store: () => Store | null;
  readonly keys: Keys;
  readonly telling: Telling;
}

type Whose = Pii<CardHolder> | null;

/** The other side's words are told without the name of whose bill it is. */
const quoted = (made: Result<Quote, Failure>, whose: Whose) =>
  made.ok ? ok(quoteOut(made.value)) : err(problemOf(nameless(made.error, whose)));
const said = <T>(answer: MoneyAnswer<T>, whose: Whose): MoneyAnswer<T> =>
  answer.kind === 'refused' ? { ...answer, failure: nameless(answer.failure, whose) } : answer;

/** Bills, from their comparison to their refund. */
export function billHandlers({ store, keys, telling }: BillHandlerDeps): Handlers<keyof typeof billOperations> {
  const personOf = (visitId: number | null): Whose =>
    visitId === null ? null : (store()?.visits.get(visitId)?.person ?? null);

  const standing = (encounterId: string, context: Context) => {
    const { billing, client } = context;
    const found = billing.standing(encounterId, client.encounters === 'own' ? 'own' : undefined);
    return found.ok ? ok(standingOut(found.value)) : err(problemOf(found.error));
  };

  /** What came out under a key, and what follows from its being told. */
  const told = async <A extends SettleAnswer | RefundAnswer>(
    run: Promise<Result<Keyed<A>, Problem>>,
    { afterwards, header }: Context,
  ): Promise<Result<A, Problem>> => {
    const keyed = await run;
    if (!keyed.ok) return keyed;
    const { answer, replayed } = keyed.value;
    if (replayed) header('idempotency-replayed', 'true');
    if (answer.kind === 'settled' && 'setlId' in answer.bill) {
      const { messageId } = answer.bill;
      afterwards((delivered) => telling.answered(messageId, delivered));
    }
    return ok(answer);
  };

  const step =
    ({ send }: Context, encounterId: string) =>
    (name: string) =>
      send({ kind: 'step', encounterId, step: name });

  return {
    async unpaidBills({ person }, { billing }) {
      const unpaid = await billing.unpaid(person);
      if (unpaid.ok) return ok({ encounters: [...unpaid.value] });
      return err(problemOf(nameless(unpaid.error, await billing.reveal(person))));
    },
    compareBill({ encounter }, { billing }) {
      const compared = billing.compare(encounter);
      if (!compared.ok) return err(problemOf(compared.error));
      const out = compared.value.map(({ hospital, computed, ...line }) => ({
        ...line,
        hospital: formatFen(hospital),
        computed: formatFen(computed),
      }));
      return ok({ differences: out });
    },
    async prepareBill({ person: ref, encounter, useAccount }, context) {
      const { billing } = context;
      const onStep = step(context, encounter.encounterId);
      const prepared = await billing.prepare({ ref, encounter, useAccount, onStep });
      return quoted(prepared, prepared.ok ? null : await billing.reveal(ref));
    },
    async repriceBill({ quote, useAccount }, { billing, client }) {
      const whose = personOf(billing.quoted(quote)?.prepared.id ?? null);
      const repriced = await billing.reprice(quote, useAccount);
      const books = store();
      const isGone = !repriced.ok && repriced.error.code === 'BILL_GONE' && books !== null;
      const spent = isGone ? spentQuote(books, { client: client.name, subject: quote }) : null;
      if (spent === null) return quoted(repriced, whose);
      return err(problemOf(failed(spent.kind === 'unknown' ? 'SETTLEMENT_OPEN' : 'BILL_SETTLED')));
    },
    settleBill(input, context) {
      const { billing, client, key } = context;
      const { quote } = input;
      const known = billing.quoted(quote);
      const [encounterId, visitId] = [known?.encounterId ?? '', known?.prepared.id ?? null];
      const ask: KeyedAsk<SettleAnswer> = {
        ...{ client: client.name, key, operation: 'settle', input, encounterId, visitId, subject: quote },
        schema: settleAnswerSchema,
        async work() {
          const books = store();
          if (visitId === null && books !== null) {
            if (isOfLostJournal(quote, books)) return ok(lostWithJournal(null));
            const spent = spentQuote(books, { client: client.name, subject: quote });
            if (spent !== null) return ok(spent);
          }
          const answer = await billing.settle(quote, step(context, encounterId));
          return ok(settleOut(said(answer, personOf(visitId))));
        },
      };
      return told(keys.run(ask), context);
    },
    refundBill(input, context) {
      const { billing, client, key } = context;
      const { messageId, until } = input;
      const books = store();
      const row = books?.settlements.byMessageId(messageId) ?? null;
      if (books !== null && row !== null && !mayTouch(books, row, client)) return err({ code: 'NOT_FOUND' });
      const ask: KeyedAsk<RefundAnswer> = {
        ...{ client: client.name, key, operation: 'refund', input, subject: messageId, visitId: null },
        encounterId: row?.encounterId ?? '',
        schema: refundAnswerSchema,
        async work() {
          // What this journal does not have, the one before it may have settled and given back.
          if (row === null && store()?.origin.get() != null) return ok(lostWithJournal(messageId));
          const answer = await billing.refund(messageId, client.name, null, until);
          const inOtherHands = answer.kind === 'refused' && answer.failure.code === 'BILL_BUSY';
          if (inOtherHands) return err(problemOf(answer.failure));
          return ok(refundOut(said(answer, personOf(row?.visitId ?? null))));
        },
      };
      return told(keys.run(ask), context);
    },
    async abandonBill({ encounterId }, context) {
      await context.billing.abandon(encounterId);
      return standing(encounterId, context);
    },
    readBill: ({ encounterId }, context) => standing(encounterId, context),
  };
}
