/**
 * The check code of a certificate: eighteen digits and two check digits (ISO 7064, MOD 97-10). Digits alone, because it
 * must be typed on a sixteen-key pad; the check digits find a slip of the finger before anybody is asked.
 */

const BODY = 18;
const SHAPE = /^\d{20}$/;

/** The whole code for eighteen digits. Throws on anything else: the caller made them. */
export function certificateCode(body: string): string {
  if (!/^\d{18}$/.test(body)) throw new RangeError('certificateCode: not eighteen digits');
  const check = 98n - ((BigInt(body) * 100n) % 97n);
  return body + String(check).padStart(2, '0');
}

/** Whether `text` is twenty digits of which the last two fit. */
export function isCertificateCode(text: string): boolean {
  return SHAPE.test(text) && certificateCode(text.slice(0, BODY)) === text;
}

/** What a person typed or a scanner read (blanks and hyphens between the groups) as a code, or null. */
export function readCertificateCode(text: string): string | null {
  const digits = text.replace(/[\s-]/g, '');
  return isCertificateCode(digits) ? digits : null;
}

/** "12345678901234567890" → "1234-5678-9012-3456-7890", as people read it aloud. */
export function groupCertificateCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? '';
}
