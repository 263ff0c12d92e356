import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { FailureCode } from '../../../common/contracts/failures.ts';
import type { Clock } from '../../../common/kernel/ports.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import { failed } from '../../billing/answers.ts';
import type { Audit } from '../../ports.ts';
import type { ClientKeyRow, ClientOperation } from '../../store/client-keys.ts';
import { storeFailure } from '../../store/open.ts';
import type { Store } from '../../store/store.ts';
import { type Problem, problemOf, wait } from './problem.ts';

/** What a money operation answers, on the wire. */
interface Answer {
  readonly kind: 'settled' | 'refused' | 'unknown';
}

export interface KeysDeps {
  readonly clock: Clock;
  readonly audit: Audit;
  readonly store: () => Store | null;
  readonly fault: () => FailureCode | null;
  /** What the journal says of a key whose answer is not known, or was unknown. */
  readonly fromJournal: (store: Store, row: ClientKeyRow) => Answer;
  readonly report: (what: string, cause: unknown) => void;
}

export interface KeyedAsk<A extends Answer> {
  readonly client: string;
  readonly key: string;
  readonly operation: ClientOperation;
  /** Everything that was asked, as it was parsed. */
  readonly input: object;
  readonly encounterId: string;
  readonly subject: string;
  readonly schema: z.ZodType<A>;
  /** Moves the money; resolves with what the client is told, or with a refusal under which nothing was begun. */
  readonly work: () => Promise<Result<A, Problem>>;
}

export interface Keyed<A> {
  readonly answer: A;
  readonly replayed: boolean;
}

export interface Keys {
  run<A extends Answer>(ask: KeyedAsk<A>): Promise<Result<Keyed<A>, Problem>>;
}

/** Objects with their keys in order, so that the same request is the same text. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, canonical(part)]),
  );
}

export function payloadOf(operation: string, input: object): string {
  return createHash('sha256')
    .update(`${operation}\n${JSON.stringify(canonical(input))}`)
    .digest('hex');
}

/**
 * Idempotency keys: one row per client and key, durable before anything is begun, kept for ever. The same request under
 * the same key gets the stored answer, also from the next process; what was unknown is looked up in the journal anew.
 */
export function createKeys({ clock, audit, store, fault, fromJournal, report }: KeysDeps): Keys {
  const inFlight = new Map<number, string>();
  /** The journal whose left keys have been looked at. */
  let seen: Store | null = null;

  /** The answer of a key that has none, or an unknown one, by the journal. */
  const decide = (books: Store, row: ClientKeyRow): string => {
    const now = JSON.stringify(fromJournal(books, row));
    books.transaction(() => books.clientKeys.answer(row.id, now, clock.now()));
    return now;
  };

  const answerOf = <A extends Answer>(books: Store, row: ClientKeyRow, { schema }: KeyedAsk<A>): A => {
    const told = row.answer === null ? null : schema.parse(JSON.parse(row.answer));
    return told !== null && told.kind !== 'unknown' ? told : schema.parse(JSON.parse(decide(books, row)));
  };

  /** Keys that were left without an answer: decided before another settlement of their encounter can be taken for theirs. */
  const decideLeft = (books: Store, encounterId: string): void => {
    const left = books.clientKeys.open(seen === books ? encounterId : null);
    for (const row of left) if (!inFlight.has(row.id)) decide(books, row);
    seen = books;
  };

  const begin = <A extends Answer>(books: Store, ask: KeyedAsk<A>, payload: string): ClientKeyRow => {
    const { client, key, operation, encounterId, subject } = ask;
    return books.transaction(() => {
      const facts = { client, key, operation, payload, encounterId, subject, nowMs: clock.now() };
      const row = books.clientKeys.insert(facts);
      audit('api.money-asked', { client, operation, encounterId, key: row.id });
      return row;
    });
  };

  /** What cannot be stored is found in the journal when the key comes again. */
  const keep = <A extends Answer>(
    books: Store,
    row: ClientKeyRow,
    ask: KeyedAsk<A>,
    answer: Result<A, Problem>,
  ): void => {
    try {
      books.transaction(() => {
        if (!answer.ok) return books.clientKeys.forget(row.id);
        books.clientKeys.answer(row.id, JSON.stringify(answer.value), clock.now());
        const { client, operation, encounterId } = ask;
        audit('api.money-answered', { client, operation, encounterId, key: row.id, kind: answer.value.kind });
      });
    } catch (cause) {
      if (storeFailure(cause) === null) throw cause;
    }
  };

  /** A bug of ours under a movement of money: the journal knows how far it came. */
  const worked = async <A extends Answer>(
    books: Store,
    row: ClientKeyRow,
    ask: KeyedAsk<A>,
  ): Promise<Result<A, Problem>> => {
    try {
      return await ask.work();
    } catch (cause) {
      report('a movement of money threw', cause);
      return ok(ask.schema.parse(fromJournal(books, row)));
    }
  };

  const run = async <A extends Answer>(ask: KeyedAsk<A>): Promise<Result<Keyed<A>, Problem>> => {
    const books = store();
    if (books === null) return err(problemOf(failed(fault() ?? 'STORE_LOCKED')));
    const payload = payloadOf(ask.operation, ask.input);
    const known = books.clientKeys.find(ask.client, ask.key);
    if (known !== null) {
      if (known.payload !== payload) return err({ code: 'KEY_REUSED' });
      if (inFlight.has(known.id)) return err({ code: 'IN_FLIGHT', data: wait(1) });
      return ok({ answer: answerOf(books, known, ask), replayed: true });
    }
    const { encounterId } = ask;
    // Two keys on one bill: the second waits for the first, and is not used up.
    if (encounterId !== '' && [...inFlight.values()].includes(encounterId)) return err(problemOf(failed('BILL_BUSY')));
    decideLeft(books, encounterId);
    const row = begin(books, ask, payload);
    inFlight.set(row.id, encounterId);
    try {
      const answer = await worked(books, row, ask);
      keep(books, row, ask, answer);
      return answer.ok ? ok({ answer: answer.value, replayed: false }) : answer;
    } finally {
      inFlight.delete(row.id);
    }
  };

  return {
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
