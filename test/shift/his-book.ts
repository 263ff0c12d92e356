import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Booked, fenOf } from './books.ts';

/** What the example HIS wrote into its own file, read by what stands there and nothing else. */
const lineSchema = z.union([
  z.object({ wish: z.object({ key: z.string() }) }),
  z.object({
    done: z.string(),
    cash: z.object({ kind: z.enum(['settle', 'refund']), messageId: z.string(), amount: z.string() }).nullable(),
  }),
  z.object({
    notice: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('settled'),
        notice: z.object({
          ...{ messageId: z.string(), total: z.string(), funds: z.string(), account: z.string(), cashDue: z.string() },
        }),
      }),
      z.object({ kind: z.literal('refunded'), notice: z.object({ messageId: z.string() }) }),
      z.object({ kind: z.literal('released') }),
    ]),
  }),
]);

export interface HisBook {
  /** Booked as settled by a notice, and not as refunded. */
  readonly standing: readonly Booked[];
  /** What its cashiers collected less what they returned, fen. */
  readonly cashFen: number;
  /** Movements of cash of one settlement beyond the first of their kind: money that was taken or returned twice. */
  readonly twice: number;
  /** Wishes whose end it does not know. */
  readonly open: number;
}

/** Reads the book; a line that is nothing known rejects. */
export function readHisBook(file: string): HisBook {
  const texts = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const lines = texts.filter((text) => text !== '').map((text) => lineSchema.parse(JSON.parse(text)));
  const stands = new Map<string, Booked>();
  const open = new Set<string>();
  const moved: string[] = [];
  let cashFen = 0;
  for (const line of lines) {
    if ('wish' in line) open.add(line.wish.key);
    else if ('done' in line) {
      open.delete(line.done);
      if (line.cash === null) continue;
      const { kind, messageId, amount } = line.cash;
      moved.push(`${kind} ${messageId}`);
      cashFen += kind === 'settle' ? fenOf(amount) : -fenOf(amount);
    } else if (line.notice.kind === 'settled') {
      const { messageId: id, total, funds, account, cashDue } = line.notice.notice;
      stands.set(id, { id, total: fenOf(total), funds: fenOf(funds), account: fenOf(account), cash: fenOf(cashDue) });
    } else if (line.notice.kind === 'refunded') stands.delete(line.notice.notice.messageId);
  }
  const twice = moved.length - new Set(moved).size;
  return { standing: [...stands.values()], cashFen, twice, open: open.size };
}
