import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../terminal/store/open.ts';
import type { Booked } from './books.ts';

/** What the terminal's encrypted journal has, once its process has ended. */
export interface JournalBook {
  /** Settled and not given back. */
  readonly standing: readonly Booked[];
  /** Refused by the centre. */
  readonly refused: number;
  /** Messages that it has, and of which it knows what became of them. */
  readonly ended: ReadonlySet<string>;
  /** Of what stands: paid by accounts of the family (共济), fen. */
  readonly familyFen: number;
}

const ENDED: readonly string[] = ['settled', 'refused', 'reversed'];
const GIVEN_BACK: readonly string[] = ['refunded', 'done'];
const ALL = 1_000_000;

/** Opens the journal of the lab in `dir`. Rejects where a terminal still owns it. */
export function readJournal(dir: string): JournalBook {
  const key = Buffer.from(readFileSync(join(dir, 'secrets', 'database-key'), 'utf8').trim(), 'hex');
  const opened = openStore({ file: join(dir, 'data', 'terminal.db') }, () => key);
  if (!opened.ok) throw new Error(`the journal: ${opened.error}`);
  const store = opened.value;
  try {
    const rows = store.settlements.list(ALL);
    const stands = rows.filter(({ id, state }) => {
      return state === 'settled' && !GIVEN_BACK.includes(store.refunds.ofSettlement(id)?.state ?? '');
    });
    return {
      standing: stands.map(({ messageId, splitSettled: split }) => {
        if (split === null) throw new Error(`the journal has no amounts of ${messageId}`);
        const { total, funds, account, cash } = split;
        return { id: messageId, total, funds, account, cash };
      }),
      refused: rows.filter(({ state }) => state === 'refused').length,
      ended: new Set(rows.filter(({ state }) => ENDED.includes(state)).map(({ messageId }) => messageId)),
      familyFen: stands.reduce((sum, { splitSettled }) => sum + (splitSettled?.accountMutualAid ?? 0), 0),
    };
  } finally {
    store.close();
  }
}
