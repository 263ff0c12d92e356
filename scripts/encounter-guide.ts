import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { apiEncounterSchema } from '../common/contracts/billing/encounter.ts';
import { allowedBy, fieldsOf, nodeOf } from '../common/contracts/billing/field-node.ts';

/** The table of an encounter's fields in docs/integration.md, made from the contract like the OpenAPI document beside it. */
const GUIDE = resolve(import.meta.dirname, '../docs/integration.md');
const HEAD = '| field | must | takes | is | example |';

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** One line per field: its path, whether it must be there, its form, its meaning, an example. */
export const guideRows = (): readonly string[] =>
  fieldsOf(nodeOf(apiEncounterSchema)).map(({ path, must, node }) => {
    const inner = node.anyOf?.[0] ?? node;
    const [example] = node.examples ?? inner.examples ?? [];
    const shown = example === undefined ? '' : `\`${JSON.stringify(example)}\``;
    const is = node.description ?? inner.description ?? '';
    return `| \`${path}\` | ${must ? 'yes' : ''} | ${cell(allowedBy(node))} | ${cell(is)} | ${shown} |`;
  });

/** The guide's lines with the table in it as it stands (`rows`), and where it begins and ends. */
function guide(): { readonly lines: readonly string[]; readonly from: number; readonly to: number } {
  const lines = readFileSync(GUIDE, 'utf8').split('\n');
  const from = lines.indexOf(HEAD) + 2;
  return { lines, from, to: lines.indexOf('', from) };
}

/** The table as it is committed. */
export function committedRows(): readonly string[] {
  const { lines, from, to } = guide();
  return lines.slice(from, to);
}

export function writeGuide(): void {
  const { lines, from, to } = guide();
  writeFileSync(GUIDE, [...lines.slice(0, from), ...guideRows(), ...lines.slice(to)].join('\n'));
}
