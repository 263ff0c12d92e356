import type { ServiceAct } from '../../common/contracts/session/services/acts.ts';
import type { TextKey } from '../text/texts.ts';

const FOR = {
  withdrawLoss: 'enterPin.forWithdrawal',
  declare: 'enterPin.forDeclaration',
} as const satisfies Readonly<Record<ServiceAct, TextKey>>;

/** What the PIN is asked for: the session's beginning, or something that is about to be done. */
export function pinTitle(about: ServiceAct | undefined): TextKey {
  return about === undefined ? 'enterPin.title' : FOR[about];
}
