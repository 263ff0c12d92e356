import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { builtinLabProfile } from '../../kiosk-config/builtin-lab.ts';
import type { UnixListener } from '../../wire/unix-socket.ts';
import { fakeTerminal } from './fake-terminal.ts';
import { type Ran, run } from './run.ts';

type Handlers = Parameters<typeof fakeTerminal>[1];

/** For each test a folder of its own with a site profile, and a terminal that answers there where one is wanted. */
export interface CliBench {
  /** This test's folder; `profile.json` lies in it. */
  readonly dir: string;
  /** Lets a terminal answer on the profile's control socket. */
  answering(handlers?: Handlers): Promise<void>;
  /** The terminal goes away, where there is one. */
  gone(): Promise<void>;
  /** One command line, words apart by one blank, with this profile. */
  minka(line: string, env?: NodeJS.ProcessEnv): Promise<Ran>;
}

/** To be called once, outside of tests. */
export function cliBench(): CliBench {
  let dir = '';
  let terminal: UnixListener | null = null;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'minka-cli-'));
    writeFileSync(join(dir, 'profile.json'), JSON.stringify(builtinLabProfile(dir)));
  });
  const gone = async (): Promise<void> => {
    await terminal?.close();
    terminal = null;
  };
  afterEach(async () => {
    await gone();
    rmSync(dir, { recursive: true });
  });
  return {
    get dir() {
      return dir;
    },
    async answering(handlers = {}) {
      terminal = await fakeTerminal(join(dir, 'run', 'control.sock'), handlers);
    },
    gone,
    minka: (line, env = {}) => run([...line.split(' '), '--profile', join(dir, 'profile.json')], env),
  };
}
