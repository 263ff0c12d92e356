/**
 * The one place that decides how much of a person a public screen, slip or log may show (DESIGN §4, risks 2.3):
 * the first three and the last four characters of a number at most, and a name without its middle.
 */

/** "李秀兰" → "李*兰"; "张三" → "张*"; "欧阳娜娜" → "欧**娜". Counts characters, not UTF-16 units (𠮷). */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  if (characters.length === 0) return '';
  if (characters.length === 1) return '*';
  if (characters.length === 2) return `${characters[0]}*`;
  return `${characters[0]}${'*'.repeat(characters.length - 2)}${characters[characters.length - 1]}`;
}

/** "11010519491231002X" → "110***********002X"; anything shorter than 8 characters is wholly hidden. */
export function maskNumber(number: string): string {
  const characters = [...number.trim()];
  if (characters.length < 8) return '*'.repeat(characters.length);
  return characters.slice(0, 3).join('') + '*'.repeat(characters.length - 7) + characters.slice(-4).join('');
}

const IDENTITY_NUMBER = /(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/;

/** Whether a text that somebody typed holds what looks like an identity number: then it goes on no record. */
export function holdsIdentityNumber(text: string): boolean {
  return IDENTITY_NUMBER.test(text);
}

/** Another side's words about a person as they may be kept and told: her name masked; null where they hold a number. */
export function withoutName(words: string, name: string): string | null {
  if (holdsIdentityNumber(words)) return null;
  const whole = name.trim();
  return whole === '' ? words : words.replaceAll(whole, maskName(whole));
}
