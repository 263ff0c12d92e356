/** Who has an encounter in hand: a resident's session, the desk, or a client of the HIS API by its name. */
export type Holder = 'session' | 'desk' | `client ${string}`;

/**
 * One encounter is in one hand at a time. It lives as long as the process: what a process left half prepared the money
 * core gives back at its start, and what it left half settled blocks the encounter by the journal.
 */
export interface Custody {
  /** True where it is (now) the holder's own. */
  take(encounterId: string, holder: Holder): boolean;
  /** Puts it down; another's stays where it is. */
  putDown(encounterId: string, holder: Holder): void;
  holderOf(encounterId: string): Holder | null;
}

export function createCustody(): Custody {
  const held = new Map<string, Holder>();
  return {
    take(encounterId, holder) {
      const now = held.get(encounterId);
      if (now !== undefined && now !== holder) return false;
      held.set(encounterId, holder);
      return true;
    },
    putDown(encounterId, holder) {
      if (held.get(encounterId) === holder) held.delete(encounterId);
    },
    holderOf: (encounterId) => held.get(encounterId) ?? null,
  };
}
