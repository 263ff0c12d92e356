import type { DrawnVisit } from '../../simulator/lab/draw.ts';
import type { Lab } from '../../simulator/lab/lab.ts';
import { isStay } from './plan.ts';
import type { Story } from './stories.ts';

interface Armed {
  readonly target: 'centre';
  readonly infno: string;
  readonly kind: string;
  readonly times: number;
}

const once = (infno: string, kind: string, times = 1): Armed => ({ target: 'centre', infno, kind, times });

/** What the centre does wrong to this bill, or to its refund. */
export function faultsOf(story: Story, of: 'bill' | 'refund', visit: Pick<DrawnVisit, 'encounter'>): readonly Armed[] {
  const [settles, uploads, refunds] = isStay(visit) ? ['2304', '2301', '2305'] : ['2207', '2204', '2208'];
  if (of === 'refund') return story === 'refundLost' ? [once(refunds, 'loseReplyAfterCommit')] : [];
  switch (story) {
    case 'lostAfter':
      return [once(settles, 'loseReplyAfterCommit')];
    case 'lostBefore':
      return [once(settles, 'loseBeforeCommit')];
    case 'lostLate':
      return [once(settles, 'loseReplyAfterCommit'), once('5203', 'loseBeforeCommit', 200)];
    case 'refused':
      return [once(settles, 'businessRefusal')];
    case 'bentAnswer':
      return [once(settles, 'garbage')];
    case 'uploadLost':
      return [once(uploads, 'loseReplyAfterCommit')];
    default:
      return [];
  }
}

export async function arm(
  lab: Pick<Lab, 'admin'>,
  story: Story,
  of: 'bill' | 'refund',
  visit: Pick<DrawnVisit, 'encounter'>,
): Promise<void> {
  const faults = faultsOf(story, of, visit);
  if (faults.length > 0) await lab.admin('POST', '/admin/faults', { arm: faults });
}

interface StillArmed {
  readonly fault: { readonly infno?: string; readonly kind: string; readonly times: number };
  readonly timesLeft: number;
}

/** The centre is itself again. Answers which faults nobody has met: then nothing was shown by them. */
export async function disarm(lab: Pick<Lab, 'admin'>): Promise<readonly string[]> {
  const { armed } = (await lab.admin('GET', '/admin/faults')) as { armed: readonly StillArmed[] };
  await lab.admin('POST', '/admin/faults', { clear: true });
  return armed
    .filter(({ fault, timesLeft }) => timesLeft === fault.times)
    .map(({ fault }) => `nobody met ${fault.kind} of ${fault.infno ?? 'any'}`);
}

const BROKEN: { readonly [story in Story]?: Readonly<Record<string, unknown>> } = {
  paperOut: { paper: 'out' },
  coverOpen: { coverOpen: true },
};
const WHOLE = { paper: 'plenty', coverOpen: false };
/** A printer says so itself, and is heard. */
const HEARD_MS = 1000;

/** Whether the slip of this bill cannot come out, until somebody has mended the printer. */
export function breaksPrinter(story: Story): boolean {
  return BROKEN[story] !== undefined;
}

export async function breakPrinter(lab: Pick<Lab, 'sim'>, story: Story): Promise<void> {
  if (BROKEN[story] !== undefined) await lab.sim.command('printer.set', { settings: BROKEN[story] });
}

export async function mendPrinter(lab: Pick<Lab, 'sim'>): Promise<void> {
  await lab.sim.command('printer.set', { settings: WHOLE });
  await new Promise((resolve) => setTimeout(resolve, HEARD_MS));
}
