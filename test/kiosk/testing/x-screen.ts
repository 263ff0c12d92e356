import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A real X server without a screen, a window manager on it, and a person's hands (XTEST) before it. */
export interface XScreen {
  readonly display: string;
  /** The X server's. */
  readonly pid: number;
  readonly width: number;
  readonly height: number;
  /** `xdotool` with these words, e.g. `key`, `ctrl+t`. */
  hands(...words: readonly string[]): Promise<string>;
  /** Every pixel as it stands, 4 bytes each, row by row. */
  picture(): Buffer;
  /** One pixel, 0xRRGGBB. Cheap enough to be asked every millisecond. */
  pixel(x: number, y: number): number;
  /** The titles of the windows that the window manager knows, sorted. */
  windows(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

export interface XScreenOptions {
  /** Folder for the X server's frame buffer. */
  readonly dir: string;
  readonly width: number;
  readonly height: number;
  /** Absolute path of openbox's configuration. */
  readonly openboxRc: string;
}

/** Starts X server and window manager; both end with us. */
export async function startXScreen({ dir, width, height, openboxRc }: XScreenOptions): Promise<XScreen> {
  const server = bound('Xvfb', [
    ...['-displayfd', '1', '-screen', '0', `${width}x${height}x24`, '-fbdir', dir],
    ...['-nolisten', 'tcp', '-ac', '-noreset'],
  ]);
  const display = `:${(await firstLine(server)).trim()}`;
  const env = { ...process.env, DISPLAY: display };
  const manager = bound('openbox', ['--sm-disable', '--config-file', openboxRc], env);
  const file = openSync(join(dir, 'Xvfb_screen0'), 'r');
  const frame = layout(file);

  const screen: XScreen = {
    display,
    pid: server.pid ?? 0,
    width,
    height,
    hands: async (...words) => (await run('xdotool', words, { env })).stdout,
    picture() {
      const pixels = Buffer.alloc(frame.stride * height);
      readSync(file, pixels, 0, pixels.length, frame.offset);
      return pixels;
    },
    pixel(x, y) {
      const four = Buffer.alloc(4);
      readSync(file, four, 0, 4, frame.offset + y * frame.stride + x * 4);
      return four.readUInt32LE(0) & 0xff_ff_ff;
    },
    async windows() {
      const { stdout } = await run('xprop', ['-root', '_NET_CLIENT_LIST'], { env });
      const ids = stdout.match(/0x[0-9a-f]+/g) ?? [];
      const titles = await Promise.all(ids.map((id) => titleOf(id, env)));
      return titles.sort();
    },
    async stop() {
      closeSync(file);
      await ended(manager);
      await ended(server);
    },
  };
  await until(async () => (await run('xprop', ['-root', '_NET_SUPPORTING_WM_CHECK'], { env })).stdout.includes('0x'));
  return screen;
}

/** How many pixels differ between two pictures of one screen. */
export function difference(before: Buffer, after: Buffer): number {
  if (before.equals(after)) return 0;
  const a = new Uint32Array(before.buffer, before.byteOffset, before.length / 4);
  const b = new Uint32Array(after.buffer, after.byteOffset, after.length / 4);
  let count = 0;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) count += 1;
  return count;
}

/** Asks again every 20 ms until it holds; rejects after `limitMs`. */
export async function until(holds: () => boolean | Promise<boolean>, limitMs = 15_000, what = 'it'): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`${what} did not come within ${limitMs} ms`);
    await pause(20);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A process that the kernel ends when we die. */
export function bound(program: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): ChildProcess {
  return spawn('/usr/bin/setpriv', ['--pdeathsig', 'KILL', '--', program, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** Ends a process, in order first. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 3000);
  await gone;
  clearTimeout(late);
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (data: Buffer) => resolve(data.toString()));
    child.once('exit', () => reject(new Error('the X server did not start')));
    child.once('error', reject);
  });
}

/** Xvfb keeps its frame buffer in a file of the XWD format: a header, a colour map, then the pixels. */
function layout(file: number): { readonly offset: number; readonly stride: number } {
  const header = Buffer.alloc(100);
  readSync(file, header, 0, 100, 0);
  return { offset: header.readUInt32BE(0) + header.readUInt32BE(76) * 12, stride: header.readUInt32BE(48) };
}

async function titleOf(id: string, env: NodeJS.ProcessEnv): Promise<string> {
  try {
    const { stdout } = await run('xprop', ['-id', id, '_NET_WM_NAME', 'WM_CLASS'], { env });
    return stdout.match(/_NET_WM_NAME[^=]*= "(.*)"/)?.[1] ?? stdout.match(/WM_CLASS[^=]*= "(.*?)"/)?.[1] ?? id;
  } catch {
    return id; // Gone between the two questions.
  }
}
