import type { Count } from '../../test/mutation/run.ts';
import { counted } from './page.ts';

export type Scored = Count & { readonly score: number };
export interface MutationReport extends Scored {
  readonly byRoom: Readonly<Record<string, Scored>>;
}

/** `npm run mutation` for a person. `least`: the score under which it has failed, percent. */
export function mutationPage(report: MutationReport, least: number): string {
  const { score, killed, timeout, survived, noCoverage, errors, byRoom } = report;
  const rooms = Object.entries(byRoom).sort(([, a], [, b]) => a.score - b.score);
  return [
    score >= least ? `${score} % OF THE CHANGES ARE NOTICED.` : `✗ ONLY ${score} % OF THE CHANGES ARE NOTICED.`,
    `at least ${least} % are asked for`,
    '',
    counted(killed, 'noticed by a test'),
    counted(timeout, 'noticed because a test did not come to its end'),
    counted(survived, 'not noticed'),
    counted(noCoverage, 'in code that no test runs'),
    counted(errors, 'could not be loaded; not counted'),
    '',
    'By room, weakest first',
    ...rooms.map(
      ([name, room]) => `${`${room.score} %`.padStart(9)}  ${name} (${room.survived + room.noCoverage} not noticed)`,
    ),
  ].join('\n');
}
