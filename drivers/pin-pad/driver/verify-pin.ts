import type { CardStatus } from '../../../common/contracts/devices/card.ts';
import type { PinVerifyResult } from '../../../common/contracts/devices/pin-pad.ts';
import type { PinPad } from './pin-pad.ts';

/** What the verification needs of the card: its status, and one VERIFY. */
export interface CardForPin {
  status(): CardStatus;
  onStatus(listener: (status: CardStatus) => void): () => void;
  verify(
    generation: number,
    digits: Uint8Array,
  ): Promise<Extract<PinVerifyResult, { kind: 'verified' | 'wrong' | 'blocked' | 'card' }>>;
}

/** Whether this very card session still stands in the reader. */
export function holds(status: CardStatus, generation: number): boolean {
  return status.kind === 'present' && status.generation === generation;
}

function isOneOf(digits: Uint8Array, pins: readonly string[]): boolean {
  return pins.some((pin) => pin.length === digits.length && digits.every((d, i) => d === pin.charCodeAt(i)));
}

/**
 * One entry on the pad and one VERIFY on the card of `generation`. A card that leaves during the entry ends it.
 * The issuer's initial PIN is told apart only after the card accepted it: nothing may be paid with it
 * (domain-facts A5). The digits are wiped before this resolves, whatever happened.
 */
export async function enterAndVerify(
  pad: PinPad | null,
  card: CardForPin,
  options: { readonly generation: number; readonly timeoutMs: number; readonly initialPins: readonly string[] },
): Promise<PinVerifyResult> {
  const { generation } = options;
  if (!pad) return { kind: 'padGone' };
  if (!holds(card.status(), generation)) return { kind: 'card', error: 'CARD_STALE' };
  let left = false;
  let mine = true;
  const unwatch = card.onStatus((status) => {
    if (holds(status, generation)) return;
    left = true;
    if (mine) pad.cancel();
  });
  const entering = pad.enter(options.timeoutMs);
  const entry = await entering.finally(() => {
    mine = false;
    unwatch();
  });
  if (entry.kind !== 'entered') {
    return left && entry.kind === 'cancelled' ? { kind: 'card', error: 'CARD_REMOVED' } : { kind: entry.kind };
  }
  try {
    if (left) return { kind: 'card', error: 'CARD_REMOVED' };
    const answer = await card.verify(generation, entry.digits);
    return answer.kind === 'verified' && isOneOf(entry.digits, options.initialPins) ? { kind: 'initial' } : answer;
  } finally {
    entry.digits.fill(0);
  }
}
