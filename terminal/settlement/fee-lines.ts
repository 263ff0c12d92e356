import type { HisLine } from '../../common/contracts/his/his.ts';
import type { Fen } from '../../common/kernel/money.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Failure } from '../ports.ts';
import { failure } from './deps.ts';
import { amountsOf } from './judge.ts';

type Step<T> = Promise<Result<T, Failure>>;
type Lines = readonly HisLine[];
export type Amounts = ReadonlyMap<string, Fen>;

/** Lines per 2204 and 2301 that every province takes (domain-facts B6.1). */
const LINES_PER_CALL = 100;

export interface FeeCalls<Row> {
  /** One call; `unknown` where it may be there. */
  readonly send: (row: Row, lines: Lines, amounts: Amounts) => Step<'done' | 'unknown'>;
  /** Every line that is not settled goes. */
  readonly clear: (row: Row) => Step<void>;
}

/** `all` lines there, of which `missing` are not yet; null: whatever is there is cleared first. */
export type BringLines<Row> = (row: Row, all: Lines, missing: Lines | null) => Step<void>;

/**
 * How fee lines come to the centre, of a registered visit and of a stay alike: in calls that it takes, and once more from
 * the beginning where the fate of a call is unknown, so that no line is there twice.
 */
export function createBringLines<Row>({ send, clear }: FeeCalls<Row>): BringLines<Row> {
  const upload = async (row: Row, lines: Lines, amounts: Amounts): Step<'done' | 'unknown'> => {
    for (let at = 0; at < lines.length; at += LINES_PER_CALL) {
      const sent = await send(row, lines.slice(at, at + LINES_PER_CALL), amounts);
      if (!sent.ok || sent.value === 'unknown') return sent;
    }
    return ok('done');
  };
  const anew = async (row: Row, lines: Lines, amounts: Amounts): Step<'done' | 'unknown'> => {
    const cleared = await clear(row);
    return cleared.ok ? upload(row, lines, amounts) : cleared;
  };
  return async (row, all, missing) => {
    const amounts = amountsOf(all);
    if (!amounts.ok) return err(failure(amounts.error));
    let sent = await (missing === null ? anew(row, all, amounts.value) : upload(row, missing, amounts.value));
    if (sent.ok && sent.value === 'unknown') sent = await anew(row, all, amounts.value);
    if (!sent.ok) return sent;
    return sent.value === 'done' ? ok(undefined) : err(failure('CENTRE_UNREACHABLE'));
  };
}
