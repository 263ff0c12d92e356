import { cliStoreStatusSchema, type StoreStatus } from '../../common/contracts/cli/store-verbs.ts';
import { err, ok } from '../../common/kernel/result.ts';
import { failureCauses } from '../../common/strings/failures/cause.ts';
import { failureSentences } from '../../common/strings/failures.ts';
import type { Deadline } from '../deadline.ts';
import { failure, linkFailure } from '../failure.ts';
import { prove, type StaffContext } from '../prove.ts';
import type { ControlClient } from '../terminal-session.ts';
import { type Language, say } from '../text.ts';
import type { Done, Outcome } from './done.ts';

/** What a journal can be begun beside; the terminal has the last word. */
const LOST: readonly string[] = ['STORE_CORRUPT', 'STORE_GONE', 'STORE_KEY'];

/** `store status`: whether this terminal settles; if not, why and what to do. */
export async function storeStatus(client: ControlClient, deadline: Deadline): Promise<Outcome> {
  const answer = await client.call('storeStatus', {}, { timeoutMs: deadline.left() });
  return answer.ok ? ok(shown(cliStoreStatusSchema.parse(answer.value))) : err(linkFailure(answer.error));
}

/** `store adopt-new`: two people begin a new journal beside one that was lost or set aside. */
export async function storeAdopt(context: StaffContext, reason: string): Promise<Outcome> {
  const { client, deadline } = context;
  const state = await client.call('storeStatus', {}, { timeoutMs: deadline.left() });
  if (!state.ok) return err(linkFailure(state.error));
  // Nobody is called to the terminal where there is nothing to begin.
  if (state.value.code === null || !LOST.includes(state.value.code)) return err(failure('STORE_NOT_LOST'));
  const ticket = await prove(context, { act: 'storeAdopt', reason });
  if (!ticket.ok) return ticket;
  const answer = await client.call('storeAdopt', { ticket: ticket.value, reason }, { timeoutMs: deadline.left() });
  if (!answer.ok) return err(linkFailure(answer.error));
  if (!answer.value.ok) return err(failure(answer.value.code));
  return ok(shown(cliStoreStatusSchema.parse(answer.value.status)));
}

/** Of a skew below 0.1 s nothing is worth saying. */
function clockText(skewMs: number, language: Language): string {
  const seconds = (Math.abs(skewMs) / 1000).toFixed(1);
  if (seconds === '0.0') return say(language, 'clockAlike');
  return say(language, skewMs > 0 ? 'clockAhead' : 'clockBehind', { seconds });
}

const shown = (output: StoreStatus): Done => ({ output, text: (language) => textOf(output, language) });

function textOf({ code, setAside, adopted, clock }: StoreStatus, language: Language): string {
  const remedy = (of: keyof typeof failureSentences) =>
    `${of}: ${failureCauses[of][language]}\n${say(language, 'remedy', { what: failureSentences[of].remedy[language] })}`;
  return [
    code === null ? say(language, 'storeSettles') : `${say(language, 'storeClosed')} ${remedy(code)}`,
    ...setAside.map((name) => say(language, 'storeSetAside', { name })),
    ...(adopted === null
      ? []
      : [
          say(language, 'storeAdopted', {
            ...{ at: adopted.at, reason: adopted.reason, predecessor: adopted.predecessor ?? '-' },
            by: [adopted.by, ...(adopted.second === null ? [] : [adopted.second])].join(', '),
          }),
        ]),
    ...(clock.code === 'CLOCK_SKEWED' ? [remedy('CLOCK_SKEWED')] : []),
    clockText(clock.skewMs, language),
  ].join('\n');
}
