import type { CheckFailure, CheckView } from '../../common/contracts/session/check.ts';
import type { TextKey } from '../text/texts.ts';

/** The keys of the pad on the glass, in their order; the keypad's own press the same. */
export const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

const LENGTH = 20;

/** What was typed so far, in groups of four as the paper shows them. */
export function groupsOf(typed: string): readonly string[] {
  return typed.match(/.{1,4}/g) ?? [];
}

/** How many digits are still to come. */
export function leftOf({ typed }: CheckView): number {
  return LENGTH - typed.length;
}

/** Whether a digit can be typed now. */
export function takesDigits({ phase, typed }: CheckView): boolean {
  return phase === 'typing' && typed.length < LENGTH;
}

const FAILED: Readonly<Record<CheckFailure, TextKey>> = {
  none: 'check.none',
  tooMany: 'check.tooMany',
  unreachable: 'check.unreachable',
};

/** The sentence that stands first. */
export function headingOf({ phase, mistyped, found, failure }: CheckView): TextKey {
  if (phase === 'asking') return 'check.asking';
  if (found !== null) return found.state === 'valid' ? 'check.valid' : 'check.expired';
  if (failure !== null) return FAILED[failure];
  return mistyped ? 'check.mistyped' : 'check.ask';
}

/** The main key: one digit back, or the next paper. */
export function mainKeyOf({ phase, typed }: CheckView): { readonly words: TextKey; readonly off: boolean } {
  if (phase === 'told') return { words: 'check.again', off: false };
  return { words: 'check.erase', off: phase === 'asking' || typed === '' };
}
