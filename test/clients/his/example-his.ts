import { randomUUID } from 'node:crypto';
import type { Books, Wish } from './books.ts';
import { createClient } from './generated/client/index.js';
import {
  abandonBill,
  ackNotice,
  type Encounter,
  listNotices,
  prepareBill,
  readPerson,
  refundBill,
  settleBill,
} from './generated/index.js';

/** How billing one encounter ended, as this hospital's cashier reads it. */
export interface Outcome {
  readonly encounterId: string;
  readonly kind: 'settled' | 'refused' | 'unknown';
  /** The terminal's code, where it was refused. */
  readonly code: string | null;
  readonly messageId: string | null;
  /** In yuan, to be collected or returned. */
  readonly cash: string | null;
}

export interface ExampleHis {
  /** Bills one encounter of the person whose card is in. */
  bill(encounter: Encounter, useAccount: boolean): Promise<Outcome>;
  /** Gives back what stands of an encounter. */
  refund(encounterId: string): Promise<Outcome>;
  /** Repeats what an earlier run of this program left open, then books every notice. */
  catchUp(): Promise<readonly Outcome[]>;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** How often an unknown outcome is asked for, and a lost connection tried again. */
const EVERY_MS = 2000;
const TRIES = 60;

type Refusal = { readonly code?: string; readonly data?: { readonly failure?: { readonly code: string } } };
const codeOf = (refusal: Refusal | undefined): string => refusal?.data?.failure?.code ?? refusal?.code ?? 'NO_ANSWER';

/** A hospital's system in front of a terminal: everything that a real one has to do, and nothing more. */
export function createExampleHis(
  { url, token, everyMs = EVERY_MS }: { readonly url: string; readonly token: string; readonly everyMs?: number },
  books: Books,
): ExampleHis {
  const client = createClient({ baseUrl: url, auth: () => token });

  const refused = (encounterId: string, code: string): Outcome => ({
    ...{ encounterId, kind: 'refused', code, messageId: null, cash: null },
  });

  /** One request of a wish; null: no answer came, or the first one is still under way. */
  const once = async ({ kind, key, encounterId, body }: Wish): Promise<Outcome | null> => {
    const headers = { 'Idempotency-Key': key };
    const asked =
      kind === 'settle'
        ? await settleBill({ client, headers, body: { quote: body['quote'] ?? '' } })
        : await refundBill({ client, headers, body: { messageId: body['messageId'] ?? '' } });
    const { data, error, response } = asked;
    if (data === undefined) {
      const status = response?.status ?? 0;
      return status === 0 || status === 409 || status >= 500 ? null : refused(encounterId, codeOf(error as Refusal));
    }
    if (data.kind === 'refused') return refused(encounterId, data.failure.code);
    if (data.kind === 'unknown')
      return { encounterId, kind: 'unknown', code: null, messageId: data.messageId, cash: null };
    const cash = 'split' in data.bill ? data.bill.split.cash : data.bill.cashReturned;
    return { encounterId, kind: 'settled', code: null, messageId: data.bill.messageId, cash };
  };

  /** The same request with the same key, until it is known how it ended. */
  const insist = async (wish: Wish): Promise<Outcome> => {
    let last: Outcome | null = null;
    for (let tries = 0; tries < TRIES; tries++) {
      // A connection that breaks is no answer: the key makes it safe to ask again.
      last = (await once(wish).catch(() => null)) ?? last;
      if (last !== null && last.kind !== 'unknown') {
        books.done(wish.key);
        return last;
      }
      await pause(everyMs);
    }
    return last ?? { encounterId: wish.encounterId, kind: 'unknown', code: null, messageId: null, cash: null };
  };

  const bookNotices = async (): Promise<void> => {
    for (;;) {
      const { data } = await listNotices({ client, query: {} });
      if (data === undefined || data.notices.length === 0) return;
      for (const notice of data.notices) {
        books.book(notice);
        // Only once it is on our own disk.
        await ackNotice({ client, path: { id: `${notice.id}` } });
      }
    }
  };

  return {
    async bill(encounter, useAccount) {
      const { encounterId } = encounter;
      const person = await readPerson({ client, body: {} });
      if (person.data === undefined) return refused(encounterId, codeOf(person.error as Refusal));
      const asked = { person: person.data.person, encounter, useAccount };
      const prepared = await prepareBill({ client, body: asked });
      if (prepared.data === undefined) return refused(encounterId, codeOf(prepared.error as Refusal));
      const body = { quote: prepared.data.quote };
      const wish: Wish = { kind: 'settle', key: randomUUID(), encounterId, body };
      books.want(wish);
      const outcome = await insist(wish);
      if (outcome.kind === 'refused') await abandonBill({ client, path: { encounterId } });
      await bookNotices();
      return outcome;
    },
    async refund(encounterId) {
      await bookNotices();
      const messageId = books.settlementOf(encounterId);
      if (messageId === null) return refused(encounterId, 'NOTHING_STANDS');
      const wish: Wish = { kind: 'refund', key: randomUUID(), encounterId, body: { messageId } };
      books.want(wish);
      const outcome = await insist(wish);
      await bookNotices();
      return outcome;
    },
    async catchUp() {
      const ended: Outcome[] = [];
      for (const wish of books.open()) ended.push(await insist(wish));
      await bookNotices();
      return ended;
    },
  };
}
