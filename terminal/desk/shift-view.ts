import type { DeskScreenOf } from '../../common/contracts/desk/snapshot.ts';
import type { StageOf } from './stage.ts';

/** The shift's page; while its report is being made there is nothing to show but that. */
export function shiftScreen({
  step,
  report,
  op,
  failure,
  print,
  saved,
}: StageOf<'shift'>): DeskScreenOf<'shift'> | DeskScreenOf<'reading'> {
  if (report === null) return { kind: 'reading', sinceMs: 0 };
  const slip = { state: print.state, failure: print.failure };
  if (step === 'count') return { kind: 'shift', view: { step, report, failure, working: op !== null } };
  return { kind: 'shift', view: { step, report, print: slip, saved } };
}
