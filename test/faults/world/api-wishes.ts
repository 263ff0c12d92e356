import {
  type RefundAnswer,
  refundAnswerSchema,
  type SettleAnswer,
  settleAnswerSchema,
} from '../../../common/contracts/billing/money.ts';
import type { ClientName, ClientOrder } from '../plan/order.ts';
import { type Asked, askApi, codeOf, type Said } from './api-request.ts';
import { CLIENT_TOKENS } from './clients-file.ts';
import type { Process } from './process.ts';
import { hearing, pauseOn, type TillParts } from './till.ts';

/** Something that a client wants done with money, under a key of its own for ever. */
interface Wish {
  readonly operation: 'settle' | 'refund';
  readonly key: string;
  readonly body: object;
  readonly encounterId: string;
  /** Its end is in the client's books. */
  ended: boolean;
}

type Answer = SettleAnswer | RefundAnswer;
/** An answer; the code of a refusal under which nothing was begun; null: none came. */
type Heard = Answer | string | null;

export interface Wishes {
  /** Asks under a new key until there is an end; `again`: there is none, and nothing was begun; null: not known. */
  pursue(
    operation: Wish['operation'],
    body: object,
    encounterId: string,
    patience: number,
  ): Promise<Answer | 'again' | null>;
  /** Asks once more under every key without an end. */
  closeBooks(): Promise<void>;
  /** The client never comes back. */
  gone(): boolean;
  encounters(): ReadonlySet<string>;
}

/** How often an unknown end is asked for, ms, and how often at most; when all is over, how often. */
const POLL_MS = 4000;
const [MOST_POLLS, LAST_POLLS] = [45, 6];
/** Refusals that say that this wish was never begun, and never will be under its key. */
const NEVER = new Set(['BILL_BUSY', 'NOT_FOUND']);

const isAnswer = (heard: Heard): heard is Answer => heard !== null && typeof heard !== 'string';

export function createWishes(parts: TillParts, caller: ClientName, order: ClientOrder): Wishes {
  const { clock, record, counter, noted, left } = parts;
  const { counter: evidence } = record.evidence;
  const [hears, pause] = [hearing(parts), pauseOn(clock)];
  const wishes: Wish[] = [];
  let gone = false;

  /** What an answer means for the client's books. */
  const book = (life: Process, { key, encounterId }: Wish, answer: Answer): void => {
    const base = { caller, key, how: 'answer', encounterId, messageId: null, total: null, cash: null } as const;
    if (answer.kind === 'refused') hears(life, { ...base, what: answer.next === 'again' ? 'refused' : 'people' });
    else if (answer.kind === 'unknown') hears(life, { ...base, what: 'unknown', messageId: answer.messageId });
    else if ('split' in answer.bill) {
      const { messageId, split } = answer.bill;
      hears(life, { ...base, what: 'settled', messageId, total: split.total, cash: split.cash });
    } else hears(life, { ...base, what: 'refunded', messageId: answer.bill.messageId });
  };

  /** Asks once, or the first time as its order says. */
  const ask = async (wish: Wish, patience: number | null, isFirst: boolean): Promise<Heard> => {
    const life = parts.process();
    if (life === null) return null;
    const { operation, key, body, encounterId } = wish;
    const schema = operation === 'settle' ? settleAnswerSchema : refundAnswerSchema;
    const one = (): Promise<Said | null> => {
      const asked: Asked = {
        ...{ method: 'POST', path: `/bills/${operation}`, token: CLIENT_TOKENS[caller], body, key },
        ...(patience === null ? {} : { patience }),
        deaf: isFirst && order.deaf,
        handled: counter.asks({ life, caller, key, encounterId }),
        delivered(said) {
          const answer = said.status === 200 ? schema.parse(said.body) : null;
          if (answer?.kind === 'settled' && operation === 'settle') noted(life, answer.bill.messageId);
        },
      };
      return askApi(clock, life, asked);
    };
    const all = await Promise.all(isFirst && order.asksTwice ? [one(), one()] : [one()]);
    const heard = all.filter((said) => said !== null);
    const said = heard.find((each) => codeOf(each) !== 'IN_FLIGHT') ?? heard[0];
    if (said === undefined) {
      evidence.unanswered += 1;
      return null;
    }
    if (said.replayed) evidence.replayed += 1;
    if (said.status !== 200) return codeOf(said);
    const answer = schema.parse(said.body);
    book(life, wish, answer);
    return answer;
  };

  return {
    async pursue(operation, body, encounterId, patience) {
      const wish: Wish = { operation, key: counter.newKey(caller), body, encounterId, ended: false };
      wishes.push(wish);
      let heard = await ask(wish, patience, true);
      if (heard === null) {
        gone = order.away === null;
        await pause(order.away ?? 0);
      }
      for (let polls = 0; polls < MOST_POLLS && !gone; polls++) {
        wish.ended = isAnswer(heard) ? heard.kind !== 'unknown' : NEVER.has(heard ?? '');
        if (wish.ended) return isAnswer(heard) ? heard : 'again';
        if (left()) break;
        await pause(POLL_MS);
        heard = await ask(wish, null, false);
      }
      return null;
    },
    async closeBooks() {
      for (const wish of wishes) {
        let heard: Heard = null;
        for (let polls = 0; polls < LAST_POLLS && !wish.ended; polls++) {
          heard = await ask(wish, null, false);
          wish.ended = isAnswer(heard) ? heard.kind !== 'unknown' : NEVER.has(heard ?? '');
          if (!wish.ended) await pause(POLL_MS);
        }
        const people = isAnswer(heard) && heard.kind === 'unknown' && heard.next === 'people';
        if (!wish.ended) evidence.open.push({ caller, key: wish.key, people });
      }
    },
    gone: () => gone,
    encounters: () => new Set(wishes.map(({ encounterId }) => encounterId)),
  };
}
