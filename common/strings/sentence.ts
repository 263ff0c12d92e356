/**
 * One sentence in both languages. `{name}` marks a value. `spoken` is what a voice says where it differs from what
 * is read (no abbreviations, amounts in words' order).
 */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
  readonly spoken?: { readonly zh: string; readonly en: string };
}

/** Keeps the literal keys of a table of sentences; their words are of no concern to the compiler, who counts them all. */
export function sentences<const K extends string>(table: Readonly<Record<K, Sentence>>): Readonly<Record<K, Sentence>> {
  return table;
}
