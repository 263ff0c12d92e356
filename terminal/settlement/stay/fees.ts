import type { HisLine } from '../../../common/contracts/his/his.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import type { Failure, LineRuling } from '../../ports.ts';
import type { StayLine, StayRow } from '../../store/stays.ts';
import { type CentreCalls, stepFailure } from '../centre-calls.ts';
import { type CoreDeps, failure } from '../deps.ts';
import { type Amounts, createBringLines } from '../fee-lines.ts';
import { rulingOf } from '../terms.ts';
import { isInStep, isSameLine, linesThere } from './as-billed.ts';
import { clearFeesInput, type Registered, stayFeesInput } from './inputs.ts';
import type { WriteForStay } from './write.ts';

type Step<T> = Promise<Result<T, Failure>>;
type Lines = readonly HisLine[];
type Rulings = Readonly<Record<string, LineRuling>>;

/**
 * The fee lines of a stay at the centre. Before 2301 or 2302 leaves, the journal says that nobody knows what the centre
 * has; its answer ends that. What is doubtful is cleared (2302 "0000") and uploaded anew, so no line is there twice.
 */
export interface StayFees {
  /** Whether the centre has exactly these lines, as far as anybody knows. */
  isInStep(row: StayRow, lines: Lines): boolean;
  /** The ruling on each line that the centre was told of, by its id. */
  rulings(row: StayRow): Rulings;
  /** The centre has exactly these lines afterwards; the ruling on each. */
  sync(row: Registered, lines: Lines): Step<Rulings>;
  /** The centre has these lines beside those that it had; one that it has as it is now is not sent again. */
  add(row: Registered, lines: Lines): Step<void>;
  /** The centre has no unsettled line afterwards. */
  clear(row: Registered): Step<void>;
}

export function createStayFees({ store, clock }: CoreDeps, calls: CentreCalls, write: WriteForStay): StayFees {
  const thereOf = (row: StayRow): ReadonlyMap<string, StayLine> => linesThere(store, row);
  const rulings = (row: StayRow): Rulings =>
    Object.fromEntries([...thereOf(row)].map(([id, { ruling }]) => [id, ruling]));
  const doubt = (row: Registered, feesDoubtful: boolean): void =>
    store.stays.change(row.id, { feesDoubtful }, clock.now());

  const clear: StayFees['clear'] = async (row) => {
    const written = write(row, ['2302', clearFeesInput(row)], 'CENTRE_BAD_ANSWER', () => doubt(row, true));
    if (!written.ok) return written;
    const { outcome, keep } = await calls.send(written.value);
    store.transaction(() => {
      keep();
      if (outcome.kind !== 'ok') return;
      store.stays.clearLines(row.id);
      doubt(row, false);
    });
    return outcome.kind === 'ok' ? ok(undefined) : err(stepFailure(outcome));
  };

  /** One call; `unknown` where it may be there. */
  const send = async (row: Registered, lines: Lines, amounts: Amounts): Step<'done' | 'unknown'> => {
    const written = write(row, ['2301', stayFeesInput(row, lines, amounts)], 'HIS_BAD_ANSWER', () => doubt(row, true));
    if (!written.ok) return written;
    const { outcome, keep } = await calls.send(written.value);
    if (outcome.kind === 'unknown') {
      store.transaction(keep);
      return ok('unknown');
    }
    if (outcome.kind !== 'ok') {
      store.transaction(() => {
        keep();
        doubt(row, false);
      });
      return err(stepFailure(outcome));
    }
    const { result } = outcome.output;
    const ruled: StayLine[] = [];
    for (const [at, line] of lines.entries()) {
      // The table does not require the line's number; without one the order is the request's.
      const answer = result.find((one) => one.feedetl_sn === line.lineId) ?? result[at];
      const amount = amounts.get(line.lineId);
      const isIts = answer?.feedetl_sn === line.lineId || (answer?.feedetl_sn ?? '') === '';
      if (answer === undefined || !isIts || amount === undefined || answer.det_item_fee_sumamt !== amount) {
        store.transaction(keep);
        return err(failure('CENTRE_MONEY_MISMATCH'));
      }
      ruled.push({ line, ruling: rulingOf(answer, amount) });
    }
    store.transaction(() => {
      keep();
      store.stays.addLines(row.id, ruled);
      doubt(row, false);
    });
    return ok('done');
  };

  const bring = createBringLines({ send, clear });

  /** Whether it has one that is none of these, or not as it is now. */
  const hasOther = (there: ReadonlyMap<string, StayLine>, lines: Lines): boolean => {
    const ids = new Set(lines.map(({ lineId }) => lineId));
    return (
      [...there.keys()].some((id) => !ids.has(id)) || lines.some((l) => there.has(l.lineId) && !isSameLine(there, l))
    );
  };

  return {
    isInStep: (row, lines) => isInStep(store, row, lines),
    rulings,
    async sync(row, lines) {
      const there = thereOf(row);
      const isOther = hasOther(there, lines);
      const missing = lines.filter(({ lineId }) => !there.has(lineId));
      const brought = await bring(row, lines, row.feesDoubtful || isOther ? null : missing);
      return brought.ok ? ok(rulings(row)) : brought;
    },
    async add(row, lines) {
      const there = thereOf(row);
      const fresh = lines.filter((line) => !isSameLine(there, line));
      const isOther = fresh.some(({ lineId }) => there.has(lineId));
      const ids = new Set(lines.map(({ lineId }) => lineId));
      const others = [...there.values()].map(({ line }) => line).filter(({ lineId }) => !ids.has(lineId));
      return bring(row, [...others, ...lines], row.feesDoubtful || isOther ? null : fresh);
    },
    clear,
  };
}
