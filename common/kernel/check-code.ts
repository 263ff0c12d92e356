import type { Random } from './ports.ts';

/** Crockford's base 32: no I, L, O, U, so that nobody misreads a code from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 16 random base-32 characters (80 bits): the check code of a slip. It says nothing about the person. */
export function newCheckCode(random: Random): string {
  return [...random.bytes(16)].map((byte) => ALPHABET[byte & 31]).join('');
}

/** "7K3F92QDM6XA4T81" → "7K3F-92QD-M6XA-4T81", as people read it aloud. */
export function groupCheckCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? '';
}
