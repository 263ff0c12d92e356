import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { controlLink } from '../../common/contracts/cli/control-link.ts';
import type { Client } from '../../common/rpc/connect.ts';
import { type Lab, startLab } from '../../simulator/lab/lab.ts';
import { enrolStaff } from '../../simulator/lab/staff.ts';
import { apart, type Booked, centreLedger, standing } from './books.ts';
import { type CentreLog, createCentreLog, lostAnswers, lostRefunds } from './centre-log.ts';
import { compareDay, ledgerSums, type Staffed, seesAFen, unaccounted, unlike } from './closing.ts';
import { readJournal } from './journal.ts';
import { drawnOf, type Planned } from './plan.ts';
import type { Province } from './province.ts';
import type { ShiftRunReport } from './report.ts';
import { isGivenBack } from './stories.ts';

/** After this whoever waits is told that nobody knows yet, ms. */
export const LIMIT_MS = 5000;
/** For whatever is still being found out, ms. */
const REST_MS = 120_000;
/** How often the servers' log is put aside: they keep the newest 20,000 entries. */
const LOG_EVERY = 20;

/** A lab with a desk in front, and what the day is judged by. */
export interface Day {
  readonly lab: Lab;
  readonly control: Client<typeof controlLink>;
  readonly log: CentreLog;
  readonly province: Province | null;
  /** Waits until nothing is open and the queue is empty; what is not, in words. */
  rest(): Promise<readonly string[]>;
}

/** What one way of billing knows of its own day. */
export interface OwnSide {
  readonly via: ShiftRunReport['via'];
  /** What the hospital has as paid. */
  readonly hospital: readonly Booked[];
  /** What was taken at the counter and not returned, fen. */
  readonly cashFen: number;
  readonly workList: number;
  readonly expectedWorkList: number;
  /** Slips that may or may not have come out, as the printer itself has them. */
  readonly unknownSlips: number;
  /** Stays that went by their own keys; the hospital's own system sends them day by day. */
  readonly staysByKeys: number;
  readonly violations: readonly string[];
}

/** How a day is asked for. */
export interface Asked {
  readonly visits: number;
  readonly seed: number;
  /** A line of progress. */
  readonly say: (line: string) => void;
  /** Where it is; missing: as the lab has it. */
  readonly province?: Province;
  /** Hears how this day is taken down in the middle. */
  readonly onStop: (stop: () => Promise<unknown>) => void;
}

/** A folder of this day's own, which goes with it however this process ends. */
export function dayFolder(): { readonly dir: string; readonly remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'minka-shift-'));
  const remove = (): void => rmSync(dir, { recursive: true, force: true });
  process.once('exit', remove);
  return { dir, remove };
}

type Patch = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** `profile`: beside what every day and its province have; `screen`: somebody opens the desk in a browser. */
export async function beginDay(
  dir: string,
  { profile = {}, screen }: { readonly profile?: Patch; readonly screen: boolean },
  province?: Province,
): Promise<Day> {
  const policy = { personLimitMs: LIMIT_MS, schemes: ['310', '340', '390', '391'] };
  const whole = { policy, ...province?.profile, ...profile };
  const lab = await startLab({ dir: join(dir, 'lab'), face: 'desk', screen, profile: whole });
  try {
    if (province !== undefined) await lab.admin('POST', '/admin/settings', province.centre);
    const control = await lab.control();
    await enrolStaff(lab, control);
    const rest = async (): Promise<readonly string[]> => {
      const idle = await control.call('waitIdle', { waitMs: REST_MS }, { timeoutMs: REST_MS + 5000 });
      if (idle.ok && idle.value.idle) return [];
      return [`not everything came to its end: ${JSON.stringify(idle.ok ? idle.value : idle.error.message)}`];
    };
    return { lab, control, log: createCentreLog(lab), province: province ?? null, rest };
  } catch (cause) {
    await lab.stop();
    throw cause;
  }
}

/** Everybody of the day, one after the other. `serve` answers what was not as it had to be. */
export async function serveAll(
  { log }: Pick<Day, 'log'>,
  plan: readonly Planned[],
  serve: (planned: Planned, isLast: boolean) => Promise<readonly string[]>,
  say: (line: string) => void,
): Promise<readonly string[]> {
  const violations: string[] = [];
  for (const [place, planned] of plan.entries()) {
    const { visit, story } = planned;
    const words = `visit ${place + 1} of ${plan.length}: ${visit.kind}, ${visit.scheme.insutype}${visit.elsewhere ? ', insured elsewhere' : ''}: ${story}`;
    const wrong = await serve(planned, place === plan.length - 1).catch((cause: unknown) => {
      throw new Error(`${words}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    });
    for (const what of wrong) violations.push(`${words}: ${what}`);
    say(wrong.length === 0 ? words : `${words}: ${wrong.join('; ')}`);
    if (place % LOG_EVERY === LOG_EVERY - 1) await log.read();
  }
  await log.read();
  return violations;
}

/** The terminal compares each day on which the centre has settled; then its process ends, and the books are opened. */
export async function judgeDay(
  { lab, log, province }: Day,
  { plan, seed, began }: { readonly plan: readonly Planned[]; readonly seed: number; readonly began: number },
  staffed: Staffed,
  own: OwnSide,
): Promise<ShiftRunReport> {
  await log.read();
  const ledger = await centreLedger(lab);
  const days = [...new Set(ledger.map(({ settledAt }) => settledAt.slice(0, 10)))].sort();
  const reports = [];
  for (const day of days) reports.push(await compareDay(staffed, day));
  const accountInsideFunds = province?.centre['accountInsideFunds'] === true;
  const sums = reports.map((report) =>
    unlike(report, (part) => ledgerSums(ledger, log.entries(), { ...part, day: report.day }, accountInsideFunds)),
  );
  const [newest] = days.slice(-1);
  const parts = reports.flatMap((report) => report.parts);
  const compared = {
    parts: parts.length,
    filled: parts.filter(({ ours }) => ours.count > 0).length,
    state: reports.find(({ state }) => state !== 'agreed')?.state ?? 'agreed',
    seesAFen: newest !== undefined && (await seesAFen(staffed, newest)),
  } as const;
  staffed.control.close();
  await lab.shell.stop();

  const stands = standing(ledger);
  const journal = readJournal(lab.dir);
  const differences = {
    journal: apart(journal.standing, stands),
    hospital: apart(own.hospital, stands),
    cash: Math.abs(own.cashFen - stands.reduce((sum, { cash }) => sum + cash, 0)),
    compared: sums.reduce((sum, one) => sum + one, 0),
  };
  const due = plan.filter(({ story }) => !isGivenBack(story)).length;
  const violations = [...own.violations];
  if (stands.length !== due) violations.push(`${stands.length} settlements stand at the centre, not ${due}`);
  for (const report of reports) violations.push(...unaccounted(report, lostRefunds(log.entries())));
  if (!compared.seesAFen) violations.push('the comparison did not see a fen');
  const lost = lostAnswers(log.entries());
  for (const id of lost) if (!journal.ended.has(id)) violations.push(`the journal has no end of ${id}`);
  return {
    visits: plan.length,
    settled: stands.length,
    refused: journal.refused,
    unknownResolved: lost.filter((id) => journal.ended.has(id)).length,
    workList: own.workList,
    expectedWorkList: own.expectedWorkList,
    unknownSlips: own.unknownSlips,
    staysByKeys: own.staysByKeys,
    differenceFen: Object.values(differences).reduce((sum, one) => sum + one, 0),
    via: own.via,
    seed,
    seconds: Math.round((performance.now() - began) / 1000),
    familyFen: journal.familyFen,
    drawn: drawnOf(plan),
    compared,
    differences,
    violations,
  };
}
