import { type KioskKey, kioskStrings } from '../../common/strings/kiosk.ts';

/** The name of an insurance (险种类型); one that we do not know is "health insurance". */
export function schemeKey(code: string | undefined): KioskKey {
  const key = `scheme.${code ?? 'other'}`;
  return key in kioskStrings ? (key as KioskKey) : 'scheme.other';
}
