import type { Point } from './points.ts';
import type { Process } from './process.ts';
import type { Recorder } from './record.ts';

/** What a process has open, by id. */
export type Unfinished = Readonly<Record<'settlements' | 'visits', ReadonlySet<number>>>;

export function unfinishedIn({ journal }: Process): Unfinished {
  return {
    settlements: new Set(journal.settlements.open().map(({ id }) => id)),
    visits: new Set(journal.visits.unfinished().map(({ id }) => id)),
  };
}

/** A visit is on its way, and nothing is confirmed yet. */
const BEFORE_INTENT = new Set(['readingCard', 'lookingUp', 'whoYouAre', 'visit', 'preparing', 'split', 'confirm']);

/** Where a terminal stands now, for whatever strikes. `left`: what an earlier process of it left open. */
export function whereabouts(
  { journal, runner, boot }: Process,
  parts: {
    readonly record: Recorder;
    readonly terminal: number;
    readonly left: Unfinished;
    readonly standsAtCentre: (messageId: string) => boolean;
  },
): Point[] {
  const { record, terminal, left } = parts;
  const { sent, paper } = record.evidence;
  const open = journal.settlements.open();
  const at: Point[] = open.flatMap(({ state, messageId }): Point[] => {
    if (state === 'fencing') return ['P13'];
    const own = sent.filter((one) => one.msgid === messageId);
    if (own.some(({ truth }) => truth === null)) return [];
    const known = record.points.standing(messageId);
    if (known !== null) return [known];
    return [own.length === 0 ? 'P1' : parts.standsAtCentre(messageId) ? 'P4' : 'P3'];
  });
  if (BEFORE_INTENT.has(runner.snapshot().screen.kind)) at.push('P0');
  if (paper.some((one) => one.terminal === terminal && one.boot === boot && one.told === null)) at.push('P9');
  if (
    open.some(({ id }) => left.settlements.has(id)) ||
    journal.visits.unfinished().some(({ id }) => left.visits.has(id))
  )
    at.push('P16');
  return at;
}
