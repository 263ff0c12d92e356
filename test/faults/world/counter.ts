import type { Caller } from '../plan/order.ts';
import type { VirtualClock } from './clock.ts';
import { type Hardware, hardware } from './devices.ts';
import type { Recorder } from './record.ts';
import type { Made } from './told.ts';

/** Somebody asks for money to be moved, of one process. */
export interface Ask {
  readonly life: { alive(): boolean };
  readonly caller: Caller;
  readonly key: string | null;
  readonly encounterId: string;
}

/**
 * The counter beside the kiosk: a reader of its own, so that more is asked of the room at once than one reader allows,
 * and who has asked what. It outlives the terminal's process.
 */
export interface Counter {
  readonly hardware: Hardware;
  readonly clientsFile: string;
  /** Notes that this is asked; the way to say that it is over. */
  asks(ask: Ask): () => void;
  /** A key that nobody has used. */
  newKey(caller: Caller): string;
  /** Whose a settlement of this encounter is that is begun at this moment. */
  whose(encounterId: string): Pick<Made, 'caller' | 'key'>;
}

export function counter(clock: VirtualClock, record: Recorder, clientsFile: string): Counter {
  const underWay = new Set<Ask>();
  let keys = 0;
  return {
    hardware: hardware(record, clock.monotonic, [], () => true),
    clientsFile,
    asks(ask) {
      underWay.add(ask);
      return () => void underWay.delete(ask);
    },
    newKey: (caller) => `key-of-${caller}-${`${++keys}`.padStart(6, '0')}`,
    whose(encounterId) {
      const asked = [...underWay].filter((one) => one.encounterId === encounterId && one.life.alive());
      const [first] = asked;
      if (first === undefined) return { caller: 'kiosk', key: null };
      const { caller, key } = first;
      return {
        caller: asked.every((one) => one.caller === caller) ? caller : null,
        key: asked.every((one) => one.key === key) ? key : null,
      };
    },
  };
}
