import { deskBillStrings } from './desk/bill.ts';
import { deskFrameStrings } from './desk/frame.ts';
import { deskKeyStrings } from './desk/keys.ts';
import { deskListStrings } from './desk/lists.ts';
import { deskLookupStrings } from './desk/lookups.ts';
import { deskResultStrings } from './desk/result.ts';
import { deskShiftStrings } from './desk/shift.ts';
import { deskStayStrings } from './desk/stay.ts';

/** Every sentence of the billing desk's screens. What a cashier tells the person stands in quotation marks. */
export const deskStrings = {
  ...deskFrameStrings,
  ...deskKeyStrings,
  ...deskBillStrings,
  ...deskResultStrings,
  ...deskListStrings,
  ...deskLookupStrings,
  ...deskShiftStrings,
  ...deskStayStrings,
} as const;

export type DeskStringKey = keyof typeof deskStrings;
