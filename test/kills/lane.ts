import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { startChild } from '../../simulator/lab/children.ts';
import { type DrawnVisit, drawVisit } from '../../simulator/lab/draw.ts';
import { type Lab, startLab } from '../../simulator/lab/lab.ts';
import { enrolStaff } from '../../simulator/lab/staff.ts';
import { admit } from '../../simulator/lab/walk.ts';
import { beginComparison, compareBooks } from './comparison.ts';
import type { Fault } from './fault.ts';
import { createMatters } from './matters.ts';
import type { Death, Run } from './plan.ts';
import type { Arm, TraceLine } from './points/trigger.ts';
import { OWING } from './points.ts';
import { openSession } from './session.ts';
import { startTerminal, type TerminalProcess } from './terminal-process.ts';

/** How one process came to its end. */
export interface Kill {
  /** The point or `time`; `missed …` where the point did not come and it was killed after all. */
  readonly at: string;
  /** Where the settlement or its refund stood then (`matters.ts`). */
  readonly state: string;
}

/** A visit of a run, as its person saw it. */
export interface Seen {
  readonly visit: DrawnVisit;
  /** The screen said that it is paid. */
  readonly sawSuccess: boolean;
}

/** What one run left behind for the judge. */
export interface Aftermath {
  readonly kills: readonly Kill[];
  /** The run's own visit, and the one before it that stayed unknown. */
  readonly visits: readonly [Seen, ...Seen[]];
}

/** One terminal with its own servers, device host and emulators; it runs one visit after the other. */
export interface Lane {
  readonly lab: Lab;
  /** One visit: session, deaths, starts. Ends with a terminal that serves and is at rest. */
  run(run: Run): Promise<Aftermath>;
  /** What the present terminal has said. */
  words(): string;
  /** `atOnce`: whatever the terminal is doing. */
  stop(atOnce?: 'atOnce'): Promise<void>;
}

/** A point that is passed at all is passed within this after the confirmation or the start, ms, on a machine at work. */
const PATIENCE_MS = 25_000;
/** In a comparison: also the cashier's card and PIN before it. */
const STAFF_PATIENCE_MS = 60_000;
const IDLE_MS = 30_000;
/** The virtual reader is asked for its card every 0.4 s; the next card waits until it is seen empty. */
const REMOVAL_SHOWS_MS = 600;

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** The other lane has a reader of its own beside this one's. A second file beside the first gives back what is found late. */
function writeProfiles(profileFile: string, reader: string): Readonly<Record<'keep' | 'reverse', string>> {
  const schema = z.looseObject({ devices: z.looseObject({}), policy: z.looseObject({}) });
  const profile = schema.parse(JSON.parse(readFileSync(profileFile, 'utf8')));
  const devices = { ...profile.devices, cardReader: { reader } };
  const write = (file: string, foundAfterSession: 'keep' | 'reverse'): string => {
    const policy = { ...profile.policy, foundAfterSession };
    writeFileSync(file, JSON.stringify({ ...profile, devices, policy }), { mode: 0o600 });
    return file;
  };
  return { keep: write(profileFile, 'keep'), reverse: write(`${profileFile}.reverse`, 'reverse') };
}

const armOf = (death: Death | null): Arm | null =>
  death?.kind === 'point' ? { label: death.label, nth: death.nth } : null;

/** `slot`: which of the virtual reader's two slots is this lane's. `entry`: of the terminal that it starts. */
export async function openLane(dir: string, slot: number, entry: string): Promise<Lane> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const databaseKey = randomBytes(32).toString('hex');
  const lab = await startLab({
    dir,
    profile: {
      site: { terminalSlot: 7 + slot, terminalLabel: `HC-0103-0${7 + slot}` },
      policy: { resultMs: 1000, personLimitMs: 20_000 },
    },
    startShell: (_profile, run) => startChild('drivers/host.ts', ['--socket', join(run, 'host.sock')], 15_000),
  });
  const profiles = writeProfiles(lab.profileFile, `Virtual PCD 00 0${slot}`);
  let site: keyof typeof profiles = 'keep';
  const open = (arm: Arm | null): TerminalProcess =>
    startTerminal({ entry, profileFile: profiles[site], dir, databaseKey, arm });
  let terminal = open(null);
  const matters = createMatters();

  const serving = async (): Promise<void> => {
    if (await terminal.ready) return;
    throw new Error(`the terminal does not start: ${terminal.words().slice(-2000)}`);
  };

  /** Reads how the process ended; `from`: lines before are of an earlier visit. */
  const post = (death: Death, from: number): Kill => {
    const lines: readonly TraceLine[] = terminal.trace().slice(from);
    matters.take(lines);
    const killed = lines.flatMap((line) => ('killed' in line ? [line.killed] : [])).at(-1);
    return { at: killed ?? (death.kind === 'time' ? 'time' : `missed ${death.label}`), state: matters.state() };
  };

  /** Lets the process live until its death, and sees to that. */
  const die = async (death: Death, from: number, patienceMs = PATIENCE_MS): Promise<Kill> => {
    await Promise.race([terminal.exited, wait(death.kind === 'time' ? death.afterMs : patienceMs)]);
    if (!terminal.isGone()) await terminal.kill();
    return post(death, from);
  };

  const session = async (visit: DrawnVisit, death: Death | null): Promise<{ seen: Seen; kill: Kill | null }> => {
    const from = terminal.trace().length;
    await terminal.arm(armOf(death));
    const at = await openSession(lab, visit, slot, terminal.exited);
    if (death === null) {
      await at.refused();
      matters.take(terminal.trace().slice(from));
    }
    const kill = death === null ? null : await die(death, from);
    at.close();
    return { seen: { visit, sawSuccess: at.sawSuccess() }, kill };
  };

  const faults = (arm: readonly Fault[], clear = true): Promise<unknown> =>
    lab.admin('POST', '/admin/faults', { clear, arm });

  /** A visit that ends unknown: the next one comes while nobody knows of it. */
  const owe = async (seed: number): Promise<{ seen: Seen; kill: Kill | null }> => {
    const visit = drawVisit(seed, Date.now());
    await admit(lab, visit);
    await faults(OWING);
    const ended = await session(visit, { kind: 'point', label: 'after settlement unknown', nth: 1 });
    await lab.sim.command('card.remove', { slot });
    terminal = open(null);
    await serving();
    return ended;
  };

  const restart = async (): Promise<void> => {
    terminal = open(null);
    await serving();
    await lab.sim.command('card.remove', { slot });
    const control = await lab.control();
    const idle = control.call('waitIdle', { waitMs: IDLE_MS }, { timeoutMs: IDLE_MS + 5000 });
    await Promise.all([idle, wait(REMOVAL_SHOWS_MS)]);
    control.close();
  };

  await serving();
  const control = await lab.control();
  await enrolStaff(lab, control);
  control.close();
  return {
    lab,
    words: () => terminal.words(),
    async run(run) {
      const visit = drawVisit(run.seed, Date.now());
      matters.clear();
      site = run.givesBack ? 'reverse' : 'keep';
      const owed = run.owing === null ? null : await owe(run.owing);
      await admit(lab, visit);
      await lab.sim.command('printer.tear');
      await faults(run.faults, owed === null);
      const first = await session(visit, run.session);
      const kills = [owed?.kill, first.kill].filter((kill) => kill !== null && kill !== undefined);
      await faults(run.later);
      if (!run.cardStays) await lab.sim.command('card.remove', { slot });
      if (run.recovery !== null) {
        terminal = open(armOf(run.recovery));
        kills.push(await die(run.recovery, 0));
        await faults([]);
      }
      if (run.comparison !== null) {
        const from = terminal.trace().length;
        const asked = beginComparison(lab, slot, () => terminal.arm(armOf(run.comparison)));
        // Whether she was let in is asked once the terminal is dead.
        asked.catch(() => {});
        kills.push(await die(run.comparison, from, STAFF_PATIENCE_MS));
        await asked;
      }
      await restart();
      if (run.comparison !== null) await compareBooks(lab, slot);
      return { kills, visits: [first.seen, ...(owed === null ? [] : [owed.seen])] };
    },
    async stop(atOnce) {
      await (atOnce === undefined ? terminal.stop() : terminal.kill());
      await lab.stop();
    },
  };
}
