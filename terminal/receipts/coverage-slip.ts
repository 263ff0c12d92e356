import type { CoverageView, LevelView } from '../../common/contracts/session/services/coverage.ts';
import type { SlipBlock } from '../../common/contracts/slip.ts';
import { formatFen } from '../../common/kernel/money.ts';
import type { SlipString } from '../../common/strings/slips.ts';
import type { Information } from './information-slip.ts';
import type { Paper } from './paper.ts';
import { illustrativeRow, row, termRow } from './rows.ts';
import type { Say } from './say.ts';

const LEVELS = [
  'coverageLevel.0',
  'coverageLevel.1',
  'coverageLevel.2',
  'coverageLevel.3',
] as const satisfies readonly SlipString[];

function bandRows(say: Say, { bands }: LevelView): readonly SlipBlock[] {
  return bands.map(({ to, percent }) => {
    const share = say('slipPercent', { percent });
    if (bands.length === 1) return termRow(say('coverageShare'), share);
    return termRow(to === null ? say('coverageAbove') : say('coverageTo', { to: formatFen(to) }), share);
  });
}

function levelRows(say: Say, level: LevelView): readonly SlipBlock[] {
  const { deductible, bands, ceiling } = level;
  const label = LEVELS[level.level] ?? 'coverageLevel.3';
  if (bands.length === 0) return [row(say(label), say('coverageNothing'))];
  return [
    { kind: 'line', text: say(label), bold: true },
    ...(deductible.how === 'none' ? [] : [termRow(say(`coverageDeductible.${deductible.how}`), deductible.amount)]),
    ...bandRows(say, level),
    ...(ceiling === null ? [] : [termRow(say('coverageCeiling'), ceiling)]),
  ];
}

function kindRows(say: Say, kind: LevelView['kind'], levels: readonly LevelView[]): readonly SlipBlock[] {
  const own = levels.filter((level) => level.kind === kind);
  if (own.length === 0) return [];
  return [
    { kind: 'rule', style: 'dashed' },
    { kind: 'line', text: say(`coverageKind.${kind}`), bold: true },
    ...own.flatMap((level) => levelRows(say, level)),
  ];
}

/** S8: what the insurance in force pays, at each level of hospital. */
export function coverageInformation(paper: Paper, { scheme, asOf }: CoverageView): Information {
  const { say } = paper;
  if (scheme === null) {
    return { title: say('titleCoverage'), body: [{ kind: 'line', text: say('coverageNone') }], facts: [], asOf };
  }
  const { city, name, from, to, levels } = scheme;
  return {
    title: say('titleCoverage'),
    body: [
      { kind: 'line', text: name, bold: true },
      row(say('coverageInForce'), say('recordFromTo', { from, to })),
      ...kindRows(say, 'outpatient', levels),
      ...kindRows(say, 'inpatient', levels),
      { kind: 'line', text: say('coverageBasic') },
      ...illustrativeRow(
        paper,
        levels.some(({ illustrative }) => illustrative),
      ),
    ],
    facts: [{ kind: 'fact', label: say('slipCity'), value: city }],
    asOf,
  };
}
