import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { controlLink } from '../../common/contracts/cli/control-link.ts';
import { type Client, connect } from '../../common/rpc/connect.ts';
import { systemClock } from '../../wire/system.ts';
import { connectUnix } from '../../wire/unix-socket.ts';
import { type LabChild, startChild } from './children.ts';
import { createLabClocks, type LabClocks } from './clocks.ts';
import { callJson } from './https-json.ts';
import { createLabNetwork, type LabNetwork } from './network.ts';
import { connectSim, type SimClient } from './sim-client.ts';

/** What a lab is started with; everything has a default that suits the demo. */
export interface LabOptions {
  /** Kept by the caller when given; else a temporary folder that goes with the lab. */
  readonly dir?: string;
  /** The cashier's face instead of the residents'. */
  readonly face?: 'desk';
  /** Merged over the lab's profile, top level by top level. */
  readonly profile?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Handed to the emulators as `printer.set` before the terminal starts. */
  readonly printer?: Readonly<Record<string, unknown>>;
  readonly screen?: boolean;
  /** The shell opens and keeps the system's browser; else somebody else opens the screen. */
  readonly browser?: 'kiosk' | 'window';
  /** Starts another shell than ours on Node. */
  readonly startShell?: (profileFile: string, runDir: string) => Promise<LabChild>;
  /** The terminal runs as it is shipped: from `dist/`, on the same Node. */
  readonly dist?: boolean;
  /** Puts relays between the terminal and the servers, so that its network can be pulled and slowed. */
  readonly network?: boolean;
  /** The profile names the lab's cashier, which is asked for the cash part; else that is paid at the window. */
  readonly cashier?: boolean;
  /** Starts terminal and servers so that their clocks can be moved. */
  readonly clocks?: boolean;
}

/** The whole chain on real parts: reference servers, emulators on real ptys and the real reader service, the shell. */
export interface Lab {
  readonly dir: string;
  readonly profileFile: string;
  readonly sim: SimClient;
  readonly urls: Readonly<Record<'centre' | 'his' | 'operator' | 'benefits' | 'cashier' | 'admin', string>>;
  readonly central: LabChild;
  readonly emulators: LabChild;
  readonly shell: LabChild;
  /** The terminal's network; null where the lab was started without `network`. */
  readonly network: LabNetwork | null;
  /** The clocks of both sides; null where the lab was started without `clocks` or the machine has no libfaketime. */
  readonly clocks: LabClocks | null;
  /** The reference servers' admin API. */
  admin(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown>;
  /** A fresh one-time start page for a browser (file URL). */
  startPage(): Promise<string>;
  /** The terminal's control link (a new connection: the terminal may have been restarted). */
  control(): Promise<Client<typeof controlLink>>;
  stop(): Promise<void>;
}

const TLS = resolve('.lab/tls');

function labProfile(
  dir: string,
  urls: Lab['urls'],
  ptys: { pinPad: string; printer: string },
): Record<string, Record<string, unknown> | unknown> {
  const token = (name: string): string => join(dir, 'secrets', name);
  return {
    schema: 1,
    mode: 'lab',
    site: {
      title: '海川市社保卡',
      institutionCode: 'H99010100017',
      institutionName: '海川市第二人民医院',
      division: '990100',
      authority: '海川市医疗保障局',
      terminalSlot: 7,
      terminalLabel: 'HC-0103-07',
      operatorNumber: 'ZZ0007',
      operatorName: '自助机07',
      helpWindow: '2',
      cashierWindow: '3',
      hotline: '12393',
    },
    devices: {
      cardReader: { reader: null },
      pinPad: { path: ptys.pinPad, model: 'minka-lab', initialPins: ['123456'] },
      printer: { path: ptys.printer, model: 'generic-80' },
    },
    centre: {
      url: urls.centre,
      caFile: `${TLS}/ca.pem`,
      transport: 'x-tif',
      xtif: { paasId: 'minka-lab', tokenFile: token('xtif-token') },
    },
    his: { url: urls.his, caFile: `${TLS}/ca.pem`, tokenFile: token('his-token') },
    operator: { url: urls.operator, caFile: `${TLS}/ca.pem`, tokenFile: token('operator-token') },
    benefits: { url: urls.benefits, caFile: `${TLS}/ca.pem`, tokenFile: token('benefits-token') },
    policyPages: { folder: resolve('kiosk-config/policy') },
    policy: {},
    paths: { data: join(dir, 'data'), run: join(dir, 'run'), keyFile: join(dir, 'secrets', 'database-key') },
  };
}

/** The addresses as the terminal gets them: through the relays where there are some. */
async function relayed(urls: Lab['urls'], network: LabNetwork | null): Promise<Lab['urls']> {
  if (network === null) return urls;
  const names = ['centre', 'his', 'operator', 'benefits', 'cashier'] as const;
  const through = await Promise.all(names.map(async (name) => [name, await network.through(urls[name])] as const));
  return { ...urls, ...Object.fromEntries(through) };
}

function screenArguments({ screen, browser }: LabOptions): readonly string[] {
  if (screen === false) return ['--no-screen'];
  return browser === undefined ? [] : ['--browser', browser];
}

/** Starts everything, in order; on a failure what had started is stopped again. */
export async function startLab(options: LabOptions = {}): Promise<Lab> {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'minka-lab-'));
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  chmodSync(dir, 0o700);
  for (const name of ['run', 'data', 'secrets', 'sim']) mkdirSync(join(dir, name), { recursive: true, mode: 0o700 });
  const started: LabChild[] = [];
  const network = options.network === true ? createLabNetwork() : null;
  const clocks = options.clocks === true ? createLabClocks(dir) : null;
  const stop = async (): Promise<void> => {
    for (const child of started.reverse()) await child.stop();
    await network?.close();
    if (options.dir === undefined) rmSync(dir, { recursive: true, force: true });
  };
  try {
    const secrets = join(dir, 'secrets');
    const central = await startChild(
      'central/server/main.ts',
      ['--dir', join(dir, 'central'), '--tls', TLS, '--secrets', secrets, '--lifeline'],
      10_000,
      clocks?.env('others'),
    );
    started.push(central);
    const urls = central.ready as unknown as Lab['urls'];
    const vpcdPort = process.env['MINKA_VPCD_PORT'] ?? '35963';
    const emulators = await startChild(
      'simulator/emulators.ts',
      ['--run', join(dir, 'sim'), '--vpcd-port', vpcdPort],
      10_000,
    );
    started.push(emulators);
    const sim = await connectSim(join(dir, 'sim', 'sim.sock'));
    if (options.printer) await sim.command('printer.set', options.printer);

    const ptys = emulators.ready as unknown as { pinPad: string; printer: string };
    const reached = await relayed(urls, network);
    const profile: Record<string, unknown> = labProfile(dir, reached, ptys);
    if (options.face !== undefined) profile['face'] = options.face;
    if (options.cashier === true) {
      profile['cashier'] = { url: reached.cashier, caFile: `${TLS}/ca.pem`, tokenFile: join(secrets, 'cashier-token') };
    }
    for (const [key, patch] of Object.entries(options.profile ?? {}))
      profile[key] = { ...(profile[key] as object), ...patch };
    const profileFile = join(dir, 'profile.json');
    writeFileSync(profileFile, JSON.stringify(profile, null, 2), { mode: 0o600 });

    const startOurs = (): Promise<LabChild> => {
      const script = options.dist === true ? 'dist/shell/main.js' : 'shell/main.ts';
      const args = ['--profile', profileFile, ...screenArguments(options)];
      return startChild(script, args, 15_000, clocks?.env('terminal'));
    };
    const shell = await (options.startShell?.(profileFile, join(dir, 'run')) ?? startOurs());
    started.push(shell);

    const ca = readFileSync(`${TLS}/ca.pem`, 'utf8');
    return {
      dir,
      profileFile,
      sim,
      urls,
      central,
      emulators,
      shell,
      network,
      clocks,
      admin: (method, path, body) =>
        callJson(`${urls.admin}${path}`, {
          method,
          ca,
          token: readFileSync(join(secrets, 'admin-token'), 'utf8').trim(),
          body,
        }),
      async startPage() {
        shell.send({ cmd: 'startPage' });
        const line = await shell.nextLine(5000);
        return `file://${String(line['startPage'])}`;
      },
      async control() {
        const channel = await connectUnix(join(dir, 'run', 'control.sock'), { retryMs: 10_000 });
        if (!channel.ok) throw new Error(`the terminal's control socket: ${channel.error.message}`);
        return connect(channel.value, controlLink, { timeoutMs: 30_000, clock: systemClock() });
      },
      async stop() {
        sim.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
