import type { PinPadStatus } from '../../../common/contracts/devices/pin-pad.ts';
import type { Clock } from '../../../common/kernel/ports.ts';
import type { ByteLine, OpenLine } from '../../serial/line.ts';
import { openSerialLine } from '../../serial/serial-line.ts';
import type { Command } from '../codec/frame.ts';
import { StopAndWait } from '../codec/stop-and-wait.ts';
import type { PinEntry, PinPad } from './pin-pad.ts';

const REOPEN_MS = 500;
const ALIVE_EVERY_MS = 1000;
const MIN_DIGITS = 4;
const MAX_DIGITS = 16;

interface Running {
  count: number;
  readonly end: (entry: PinEntry) => void;
  readonly cancelTimer: () => void;
}

/**
 * The pad of model `minka-lab` on a serial line (README.md). Opens the port, and opens it again whenever it is lost;
 * a pad that does not acknowledge a sign of life counts as off-line, and a running entry then ends as `padGone`.
 */
export function openMinkaLabPad(
  config: { readonly path: string; readonly baudRate: number },
  ports: { readonly clock: Clock; readonly openLine?: OpenLine },
): PinPad {
  const { clock } = ports;
  const openLine = ports.openLine ?? openSerialLine;
  const listeners = new Set<(status: PinPadStatus) => void>();
  let status: PinPadStatus = { kind: 'offline' };
  let line: ByteLine | null = null;
  let running: Running | null = null;
  let closed = false;
  let cancelTimer: () => void = () => undefined;
  const link = new StopAndWait(clock, (bytes) => line?.write(Uint8Array.from(bytes), () => undefined), onFrame);

  function say(next: PinPadStatus): void {
    if (JSON.stringify(next) === JSON.stringify(status)) return;
    status = next;
    for (const listener of listeners) listener(next);
  }

  function onFrame(command: Command, data: Uint8Array): void {
    if (command === 'digits') {
      onDigits(data);
    } else if (!running) {
      return;
    } else if (command === 'count') {
      running.count = Math.min(data[0] ?? 0, MAX_DIGITS);
      say({ kind: 'entering', digits: running.count });
    } else if (command === 'cancelled' || command === 'timeout') {
      finish({ kind: command });
    }
  }

  function onDigits(digits: Uint8Array): void {
    const sound =
      digits.length >= MIN_DIGITS && digits.length <= MAX_DIGITS && digits.every((d) => d >= 0x30 && d <= 0x39);
    if (running && sound) {
      finish({ kind: 'entered', digits });
      return;
    }
    digits.fill(0);
    finish({ kind: 'padGone' });
  }

  function finish(entry: PinEntry): void {
    const ended = running;
    running = null;
    if (!ended) return;
    ended.cancelTimer();
    say(line ? { kind: 'ready' } : { kind: 'offline' });
    ended.end(entry);
  }

  function lost(): void {
    cancelTimer();
    line?.close();
    line = null;
    link.reset();
    finish({ kind: 'padGone' });
    say({ kind: 'offline' });
    if (!closed) cancelTimer = clock.after(REOPEN_MS, () => void open());
  }

  async function open(): Promise<void> {
    const opened = await openLine(config.path, config.baudRate, {
      onData: (chunk) => link.receive(chunk),
      onLost: lost,
    });
    if (closed) return opened?.close();
    if (!opened) {
      cancelTimer = clock.after(REOPEN_MS, () => void open());
      return;
    }
    link.reset();
    line = opened;
    void beAlive(opened);
  }

  async function beAlive(of: ByteLine): Promise<void> {
    const answered = await link.send('identity');
    if (line !== of) return;
    if (!answered) {
      // Acknowledged by nobody three times: unplugged behind an adapter, or another baud rate.
      finish({ kind: 'padGone' });
      say({ kind: 'offline' });
    } else if (!running) {
      say({ kind: 'ready' });
    }
    cancelTimer = clock.after(ALIVE_EVERY_MS, () => void beAlive(of));
  }

  const opening = open();
  return {
    status: () => status,
    onStatus(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    enter(timeoutMs) {
      if (running) return Promise.resolve({ kind: 'busy' });
      if (status.kind !== 'ready') return Promise.resolve({ kind: 'padGone' });
      return new Promise((end) => {
        const stop = clock.after(timeoutMs, () => {
          void link.send('cancel');
          finish({ kind: 'timeout' });
        });
        const mine: Running = { count: 0, end, cancelTimer: stop };
        running = mine;
        say({ kind: 'entering', digits: 0 });
        const seconds = Math.min(255, Math.ceil(timeoutMs / 1000));
        void link.send('begin', Uint8Array.of(MIN_DIGITS, MAX_DIGITS, seconds)).then((taken) => {
          if (!taken && running === mine) finish({ kind: 'padGone' });
        });
      });
    },
    cancel() {
      if (!running) return;
      void link.send('cancel');
      finish({ kind: 'cancelled' });
    },
    async close() {
      closed = true;
      cancelTimer();
      finish({ kind: 'cancelled' });
      await opening;
      line?.close();
      line = null;
      link.reset();
      listeners.clear();
    },
  };
}
