import { concatBytes } from './bytes.ts';

/** The bytes before the first NUL, without the spaces and FF after them. Neither byte can end a GBK character. */
function unpadded(value: Uint8Array): Uint8Array {
  const nul = value.indexOf(0x00);
  let to = nul < 0 ? value.length : nul;
  while (to > 0 && (value[to - 1] === 0x20 || value[to - 1] === 0xff)) to--;
  return value.subarray(0, to);
}

/** A decoded name; `none` where the record holds padding only, `unreadable` where the bytes are no GB 18030 text. */
export type CardName =
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' };

/**
 * 姓名 and 姓名扩展 as one text (domain-facts A2.2). GB 18030 contains GBK. The *bytes* are joined before they are
 * decoded, because a character of two or four bytes may straddle the two records.
 */
export function parseCardName(name: Uint8Array, extension: Uint8Array): CardName {
  const bytes = concatBytes(unpadded(name), unpadded(extension));
  if (bytes.length === 0) return { kind: 'none' };
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes).trim();
    if (text === '') return { kind: 'none' };
    return /[\p{Cc}\p{Co}\p{Cn}\uFFFD]/u.test(text) ? { kind: 'unreadable' } : { kind: 'name', text };
  } catch {
    return { kind: 'unreadable' };
  }
}
