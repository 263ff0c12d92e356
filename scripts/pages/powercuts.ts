import type { PowercutsReport } from '../../test/powercuts/campaign.ts';
import type { InjectionReport } from '../../test/powercuts/inject.ts';
import { counted, countedByName, grouped, verdictLines } from './page.ts';

/** `npm run powercuts` for a person. `wanting`: what of its promises the campaign did not keep. */
export function powercutsPage(report: PowercutsReport, wanting: readonly string[]): string {
  const { cuts, seed, seconds, byFate } = report;
  return [
    ...verdictLines(wanting, 'NOTHING THAT WAS ACKNOWLEDGED IS LOST.'),
    `${grouped(cuts)} cuts, seed ${seed} (${Math.round(seconds)} s)`,
    '',
    counted(report.acknowledged, 'rows acknowledged in the recorded run'),
    counted(report.acknowledgedLost, 'of them missing or old after a cut, over all cuts'),
    counted(report.corrupt, 'cuts after which the store did not open whole'),
    counted(report.controlLost, `lost by the control (synchronous=NORMAL), in ${report.controlCutsWithLoss} cuts`),
    counted(report.flipped, 'cuts with a bit turned over beside'),
    counted(report.flipsUnseen, 'of them lost something unseen'),
    ...countedByName('What became of the writes that were under way', byFate),
  ].join('\n');
}

/** `npm run powercuts -- --inject` for a person. */
export function injectionPage(report: InjectionReport, wanting: readonly string[]): string {
  const { runs, seed, seconds, calls, byBlow } = report;
  return [
    ...verdictLines(wanting, 'NO SUCCESS WITHOUT ITS ROW, NO ROW LOST.'),
    `${grouped(runs)} runs, seed ${seed} (${Math.round(seconds)} s)`,
    '',
    counted(report.acknowledged, 'rows acknowledged'),
    counted(report.acknowledgedLost, 'of them missing or old afterwards'),
    counted(report.corrupt, 'runs after which the store did not open whole'),
    counted(report.successWithoutRow, 'successes that the journal does not have'),
    counted(report.unclear, 'runs with neither an outcome with its code nor the kill'),
    counted(report.surfaced, 'runs in which the terminal said that its database failed'),
    counted(report.killed, 'runs in which it was killed'),
    ...countedByName('Blows', byBlow),
    ...countedByName('Calls of one visit', calls),
  ].join('\n');
}
