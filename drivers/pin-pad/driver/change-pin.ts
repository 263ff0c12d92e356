import type { CardReadResult } from '../../../common/contracts/devices/card.ts';
import {
  PIN_PAIRS,
  type PinChangeResult,
  type PinChangeStep,
  type PinHint,
} from '../../../common/contracts/devices/pin-change.ts';
import type { PinPad } from './pin-pad.ts';
import { type CardForPin, holds } from './verify-pin.ts';
import { ownDigitsOf, sameDigits, weaknessOf } from './weak-pin.ts';

/** What a change needs of the card: its holder's facts against weak PINs, one VERIFY and one CHANGE. */
export interface CardForPinChange extends CardForPin {
  read(generation: number): Promise<CardReadResult>;
  change(generation: number, old: Uint8Array, next: Uint8Array): Promise<PinChangeResult>;
}

export interface PinChangeOptions {
  readonly generation: number;
  /** For each entry. */
  readonly timeoutMs: number;
  readonly initialPins: readonly string[];
  readonly tell: (step: PinChangeStep['step'], hint: PinHint | null) => void;
  /** Whether the terminal wants no more of it; asked before and after each entry. */
  readonly stopped: () => boolean;
}

type Entered = { readonly digits: Uint8Array } | { readonly ended: PinChangeResult };
/** Tells the step, then takes one entry; where the dialogue is over neither begins. */
type Enter = (step: 'old' | 'new' | 'again', hint?: PinHint | null) => Promise<Entered>;

/**
 * The old PIN, which the card verifies at once, then a new one twice; then CHANGE, once. A new PIN that is weak, or
 * typed in two ways, is asked for anew, `PIN_PAIRS` times at most. A card that leaves, or a terminal that wants no
 * more, ends it before the command is sent; after that the command's answer is all that counts. Every digit is held
 * as a byte and wiped before this resolves, whatever happened.
 */
export async function enterAndChange(
  pad: PinPad | null,
  card: CardForPinChange,
  options: PinChangeOptions,
): Promise<PinChangeResult> {
  const { generation } = options;
  if (!pad) return { kind: 'padGone' };
  if (!holds(card.status(), generation)) return { kind: 'card', error: 'CARD_STALE' };
  const held: Uint8Array[] = [];
  let left = false;
  const unwatch = card.onStatus((status) => {
    if (left || holds(status, generation)) return;
    left = true;
    pad.cancel();
  });
  const over = (): PinChangeResult | null => {
    if (left) return { kind: 'card', error: 'CARD_REMOVED' };
    return options.stopped() ? { kind: 'cancelled' } : null;
  };
  const enter: Enter = async (step, hint = null) => {
    const before = over();
    if (before !== null) return { ended: before };
    options.tell(step, hint);
    const entry = await pad.enter(options.timeoutMs);
    if (entry.kind === 'entered') held.push(entry.digits);
    const after = over();
    if (after !== null) return { ended: after };
    return entry.kind === 'entered' ? { digits: entry.digits } : { ended: { kind: entry.kind } };
  };
  try {
    return await dialogue(card, options, enter);
  } finally {
    unwatch();
    for (const digits of held) digits.fill(0);
  }
}

async function dialogue(card: CardForPinChange, options: PinChangeOptions, enter: Enter): Promise<PinChangeResult> {
  const { generation, initialPins, tell } = options;
  const read = await card.read(generation);
  if (!read.ok) return { kind: 'card', error: read.error };
  const own = ownDigitsOf(read.value);
  const old = await enter('old');
  if ('ended' in old) return old.ended;
  tell('checking', null);
  const verified = await card.verify(generation, old.digits);
  if (verified.kind !== 'verified') return verified;
  let hint: PinHint | null = null;
  for (let pair = 0; pair < PIN_PAIRS; pair++) {
    const next = await enter('new', hint);
    if ('ended' in next) return next.ended;
    hint = weaknessOf(next.digits, { old: old.digits, own, initialPins });
    if (hint !== null) continue;
    const again = await enter('again');
    if ('ended' in again) return again.ended;
    if (sameDigits(next.digits, again.digits)) {
      tell('changing', null);
      return card.change(generation, old.digits, next.digits);
    }
    hint = 'differs';
  }
  return { kind: 'gaveUp' };
}
