import type { CardError, CardReadResult, CardStatus } from '../../common/contracts/devices/card.ts';
import { formatDate } from '../../common/kernel/dates.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { PcscBinding } from './pcsc/binding.ts';
import { CardConnection } from './pcsc/connection.ts';
import { CardMonitor } from './pcsc/monitor.ts';
import { type CardPinChange, changeCardPin } from './social/change-card-pin.ts';
import { readSocialSecurityCard } from './social/read-card.ts';
import { type CardPinAnswer, verifyCardPin } from './social/verify-card-pin.ts';

/** The card reader as the device host sees it. No verb throws for what a card, a reader or the service does. */
export interface CardReader {
  status(): CardStatus;
  /** Calls `listener` at each change; answers the way to unsubscribe. */
  onStatus(listener: (status: CardStatus) => void): () => void;
  /** Reads the card of this generation. May be called again; the connection is kept until the card goes. */
  read(generation: number): Promise<CardReadResult>;
  /** One VERIFY with ASCII digits that the caller wipes. */
  verify(generation: number, digits: Uint8Array): Promise<CardPinAnswer>;
  /** One CHANGE PIN with ASCII digits that the caller wipes. */
  change(generation: number, old: Uint8Array, next: Uint8Array): Promise<CardPinChange>;
  /** A native call never came back: this process must be killed (nothing else frees the reader). */
  stuck(): boolean;
  close(): Promise<void>;
}

/** A removal shows on the monitor within the service's poll (0.4 s on the virtual reader, less on others). */
const REMOVAL_SHOWS_MS = 1000;

/** Errors that rest on a reply, whole or cut off. */
const saidByCard = new Set<CardError>(['CARD_REMOVED', 'CARD_FOREIGN', 'CARD_LOCKED', 'CARD_GARBAGE']);

/** Opens the reader that `filter` names (null: whichever holds a card) and starts to watch. */
export function openCardReader(options: {
  readonly binding: PcscBinding;
  readonly clock: Clock;
  readonly filter: string | null;
}): CardReader {
  const { binding, clock } = options;
  const listeners = new Set<(status: CardStatus) => void>();
  let status: CardStatus = { kind: 'serviceDown' };
  let session: { readonly generation: number; readonly connection: Promise<Result<CardConnection, CardError>> } | null =
    null;
  let poisoned = false;
  let lastVerb: Promise<void> = Promise.resolve();

  const monitor = new CardMonitor(binding, clock, options.filter, (next) => {
    status = next;
    if (session && generationOf(next) !== session.generation) void endSession();
    for (const listener of listeners) listener(next);
  });
  const running = monitor.run();

  function endSession(mayBeGone = false): Promise<void> {
    const ended = session;
    session = null;
    if (!ended) return Promise.resolve();
    const parting = !mayBeGone && isStillIn(status, ended.generation) ? 'reset' : 'leave';
    return ended.connection.then((c) => (c.ok ? c.value.close(parting) : undefined));
  }

  /** The connection to the card of `generation`, or why there is none. */
  function connect(generation: number): Promise<Result<CardConnection, CardError>> {
    if (poisoned || monitor.stuck) return Promise.resolve(err('READER_STUCK'));
    const here = whoIsThere(status, generation);
    if (!here.ok) return Promise.resolve(here);
    if (!session) {
      const connection = CardConnection.open(binding, clock, here.value.reader, () => {
        poisoned = true;
      });
      session = { generation, connection };
      void connection.then((c) => {
        if (!c.ok && session?.connection === connection) session = null;
      });
    }
    return session.connection;
  }

  /** Whether the card of `generation` is still the one in the reader after a removal had time to show. */
  function stillThere(generation: number): Promise<boolean> {
    if (generationOf(status) !== generation) return Promise.resolve(false);
    return new Promise((resolve) => {
      const done = (answer: boolean): void => {
        cancel();
        listeners.delete(check);
        resolve(answer);
      };
      const check = (next: CardStatus): void => {
        if (generationOf(next) !== generation) done(false);
      };
      const cancel = clock.after(REMOVAL_SHOWS_MS, () => done(true));
      listeners.add(check);
    });
  }

  /**
   * What a card said last is not believed before it is sure that it is still there: a reply cut off by a removal can
   * look like any status word. The other way round, too short a reply from a card that stays is nonsense.
   */
  async function judge(error: CardError, generation: number): Promise<CardError> {
    if (!saidByCard.has(error)) return error;
    if (await stillThere(generation)) return error === 'CARD_REMOVED' ? 'CARD_GARBAGE' : error;
    if (status.kind === 'serviceDown') return 'READER_SERVICE_DOWN';
    return status.kind === 'noReader' ? 'READER_GONE' : 'CARD_REMOVED';
  }

  /**
   * After a failure the next verb begins with a fresh connection, and a card that was reset: at once, before anybody is
   * told to take it out. A card that may have left already is not.
   */
  function failed(error: CardError, generation: number): Promise<CardError> {
    void endSession(error === 'CARD_REMOVED');
    return judge(error, generation);
  }

  /** One verb at a time on the card; `run` gets its connection. */
  function oneAtATime<T>(run: () => Promise<T>): Promise<T> {
    const turn = lastVerb.then(run);
    // That it has ended, and not `turn` itself: a promise holds what it came to, and a reading is a person.
    const ended = (): void => undefined;
    lastVerb = turn.then(ended, ended);
    return turn;
  }

  return {
    status: () => status,
    onStatus(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: (generation) =>
      oneAtATime(async (): Promise<CardReadResult> => {
        const connected = await connect(generation);
        if (!connected.ok) return { ok: false, error: await judge(connected.error, generation) };
        const connection = connected.value;
        const before = connection.cardMs;
        const atr = status.kind === 'present' ? status.atr : '';
        const read = await readSocialSecurityCard(connection, { atr, today: formatDate(clock.now()) });
        if (connection.poisoned) poisoned = true;
        if (!read.ok) return { ok: false, error: await failed(read.error, generation) };
        return { ok: true, value: read.value.reading, cardMs: connection.cardMs - before };
      }),
    verify: (generation, digits) =>
      oneAtATime(async (): Promise<CardPinAnswer> => {
        const connected = await connect(generation);
        if (!connected.ok) return { kind: 'card', error: await judge(connected.error, generation) };
        const answer = await verifyCardPin(connected.value, digits);
        if (connected.value.poisoned) poisoned = true;
        return answer.kind === 'card' ? { kind: 'card', error: await failed(answer.error, generation) } : answer;
      }),
    change: (generation, old, next) =>
      oneAtATime(async (): Promise<CardPinChange> => {
        const connected = await connect(generation);
        if (!connected.ok) return { kind: 'card', error: await judge(connected.error, generation) };
        const connection = connected.value;
        const answer = await changeCardPin(connection, old, next);
        if (connection.poisoned) poisoned = true;
        switch (answer.kind) {
          case 'changed':
            return answer;
          case 'card':
            return { kind: 'card', error: await failed(answer.error, generation) };
          case 'unknown':
            // Reset before anybody is told to take it out, unless it was taken out: that may have yet to show.
            if (connection.poisoned || (await stillThere(generation))) void endSession();
            return { kind: 'unknown', stuck: connection.poisoned };
          default:
            // A refusal of a card that is not there any more may be the rest of another answer.
            return (await stillThere(generation)) ? answer : { kind: 'unknown', stuck: connection.poisoned };
        }
      }),
    stuck: () => poisoned || monitor.stuck,
    async close() {
      listeners.clear();
      await endSession();
      await monitor.stop();
      if (!monitor.stuck) await running;
    },
  };
}

/** The reader of a machine without PC/SC: the service is down, for good. */
export function noCardReader(): CardReader {
  return {
    status: () => ({ kind: 'serviceDown' }),
    onStatus: () => () => undefined,
    read: () => Promise.resolve({ ok: false, error: 'READER_SERVICE_DOWN' }),
    verify: () => Promise.resolve({ kind: 'card', error: 'READER_SERVICE_DOWN' }),
    change: () => Promise.resolve({ kind: 'card', error: 'READER_SERVICE_DOWN' }),
    stuck: () => false,
    close: () => Promise.resolve(),
  };
}

function generationOf(status: CardStatus): number | null {
  return status.kind === 'present' ? status.generation : null;
}

/** Whether the card of this generation is in the reader as far as anybody knows; beside a second one, it still is. */
function isStillIn(status: CardStatus, generation: number): boolean {
  return status.kind === 'tooMany' || generationOf(status) === generation;
}

function whoIsThere(status: CardStatus, generation: number): Result<{ readonly reader: string }, CardError> {
  switch (status.kind) {
    case 'serviceDown':
      return err('READER_SERVICE_DOWN');
    case 'noReader':
      return err('READER_GONE');
    case 'empty':
      return err('CARD_ABSENT');
    case 'tooMany':
      return err('CARD_TOO_MANY');
    case 'mute':
      return err(status.generation === generation ? 'CARD_MUTE' : 'CARD_STALE');
    case 'present':
      return status.generation === generation ? ok({ reader: status.reader }) : err('CARD_STALE');
  }
}
