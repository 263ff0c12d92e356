import { lossSlip } from '../../terminal/receipts/loss-slip.ts';
import { pinSlip } from '../../terminal/receipts/pin-slip.ts';
import { SITE } from '../../terminal/receipts/testing/slips.ts';

const person = { name: '李*兰', number: '990***********2046', sex: 'female' } as const;
/** 2026-11-18 09:44:31 China Standard Time. */
const at = Date.UTC(2026, 10, 18, 1, 44, 31);
const english = { ...SITE, locale: 'en' } as const;

/** What is printed after a change of the PIN, kept as goldens: changed, and not known. */
export const PIN_SLIPS = (['changed', 'unknown'] as const).flatMap((outcome) => [
  { name: `pin-${outcome}-80mm`, slip: pinSlip(SITE, { person, outcome, at }), columns: 48 },
  { name: `pin-${outcome}-58mm`, slip: pinSlip(SITE, { person, outcome, at }), columns: 32 },
  { name: `pin-${outcome}-en-80mm`, slip: pinSlip(english, { person, outcome, at }), columns: 48 },
]);

const lost = {
  name: '李*兰',
  cardTail: '4265',
  state: 'lost',
  since: '2026-11-18',
  mayReport: false,
  number: 'GS2026111817',
  asOf: '2026-11-18 09:44:31',
} as const;

/** What is printed after a loss report. */
export const LOSS_SLIPS = [
  { name: 'loss-80mm', slip: lossSlip(SITE, lost), columns: 48 },
  { name: 'loss-58mm', slip: lossSlip(SITE, lost), columns: 32 },
  { name: 'loss-en-80mm', slip: lossSlip(english, lost), columns: 48 },
] as const;
