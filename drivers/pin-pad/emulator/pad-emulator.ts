import type { Clock } from '../../../common/kernel/ports.ts';
import { openPty, type Pty } from '../../receipt-printer/emulator/pty.ts';
import type { Command } from '../codec/frame.ts';
import { StopAndWait } from '../codec/stop-and-wait.ts';

/** What ails the emulated pad. */
export interface PadSettings {
  /** Off: silent, as an unplugged pad behind an adapter. */
  power: boolean;
  /** Off: the port vanishes from the computer. */
  cable: boolean;
  /** Damages the check byte of this many of the next frames. */
  damage: number;
}

/** A PIN pad on a real pseudo-terminal, with keys that a test presses. */
export interface PadEmulator {
  /** The path to configure as the pad's. */
  readonly hostPath: string;
  readonly settings: Readonly<PadSettings>;
  set(patch: Partial<PadSettings>): Promise<void>;
  /** Presses a key: a digit, or one of the function keys. False where no entry runs. */
  press(key: string): boolean;
  /** Presses the digits and then enter, with `intervalMs` between keys. False where no entry ran to the end. */
  type(digits: string, intervalMs: number): Promise<boolean>;
  /** Entries that were begun so far; the running one included. */
  entries(): number;
  isEntering(): boolean;
  close(): Promise<void>;
}

interface Entry {
  readonly min: number;
  readonly max: number;
  readonly keys: number[];
  readonly cancelTimer: () => void;
}

/** Plugs in an emulated pad whose port is found at `link`. Rejects where /usr/bin/socat is missing. */
export async function createPadEmulator(link: string, clock: Clock): Promise<PadEmulator> {
  const settings: PadSettings = { power: true, cable: true, damage: 0 };
  let entry: Entry | null = null;
  let entries = 0;
  let pty: Pty | null = null;
  const wire = new StopAndWait(clock, write, onFrame);

  function write(bytes: Uint8Array): void {
    const copy = Uint8Array.from(bytes);
    if (settings.damage > 0 && copy.length > 1) {
      settings.damage--;
      copy[copy.length - 2] = (copy[copy.length - 2] ?? 0) ^ 0xff;
    }
    pty?.write(copy);
  }

  function onFrame(command: Command, data: Uint8Array): void {
    if (command === 'identity') return;
    end();
    if (command !== 'begin') return;
    const [min = 4, max = 16, seconds = 60] = data;
    entries++;
    entry = {
      min,
      max,
      keys: [],
      cancelTimer: clock.after(seconds * 1000, () => {
        end();
        void wire.send('timeout');
      }),
    };
  }

  function end(): void {
    entry?.cancelTimer();
    entry?.keys.fill(0);
    entry = null;
  }

  async function plug(): Promise<void> {
    pty = await openPty(link, (chunk) => {
      if (settings.power) wire.receive(Uint8Array.from(chunk));
    });
  }

  function press(key: string): boolean {
    if (!entry || !settings.power) return false;
    const { keys, min, max } = entry;
    if (/^\d$/.test(key)) {
      if (keys.length >= max) return true;
      keys.push(key.charCodeAt(0));
    } else if (key === 'clear') {
      keys.fill(0);
      keys.length = 0;
    } else if (key === 'backspace') {
      keys.pop();
    } else if (key === 'cancel') {
      end();
      void wire.send('cancelled');
      return true;
    } else if (key === 'enter') {
      if (keys.length < min) return true;
      const digits = Uint8Array.from(keys);
      end();
      void wire.send('digits', digits);
      digits.fill(0);
      return true;
    } else {
      return false;
    }
    void wire.send('count', Uint8Array.of(keys.length));
    return true;
  }

  await plug();
  return {
    hostPath: link,
    settings,
    async set(patch) {
      const hadCable = settings.cable;
      Object.assign(settings, patch);
      if (!settings.power || !settings.cable) {
        end();
        wire.reset();
      }
      if (hadCable && !settings.cable) {
        await pty?.close();
        pty = null;
      }
      if (!hadCable && settings.cable) await plug();
    },
    press,
    async type(digits, intervalMs) {
      for (const key of [...digits, 'enter']) {
        if (!press(key)) return false;
        if (intervalMs > 0) await new Promise<void>((resolve) => void clock.after(intervalMs, resolve));
      }
      return true;
    },
    entries: () => entries,
    isEntering: () => entry !== null,
    async close() {
      end();
      wire.reset();
      await pty?.close();
      pty = null;
    },
  };
}
