import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from '../../../simulator/lab/children.ts';
import { type DrawnVisit, drawVisit } from '../../../simulator/lab/draw.ts';
import { type Lab, startLab } from '../../../simulator/lab/lab.ts';
import { blankablePage } from './blankable-page.ts';
import { Finger } from './finger.ts';
import { descendant } from './processes.ts';
import { startXvfb } from './xvfb.ts';

export type Fault =
  | 'terminal killed'
  | 'terminal frozen'
  | 'host killed'
  | 'host frozen'
  | 'browser killed'
  | 'browser frozen'
  | 'page killed'
  | 'page frozen'
  | 'page blank';

/** A line of the shell's log. */
interface LogLine {
  readonly event: string;
  readonly part?: string;
}

/** A lab whose shell keeps a real Chromium on a real X server, with one drawn person before it. */
export class Scene {
  readonly lab: Lab;
  readonly visit: DrawnVisit;
  readonly finger: Finger;
  readonly #blank: () => void;
  readonly #end: () => Promise<void>;
  constructor(lab: Lab, visit: DrawnVisit, blank: () => void, end: () => Promise<void>) {
    this.lab = lab;
    this.visit = visit;
    this.finger = new Finger(lab);
    this.#blank = blank;
    this.#end = end;
  }

  stop(): Promise<void> {
    return this.#end();
  }

  /** The shell's own log, line by line. */
  log(): readonly LogLine[] {
    return this.lab.shell
      .words()
      .split('\n')
      .flatMap((line) => {
        try {
          const value = JSON.parse(line) as LogLine & { readonly from?: string };
          return value.from === 'shell' ? [value] : [];
        } catch {
          return [];
        }
      });
  }

  events(event: string, part?: string): number {
    return this.log().filter((line) => line.event === event && (part === undefined || line.part === part)).length;
  }

  pid(what: 'terminal' | 'host' | 'browser' | 'page'): number | null {
    const { pid } = this.lab.shell;
    if (what === 'terminal') return descendant(pid, /terminal\/main\.ts/);
    if (what === 'host') return descendant(pid, /drivers\/host\.ts/);
    if (what === 'page') return descendant(pid, /--type=renderer/);
    return descendant(pid, /^\S*chromium(?!.*--type=).*--user-data-dir=/);
  }

  /** Does it, and answers how long (ms) until the part is back: it serves, or the screen has proved itself. */
  async strike(fault: Fault): Promise<number> {
    const [what, how] = fault.split(' ') as ['terminal' | 'host' | 'browser' | 'page', string];
    const part = what === 'terminal' || what === 'host' ? what : 'screen';
    const backBefore = this.events('part-up', part);
    const since = performance.now();
    if (how === 'blank') this.#blank();
    else {
      const pid = this.pid(what);
      if (pid === null) throw new Error(`no ${what} runs`);
      process.kill(pid, how === 'killed' ? 'SIGKILL' : 'SIGSTOP');
    }
    while (this.events('part-up', part) === backBefore) {
      if (performance.now() - since > 60_000) throw new Error(`${part} did not come back after: ${fault}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return Math.round(performance.now() - since);
  }

  /** What a browser gets now with a fresh link. */
  async openPage(): Promise<string> {
    const line = this.lab.shell.nextLine(5000);
    this.lab.shell.send({ cmd: 'link' });
    const link = new URL(((await line)['link'] as { url: string }).url);
    const entered = await fetch(`${link.origin}/enter`, {
      method: 'POST',
      headers: { origin: link.origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: `token=${link.hash.slice(1)}`,
    });
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    return (await fetch(link.origin, { headers: { cookie } })).text();
  }

  /** Waits until the browser's screen has proved itself for the first time. */
  async screenStands(): Promise<void> {
    const until = performance.now() + 40_000;
    while (this.events('part-up', 'screen') === 0) {
      if (performance.now() > until) throw new Error('the browser never showed the screen');
      await pause(50);
    }
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts X server, lab and browser; the person and the bill are known to centre and HIS. */
export async function startScene(seed: number): Promise<Scene> {
  const dir = mkdtempSync(join(tmpdir(), 'minka-supervisor-'));
  const xvfb = await startXvfb();
  process.env['DISPLAY'] = xvfb.display;
  const blank = blankablePage(join(dir, 'page'));
  const lab = await startLab({
    dir,
    startShell: (profile) =>
      startChild('shell/testing/blankable-main.ts', ['--profile', profile, '--browser', 'window'], 25_000),
  });
  const visit = drawVisit(seed, Date.now());
  await lab.admin('POST', '/admin/people', { people: [visit.person] });
  await lab.admin('POST', '/admin/encounters', {
    encounters: [{ person: { identityNumber: visit.identityNumber, name: visit.name }, encounter: visit.encounter }],
  });
  return new Scene(lab, visit, blank, async () => {
    await lab.stop();
    await xvfb.stop();
    rmSync(dir, { recursive: true, force: true });
  });
}
