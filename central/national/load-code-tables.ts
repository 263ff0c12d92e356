import { readFileSync } from 'node:fs';

/** One value of a code table (字典), as `code-tables.tsv` lists it: what 1901 answers. */
export interface CodeRow {
  /** Name of the field whose values these are: "med_type". */
  readonly type: string;
  readonly value: string;
  readonly label: string;
  /** Where the value is not confirmed by two sources. */
  readonly note: string;
}

/** Reads the table. Throws Error naming the line on anything it does not understand: the file is ours. */
export function loadCodeTables(): readonly CodeRow[] {
  const text = readFileSync(new URL('./code-tables.tsv', import.meta.url), 'utf8');
  const seen = new Set<string>();
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line, index) => {
      const [type = '', value = '', label = '', note = '', ...more] = line.split('\t');
      const key = `${type} ${value}`;
      if (more.length > 0 || label === '' || seen.has(key))
        throw new Error(`code-tables.tsv line ${index + 2}: ${key}`);
      seen.add(key);
      return { type, value, label, note };
    });
}
