import type { CardStatus } from '../../common/contracts/devices/card.ts';

/** Card sessions that one host may count before a new host's numbers could meet them. */
const PER_HOST = 1_000_000;

/**
 * Numbers of card sessions that stay unique over all device hosts of this terminal's life: a new host counts from
 * the start again, and its first card must never be taken for the earlier host's.
 */
export interface Generations {
  /** The status with our numbers. */
  outward(status: CardStatus): CardStatus;
  /** The host's own number, or null where `generation` belongs to an earlier host. */
  inward(generation: number): number | null;
}

/** The numbers of the `host`-th host of this process (from 1). */
export function generationsOf(host: number): Generations {
  const base = host * PER_HOST;
  return {
    outward(status) {
      if (status.kind !== 'present' && status.kind !== 'mute') return status;
      return { ...status, generation: base + (status.generation % PER_HOST) };
    },
    inward: (generation) => (Math.floor(generation / PER_HOST) === host ? generation - base : null),
  };
}
