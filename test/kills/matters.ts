import type { TraceLine } from './points/trigger.ts';

/** Which settlements and refunds of one run stand where, as its processes told it. It names kills; it judges nothing. */
export interface Matters {
  take(lines: readonly TraceLine[]): void;
  /**
   * Where it stands: the newest that is open, or else what moved last. A refund says so: `refund unknown`. `none`:
   * nothing has begun.
   */
  state(): string;
  clear(): void;
}

const OPEN: Readonly<Record<'settlement' | 'refund', ReadonlySet<string>>> = {
  settlement: new Set(['intended', 'unknown', 'fencing']),
  refund: new Set(['ready', 'intended', 'unknown', 'fencing']),
};

const nameOf = (matter: 'settlement' | 'refund', state: string): string =>
  matter === 'refund' ? `refund ${state}` : state;

/** Names of states in which a settlement's fate is open. */
export const OPEN_STATES: ReadonlySet<string> = new Set(
  (['settlement', 'refund'] as const).flatMap((matter) => [...OPEN[matter]].map((state) => nameOf(matter, state))),
);

export function createMatters(): Matters {
  /** In the order in which they moved last. */
  const names = new Map<string, string>();
  return {
    take(lines) {
      for (const line of lines) {
        if (!('matter' in line)) continue;
        const key = `${line.matter} ${line.id}`;
        names.delete(key);
        names.set(key, nameOf(line.matter, line.state));
      }
    },
    state() {
      const all = [...names.values()];
      return all.findLast((name) => OPEN_STATES.has(name)) ?? all.at(-1) ?? 'none';
    },
    clear: () => names.clear(),
  };
}
