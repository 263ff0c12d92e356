import { openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import type { KeptStaff } from './kept-staff.ts';

/** Where staff are looked up while there is no journal. */
export interface StandIn {
  /** Holds the list that is known now; none where none is. */
  people(): Store;
  /** A list was imported into it: both copies are it from now on. */
  keep(): void;
  close(): void;
}

function emptyMemory(): Store {
  const opened = openStore({ memory: true }, () => new Uint8Array(32));
  if (!opened.ok) throw new Error(`a database in memory: ${opened.error}`);
  return opened.value;
}

/**
 * A memory for the list alone. A journal takes a second list from two people of the first and from nobody else, so where
 * a newer copy comes to light (its disk reads again), a new memory takes the place of the one with the older list.
 */
export function createStandIn(kept: KeptStaff): StandIn {
  let memory: Store | null = null;
  const close = (): void => {
    memory?.close();
    memory = null;
  };
  return {
    people() {
      const digest = kept.known()?.digest ?? null;
      const held = memory?.staff.file()?.digest ?? null;
      if (held !== null && digest !== null && held !== digest) close();
      memory ??= emptyMemory();
      if (memory.staff.salt() === null) kept.restore(memory);
      return memory;
    },
    keep() {
      if (memory !== null) kept.keep(memory);
    },
    close,
  };
}
