import type { FailureCode } from '../../common/contracts/failures.ts';
import type { StaffView, StaffWork } from '../../common/contracts/session/staff-view.ts';
import type { StaffAct, StaffActAsked, StaffTicket } from '../../common/contracts/staff.ts';
import type { Clock, Random } from '../../common/kernel/ports.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Devices } from '../devices/devices.ts';
import type { Audit } from '../ports.ts';
import type { StaffRow } from '../store/staff-rows.ts';
import { failureIn } from './came-to.ts';
import { findMember } from './find-member.ts';
import { type ObstacleDeps, obstacleTo } from './obstacle.ts';
import { proveOne, type Refusal } from './proof.ts';
import { maskedName, proofView, rolesOf } from './proof-view.ts';
import { mayStand, peopleFor } from './rules.ts';
import { isSamePerson, type Proved } from './same-person.ts';
import { createTickets } from './tickets.ts';
import { workView } from './work-view.ts';

/** The glass and the reader, as the session machine lends them (session/staff.ts). */
export interface Lent {
  /** Lends the terminal, or shows something else on it. False: a resident is here. */
  show(view: StaffView): boolean;
  takeBack(): void;
  /** Whether it could be lent now: no resident is here. */
  isFree(): boolean;
}

export interface DeskDeps extends ObstacleDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly audit: Audit;
  readonly devices: Pick<Devices, 'status' | 'readCard' | 'verifyPin' | 'cancelPin'>;
  readonly pinEntryMs: number;
  readonly lent: Lent;
}

export interface ProveOptions {
  /** How long each card is waited for, ms. */
  readonly waitMs: number;
  /** The staff's page asks: its list is where a refusal leads back to. */
  readonly page: boolean;
  /** Calls back when whoever asked is gone: the proof and an unused ticket end with her. */
  readonly gone?: (listener: () => void) => void;
}

/** Where members of the staff prove themselves, one act at a time. */
export interface Desk {
  /** Why a proof for this act would be refused at once, or null; a refusal is on record. Nobody is asked for anything. */
  mayProve(act: StaffActAsked, day: string | null): FailureCode | null;
  /** A ticket for the act once everybody it takes has proved herself; each refusal is on record. */
  prove(act: StaffActAsked, options: ProveOptions): Promise<Result<StaffTicket, Refusal>>;
  /**
   * Spends the ticket and does the act's work while the terminal is still lent. Fails with STAFF_TICKET_*; what `work`
   * makes of it is its own, and goes on record as what it came to. `keep`: the terminal stays lent afterwards.
   */
  under<T>(
    ticket: string | null,
    act: StaffActAsked,
    work: (people: StaffAct) => T | Promise<T>,
    keep?: boolean,
  ): Promise<Result<T, FailureCode>>;
  /** Ends the proof that is under way, the ticket that nobody has used, or the words of a refusal. */
  cancel(): void;
  /** Whether an act is being done just now under its ticket. */
  acting(): boolean;
  busy(): boolean;
}

type State =
  | { readonly kind: 'free' }
  | { readonly kind: 'proving'; cancelled: boolean }
  | { readonly kind: 'granted'; readonly ticket: string; readonly act: StaffActAsked }
  | { readonly kind: 'acting' }
  /** Nothing is under way; why not still stands on the glass. */
  | { readonly kind: 'refused' };

/** A refusal stays on the glass this long, unless somebody goes on earlier. */
export const REFUSED_MS = 6000;
const SECOND_MS = 1000;

export function createDesk(deps: DeskDeps): Desk {
  const { clock, audit, devices, lent } = deps;
  const tickets = createTickets(clock, deps.random);
  let state: State = { kind: 'free' };
  let cancelTimer = (): void => {};

  /** The list by which people are looked up now. */
  const listNow = (): string | null => deps.store()?.staff.file()?.digest ?? null;

  const refuse = (act: StaffActAsked, refusal: Refusal, by: string | null = null): Result<never, Refusal> => {
    audit('staff.refused', { act: act.act, failure: refusal.code, by });
    return err(refusal);
  };

  const free = (): void => {
    cancelTimer();
    state = { kind: 'free' };
  };

  const giveBack = (): void => {
    free();
    lent.takeBack();
  };

  /** Why no proof for this act may begin now, or null. */
  const obstacle = (act: StaffActAsked, day: string | null): FailureCode | null =>
    state.kind === 'free' || state.kind === 'refused' ? obstacleTo(deps, act, day) : 'STAFF_BUSY';

  const workOf = (act: StaffActAsked): StaffWork | null => {
    const row = act.act === 'worklistResolve' ? (deps.store()?.worklist.get(act.id) ?? null) : null;
    return row === null || act.act !== 'worklistResolve' ? null : workView(row, clock.now(), [act.resolution]);
  };

  const proveAll = async (
    act: StaffActAsked,
    { waitMs, page }: ProveOptions,
    mine: { readonly cancelled: boolean },
  ): Promise<Result<readonly StaffRow[], Refusal>> => {
    const work = workOf(act);
    const [proved, stood]: [StaffRow[], Proved[]] = [[], []];
    while (proved.length < peopleFor(act)) {
      const one = await proveOne(
        { clock, devices, pinEntryMs: deps.pinEntryMs, find: (card) => findMember(deps.store()?.staff, card) },
        {
          waitMs,
          admit(row, { socialSecurityNumber: number }) {
            if (stood.some((one) => isSamePerson(one, { row, number }))) return 'STAFF_SAME_PERSON';
            stood.push({ row, number });
            return mayStand(act, rolesOf(proved), row.roles) ? null : 'STAFF_ROLE';
          },
          show(phase, digits) {
            if (!mine.cancelled) lent.show(proofView(act, work, { page, proved, phase, digits }));
          },
          cancelled: () => mine.cancelled,
        },
      );
      if (!one.ok) return refuse(act, one.error, proved[0]?.id ?? null);
      proved.push(one.value);
    }
    return ok(proved);
  };

  /** The act may be done from now on; seconds are counted on the glass. */
  const grant = (act: StaffActAsked, ticket: StaffTicket, people: readonly StaffRow[]): void => {
    const names = people.map(maskedName);
    const until = clock.monotonic() + ticket.validMs;
    state = { kind: 'granted', ticket: ticket.ticket, act };
    const tell = (): void => {
      const left = until - clock.monotonic();
      if (left <= 0) giveBack();
      else {
        lent.show({ kind: 'granted', act: act.act, names, secondsLeft: Math.ceil(left / SECOND_MS) });
        cancelTimer = clock.after(Math.min(SECOND_MS, left), tell);
      }
    };
    tell();
  };

  /** Says why not; where no page waits behind it, the terminal is given back after a while. */
  const showRefusal = ({ code, triesLeft }: Refusal, page: boolean): void => {
    free();
    lent.show({ kind: 'refused', failure: code, triesLeft, mayGoBack: page });
    if (page) return;
    state = { kind: 'refused' };
    cancelTimer = clock.after(REFUSED_MS, giveBack);
  };

  const cancel = (): void => {
    if (state.kind === 'proving') {
      state.cancelled = true;
      devices.cancelPin();
    } else if (state.kind === 'granted') {
      tickets.spend(state.ticket, state.act, null);
      giveBack();
    } else if (state.kind === 'refused') giveBack();
  };

  return {
    mayProve(act, day) {
      const why = obstacle(act, day);
      if (why !== null) refuse(act, { code: why, triesLeft: null });
      return why;
    },
    async prove(act, options) {
      const why = obstacle(act, null);
      if (why !== null) {
        // On the page somebody has pressed a key; whoever is busy there keeps what she sees.
        if (options.page && why !== 'STAFF_BUSY') showRefusal({ code: why, triesLeft: null }, true);
        return refuse(act, { code: why, triesLeft: null });
      }
      cancelTimer();
      const mine = { kind: 'proving' as const, cancelled: false };
      const asked = proofView(act, workOf(act), { page: options.page, proved: [], phase: 'card', digits: 0 });
      if (!lent.show(asked)) return refuse(act, { code: 'STAFF_SESSION', triesLeft: null });
      state = mine;
      let own: string | null = null;
      options.gone?.(() => {
        if (state === mine || (state.kind === 'granted' && state.ticket === own)) cancel();
      });
      // As it was before the first of them stood there: a newer list may come to light between two people.
      const list = listNow();
      const proved = await proveAll(act, options, mine);
      if (!proved.ok) {
        if (!mine.cancelled) showRefusal(proved.error, options.page);
        else if (options.page) free();
        else giveBack();
        return proved;
      }
      const [by, second] = proved.value.map(({ id }) => id);
      const people = { by: by ?? '', second: second ?? null };
      audit('staff.proved', { act: act.act, ...people });
      const ticket = tickets.issue(act, people, list);
      own = ticket.ticket;
      grant(act, ticket, proved.value);
      return ok(ticket);
    },
    async under(ticket, act, work, keep = false) {
      const own = state.kind === 'granted' && state.ticket === ticket;
      const spent = tickets.spend(ticket, act, listNow());
      if (!spent.ok) {
        refuse(act, { code: spent.error, triesLeft: null });
        if (own) giveBack();
        return spent;
      }
      cancelTimer();
      state = { kind: 'acting' };
      let came: FailureCode | null = 'TERMINAL_INTERNAL';
      try {
        const made = await work(spent.value);
        came = failureIn(made);
        return ok(made);
      } finally {
        if (keep) free();
        else giveBack();
        if (came === null) audit('staff.acted', { act: act.act, ...spent.value });
        else audit('staff.refused', { act: act.act, failure: came, ...spent.value });
      }
    },
    cancel,
    acting: () => state.kind === 'acting',
    busy: () => state.kind !== 'free' && state.kind !== 'refused',
  };
}
