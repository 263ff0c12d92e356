import { amountStrings } from './kiosk/amounts.ts';
import { beforeStrings } from './kiosk/before.ts';
import { benefitsStrings } from './kiosk/benefits.ts';
import { frameStrings } from './kiosk/frame.ts';
import { payStrings } from './kiosk/pay.ts';
import { resultStrings } from './kiosk/result.ts';
import { staffStrings } from './kiosk/staff.ts';
import { staffFactStrings } from './kiosk/staff-facts.ts';

/**
 * Every sentence of the resident's screens, by screen: `frame` around each, `before` the money (card, PIN, who),
 * `pay` (fees, split, confirm, working), `result` (done, not paid, unknown, end). Failures speak through failures.ts.
 */
export const kioskStrings = {
  ...frameStrings,
  ...amountStrings,
  ...beforeStrings,
  ...payStrings,
  ...benefitsStrings,
  ...resultStrings,
  ...staffStrings,
  ...staffFactStrings,
} as const;

export type KioskKey = keyof typeof kioskStrings;
