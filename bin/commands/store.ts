import { cliStoreStatusSchema, type StoreStatus } from '../../common/contracts/cli/store-verbs.ts';
import { err, ok } from '../../common/kernel/result.ts';
import { failureSentences } from '../../common/strings/failures.ts';
import type { Deadline } from '../deadline.ts';
import { failure, linkFailure } from '../failure.ts';
import type { ControlClient } from '../terminal-session.ts';
import { type Language, say } from '../text.ts';
import type { Done, Outcome } from './done.ts';

/** `store status`: whether this terminal settles; if not, why and what to do. */
export async function storeStatus(client: ControlClient, deadline: Deadline): Promise<Outcome> {
  const answer = await client.call('storeStatus', {}, { timeoutMs: deadline.left() });
  return answer.ok ? ok(shown(cliStoreStatusSchema.parse(answer.value))) : err(linkFailure(answer.error));
}

/** `store adopt-new`: begins a new journal beside one that was lost or set aside. */
export async function storeAdopt(
  client: ControlClient,
  adoption: { readonly by: string; readonly reason: string },
  deadline: Deadline,
): Promise<Outcome> {
  const answer = await client.call('storeAdopt', adoption, { timeoutMs: deadline.left() });
  if (!answer.ok) return err(linkFailure(answer.error));
  if (!answer.value.ok) return err(failure(answer.value.code));
  return ok(shown(cliStoreStatusSchema.parse(answer.value.status)));
}

const shown = (output: StoreStatus): Done => ({ output, text: (language) => textOf(output, language) });

function textOf({ code, setAside, adopted, clock }: StoreStatus, language: Language): string {
  const remedy = (of: keyof typeof failureSentences) =>
    `${of}\n${say(language, 'remedy', { what: failureSentences[of].remedy[language] })}`;
  return [
    code === null ? say(language, 'storeSettles') : `${say(language, 'storeClosed')} ${remedy(code)}`,
    ...setAside.map((name) => say(language, 'storeSetAside', { name })),
    ...(adopted === null
      ? []
      : [say(language, 'storeAdopted', { ...adopted, predecessor: adopted.predecessor ?? '-' })]),
    ...(clock.code === 'CLOCK_SKEWED' ? [remedy('CLOCK_SKEWED')] : []),
    say(language, 'storeClock', { seconds: (clock.skewMs / 1000).toFixed(1) }),
  ].join('\n');
}
