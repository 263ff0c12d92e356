import { type StatementResult, statementResultSchema } from '../../common/contracts/reconcile.ts';
import { fen } from '../../common/kernel/money.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Failure } from '../ports.ts';
import { inputFailure, stepFailure } from '../settlement/centre-calls.ts';
import { failure } from '../settlement/deps.ts';
import type { PartRow, RunRow } from '../store/reconcile-rows.ts';
import type { Form } from '../store/visits.ts';
import { clearingTypeOf } from './clearing-type.ts';
import type { ReconcileDeps } from './deps.ts';
import { NO_SUMS, onTheWire } from './sums.ts';

const NO_PERSON = { visitId: null, insuplcAdmdvs: null };

/**
 * The parts of a run: every insurance type of the profile and every other that the journal has that day, for each clearing
 * type. Stays are asked about where this terminal has ever dealt with one.
 */
export function makeParts({ store, settings }: ReconcileDeps, run: RunRow): readonly PartRow[] {
  const all = store.reconcile.book.sums(run.day);
  const forms: readonly Form[] = store.stays.any() ? ['outpatient', 'inpatient'] : ['outpatient'];
  for (const form of forms) {
    const clrType = clearingTypeOf(settings.reconcile, form);
    const book = new Map(all.filter((sums) => sums.form === form).map((sums) => [sums.insutype, sums]));
    for (const insutype of new Set([...settings.schemes, ...book.keys()])) {
      const sums = book.get(insutype);
      const ours =
        sums === undefined ? { ...NO_SUMS, cash: 0 } : { count: sums.count, ...onTheWire(sums, settings.centre) };
      store.reconcile.putPart(run.id, { insutype, clrType, ours });
    }
  }
  return store.reconcile.parts(run.id);
}

/** One 3201; its answer is kept with the result in one transaction. A comparison changes nothing, so a new try is new. */
export async function askTotal(
  deps: ReconcileDeps,
  run: RunRow,
  part: PartRow,
): Promise<Result<StatementResult, Failure>> {
  const { store, calls, settings } = deps;
  const { ours, insutype, clrType } = part;
  const written = store.transaction(() =>
    calls.write('3201', NO_PERSON, {
      data: {
        insutype,
        clr_type: clrType,
        setl_optins: settings.reconcile.office ?? settings.site.division,
        stmt_begndate: run.day,
        stmt_enddate: run.day,
        medfee_sumamt: fen(ours.total),
        fund_pay_sumamt: fen(ours.funds),
        acct_pay: fen(ours.account),
        fixmedins_setl_cnt: String(ours.count),
      },
    }),
  );
  if (!written.ok) return err(inputFailure('CENTRE_BAD_ANSWER', written.error));
  const { outcome, keep } = await calls.send(written.value);
  const result = outcome.kind === 'ok' ? statementResultSchema.safeParse(outcome.output.stmtinfo.stmt_rslt) : null;
  store.transaction(() => {
    keep();
    if (result?.success) store.reconcile.setResult(part.id, result.data);
  });
  if (outcome.kind !== 'ok') return err(stepFailure(outcome));
  return result?.success ? ok(result.data) : err(failure('CENTRE_BAD_ANSWER'));
}
