import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { builtinLabProfile } from '../../kiosk-config/builtin-lab.ts';
import { SilentUtility } from '../testing/silent-utility.ts';
import { type StandIn, standInElectron } from '../testing/stand-in.ts';

/** The real entry file, with Electron's stand-in where 'electron' would be. */
let dir: string;
let standIn: StandIn;
let forked: SilentUtility[];
let env: Record<string, string>;
/** What the main process logged. */
let words: string;
let listeners: Map<string, number>;
const argv = process.argv;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'minka-main-'));
  forked = [];
  standIn = standInElectron((module, args, options) => {
    const utility = new SilentUtility(module, args, options);
    forked.push(utility);
    return utility;
  });
  vi.resetModules();
  vi.doMock('electron', () => standIn.electron);
  words = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    words += String(text);
    return true;
  });
  // What a test runner brings along is just what the locks refuse.
  env = { PATH: '/usr/bin' };
  vi.stubGlobal('process', Object.assign(Object.create(process), { execArgv: [], env }));
  listeners = new Map(['SIGTERM', 'uncaughtException'].map((name) => [name, process.listenerCount(name)]));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.doUnmock('electron');
  process.argv = argv;
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP', 'uncaughtException', 'unhandledRejection']) {
    for (const each of process.listeners(name as 'SIGTERM').slice(listeners.get(name) ?? 0)) {
      if (each.toString().includes('listener')) process.removeListener(name, each);
    }
  }
  rmSync(dir, { recursive: true });
});

const start = async (args: readonly string[]): Promise<void> => {
  process.argv = ['/opt/minka/minka-terminal', ...args];
  await import('./index.ts');
};
const profile = (changes: object = {}): string => {
  const file = join(dir, 'profile.json');
  writeFileSync(file, JSON.stringify({ ...builtinLabProfile(dir), ...changes }));
  return `--profile=${file}`;
};

describe('the entry file', () => {
  it.each([
    [['--remote-debugging-port=9222']],
    [['--inspect']],
    [['--load-extension=/tmp/x']],
    [['--js-flags=--expose-gc']],
    [['--user-data-dir=/tmp/x']],
    [['--proxy-server=x']],
    [['--ignore-certificate-errors']],
    [[]],
  ])('ends at once on %j: no window, no process, exit 2', async (args) => {
    await start(args.length === 0 ? args : [profile(), ...args]);
    expect(words).toContain(args[0]?.split('=')[0] ?? '--profile=FILE');
    expect(standIn.app.exits).toEqual([2]);
    expect(standIn.windows).toEqual([]);
    expect(forked).toEqual([]);
    expect(standIn.app.calls).not.toContain('whenReady');
  });

  it.each(['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE', 'LD_PRELOAD'])('ends at once with %s set', async (name) => {
    env[name] = 'x';
    await start([profile()]);
    expect(words).toContain(name);
    expect(standIn.app.exits).toEqual([2]);
    expect(forked).toEqual([]);
  });

  it('ends quietly where another instance runs', async () => {
    standIn.app.firstInstance = false;
    await start([profile()]);
    expect(words).toBe('');
    expect(standIn.app.exits).toEqual([0]);
    expect(forked).toEqual([]);
  });

  it('refuses a profile that is not there, before anything is started', async () => {
    await start([`--profile=${join(dir, 'none.json')}`]);
    expect(words).toContain('cannot be read');
    expect(standIn.app.exits).toEqual([2]);
    expect(standIn.app.calls).not.toContain('whenReady');
  });

  it('refuses a window for a production terminal', async () => {
    const lab = builtinLabProfile(dir);
    const far = { url: 'https://centre.example.org' };
    const { keyFile: _, ...paths } = lab.paths;
    const production = {
      ...lab,
      mode: 'production',
      paths,
      centre: { ...lab.centre, ...far },
      his: { ...lab.his, ...far },
      operator: { ...lab.operator, ...far },
    };
    const file = join(dir, 'production.json');
    writeFileSync(file, JSON.stringify(production));
    await start([`--profile=${file}`, '--windowed']);
    expect(words).toContain('--windowed is for the lab');
    expect(standIn.app.exits).toEqual([2]);
  });

  it('locks everything before the app is ready, then starts host, terminal and one locked window', async () => {
    // The entry resolves when the terminal serves; here none ever does until the end.
    void start([profile(), '--windowed']);
    await expect.poll(() => forked.length).toBe(2);
    expect(standIn.app.calls).toEqual(['enableSandbox', 'whenReady']);
    expect(standIn.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
    expect(standIn.menus).toEqual([null]);
    expect(standIn.app.paths.get('userData')).toBe(join(dir, 'run/electron'));
    expect(standIn.sessions.get('minka')?.permissionRequest).not.toBeNull();

    const [host, terminal] = forked;
    expect(host?.module).toMatch(/drivers\/host\.js$/);
    expect(terminal?.args).toEqual(['--profile', join(dir, 'profile.json'), '--run', join(dir, 'run')]);
    expect(terminal?.options.env).toEqual({ PATH: '/usr/bin' });
    expect(terminal?.options.execArgv).toEqual([]);
    // The key is handed over, and stands neither in arguments nor in the environment.
    const key = JSON.stringify(terminal?.got[0]);
    expect(key).toMatch(/"databaseKey":"[0-9a-f]{64}"/);

    const [window] = standIn.windows;
    expect(standIn.windows).toHaveLength(1);
    expect(window?.loaded).toEqual(['app://minka/index.html']);
    expect(window?.menu).toBeNull();
    expect(window?.options.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, devTools: false });
    expect(window?.webContents.openHandler).not.toBeNull();
    for (const each of forked) each.die();
  });

  it('is a window without frame on the page of its face, to the keys of its face, where no window is asked for', async () => {
    void start([profile({ face: 'desk' })]);
    await expect.poll(() => standIn.windows.length).toBe(1);
    const [window] = standIn.windows;
    expect(window?.options).toMatchObject({ kiosk: true, frame: false });
    expect(window?.loaded).toEqual(['app://minka/desk.html']);
    const held = (key: string): boolean | undefined => {
      const plain = { key, code: '', control: false, alt: false, meta: false, shift: false };
      return window?.webContents.raise('before-input-event', {}, plain);
    };
    expect([held('F4'), held('F12')]).toEqual([false, true]);
    for (const each of forked) each.die();
  });
});
