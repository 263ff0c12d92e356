import type { z } from 'zod';
import type { RefundAnswer, SettleAnswer } from '../../../common/contracts/billing/money.ts';
import type { FailureCode } from '../../../common/contracts/failures.ts';
import type { Clock } from '../../../common/kernel/ports.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import { failed } from '../../billing/answers.ts';
import type { Audit } from '../../ports.ts';
import type { ClientKeyRow, ClientOperation } from '../../store/client-keys.ts';
import { storeFailure } from '../../store/open.ts';
import type { Store } from '../../store/store.ts';
import type { KeysJournal } from './from-journal.ts';
import { payloadOf } from './payload.ts';
import { type Problem, problemOf, wait } from './problem.ts';

export interface KeysDeps {
  readonly clock: Clock;
  readonly audit: Audit;
  readonly store: () => Store | null;
  readonly fault: () => FailureCode | null;
  readonly journal: KeysJournal;
  readonly report: (what: string, cause: unknown) => void;
}

export interface KeyedAsk<A extends SettleAnswer | RefundAnswer> {
  readonly client: string;
  readonly key: string;
  readonly operation: ClientOperation;
  /** Everything that was asked, as it was parsed. */
  readonly input: object;
  readonly encounterId: string;
  readonly subject: string;
  /** The preparation that is settled; null where nobody knows it, and for a refund. */
  readonly visitId: number | null;
  readonly schema: z.ZodType<A>;
  /** Moves the money; resolves with what the client is told, or with a refusal under which nothing was begun. */
  readonly work: () => Promise<Result<A, Problem>>;
}

export interface Keyed<A> {
  readonly answer: A;
  readonly replayed: boolean;
}

export interface Keys {
  run<A extends SettleAnswer | RefundAnswer>(ask: KeyedAsk<A>): Promise<Result<Keyed<A>, Problem>>;
  /** A journal is open: what an earlier process left without an answer is decided, before anybody begins anything. */
  takeUp(): void;
}

/** How soon what a disk refused to keep is written again, ms. */
const RETRY_MS = 5000;

/**
 * Idempotency keys: one row per client and key, durable before anything is begun, kept for ever. The same request under
 * the same key gets the stored answer, also from the next process; what was unknown is looked up in the journal anew.
 */
export function createKeys({ clock, audit, store, fault, journal, report }: KeysDeps): Keys {
  /** Encounters by their keys. */
  const inFlight = new Map<string, string>();
  const nameOf = ({ client, key }: { readonly client: string; readonly key: string }): string => `${client} ${key}`;
  let cancelRetry: (() => void) | null = null;

  /** What the journal says of a key without an answer, or with an unknown one, kept from now on. Throws where it is not. */
  const decide = (books: Store, row: ClientKeyRow): string => {
    const now = JSON.stringify(journal.answer(books, row));
    books.transaction(() => books.clientKeys.answer(row.id, now, clock.now()));
    return now;
  };

  const decideLeft = (books: Store, encounterId: string | null): void => {
    for (const row of books.clientKeys.open(encounterId)) if (!inFlight.has(nameOf(row))) decide(books, row);
  };

  const takeUpLater = (): void => {
    cancelRetry ??= clock.after(RETRY_MS, takeUp);
  };
  const takeUp = (): void => {
    cancelRetry?.();
    cancelRetry = null;
    const books = store();
    if (books === null) return;
    try {
      decideLeft(books, null);
    } catch (cause) {
      if (storeFailure(cause) === null) throw cause;
      takeUpLater();
    }
  };
  const answerOf = <A extends SettleAnswer | RefundAnswer>(
    books: Store,
    row: ClientKeyRow,
    { schema }: KeyedAsk<A>,
  ): A => {
    const told = row.answer === null ? null : schema.parse(JSON.parse(row.answer));
    const isOver = told !== null && told.kind !== 'unknown';
    if (isOver && (told.kind === 'refused' || journal.holds(books, row))) return told;
    const now = schema.parse(journal.answer(books, row));
    // What was settled and went back may, by people's word, stay after all: the answer of then is kept.
    if (isOver) return now;
    try {
      decide(books, row);
    } catch (cause) {
      if (storeFailure(cause) === null) throw cause;
      takeUpLater();
    }
    return now;
  };

  const begin = <A extends SettleAnswer | RefundAnswer>(books: Store, ask: KeyedAsk<A>, payload: string) => {
    const { client, key, operation, encounterId, subject, visitId } = ask;
    return books.transaction(() => {
      const facts = { client, key, operation, payload, encounterId, subject, visitId, nowMs: clock.now() };
      const row = books.clientKeys.insert(facts);
      audit('api.money-asked', { client, operation, encounterId, key: row.id });
      return row;
    });
  };

  /** What cannot be kept is told all the same, and taken from the journal as soon as that can be written. */
  const keep = <A extends SettleAnswer | RefundAnswer>(
    books: Store,
    { id, client, operation, encounterId }: ClientKeyRow,
    answer: Result<A, Problem>,
  ): void => {
    try {
      books.transaction(() => {
        if (!answer.ok) return books.clientKeys.forget(id);
        books.clientKeys.answer(id, JSON.stringify(answer.value), clock.now());
        audit('api.money-answered', { client, operation, encounterId, key: id, kind: answer.value.kind });
      });
    } catch (cause) {
      if (storeFailure(cause) === null) report('the answer of a key', cause);
      takeUpLater();
    }
  };

  const told = (books: Store, row: ClientKeyRow): SettleAnswer | RefundAnswer => {
    try {
      return journal.answer(books, row);
    } catch (cause) {
      report('a key’s journal', cause);
      return { kind: 'unknown', messageId: row.operation === 'refund' ? row.subject : null, next: 'wait' };
    }
  };

  /** A bug of ours under a movement of money, or a journal that went: what can be read says how far it came. */
  const worked = async <A extends SettleAnswer | RefundAnswer>(
    books: Store,
    row: ClientKeyRow,
    { work, schema }: KeyedAsk<A>,
  ): Promise<Result<A, Problem>> => {
    try {
      return await work();
    } catch (cause) {
      report('a movement of money threw', cause);
      return ok(schema.parse(told(books, row)));
    }
  };

  const run = async <A extends SettleAnswer | RefundAnswer>(ask: KeyedAsk<A>): Promise<Result<Keyed<A>, Problem>> => {
    const books = store();
    if (books === null) return err(problemOf(failed(fault() ?? 'STORE_LOCKED')));
    const payload = payloadOf(ask.operation, ask.input);
    const known = books.clientKeys.find(ask.client, ask.key);
    if (known !== null) {
      if (known.payload !== payload) return err({ code: 'KEY_REUSED' });
      if (inFlight.has(nameOf(ask))) return err({ code: 'IN_FLIGHT', data: wait(1) });
      return ok({ answer: answerOf(books, known, ask), replayed: true });
    }
    const { encounterId } = ask;
    // Two keys on one bill: the second waits for the first, and is not used up.
    if (encounterId !== '' && [...inFlight.values()].includes(encounterId)) return err(problemOf(failed('BILL_BUSY')));
    // Before another settlement of their encounter is made: whatever is found under them is theirs.
    decideLeft(books, encounterId);
    const row = begin(books, ask, payload);
    inFlight.set(nameOf(ask), encounterId);
    try {
      const answer = await worked(books, row, ask);
      keep(books, row, answer);
      return answer.ok ? ok({ answer: answer.value, replayed: false }) : answer;
    } finally {
      inFlight.delete(nameOf(ask));
    }
  };

  return {
    takeUp,
    async run(ask) {
      try {
        return await run(ask);
      } catch (cause) {
        const code = storeFailure(cause);
        if (code === null) throw cause;
        return err(problemOf(failed(code)));
      }
    },
  };
}
