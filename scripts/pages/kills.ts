import type { KillsReport } from '../../test/kills/report.ts';
import { counted, countedByName, grouped, verdictLines } from './page.ts';

/** `npm run kills` for a person. `wanting`: what of its promises the campaign did not keep. */
export function killsPage(report: KillsReport, wanting: readonly string[]): string {
  const { kills, seed, seconds, inFlight, upperBound95, byEnd, byWorklist, byPoint } = report;
  const points = Object.values(byPoint).filter((times) => times > 0).length;
  return [
    ...verdictLines(wanting, 'NOTHING LOST, DOUBLED OR LEFT OPEN.'),
    `${grouped(kills)} kills, seed ${seed} (${Math.round(seconds)} s); ${grouped(inFlight)} of them with a settlement open`,
    `chance that one kill ends badly: at most ${(100 * upperBound95).toFixed(2)} % (95 %, one-sided)`,
    '',
    'What became of the visits, by everybody’s books',
    counted(report.lost, 'lost'),
    counted(report.doubled, 'doubled'),
    counted(report.duplicateOriginals, 'originals of one slip beyond the first'),
    counted(report.unresolved, 'left open'),
    ...countedByName('How they ended at the centre', byEnd),
    ...countedByName('On the work-list', byWorklist),
    '',
    'Where it was killed',
    counted(points, `of ${Object.keys(byPoint).length} points reached`),
    counted(report.missed, 'points that did not come; killed a little later'),
    counted(report.broken, 'runs that broke off and are not counted'),
  ].join('\n');
}
