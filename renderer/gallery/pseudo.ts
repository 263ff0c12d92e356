const accents: Readonly<Record<string, string>> = {
  a: '\u00e5',
  c: '\u00e7',
  e: '\u00e9',
  g: '\u011f',
  i: '\u00ef',
  n: '\u00f1',
  o: '\u00f6',
  s: '\u0161',
  u: '\u00fc',
  y: '\u00fd',
  A: '\u00c5',
  E: '\u00c9',
  I: '\u00ce',
  O: '\u00d6',
  U: '\u00db',
};

/** Words that the text grows by; no word is longer than one that a translation may have. */
const filler = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** How much longer than English another language may be. */
const GROWTH = 1.4;

/**
 * A sentence of a language that nobody speaks: 40 % longer than English, with high accents, in which every place for
 * a value stands as it stood. Text that is not Latin is left alone.
 */
export function pseudoText(text: string): string {
  const words = text.replace(/\{\w+\}/gu, '');
  if (!/[A-Za-z]/u.test(words)) return text;
  const accented = text
    .split(/(\{\w+\})/u)
    .map((part, index) => (index % 2 === 1 ? part : [...part].map((letter) => accents[letter] ?? letter).join('')))
    .join('');
  const wanted = Math.ceil([...words].length * GROWTH) - [...words].length;
  let grown = '';
  for (let i = 0; [...grown].length < wanted; i++) grown += ` ${filler[i % filler.length]}`;
  return `${accented}${[...grown].slice(0, Math.max(wanted, 2)).join('').trimEnd()}`;
}
