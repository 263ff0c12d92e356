import { resolutionsOf } from '../../../common/contracts/worklist.ts';
import { formatDate } from '../../../common/kernel/dates.ts';
import { type Clock, sleep } from '../../../common/kernel/ports.ts';
import type { Result } from '../../../common/kernel/result.ts';
import type { Failure } from '../../../terminal/ports.ts';
import type { Dice } from '../plan/dice.ts';
import type { Staff } from '../plan/plan.ts';
import type { Recorder } from './record.ts';
import type { Terminal } from './terminal.ts';

interface Props {
  readonly clock: Clock;
  readonly record: Recorder;
}

/** The first day of every schedule. */
const FIRST_DAY = '2026-03-02';
/** A person who hears nothing for so long gives it up, ms. */
const PATIENCE_MS = 5 * 60_000;

/** What became of something that was asked of a process, which may die over it. */
async function heard<T>(clock: Clock, work: Promise<Result<T, Failure>>): Promise<string> {
  const answer = work.then(
    (result) => (result.ok ? 'done' : result.error.code),
    () => 'failed',
  );
  return Promise.race([answer, sleep(clock, PATIENCE_MS).then(() => 'no answer')]);
}

type Act = { readonly by: string; readonly second: string };
const ONE: Act = { by: 'staff-1', second: 'staff-1' };
const TWO: Act = { by: 'staff-1', second: 'staff-2' };
const OTHERS: Act = { by: 'staff-3', second: 'staff-4' };
/** A number that no settlement has. */
const NOBODYS = '990100000000000000000000000000';

/**
 * People go through the open rows of the work-list and say, of each, something that its kind allows. The message ids of
 * settlements that were open and that they have said to stand.
 */
export async function rule(
  one: Terminal,
  { clock, record, throws, how }: Props & { readonly throws: Dice; readonly how: Staff },
): Promise<readonly string[]> {
  const stand: string[] = [];
  const go = async (act: Act): Promise<void> => {
    const rows = one.process()?.journal.worklist.list('open', 50) ?? [];
    for (const row of rows) {
      const core = one.process()?.core;
      if (core === undefined) return;
      const allowed = resolutionsOf[row.kind];
      if (how.else === 'nothing' && !allowed.some((word) => word === how.says)) continue;
      record.fault('staffActs');
      const resolution = allowed.find((word) => word === how.says) ?? throws.pick(allowed);
      const ruling = { resolution, act, reason: 'seen at the centre', ...evidenceOf(how, row.detail['setlId']) };
      const said = await heard(clock, core.resolve(row.id, ruling));
      record.say(`T${one.number} ${act.by} ${row.kind} ${resolution}: ${said}`);
      if (row.kind === 'settlement-unknown' && resolution === 'stands' && said === 'done') stand.push(row.subject);
    }
  };
  await Promise.all([go(how.who === 'one' ? ONE : TWO), ...(how.who === 'twoPairs' ? [go(OTHERS)] : [])]);
  return stand;
}

function evidenceOf({ brings }: Staff, setlId: unknown): { readonly evidence?: { readonly setlId: string } } {
  if (brings === 'wrong') return { evidence: { setlId: NOBODYS } };
  return brings === 'seen' && typeof setlId === 'string' && setlId !== '' ? { evidence: { setlId } } : {};
}

/** The books of the day, and of the first one, are compared with the centre's. */
export async function reconcile(one: Terminal, { clock, record }: Props): Promise<void> {
  for (const day of new Set([FIRST_DAY, formatDate(clock.now())])) {
    const books = one.process()?.core.reconcile ?? null;
    if (books === null) return;
    record.say(`T${one.number} reconciles ${day}: ${await heard(clock, books.run(day, 'staff-1'))}`);
  }
}
