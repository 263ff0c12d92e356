import type { Insured, SettleResult } from '../../ports.ts';
import type { start } from './start.ts';
import { encounter, holder } from './world.ts';

export type World = ReturnType<typeof start>;

/** What `onResolved` tells of. */
export const hear = ({ terminal }: World) => {
  const heard: [messageId: string, kind: SettleResult['kind']][] = [];
  terminal.settlements.onResolved((messageId, { kind }) => void heard.push([messageId, kind]));
  return heard;
};
/** The number of the first settlement's message. */
export const message = ({ terminal }: World) => terminal.store.settlements.get(1)?.messageId ?? '';
/** The holder's encounter, of this insured person. */
export const input = (insured: Insured) => ({
  holder,
  insured,
  encounter: encounter(),
  useAccount: true,
  onStep: () => undefined,
});
/** What ends with this code. */
export const failed = (code: string) => ({ ok: false, error: { code } });
