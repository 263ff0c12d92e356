import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Notice } from './generated/index.js';

/** What this hospital wants of the terminal, written down before it is asked for. */
export interface Wish {
  readonly kind: 'settle' | 'refund';
  readonly key: string;
  readonly encounterId: string;
  readonly body: Readonly<Record<string, string>>;
}

/** Money over the counter because of an answer: collected after a settlement, returned after a refund. In yuan. */
export interface CashMoved {
  readonly kind: Wish['kind'];
  readonly messageId: string;
  readonly amount: string;
}

type Line =
  | { readonly wish: Wish }
  | { readonly done: string; readonly cash: CashMoved | null }
  | { readonly notice: Notice };

/** The hospital's own books: a file of lines, on the disk before anything follows from them. */
export interface Books {
  /** Before the request is sent; the same key for every repeat of it. */
  want(wish: Wish): void;
  /** The answer is final; `cash` is what the cashier does because of it, null where she does nothing. */
  done(key: string, cash: CashMoved | null): void;
  /** A notice is booked once, however often it comes. */
  book(notice: Notice): void;
  /** Wishes whose end is not known: a program that starts again repeats them. */
  open(): readonly Wish[];
  /** The number of the newest notice that is booked. */
  lastNotice(): number;
  /** The newest settlement of an encounter that was not given back. */
  settlementOf(encounterId: string): string | null;
  close(): void;
}

export function openBooks(file: string): Books {
  const wishes = new Map<string, Wish>();
  const notices = new Map<number, Notice>();
  const take = (line: Line): void => {
    if ('wish' in line) wishes.set(line.wish.key, line.wish);
    else if ('done' in line) wishes.delete(line.done);
    else notices.set(line.notice.id, line.notice);
  };
  if (existsSync(file)) {
    for (const text of readFileSync(file, 'utf8').split('\n')) if (text !== '') take(JSON.parse(text) as Line);
  }
  const fd = openSync(file, 'a', 0o600);
  const write = (line: Line): void => {
    writeSync(fd, `${JSON.stringify(line)}\n`);
    fsyncSync(fd);
    take(line);
  };
  return {
    want: (wish) => write({ wish }),
    done: (key, cash) => write({ done: key, cash }),
    book(notice) {
      if (!notices.has(notice.id)) write({ notice });
    },
    open: () => [...wishes.values()],
    lastNotice: () => Math.max(0, ...notices.keys()),
    settlementOf(encounterId) {
      let stands: string | null = null;
      for (const { kind, notice } of [...notices.values()].sort((a, b) => a.id - b.id)) {
        if (notice.encounterId !== encounterId) continue;
        if (kind === 'settled') stands = notice.messageId;
        else if (kind === 'refunded' && notice.messageId === stands) stands = null;
      }
      return stands;
    },
    close: () => closeSync(fd),
  };
}
