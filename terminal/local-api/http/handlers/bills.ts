import type { RefundAnswer, SettleAnswer } from '../../../../common/contracts/billing/money.ts';
import { refundAnswerSchema, settleAnswerSchema } from '../../../../common/contracts/billing/money.ts';
import type { billOperations } from '../../../../common/contracts/billing/operations/bills.ts';
import { formatFen } from '../../../../common/kernel/money.ts';
import { err, ok, type Result } from '../../../../common/kernel/result.ts';
import type { Quote } from '../../../billing/port.ts';
import type { Failure } from '../../../ports.ts';
import type { Store } from '../../../store/store.ts';
import type { Context, Handlers } from '../context.ts';
import type { Keyed, KeyedAsk, Keys } from '../keys.ts';
import { type Problem, problemOf } from '../problem.ts';
import type { Telling } from '../telling.ts';
import { quoteOut, refundOut, settleOut, standingOut } from '../wire.ts';

export interface BillHandlerDeps {
  readonly store: () => Store | null;
  readonly keys: Keys;
  readonly telling: Telling;
}

const quoted = (made: Result<Quote, Failure>) => (made.ok ? ok(quoteOut(made.value)) : err(problemOf(made.error)));

/** Bills, from their comparison to their refund. */
export function billHandlers({ store, keys, telling }: BillHandlerDeps): Handlers<keyof typeof billOperations> {
  /** Whether this client may see the encounter: its own, or any where its token says so. */
  const maySee = (encounterId: string, { client }: Context): boolean =>
    client.encounters === 'all' || store()?.clientBills.get(encounterId)?.client === client.name;

  const standing = (encounterId: string, context: Context) => {
    if (!maySee(encounterId, context)) return err({ code: 'NOT_FOUND' } as const);
    const found = context.billing.standing(encounterId);
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
      return unpaid.ok ? ok({ encounters: [...unpaid.value] }) : err(problemOf(unpaid.error));
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
      const onStep = step(context, encounter.encounterId);
      return quoted(await context.billing.prepare({ ref, encounter, useAccount, onStep }));
    },
    repriceBill: async ({ quote, useAccount }, { billing }) => quoted(await billing.reprice(quote, useAccount)),
    settleBill(input, context) {
      const { billing, client, key } = context;
      const { quote } = input;
      const encounterId = billing.quoted(quote)?.encounterId ?? '';
      const ask: KeyedAsk<SettleAnswer> = {
        ...{ client: client.name, key, operation: 'settle', input, encounterId, subject: quote },
        schema: settleAnswerSchema,
        work: async () => ok(settleOut(await billing.settle(quote, step(context, encounterId)))),
      };
      return told(keys.run(ask), context);
    },
    refundBill(input, context) {
      const { billing, client, key } = context;
      const { messageId } = input;
      const row = store()?.settlements.byMessageId(messageId) ?? null;
      if (row !== null && !maySee(row.encounterId, context)) return err({ code: 'NOT_FOUND' });
      const ask: KeyedAsk<RefundAnswer> = {
        ...{ client: client.name, key, operation: 'refund', input, subject: messageId },
        encounterId: row?.encounterId ?? '',
        schema: refundAnswerSchema,
        async work() {
          const answer = await billing.refund(messageId, client.name);
          const inOtherHands = answer.kind === 'refused' && answer.failure.code === 'BILL_BUSY';
          return inOtherHands ? err(problemOf(answer.failure)) : ok(refundOut(answer));
        },
      };
      return told(keys.run(ask), context);
    },
    abandonBill({ encounterId }, context) {
      context.billing.abandon(encounterId);
      return standing(encounterId, context);
    },
    readBill: ({ encounterId }, context) => standing(encounterId, context),
  };
}
