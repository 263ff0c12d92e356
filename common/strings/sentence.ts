/**
 * One sentence in both languages. `{name}` marks a value. `spoken` is what a voice says where it differs from what
 * is read (no abbreviations, amounts in words' order).
 */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
  readonly spoken?: { readonly zh: string; readonly en: string };
}

/** Keeps the literal keys of a table of sentences. */
export function sentences<const T extends Readonly<Record<string, Sentence>>>(table: T): T {
  return table;
}
