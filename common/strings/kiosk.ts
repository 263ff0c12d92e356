import { amountStrings } from './kiosk/amounts.ts';
import { assistanceStrings } from './kiosk/assistance.ts';
import { beforeStrings } from './kiosk/before.ts';
import { cardStrings } from './kiosk/card.ts';
import { certificateScreenStrings } from './kiosk/certificates.ts';
import { checkStrings } from './kiosk/check.ts';
import { contributionStrings } from './kiosk/contributions.ts';
import { coverageStrings } from './kiosk/coverage.ts';
import { declarationStrings } from './kiosk/declaration.ts';
import { entitlementStrings } from './kiosk/entitlements.ts';
import { frameStrings } from './kiosk/frame.ts';
import { housingStrings } from './kiosk/housing.ts';
import { injuryStrings } from './kiosk/injury.ts';
import { lookStrings } from './kiosk/look.ts';
import { lossStrings } from './kiosk/loss.ts';
import { maternityStrings } from './kiosk/maternity.ts';
import { medicalStrings } from './kiosk/medical.ts';
import { payStrings } from './kiosk/pay.ts';
import { pensionStrings } from './kiosk/pension.ts';
import { policyStrings } from './kiosk/policy.ts';
import { residentPensionStrings } from './kiosk/resident-pension.ts';
import { resultStrings } from './kiosk/result.ts';
import { serviceStrings } from './kiosk/services.ts';
import { speechStrings } from './kiosk/speech.ts';
import { staffStrings } from './kiosk/staff.ts';
import { staffFactStrings } from './kiosk/staff-facts.ts';
import { termsStrings } from './kiosk/terms.ts';
import { unemploymentStrings } from './kiosk/unemployment.ts';
import { workedStrings } from './kiosk/worked.ts';

/**
 * Every sentence of the resident's screens, by screen: `frame` around each, `before` the money (card, PIN, who),
 * `pay` (fees, split, confirm, working), `result` (done, not paid, unknown, end). Failures speak through failures.ts.
 */
export const kioskStrings = {
  ...frameStrings,
  ...lookStrings,
  ...amountStrings,
  ...beforeStrings,
  ...payStrings,
  ...termsStrings,
  ...serviceStrings,
  ...pensionStrings,
  ...residentPensionStrings,
  ...contributionStrings,
  ...declarationStrings,
  ...unemploymentStrings,
  ...injuryStrings,
  ...maternityStrings,
  ...assistanceStrings,
  ...housingStrings,
  ...workedStrings,
  ...entitlementStrings,
  ...cardStrings,
  ...lossStrings,
  ...certificateScreenStrings,
  ...checkStrings,
  ...medicalStrings,
  ...coverageStrings,
  ...policyStrings,
  ...resultStrings,
  ...staffStrings,
  ...staffFactStrings,
  ...speechStrings,
} as const;

export type KioskKey = keyof typeof kioskStrings;
