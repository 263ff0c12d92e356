import { beforeEach, describe, expect, it } from 'vitest';
import { shellLink } from '../../common/contracts/shell-link.ts';
import { type Client, connect } from '../../common/rpc/connect.ts';
import { messagePortChannel } from '../../common/rpc/message-port-channel.ts';
import { manualClock } from '../../common/rpc/testing/manual-clock.ts';
import { LIMITS } from '../../common/supervisor/limits.ts';
import { CHANNEL } from '../channel.ts';
import { SilentUtility } from '../testing/silent-utility.ts';
import { type StandIn, standInElectron } from '../testing/stand-in.ts';
import { createElectronShell, type ElectronShell } from './shell.ts';
import { systemClock } from './system-clock.ts';

let forked: SilentUtility[];
let standIn: StandIn;
let clock: ReturnType<typeof manualClock>;
let shell: ElectronShell;
let killed: number[];
let log: string[];

beforeEach(() => {
  forked = [];
  killed = [];
  log = [];
  clock = manualClock();
  standIn = standInElectron((module, args, options) => {
    const utility = new SilentUtility(module, args, options);
    forked.push(utility);
    return utility;
  });
  shell = createElectronShell({
    electron: standIn.electron,
    programs: { terminal: '/d/terminal/main.js', host: '/d/drivers/host.js' },
    preload: '/d/preload.cjs',
    profileFile: '/p.json',
    runDir: '/run/x',
    face: 'kiosk',
    databaseKey: 'k',
    env: {},
    windowed: false,
    kill: (pid) => {
      killed.push(pid);
      forked.find((each) => each.pid === pid)?.die(9);
    },
    onClosed: () => undefined,
    clock,
    log: (level, event) => log.push(`${level} ${event}`),
  });
});

const last = (name: string): SilentUtility => {
  const found = forked.findLast((each) => each.module.includes(name));
  if (found === undefined) throw new Error(name);
  return found;
};
const linksOf = (utility: SilentUtility): string[] =>
  utility.got.flatMap(({ message }) => (message.kind === 'link' ? [message.name] : []));
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
const shellOf = async (terminal: SilentUtility): Promise<Client<typeof shellLink>> => {
  terminal.emit('message', { kind: 'dial', name: 'shell' });
  const port = terminal.got.at(-1)?.ports[0];
  if (port === undefined) throw new Error('no port');
  return connect(messagePortChannel(port), shellLink, { timeoutMs: 2000, clock: systemClock });
};
const up = async (): Promise<void> => {
  void shell.start(false);
  last('host').ready();
  last('terminal').ready();
  await turn();
};

describe('links', () => {
  it('wires terminal and host only when the host serves', async () => {
    void shell.start(false);
    const terminal = last('terminal');
    terminal.emit('message', { kind: 'dial', name: 'host' });
    expect(linksOf(terminal)).toEqual([]);
    last('host').ready();
    await turn();
    terminal.emit('message', { kind: 'dial', name: 'host' });
    expect(linksOf(terminal)).toEqual(['host']);
    expect(linksOf(last('host'))).toEqual(['terminal']);
  });

  it('gives the host nothing that it dials, and passes over junk from a child', async () => {
    await up();
    for (const name of ['shell', 'host', 'terminal', 'screen']) last('host').emit('message', { kind: 'dial', name });
    for (const junk of [null, 1, 'ready', {}, { kind: 'dial', name: 'evil' }, { kind: 'ready', more: 1 }]) {
      last('terminal').emit('message', junk);
    }
    expect(linksOf(last('host'))).toEqual([]);
    expect(linksOf(last('terminal'))).toEqual([]);
    expect(log.filter((line) => line === 'warn child-junk')).toHaveLength(6);
  });

  it('opens a screen link for our window, and ends it at once while no terminal serves', async () => {
    void shell.start(false);
    const [window] = standIn.windows;
    if (window === undefined) throw new Error('no window');
    const event = { sender: window.webContents, senderFrame: window.webContents.mainFrame };
    standIn.ipcMain.emit(CHANNEL, event, 'o1');
    expect(window.webContents.sent).toEqual([[CHANNEL, 'c1']]);
    last('terminal').ready();
    await turn();
    standIn.ipcMain.emit(CHANNEL, event, 'o2');
    expect(linksOf(last('terminal'))).toEqual(['screen']);
  });
});

describe('the supervisor’s Electron half', () => {
  it('replaces a host that fell silent, by SIGKILL, and answers when the new one serves', async () => {
    await up();
    const client = await shellOf(last('terminal'));
    const before = last('host');
    const answer = client.call('replaceHost', { reason: 'heartbeat missed', silent: true });
    await expect.poll(() => killed).toEqual([before.pid]);
    await expect.poll(() => last('host')).not.toBe(before);
    last('host').ready();
    expect(await answer).toMatchObject({ ok: true });
    client.close();
  });

  it('leaves a host alone that still answers while a settlement is open', async () => {
    await up();
    const client = await shellOf(last('terminal'));
    await client.call('beat', { at: 1, settlementOpen: true, renderedAgoMs: null });
    expect(await client.call('replaceHost', { reason: 'asked', silent: false })).toMatchObject({ ok: false });
    expect(killed).toEqual([]);
    client.close();
  });

  it('kills a terminal that said why it cannot serve, and starts it again', async () => {
    void shell.start(false);
    const first = last('terminal');
    first.emit('message', { kind: 'failed', code: 'STORE_LOCKED', message: 'x' });
    await turn();
    clock.advance(1);
    expect(killed).toEqual([first.pid]);
    expect(last('terminal')).not.toBe(first);
  });

  it('shows the quiet page after five crashes, starts nothing more, and takes no frame from that page', async () => {
    await up();
    for (let i = 0; i < LIMITS.crashes; i++) {
      last('terminal').die(1);
      await turn();
      clock.advance(3000);
    }
    const count = forked.length;
    const window = standIn.windows.at(-1);
    expect(window?.loaded).toEqual(['app://minka/quiet.html']);
    clock.advance(60_000);
    expect(forked).toHaveLength(count);
    standIn.ipcMain.emit(CHANNEL, { sender: window?.webContents, senderFrame: window?.webContents.mainFrame }, 'o1');
    expect(log).toContain('warn ipc-refused');
  });

  it('opens a new locked window when a renderer dies, and lets no key close the kiosk', async () => {
    await up();
    const [window] = standIn.windows;
    let prevented = false;
    window?.emit('close', {
      preventDefault: () => {
        prevented = true;
      },
    });
    expect([prevented, window?.isDestroyed()]).toEqual([true, false]);
    window?.webContents.raise('render-process-gone', { reason: 'x' }, { reason: 'oom' });
    clock.advance(1);
    expect(standIn.windows).toHaveLength(2);
    expect(window?.isDestroyed()).toBe(true);
  });

  it('ends in order: the terminal first, the host after it, and nothing is restarted', async () => {
    await up();
    const stopping = shell.stop();
    await turn();
    expect(last('terminal').got.at(-1)?.message.kind).toBe('end');
    expect(last('host').got.at(-1)?.message.kind).not.toBe('end');
    last('terminal').die();
    await turn();
    expect(last('host').got.at(-1)?.message.kind).toBe('end');
    last('host').die();
    await stopping;
    clock.advance(10_000);
    expect(forked).toHaveLength(2);
    expect(killed).toEqual([]);
  });
});
