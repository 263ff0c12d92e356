import type { Verdict } from '../../test/faults/campaign.ts';
import { INVARIANTS, type Invariant } from '../../test/faults/check/finding.ts';
import type { CampaignReport } from './report.ts';

/** A campaign as a page for a person: the verdict first. */

/** Kinds of faults that are named: the rarest, for what was tried seldom is proved least. */
const RAREST = 8;
const COMMANDS = 5;
const OUTCOME_WORDS: Readonly<Record<keyof CampaignReport['outcomes'], string>> = {
  settled: 'settled, by the answer to 2207',
  refused: 'refused by the centre',
  notSent: 'not sent: no byte of 2207 left',
  foundBy5203: 'settled, found by a query after an unclear answer',
  reversed: 'reversed: made void by 2601',
  workList: 'on the work-list: people end it',
};

export const grouped = (number: number): string => number.toLocaleString('en-US');

/** What the judge found, a line each. */
export function findingLines(verdicts: readonly Pick<Verdict, 'seed' | 'findings'>[]): readonly string[] {
  return verdicts.flatMap(({ seed, findings }) =>
    findings.map(({ invariant, what }) => `seed ${seed}: ${invariant} (${INVARIANTS[invariant]}): ${what}`),
  );
}

/** `missing`: kinds and outcomes that a campaign of this size should have met and did not. */
export function summary(
  report: CampaignReport,
  {
    first,
    seconds,
    missing,
  }: { readonly first: number; readonly seconds: number; readonly missing: readonly string[] },
): string {
  const { seeds, violations, crashes, noFence, desk, sent2207, faultsByKind } = report;
  const kinds = Object.entries(faultsByKind)
    .filter(([, times]) => times > 0)
    .sort(([, a], [, b]) => a - b);
  const total = kinds.reduce((sum, [, times]) => sum + times, 0);
  const last = first + seeds - 1;
  const rate = `${Math.round(seconds)} s, ${report.schedulesPerSecond} a second`;
  return [
    '',
    verdictOf(violations, missing),
    `${grouped(seeds)} schedules, seeds ${first} to ${last} (${rate}); digest ${report.digest}`,
    '',
    'Invariants, and the schedules that broke them',
    ...Object.entries(INVARIANTS).map(([name, words]) => {
      const broken = report.byInvariant[name as Invariant] ?? 0;
      return `${broken > 0 ? '✗' : ' '} ${grouped(broken).padStart(7)}  ${name.padEnd(4)}  ${words}`;
    }),
    '',
    'How settlements ended',
    ...Object.entries(report.outcomes).map(
      ([name, times]) => `  ${grouped(times).padStart(7)}  ${OUTCOME_WORDS[name as keyof CampaignReport['outcomes']]}`,
    ),
    '',
    'What went wrong by plan',
    `  ${grouped(total).padStart(7)}  faults of ${kinds.length} kinds; ${(100 * sent2207).toFixed(1)} % of the schedules sent 2207 or 2304`,
    `  ${grouped(desk.stays).padStart(7)}  stays settled by the hospital's own system; ${grouped(desk.refunds)} refunds that it was given`,
    `  ${grouped(crashes).padStart(7)}  deaths of the process`,
    `  ${grouped(noFence.seeds).padStart(7)}  schedules whose centre keeps no fence: ${noFence.late} settled after their 2601, ${noFence.onWorkList} of these on the work-list`,
    `  rarest:  ${kinds
      .slice(0, RAREST)
      .map(([kind, times]) => `${kind} ${times}`)
      .join(' · ')}`,
    ...(missing.length === 0 ? [] : [`  never:   ${missing.join(' · ')}`]),
    '',
    'Replay one, line by line',
    ...commandsOf(report, first),
  ].join('\n');
}

function verdictOf(violations: number, missing: readonly string[]): string {
  if (violations > 0) return `VIOLATIONS in ${grouped(violations)} ${violations === 1 ? 'schedule' : 'schedules'}.`;
  if (missing.length > 0)
    return `No violation, but ${missing.length} kinds or outcomes never happened: that proves little.`;
  return 'NO VIOLATION.';
}

function commandsOf({ failedSeeds }: CampaignReport, first: number): readonly string[] {
  const shown = failedSeeds.length === 0 ? [first] : failedSeeds.slice(0, COMMANDS);
  const more = failedSeeds.length > COMMANDS ? [`  and ${failedSeeds.slice(COMMANDS).join(', ')}`] : [];
  return [...shown.map((seed) => `  npm run faults -- --seed ${seed}`), ...more];
}
