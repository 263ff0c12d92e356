import { readFileSync } from 'node:fs';

/**
 * 医疗目录编码 that this centre knows beside those that its plan prices one by one; made up, as the plan is. A centre
 * refuses a line of any other code. Throws Error naming the line on anything it does not understand: the file is ours.
 */
export function loadCatalogue(): readonly string[] {
  const text = readFileSync(new URL('./catalogue.tsv', import.meta.url), 'utf8');
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line, index) => {
      const [code = '', label = '', _note = '', ...more] = line.split('\t');
      if (code === '' || label === '' || more.length > 0) throw new Error(`catalogue.tsv line ${index + 2}: ${code}`);
      return code;
    });
}
