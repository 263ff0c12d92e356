import type { Screen } from '../../common/contracts/session/snapshot.ts';
import type { TextKey, Values } from '../text/texts.ts';

type ChangePinScreen = Extract<Screen, { kind: 'changePin' }>;

/** Why the last entry was not taken, in words; null where nothing is wrong. Read by the eye and by the ear. */
export function pinWarning({
  step,
  hint,
  refused,
  triesLeft,
}: Pick<ChangePinScreen, 'step' | 'hint' | 'refused' | 'triesLeft'>): {
  readonly key: TextKey;
  readonly values: Values;
} | null {
  if (step === 'old' && refused) {
    return triesLeft === null
      ? { key: 'enterPin.refusedAgain', values: {} }
      : { key: 'enterPin.refused', values: { tries: triesLeft } };
  }
  return step === 'new' && hint !== null ? { key: `pin.hint.${hint}`, values: {} } : null;
}
