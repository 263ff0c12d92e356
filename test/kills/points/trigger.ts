import { openSync, writeSync } from 'node:fs';

/** Where the process shall die: the `nth` time (from 1) that it passes `label`. */
export interface Arm {
  readonly label: string;
  readonly nth: number;
}

/** A settlement or refund, by its row, and the state that it has. */
export interface Moved {
  readonly matter: 'settlement' | 'refund';
  readonly id: number;
  readonly state: string;
}

/** One line of the trace that a terminal under test leaves behind; it is whole up to the moment of the death. */
export type TraceLine =
  | { readonly passed: string }
  | { readonly killed: string }
  /** Durable from here on. */
  | Moved;

/** The points of one process: each is named when it is passed, and one of them may be its last. */
export interface Trigger {
  arm(arm: Arm | null): void;
  /** Whether the next pass of `label` may be the last: for points that must change what happens before them. */
  isArmed(label: string): boolean;
  pass(label: string): void;
  tell(line: TraceLine): void;
}

/** `traceFile` is appended to with one system call a line, so that SIGKILL loses none. */
export function createTrigger(traceFile: string): Trigger {
  const fd = openSync(traceFile, 'a', 0o600);
  let armed: Arm | null = null;
  let left = 0;
  const tell = (line: TraceLine): void => void writeSync(fd, `${JSON.stringify(line)}\n`);
  return {
    arm(arm) {
      armed = arm;
      left = arm?.nth ?? 0;
    },
    isArmed: (label) => armed?.label === label,
    tell,
    pass(label) {
      tell({ passed: label });
      if (armed?.label !== label || --left > 0) return;
      tell({ killed: label });
      // The kernel delivers it before this call returns to our code.
      process.kill(process.pid, 'SIGKILL');
    },
  };
}
