import type { HisLine } from '../../../common/contracts/his/his.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import type { Failure, LineRuling } from '../../ports.ts';
import type { RegisteredLine } from '../../store/registrations.ts';
import { type CentreCalls, stepFailure } from '../centre-calls.ts';
import { type CoreDeps, failure } from '../deps.ts';
import { type Amounts, createBringLines } from '../fee-lines.ts';
import { cancelFeesInput, feesInput } from '../inputs.ts';
import { rulingOf } from '../terms.ts';
import { isSameLine, linesThere, type Registered } from './as-billed.ts';
import type { WriteForRegistration } from './write.ts';

type Step<T> = Promise<Result<T, Failure>>;
type Lines = readonly HisLine[];

/**
 * The fee lines of a registered visit at the centre, all under one 收费批次号, by which 2206 and 2207 name them. Before 2204
 * or 2205 leaves, the journal says that nobody knows what the centre has; its answer ends that. What is doubtful is cleared
 * (2205 "0000") and uploaded anew under another batch, so no line is there twice.
 */
export interface RegistrationFees {
  /** The centre has exactly these lines afterwards; the ruling on each, and their batch. */
  sync(row: Registered, lines: Lines): Step<{ rulings: Readonly<Record<string, LineRuling>>; batch: string }>;
  /** The centre has these lines beside those that it had; one that it has as it is now is not sent again. */
  add(row: Registered, lines: Lines): Step<void>;
  /** The centre has no unsettled line afterwards. */
  clear(row: Registered): Step<void>;
}

export function createRegistrationFees(
  { store, clock, settings }: CoreDeps,
  calls: CentreCalls,
  write: WriteForRegistration,
): RegistrationFees {
  const change = (row: Registered, facts: { feesDoubtful?: boolean; batch?: string | null }): void =>
    store.registrations.change(row.id, facts, clock.now());

  const clear: RegistrationFees['clear'] = async (row) => {
    const written = write(row, ['2205', cancelFeesInput(row, row.mdtrtId)], 'CENTRE_BAD_ANSWER', () =>
      change(row, { feesDoubtful: true }),
    );
    if (!written.ok) return written;
    const { outcome, keep } = await calls.send(written.value);
    store.transaction(() => {
      keep();
      if (outcome.kind !== 'ok') return;
      store.registrations.clearLines(row.id);
      change(row, { feesDoubtful: false, batch: null });
    });
    return outcome.kind === 'ok' ? ok(undefined) : err(stepFailure(outcome));
  };

  /** The batch of the lines that are there; of the first ones a new one. */
  const batchOf = (row: Registered): string => {
    const now = store.registrations.get(row.id)?.batch ?? null;
    if (now !== null) return now;
    return store.transaction(() => {
      const { institutionCode, terminalSlot, messageIdPattern } = settings.site;
      const batch = store.messages.nextId(institutionCode, terminalSlot, clock.now(), messageIdPattern);
      change(row, { batch });
      return batch;
    });
  };

  /** One call; `unknown` where it may be there. */
  const send = async (row: Registered, lines: Lines, amounts: Amounts): Step<'done' | 'unknown'> => {
    const of = { encounter: row.described ?? row.told, psnNo: row.psnNo, batch: batchOf(row) };
    const written = write(row, ['2204', feesInput(of, row.mdtrtId, lines, amounts)], 'HIS_BAD_ANSWER', () =>
      change(row, { feesDoubtful: true }),
    );
    if (!written.ok) return written;
    const { outcome, keep } = await calls.send(written.value);
    if (outcome.kind !== 'ok') {
      store.transaction(() => {
        keep();
        // A refusal leaves the doubt: it may be refused because an earlier one of unknown fate has arrived after all.
        if (outcome.kind === 'notSent') change(row, { feesDoubtful: false });
      });
      return outcome.kind === 'unknown' ? ok('unknown') : err(stepFailure(outcome));
    }
    const answers = new Map(outcome.output.result.map((one) => [one.feedetl_sn, one]));
    const ruled: RegisteredLine[] = [];
    for (const line of lines) {
      const [answer, amount] = [answers.get(line.lineId), amounts.get(line.lineId)];
      if (answer === undefined || amount === undefined || answer.det_item_fee_sumamt !== amount) {
        store.transaction(keep);
        return err(failure('CENTRE_MONEY_MISMATCH'));
      }
      ruled.push({ line, ruling: rulingOf(answer, amount) });
    }
    store.transaction(() => {
      keep();
      store.registrations.addLines(row.id, ruled);
      change(row, { feesDoubtful: false });
    });
    return ok('done');
  };

  const bring = createBringLines({ send, clear });

  return {
    async sync(row, lines) {
      const there = linesThere(store, row);
      const ids = new Set(lines.map(({ lineId }) => lineId));
      const isOther =
        [...there.keys()].some((id) => !ids.has(id)) ||
        lines.some((line) => there.has(line.lineId) && !isSameLine(there, line));
      const missing = lines.filter(({ lineId }) => !there.has(lineId));
      const brought = await bring(row, lines, row.feesDoubtful || isOther ? null : missing);
      if (!brought.ok) return brought;
      const rulings = Object.fromEntries([...linesThere(store, row)].map(([id, { ruling }]) => [id, ruling]));
      return ok({ rulings, batch: batchOf(row) });
    },
    async add(row, lines) {
      const there = linesThere(store, row);
      const fresh = lines.filter((line) => !isSameLine(there, line));
      const isOther = fresh.some(({ lineId }) => there.has(lineId));
      const ids = new Set(lines.map(({ lineId }) => lineId));
      const others = [...there.values()].map(({ line }) => line).filter(({ lineId }) => !ids.has(lineId));
      return bring(row, [...others, ...lines], row.feesDoubtful || isOther ? null : fresh);
    },
    clear,
  };
}
