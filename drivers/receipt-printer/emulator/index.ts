import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEscPosSim } from './escpos-sim.ts';
import { createPaper } from './paper.ts';
import { openPty, type Pty } from './pty.ts';
import { DEFAULT_SETTINGS, DOTS_PER_COLUMN, DOTS_PER_MM, type EmulatorSettings } from './settings.ts';
import type { SlipRecord } from './slip-record.ts';

export type { EmulatorSettings } from './settings.ts';
export type { SlipRecord } from './slip-record.ts';

export interface PrinterEmulator {
  /** The path to configure as the printer's; stays the same when the cable is pulled and put back. */
  readonly hostPath: string;
  readonly settings: Readonly<EmulatorSettings>;
  /** Changes what the printer is or suffers. `columns` only before the first print. */
  set(patch: Partial<EmulatorSettings>): Promise<void>;
  /** What hangs out of it: picture, the bytes that were printed in their order, number of cuts. */
  paper(): { readonly png: Uint8Array; readonly bytes: Uint8Array; readonly cuts: number };
  /** How much of it: bytes and dot rows of what hangs out, bytes that wait in the printer, and whether it moves. */
  extent(): { readonly bytes: number; readonly rows: number; readonly waiting: number; readonly moving: boolean };
  /** Takes the paper: what comes next is on a new piece. */
  tear(): void;
  /** Every slip that came out, or a part of it, since this printer was made; oldest first. */
  slips(): readonly SlipRecord[];
  /** Bytes lost to a full buffer, cuts, the fullest the buffer ever was. */
  readonly counts: Readonly<{ lost: number; cuts: number; maxBuffered: number }>;
  close(): Promise<void>;
}

export interface EmulatorOptions extends Partial<EmulatorSettings> {
  /** Where the port's link shall be; default: a fresh directory under the system's temporary one. */
  readonly link?: string;
}

/** The rate to which the computer has set its end of the pty; null where it cannot be told. */
function rateOf(port: string): number | null {
  const told = spawnSync('stty', ['-F', port, 'speed'], { encoding: 'utf8' });
  return told.status === 0 ? Number(told.stdout.trim()) : null;
}

const TICK_MS = 4;
/** Line noise: bytes that begin replies which never come, torn frames and control characters. */
const NOISE = [0x37, 0x22, 0x41, 0xff, 0x5f, 0x80, 0x14, 0x91, 0xc3, 0x37];

/** A receipt printer on a real pseudo-terminal. Rejects where /usr/bin/socat is missing. */
export async function createPrinterEmulator(options: EmulatorOptions = {}): Promise<PrinterEmulator> {
  const { link, ...given } = options;
  const settings: EmulatorSettings = { ...DEFAULT_SETTINGS, ...given };
  const ownDirectory = link === undefined ? await mkdtemp(join(tmpdir(), 'minka-printer-')) : null;
  const hostPath = link ?? join(ownDirectory ?? '', 'port');
  const paper = createPaper(settings.columns * DOTS_PER_COLUMN);
  const sim = createEscPosSim(settings, paper, (bytes) => {
    pty?.write(Uint8Array.from(settings.junk ? [...NOISE, ...bytes] : bytes));
  });
  let wire: number[] = [];
  let credit = 0;
  let last = performance.now();
  let busyUntil = 0;
  let pty: Pty | null = null;

  const onData = (chunk: Uint8Array): void => {
    if (settings.rateBound && rateOf(hostPath) !== settings.baudRate) return;
    if (settings.paced || wire.length > 0) {
      if (wire.length === 0) credit = Math.min(credit, 1);
      for (const byte of chunk) wire.push(byte);
      return;
    }
    for (const byte of chunk) sim.receive(byte);
    while (sim.step() !== null);
  };

  /** Lets as many bytes over the wire as the baud rate allows (10 bits each), then prints as far as the motor got. */
  function tick(): void {
    const now = performance.now();
    sim.record.still(now - last);
    credit = Math.min(credit + ((now - last) * settings.baudRate) / 10_000, settings.baudRate / 50);
    last = now;
    const arrived = settings.paced ? Math.min(Math.floor(credit), wire.length) : wire.length;
    credit -= settings.paced ? arrived : 0;
    for (const byte of wire.splice(0, arrived)) {
      sim.receive(byte);
      print(now);
    }
    print(now);
  }

  function print(now: number): void {
    while (!settings.paced || now >= busyUntil) {
      const dots = sim.step();
      if (dots === null) return;
      if (settings.paced) busyUntil = Math.max(busyUntil, now) + (dots / DOTS_PER_MM / settings.mmPerSecond) * 1000;
    }
  }

  if (settings.cable) pty = await openPty(hostPath, onData);
  const timer = setInterval(tick, TICK_MS);
  timer.unref();

  return {
    hostPath,
    settings,
    async set(patch) {
      const before = { ...settings };
      Object.assign(settings, patch);
      if (before.power && !settings.power) sim.restart();
      if (before.cable && !settings.cable) {
        wire = [];
        await pty?.close();
        pty = null;
      }
      if (!before.cable && settings.cable) pty = await openPty(hostPath, onData);
      sim.settingsChanged();
      if (!settings.paced) print(performance.now());
    },
    paper: () => ({ png: paper.png(), bytes: sim.printed, cuts: paper.cuts.length }),
    extent: () => ({
      bytes: sim.printedBytes,
      rows: paper.rows.length,
      waiting: sim.waiting + wire.length,
      moving: performance.now() < busyUntil,
    }),
    tear() {
      paper.tear();
      sim.forget();
    },
    slips: () => sim.record.slips,
    counts: sim.counts,
    async close() {
      clearInterval(timer);
      await pty?.close();
      pty = null;
      if (ownDirectory) await rm(ownDirectory, { recursive: true, force: true });
    },
  };
}
