/** Our own replacements for characters that printers lack but that have a plain twin. */
const TWINS = new Map<string, string>([
  ['\u00a5', '￥'],
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2012', '-'],
  ['\u2013', '-'],
  ['\u2212', '-'],
  ['\u2022', '·'],
  ['\u30fb', '·'],
]);

/** Invisible: soft hyphen, joiners, direction marks, byte order mark, variation selectors. Code points from–to. */
const INVISIBLE: readonly (readonly [number, number])[] = [
  [0xad, 0xad],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xe0100, 0xe01ef],
];
const isInvisible = (code: number): boolean => INVISIBLE.some(([from, to]) => code >= from && code <= to);
const isControl = (code: number): boolean => code < 0x20 || (code >= 0x7f && code <= 0x9f) || code === 0xfffd;

/** Any kind of blank or line break. A slip's text is one paragraph. */
const BLANK = /[\t\n\r\u00a0\u2002-\u200a\u2028\u2029\u202f]+/g;

/**
 * Makes text from outside safe to send: composed (NFC), blanks to a space, invisible characters and **every control
 * byte** gone (0x00–0x1F, 0x7F, C1). A name that holds ESC or DLE could otherwise drive the printer.
 */
export function cleanText(text: string): { readonly text: string; readonly removed: number } {
  const plain = text.toWellFormed().normalize('NFC').replace(BLANK, ' ');
  let out = '';
  let removed = 0;
  for (const ch of plain) {
    const code = ch.codePointAt(0) ?? 0;
    if (isControl(code)) removed += 1;
    else if (!isInvisible(code)) out += TWINS.get(ch) ?? ch;
  }
  return { text: out, removed };
}
