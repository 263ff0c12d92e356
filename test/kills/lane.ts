import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { startChild } from '../../simulator/lab/children.ts';
import { type DrawnVisit, drawVisit } from '../../simulator/lab/draw.ts';
import { openGlass } from '../../simulator/lab/glass.ts';
import { type Lab, startLab } from '../../simulator/lab/lab.ts';
import { admit, walkToConfirm } from '../../simulator/lab/walk.ts';
import type { Death, Run } from './plan.ts';
import type { Arm } from './points/trigger.ts';
import { startTerminal, type TerminalProcess } from './terminal-process.ts';

/** How one process came to its end. */
export interface Kill {
  /** The point or `time`; `missed …` where the point did not come and it was killed after all. */
  readonly at: string;
  /** The settlement's state then: none, intended, unknown, fencing, settled, reversed, refused, notSent. */
  readonly state: string;
}

/** What one run left behind for the judge. */
export interface Aftermath {
  readonly visit: DrawnVisit;
  readonly kills: readonly Kill[];
  readonly sawSuccess: boolean;
}

/** One terminal with its own servers, device host and emulators; it runs one visit after the other. */
export interface Lane {
  readonly lab: Lab;
  /** One visit: session, death, start, perhaps death again, start. Ends with a terminal that serves and is at rest. */
  run(run: Run): Promise<Aftermath>;
  /** What the present terminal has said. */
  words(): string;
  stop(): Promise<void>;
}

/** A point that is passed at all is passed within this after the confirmation, ms. */
const PATIENCE_MS = 9000;
const IDLE_MS = 30_000;
/** The virtual reader is asked for its card every 0.4 s; the next card waits until it is seen empty. */
const REMOVAL_SHOWS_MS = 600;

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** The other lane has a reader of its own beside this one's. */
function nameReader(profileFile: string, reader: string): void {
  const profile = z.looseObject({ devices: z.looseObject({}) }).parse(JSON.parse(readFileSync(profileFile, 'utf8')));
  const devices = { ...profile.devices, cardReader: { reader } };
  writeFileSync(profileFile, JSON.stringify({ ...profile, devices }), { mode: 0o600 });
}

/** `slot`: which of the virtual reader's two slots is this lane's. */
export async function openLane(dir: string, slot: number): Promise<Lane> {
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
  nameReader(lab.profileFile, `Virtual PCD 00 0${slot}`);

  const open = (arm: Arm | null): TerminalProcess =>
    startTerminal({ profileFile: lab.profileFile, dir, databaseKey, arm });
  let terminal = open(null);
  let state = 'none';
  const armOf = (death: Death): Arm | null => (death.kind === 'point' ? { label: death.label, nth: death.nth } : null);

  /** Reads how the process ended and in which state its settlement was; `from`: lines before are of an earlier visit. */
  const post = (death: Death, from: number): Kill => {
    let at = death.kind === 'time' ? 'time' : `missed ${death.label}`;
    for (const line of terminal.trace().slice(from)) {
      if ('state' in line) state = line.state;
      if ('killed' in line) at = line.killed;
    }
    return { at, state };
  };

  const session = async (visit: DrawnVisit, death: Death): Promise<{ kill: Kill; sawSuccess: boolean }> => {
    const from = terminal.trace().length;
    await terminal.arm(armOf(death));
    let sawSuccess = false;
    const glass = await openGlass(lab);
    const person = async (): Promise<void> => {
      const cash = await walkToConfirm(lab, glass, visit, slot);
      await glass.press({ kind: 'confirm', cash });
    };
    const confirmed = person().then(
      () => true,
      () => false,
    );
    const gone = terminal.exited.then(() => false);
    if (await Promise.race([confirmed, gone])) {
      void glass.sees(['done'], PATIENCE_MS).then(
        () => {
          sawSuccess = true;
        },
        () => {},
      );
      await Promise.race([terminal.exited, wait(death.kind === 'time' ? death.afterMs : PATIENCE_MS)]);
    }
    if (!terminal.isGone()) await terminal.kill();
    glass.close();
    return { kill: post(death, from), sawSuccess };
  };

  const recovery = async (death: Death): Promise<Kill> => {
    const limit = wait(death.kind === 'time' ? death.afterMs : PATIENCE_MS);
    terminal = open(armOf(death));
    await Promise.race([terminal.exited, limit]);
    if (!terminal.isGone()) await terminal.kill();
    return post(death, 0);
  };

  if (!(await terminal.ready)) throw new Error(`the terminal does not start: ${terminal.words().slice(-2000)}`);
  return {
    lab,
    words: () => terminal.words(),
    async run(run) {
      const visit = drawVisit(run.seed, Date.now());
      state = 'none';
      await admit(lab, visit);
      await lab.sim.command('printer.tear');
      await lab.admin('POST', '/admin/faults', { clear: true, arm: run.faults });
      const first = await session(visit, run.session);
      const kills = [first.kill];
      await lab.admin('POST', '/admin/faults', { clear: true });
      if (!run.cardStays) await lab.sim.command('card.remove', { slot });
      if (run.recovery !== null) kills.push(await recovery(run.recovery));
      terminal = open(null);
      if (!(await terminal.ready))
        throw new Error(`the terminal does not start again: ${terminal.words().slice(-2000)}`);
      await lab.sim.command('card.remove', { slot });
      const control = await lab.control();
      const idle = control.call('waitIdle', { waitMs: IDLE_MS }, { timeoutMs: IDLE_MS + 5000 });
      await Promise.all([idle, wait(REMOVAL_SHOWS_MS)]);
      control.close();
      return { visit, kills, sawSuccess: first.sawSuccess };
    },
    async stop() {
      await terminal.stop();
      await lab.stop();
    },
  };
}
