/** A lane's report as a page for a person: the verdict first, then its figures. Progress goes elsewhere (stderr). */

export const grouped = (number: number): string => number.toLocaleString('en-US');

const NUMBER_COLUMNS = 9;

/** "      12  what it counts": numbers under each other. */
export const counted = (number: number, words: string): string =>
  `${grouped(number).padStart(NUMBER_COLUMNS)}  ${words}`;

/** A heading with what was counted by name, largest first; nothing where nothing was. */
export function countedByName(heading: string, counts: Readonly<Record<string, number>>): readonly string[] {
  const met = Object.entries(counts)
    .filter(([, times]) => times > 0)
    .sort(([, a], [, b]) => b - a);
  return met.length === 0 ? [] : ['', heading, ...met.map(([name, times]) => counted(times, name))];
}

/** What was promised and not kept, a line each; else the sentence that all was. */
export function verdictLines(wanting: readonly string[], kept: string): readonly string[] {
  return wanting.length === 0 ? [kept] : ['NOT AS PROMISED.', ...wanting.map((line) => `✗ ${line}`)];
}
