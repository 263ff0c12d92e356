import type { Figure } from '../../central/plans/figures/figure.ts';
import { sources } from '../../central/plans/figures/sources.ts';
import type { Example } from './example.ts';
import { chapters, examples } from './examples/all.ts';

/** docs/benefit-examples.md, from the examples themselves: page and engine cannot differ. */

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** What a figure is called: its place in the file without the file's name. */
function placeOf({ path }: Figure<unknown>): string {
  const [, ...rest] = path.split('.');
  return rest
    .join('.')
    .replace(/^benefits\./, '')
    .replace(/\.figure$/, '');
}

function figureRow(figure: Figure<unknown>): string {
  const marks = [
    figure.source === 'none' ? 'no source' : figure.source,
    ...(figure.illustrative ? ['illustrative'] : []),
  ];
  const note = figure.note === null ? '' : figure.note;
  return `| \`${placeOf(figure)}\` | ${cell(figure.text)} | ${figure.kind} | ${marks.join(', ')} | ${cell(note)} |`;
}

function distinct(figures: readonly Figure<unknown>[]): readonly Figure<unknown>[] {
  return [...new Map(figures.map((figure) => [figure.path, figure])).values()];
}

function section(example: Example): string {
  const { results, steps, figures } = example.work();
  const rows = Object.entries(example.expected).map(
    ([name, expected]) =>
      `| ${cell(name)} | ${cell(expected)} | ${cell(results[name] ?? '')} | ${results[name] === expected ? '✓' : '✗'} |`,
  );
  const used = distinct(figures);
  return [
    `### ${example.id} · ${example.title}`,
    `Origin: ${example.origin}.`,
    example.given.map((line) => `- ${line}`).join('\n'),
    steps.map((line, index) => `${index + 1}. ${line}`).join('\n'),
    ['| amount | stated | engine | |', '|---|---|---|---|', ...rows].join('\n'),
    ...(used.length === 0
      ? []
      : [['| figure | value | kind | source | note |', '|---|---|---|---|---|', ...used.map(figureRow)].join('\n')]),
  ].join('\n\n');
}

const HEAD = `# Worked examples of the benefit computation

Made by \`node scripts/benefit-examples.ts\` from the examples themselves; a test keeps page and engine equal. Amounts are
yuan. Every step can be done again on paper: what is given, the steps in order, what the collection of rules states, what
the engine says, and each figure that entered with its kind and source. "Illustrative" is what no readable source states;
a slip that used such a figure says so. Sources are at the end.

In the Chinese words: 统筹 pool, 起付线 deductible, 大额 large-amount layer, 大病 serious-illness insurance, 医疗救助
assistance, 退休人员统一补充 retired people's supplement, 自付二 own first share.

**Rounding.** A layer is computed exactly over all its bands; one side is rounded half up to the fen, the other is the
difference; at a ceiling the fund pays exactly what is left. No source says which side: each layer's \`round\` in the plan
file does. The person's side reproduces the one hospital settlement that was read (BJ-P1), the fund's side the worked
examples BJ-O6 and TJ-O3. Cost at which a ceiling is reached is carried exactly and shown rounded.`;

const DIFFERENCES = `## What is stated otherwise, and what is not reproduced

- All examples come out to the fen.
- **BJ-P1**: the hospital's own settlement prints 53,631.71 for the mutual fund; with the person's shares rounded its figures
  sum to 164,411.82, one fen more than the bill. By difference it is 53,631.70, as the collection of rules has it. That
  settlement lists no 退休人员统一补充; the plan pays it beside.
- **BJ-P4** is arithmetic on the plan's growth figures, stated cut off to the yuan.
- **HRB22-O4** has two results because two readings of the reduction for care away from home stand side by side; the plan
  file's \`away.mode\` chooses.
- The rounding of cash at a Shanghai desk ("5 down, 6 up", the difference in a field of its own) is not computed: the routine's
  body was not seen.
- Clearing between office and hospital (总额预付, DRG, 按人头) never appears on a patient's slip and is not computed.
- No figures were found for, and nothing is computed for: Shanghai's rural medical scheme, pupils and infants, and 镇保
  pension; Tianjin's residents' and rural schemes and 医疗救济; Beijing's rural scheme beyond its ceiling; Harbin's 新农合,
  and special-disease visits of 2022–2026.`;

function sourceRows(): string {
  const rows = Object.entries(sources).map(([id, { what, kind }]) => `| ${id} | ${kind} | ${cell(what)} |`);
  return [
    '## Sources',
    '',
    '`plan`: a city’s own published plan; `quoted`: a public file that quotes the rule; `thirdParty`: somebody’s data file whose document was not seen. No official page could be opened.',
    '',
    '| id | kind | what |',
    '|---|---|---|',
    ...rows,
  ].join('\n');
}

/** The whole page. */
export function examplesPage(): string {
  const parts = chapters.flatMap(({ title, examples: list }) => [`## ${title}`, ...list.map(section)]);
  return `${[`${HEAD}\n\n${examples.length} examples.`, ...parts, DIFFERENCES, sourceRows()].join('\n\n')}\n`;
}
