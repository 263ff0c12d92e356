import type { HisEncounter, HisLine } from '../../../common/contracts/his/his.ts';
import type { HisDiagnosed, HisRegistration } from '../../../common/contracts/his/registration.ts';
import type { RefundUntil } from '../../../terminal/store/refunds.ts';
import type { VirtualClock } from './clock.ts';
import type { Counter } from './counter.ts';
import type { OtherSides } from './other-sides.ts';
import type { Process } from './process.ts';
import type { Recorder } from './record.ts';
import type { Told } from './told.ts';

/** How a wish to settle ended for its caller. */
export type End =
  | { readonly kind: 'settled'; readonly messageId: string }
  /** Nothing was paid, and a new try is a new wish. */
  | { readonly kind: 'again' }
  /** Somebody else decides, or it is not known: nothing more is tried. */
  | { readonly kind: 'stop' };

export type StayVerb =
  | { readonly verb: 'admit'; readonly person: string; readonly encounter: HisEncounter }
  | { readonly verb: 'change' | 'discharge'; readonly encounter: HisEncounter }
  | { readonly verb: 'addFees'; readonly encounterId: string; readonly lines: readonly HisLine[] }
  | { readonly verb: 'clearFees' | 'undoDischarge' | 'cancel'; readonly encounterId: string };

export type VisitVerb =
  | { readonly verb: 'register'; readonly person: string; readonly encounter: HisRegistration }
  | { readonly verb: 'diagnose'; readonly encounter: HisDiagnosed }
  | { readonly verb: 'addVisitFees'; readonly encounterId: string; readonly lines: readonly HisLine[] }
  | { readonly verb: 'clearVisitFees' | 'cancelVisit'; readonly encounterId: string };

/** One caller's way to the terminal: the desk's screens ask the room, a client asks the API. */
export interface Till {
  /** The person whose card lies there, by a reference. */
  person(life: Process): Promise<string | null>;
  /** The name of its quote, or the code that says why there is none. */
  prepare(life: Process, person: string, encounter: HisEncounter): Promise<{ readonly quote: string } | string>;
  settle(quote: string, encounterId: string): Promise<End>;
  /** Whether it is given back. */
  refund(messageId: string, encounterId: string, until?: RefundUntil): Promise<boolean>;
  verb(life: Process, verb: StayVerb): Promise<boolean>;
  /** A visit's steps before its bill; the desk has none, and says so. */
  visit(life: Process, verb: VisitVerb): Promise<boolean>;
  abandon(life: Process, encounterId: string): Promise<void>;
  /** The message id of what stands of an encounter, by what the terminal says of it. */
  standing(life: Process, encounterId: string): Promise<string | null>;
  /** Asks under every key that has no end yet, and reads what there is to read. */
  closeBooks(): Promise<void>;
}

export interface TillParts {
  readonly clock: VirtualClock;
  readonly record: Recorder;
  readonly counter: Counter;
  readonly sides: Pick<OtherSides, 'ledger' | 'hisStore'>;
  readonly process: () => Process | null;
  /** The judge notes that somebody was told of this success. */
  readonly noted: (life: Process, messageId: string) => void;
  /** The caller begins nothing new. */
  readonly left: () => boolean;
}

export const pauseOn =
  (clock: VirtualClock) =>
  (ms: number): Promise<void> =>
    new Promise((resolve) => void clock.after(ms, () => resolve()));

/** What comes of work in a process that may die: then nothing does. */
export function ofLife<T>(clock: VirtualClock, life: Process, work: Promise<T>): Promise<T | null> {
  return new Promise((resolve) => {
    let over = false;
    const end = (value: T | null): void => {
      over = true;
      resolve(value);
    };
    work.then(end, () => end(null));
    const look = (): void => {
      if (over) return;
      if (life.alive()) clock.after(LOOK_MS, look);
      else end(null);
    };
    look();
  });
}
const LOOK_MS = 300;

/** A refund that is, or may be, on its way, or was done. */
const GIVEN = new Set(['ready', 'intended', 'unknown', 'fencing', 'refunded', 'done']);

/** Puts down what a caller is told, with what was so at that moment. */
export function hearing({ clock, record, sides }: Pick<TillParts, 'clock' | 'record' | 'sides'>) {
  return (life: Process, told: Omit<Told, 'at' | 'stands'>): void => {
    const { caller, key, how, what, encounterId, messageId } = told;
    const row = messageId === null ? null : life.journal.settlements.byMessageId(messageId);
    const refund = row === null ? null : life.journal.refunds.ofSettlement(row.id);
    const there = messageId === null ? null : sides.ledger.settlementByMessage(messageId, false);
    const stands = there?.state === 'settled' && !GIVEN.has(refund?.state ?? 'kept');
    record.evidence.counter.told.push({ ...told, at: clock.monotonic(), stands });
    record.say(`${caller} ${key ?? 'no key'} ${how} ${what} ${messageId ?? encounterId}`);
  };
}

/** Puts down that a caller was let do something to a registration. */
export function doing({ clock, record }: Pick<TillParts, 'clock' | 'record'>) {
  return (caller: Told['caller'], verb: string, encounterId: string, mdtrtId: string): void => {
    record.evidence.counter.done.push({ at: clock.monotonic(), caller, verb, encounterId, mdtrtId });
    record.say(`${caller} ${verb} ${encounterId} done`);
  };
}
