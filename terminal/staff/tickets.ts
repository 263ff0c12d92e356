import type { FailureCode } from '../../common/contracts/failures.ts';
import type { StaffAct, StaffActAsked, StaffTicket } from '../../common/contracts/staff.ts';
import type { Clock, Random } from '../../common/kernel/ports.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import { digestOf } from './marks.ts';

/** How long a proof is good. */
export const TICKET_MS = 60_000;
/** As many as are remembered, so that a used one is told from one that never was. */
const REMEMBERED = 50;

interface Held extends StaffAct {
  readonly act: string;
  readonly list: string | null;
  readonly until: number;
  used: boolean;
}

export interface Tickets {
  /** `list`: the digest of the staff list by which the people were looked up. */
  issue(act: StaffActAsked, people: StaffAct, list: string | null): StaffTicket;
  /**
   * Takes a ticket for an act: the people who stand for it. Any attempt spends it, also one for another act. Fails with
   * STAFF_TICKET_NEEDED (none, or never given), _USED, _EXPIRED (too old, or another `list` is in force now; null: none
   * can be looked up), _OTHER.
   */
  spend(ticket: string | null, act: StaffActAsked, list: string | null): Result<StaffAct, FailureCode>;
}

/** An act with its parameters, as one text: keys in order, so that the same act is the same text. */
function textOf(act: StaffActAsked): string {
  return digestOf(JSON.stringify(Object.entries(act).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** Tickets live in this process only: after a restart everybody proves herself again. */
export function createTickets(clock: Clock, random: Random): Tickets {
  const held = new Map<string, Held>();
  return {
    issue(act, { by, second }, list) {
      const ticket = Buffer.from(random.bytes(16)).toString('hex');
      held.set(ticket, { act: textOf(act), list, by, second, until: clock.monotonic() + TICKET_MS, used: false });
      const [oldest] = held.keys();
      if (held.size > REMEMBERED && oldest !== undefined) held.delete(oldest);
      return { ticket, by, second, validMs: TICKET_MS };
    },
    spend(ticket, act, list) {
      const one = ticket === null ? undefined : held.get(ticket);
      if (one === undefined) return err('STAFF_TICKET_NEEDED');
      if (one.used) return err('STAFF_TICKET_USED');
      one.used = true;
      if (clock.monotonic() >= one.until || (list !== null && list !== one.list)) return err('STAFF_TICKET_EXPIRED');
      if (one.act !== textOf(act)) return err('STAFF_TICKET_OTHER');
      return ok({ by: one.by, second: one.second });
    },
  };
}
