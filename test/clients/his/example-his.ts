import { randomUUID } from 'node:crypto';
import type { Books, CashMoved, Wish } from './books.ts';
import { isNotFiled } from './filing.ts';
import { createClient } from './generated/client/index.js';
import {
  abandonBill,
  ackNotice,
  type Encounter,
  listNotices,
  prepareBill,
  printReceipt,
  type RefundBillData,
  readPerson,
  refundBill,
  settleBill,
} from './generated/index.js';
import { chargeByDay } from './stay-by-day.ts';

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

/** How a slip came out. Null: the terminal did not say; what may be out already is not printed again. */
export interface Paper {
  readonly messageId: string;
  readonly outcome: 'printed' | 'notPrinted' | 'unknown' | null;
}

/** How far a refund undoes a stay. */
export type Until = NonNullable<RefundBillData['body']['until']>;

export interface ExampleHis {
  /** Bills one encounter of the person whose card is in. */
  bill(encounter: Encounter, useAccount: boolean): Promise<Outcome>;
  /** Admits her, charges day by day, discharges, and bills the stay. */
  stay(encounter: Encounter, useAccount: boolean): Promise<Outcome>;
  /** Gives back what stands of an encounter; `until`: how far a stay is undone, its settlement alone where nothing is said. */
  refund(encounterId: string, until?: Until): Promise<Outcome>;
  /** Prints the receipt of a settlement. */
  print(messageId: string): Promise<Paper>;
  /** Repeats what an earlier run of this program left open, then books every notice. */
  catchUp(): Promise<readonly Outcome[]>;
}

export interface HisOptions {
  readonly url: string;
  readonly token: string;
  /** How often an unknown outcome is asked for, a lost connection tried again, and a card looked for, ms. */
  readonly everyMs?: number;
  /** The terminal does not know yet how this one ended; it will be asked again. Called once per wish. */
  readonly onUnknown?: (encounterId: string) => void;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const EVERY_MS = 2000;
const TRIES = 60;
/** A person needs a moment to put her card in. */
const CARD_TRIES = 10;

type Refusal = { readonly code?: string; readonly data?: { readonly failure?: { readonly code: string } } };
const codeOf = (refusal: unknown): string => {
  const { data, code } = (refusal ?? {}) as Refusal;
  return data?.failure?.code ?? code ?? 'NO_ANSWER';
};

/** A refund as it was wished; the same words for every repeat. */
const refundOf = ({ messageId = '', until }: Wish['body']): RefundBillData['body'] => ({
  messageId,
  ...(until === undefined ? {} : { until: until as Until }),
});

/** What is known of a wish: an answer, or none yet. */
type Heard = Outcome | 'noAnswer';

/** A hospital's system in front of a terminal: everything that a real one has to do, and nothing more. */
export function createExampleHis(options: HisOptions, books: Books): ExampleHis {
  const { url, token, everyMs = EVERY_MS, onUnknown = () => {} } = options;
  const client = createClient({ baseUrl: url, auth: () => token });

  const refused = (encounterId: string, code: string): Outcome => ({
    ...{ encounterId, kind: 'refused', code, messageId: null, cash: null },
  });

  /** One request of a wish. */
  const once = async ({ kind, key, encounterId, body }: Wish): Promise<Heard> => {
    const headers = { 'Idempotency-Key': key };
    const asked =
      kind === 'settle'
        ? await settleBill({ client, headers, body: { quote: body['quote'] ?? '' } })
        : await refundBill({ client, headers, body: refundOf(body) });
    const { data, error, response } = asked;
    if (data === undefined) {
      const status = response?.status ?? 0;
      return status === 0 || status === 409 || status >= 500 ? 'noAnswer' : refused(encounterId, codeOf(error));
    }
    if (data.kind === 'refused') return refused(encounterId, data.failure.code);
    if (data.kind === 'unknown')
      return { encounterId, kind: 'unknown', code: null, messageId: data.messageId, cash: null };
    const cash = 'split' in data.bill ? data.bill.split.cash : data.bill.cashReturned;
    return { encounterId, kind: 'settled', code: null, messageId: data.bill.messageId, cash };
  };

  /** What the cashier does with the answer. */
  const cashOf = ({ kind }: Wish, { messageId, cash }: Outcome): CashMoved | null =>
    messageId === null || cash === null ? null : { kind, messageId, amount: cash };

  /** The same request with the same key, until it is known how it ended. */
  const insist = async (wish: Wish): Promise<Outcome> => {
    const { encounterId } = wish;
    let last: Outcome = { encounterId, kind: 'unknown', code: null, messageId: null, cash: null };
    let isTold = false;
    for (let tries = 0; tries < TRIES; tries++) {
      // A connection that breaks is no answer: the key makes it safe to ask again.
      const heard = await once(wish).catch(() => 'noAnswer' as const);
      if (heard !== 'noAnswer') {
        last = heard;
        if (heard.kind !== 'unknown') {
          books.done(wish.key, cashOf(wish, heard));
          return heard;
        }
        if (!isTold) onUnknown(encounterId);
        isTold = true;
      }
      await pause(everyMs);
    }
    return last;
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

  /** Her reference, once her card is in; or why there is none. */
  const whoIsThere = async (): Promise<{ readonly person: string } | { readonly code: string }> => {
    for (let tries = 1; ; tries++) {
      const { data, error } = await readPerson({ client, body: {} });
      if (data !== undefined) return { person: data.person };
      const code = codeOf(error);
      if (code !== 'CARD_ABSENT' || tries >= CARD_TRIES) return { code };
      await pause(everyMs);
    }
  };

  const bill: ExampleHis['bill'] = async (encounter, useAccount) => {
    const { encounterId } = encounter;
    const who = await whoIsThere();
    if ('code' in who) return refused(encounterId, who.code);
    if (await isNotFiled(client, who.person, encounter)) return refused(encounterId, 'NOT_FILED');
    const prepared = await prepareBill({ client, body: { person: who.person, encounter, useAccount } });
    if (prepared.data === undefined) return refused(encounterId, codeOf(prepared.error));
    const body = { quote: prepared.data.quote };
    const wish: Wish = { kind: 'settle', key: randomUUID(), encounterId, body };
    books.want(wish);
    const outcome = await insist(wish);
    if (outcome.kind === 'refused') await abandonBill({ client, path: { encounterId } });
    await bookNotices();
    return outcome;
  };

  return {
    bill,
    async stay(encounter, useAccount) {
      const who = await whoIsThere();
      if ('code' in who) return refused(encounter.encounterId, who.code);
      const trouble = await chargeByDay(client, who.person, encounter);
      return trouble === null ? bill(encounter, useAccount) : refused(encounter.encounterId, codeOf(trouble));
    },
    async refund(encounterId, until) {
      await bookNotices();
      const messageId = books.settlementOf(encounterId);
      if (messageId === null) return refused(encounterId, 'NOTHING_STANDS');
      const wish: Wish = {
        kind: 'refund',
        key: randomUUID(),
        encounterId,
        body: { messageId, ...(until && { until }) },
      };
      books.want(wish);
      const outcome = await insist(wish);
      await bookNotices();
      return outcome;
    },
    async print(messageId) {
      const { data } = await printReceipt({ client, body: { messageId } });
      return { messageId, outcome: data?.outcome ?? null };
    },
    async catchUp() {
      const ended: Outcome[] = [];
      for (const wish of books.open()) ended.push(await insist(wish));
      await bookNotices();
      return ended;
    },
  };
}
