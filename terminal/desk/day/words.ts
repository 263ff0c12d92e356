/** The words of a row are at most this long; longer ones are found by their beginning all the same. */
const LONGEST = 40;
/** An end of an encounter's number is looked for by so many digits. */
const ENDS = [3, 4, 5, 6] as const;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().slice(0, LONGEST);

/**
 * The beginnings by which an encounter is found: its queue number, its own number, the last digits of that, the initials of
 * the name and the surname as the mask shows it. Never a whole name, never an identity number.
 */
export function wordsOf(row: {
  readonly encounterId: string;
  readonly number: string | null;
  readonly initials: string | null;
  readonly maskedName: string;
}): readonly string[] {
  const id = plain(row.encounterId);
  const digits = id.replace(/\D/g, '');
  const ends = ENDS.filter((length) => digits.length > length).map((length) => digits.slice(-length));
  const number = row.number === null ? [] : [plain(row.number), plain(row.number).replace(/^0+(?=.)/, '')];
  const initials = row.initials === null ? [] : [plain(row.initials)];
  const surname = [...row.maskedName].slice(0, 1).join('');
  return [...new Set([id, ...ends, ...number, ...initials, surname])].filter((word) => word !== '' && word !== '*');
}

/** What was typed, as the words that must all fit. */
export function typedWords(text: string): readonly string[] {
  return plain(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}
