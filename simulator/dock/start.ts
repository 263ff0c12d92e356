import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { DockState } from '../../common/contracts/dock/state.ts';
import { labFile } from '../../wire/state-dir.ts';
import { systemClock, systemRandom } from '../../wire/system.ts';
import type { Lab, LabOptions } from '../lab/lab.ts';
import { enrolStaff } from '../lab/staff.ts';
import { createDock } from './dock.ts';
import { startDockServer } from './server.ts';

/** A dock that stands beside a lab's kiosk. */
export interface RunningDock {
  /** Opens the page once, in one browser. */
  readonly url: string;
  /** Another such link. */
  link(): string;
  /** What a guided tour says, on the page. */
  say(caption: DockState['caption']): void;
  stop(): Promise<void>;
}

export interface DockStart {
  /** Who is drawn; the same number, the same people. */
  readonly firstSeed?: number;
  /** Whose state directory is told where the lab is. */
  readonly env: NodeJS.ProcessEnv;
  readonly dist?: string;
}

/** What a lab needs so that a person can play with all of it: a network to pull, a printer that takes its time. */
export const playOptions: LabOptions = {
  network: true,
  clocks: true,
  printer: { settings: { paced: true, mmPerSecond: 40 } },
};

/** Tells `minka sim` where the lab is; the file is this user's alone. Answers how to take that back. */
function announce(env: NodeJS.ProcessEnv, socket: string): () => void {
  const file = labFile(env);
  if (file === null) return () => undefined;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const text = `${JSON.stringify({ socket, pid: process.pid })}\n`;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, file);
  return () => {
    try {
      // A lab that was started after this one has its own words there.
      if (readFileSync(file, 'utf8') === text) rmSync(file);
    } catch {
      // Somebody took it away already.
    }
  };
}

/** Starts the dock of a running lab. Rejects when a part of the lab does not answer. */
export async function startDock(lab: Lab, start: DockStart): Promise<RunningDock> {
  const clock = systemClock();
  const control = await lab.control();
  await enrolStaff(lab, control).finally(() => control.close());
  const dock = await createDock({ lab, clock, firstSeed: start.firstSeed ?? 1 });
  const socket = join(lab.dir, 'dock.sock');
  const dist = start.dist ?? resolve('.lab/dock');
  const server = await startDockServer({ dock, dist, socket, clock, random: systemRandom });
  const takeBack = announce(start.env, socket);
  return {
    url: server.link(),
    link: () => server.link(),
    say: (caption) => dock.say(caption),
    async stop() {
      takeBack();
      dock.close();
      await server.close();
    },
  };
}
