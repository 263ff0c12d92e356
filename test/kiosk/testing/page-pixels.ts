import { readdirSync, readFileSync } from 'node:fs';
import type { XScreen } from './x-screen.ts';

/** Kernel ticks a second, as /proc counts a process's start in; fixed on Linux. */
const TICKS = 100;

/** A place on the glass, px. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The pids of the browsers (not of their children) whose command line holds `mark`. */
export function browserPids(mark: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const words = readOrEmpty(`/proc/${pid}/cmdline`).split('\0');
      return (
        words.some((word) => word.includes(mark)) &&
        words.some((word) => word.startsWith('--app=')) &&
        !words.some((word) => word.startsWith('--type='))
      );
    })
    .map(Number);
}

/** When the kernel started a process, s since boot, exact to 10 ms. */
export function startedAt(pid: number): number {
  // The second field, the name in brackets, may hold spaces; the start is the 22nd.
  const after = readOrEmpty(`/proc/${pid}/stat`).split(') ')[1] ?? '';
  return Number(after.split(' ')[19]) / TICKS;
}

/** Now, s since boot. */
export function uptime(): number {
  return Number(readOrEmpty('/proc/uptime').split(' ')[0]);
}

/**
 * The first stretch of `colour`, from the top, that is `width` px wide and at least 12 px high and lies left of `right`;
 * null: there is none.
 */
export function findKey(screen: XScreen, colour: number, width: number, right: number): Place | null {
  const picture = screen.picture();
  const at = (x: number, y: number): number => picture.readUInt32LE((y * screen.width + x) * 4) & 0xff_ff_ff;
  const solid = (x: number, y: number): boolean => {
    for (let i = 0; i < width; i += 1) if (at(x + i, y) !== colour) return false;
    return true;
  };
  for (let y = 0; y < screen.height - 12; y += 2) {
    for (let x = 0; x < right - width; x += 4) {
      if (at(x, y) === colour && solid(x, y) && solid(x, y + 11)) return { x: x + width / 2, y: y + 8 };
    }
  }
  return null;
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // The process is gone.
  }
}
