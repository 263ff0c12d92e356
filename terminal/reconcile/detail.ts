import { fen } from '../../common/kernel/money.ts';
import { sleep } from '../../common/kernel/ports.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Failure } from '../ports.ts';
import { inputFailure, stepFailure } from '../settlement/centre-calls.ts';
import { failure } from '../settlement/deps.ts';
import type { DetailRow, RunRow } from '../store/reconcile-rows.ts';
import { clearingTypeOf, covers, formsOfDetail } from './clearing-type.ts';
import type { ReconcileDeps } from './deps.ts';
import { writeDetailFile } from './detail-file.ts';
import { type ResultLine, readResultFile } from './result-file.ts';
import { NO_SUMS } from './sums.ts';

const NO_PERSON = { visitId: null, insuplcAdmdvs: null };

type Step<T> = Promise<Result<T, Failure>>;

/**
 * 9101 → 3202 → 9102. File and comparison are durable messages before they are sent: an answer that was kept is never
 * asked for again, and a message whose answer was lost goes again byte for byte, so that no day has two files in
 * flight. A refusal of either begins the file anew.
 */
export function createDetail(deps: ReconcileDeps) {
  const { store, calls, settings, clock } = deps;
  const rows = store.reconcile;
  const institution = settings.site.institutionCode;

  const breathe = () => sleep(clock, 0);

  const current = (run: RunRow, { id }: DetailRow): DetailRow => {
    const detail = rows.details(run.id).find((row) => row.id === id);
    if (detail === undefined) throw new Error('reconcile: a detail went missing');
    return detail;
  };

  const anew = (detail: DetailRow): void =>
    rows.changeDetail(detail.id, { uploadMessage: null, fileNo: null, compareMessage: null, result: null });

  const write = async (run: RunRow, detail: DetailRow): Step<DetailRow> => {
    const { clrType: type } = detail;
    const forms = formsOfDetail(settings.reconcile, type);
    const rules = settings.centre;
    const file = await writeDetailFile(rows.book, { day: run.day, institution, type, forms, rules, breathe });
    const written = store.transaction(() => {
      const upload = { in: file.zip, filename: file.name, fixmedins_code: institution };
      const made = calls.write('9101', NO_PERSON, { fsUploadIn: upload });
      if (!made.ok) return made;
      // From here on the report speaks of the rows that went up.
      for (const [form, sums] of file.sums) {
        const clrType = clearingTypeOf(settings.reconcile, form);
        const others = rows.parts(run.id).filter((part) => part.clrType === clrType && !sums.has(part.insutype));
        for (const { insutype } of others) rows.putPart(run.id, { insutype, clrType, ours: { ...NO_SUMS, cash: 0 } });
        for (const [insutype, ours] of sums) rows.putPart(run.id, { insutype, clrType, ours });
      }
      rows.changeDetail(detail.id, { uploadMessage: made.value.row });
      return made;
    });
    return written.ok ? ok(current(run, detail)) : err(inputFailure('CENTRE_BAD_ANSWER', written.error));
  };

  const upload = async (run: RunRow, detail: DetailRow, message: number): Step<DetailRow> => {
    const { outcome, keep } = await calls.send(calls.again(message, '9101'));
    store.transaction(() => {
      keep();
      if (outcome.kind === 'ok') rows.changeDetail(detail.id, { fileNo: outcome.output.data.file_qury_no });
      else if (outcome.kind === 'refused') anew(detail);
    });
    return outcome.kind === 'ok' ? ok(current(run, detail)) : err(stepFailure(outcome));
  };

  const writeComparison = (run: RunRow, detail: DetailRow, fileNo: string): Result<DetailRow, Failure> => {
    const sums = { total: 0, funds: 0, cash: 0, count: 0 };
    for (const { ours, clrType } of rows.parts(run.id)) {
      if (!covers(detail.clrType, clrType)) continue;
      sums.total += ours.total;
      sums.funds += ours.funds;
      sums.cash += ours.cash;
      sums.count += ours.count;
    }
    const data = {
      ...(settings.centre.detailClearingType ? { clr_type: detail.clrType } : {}),
      setl_optins: settings.reconcile.office ?? settings.site.division,
      file_qury_no: fileNo,
      stmt_begndate: run.day,
      stmt_enddate: run.day,
      medfee_sumamt: fen(sums.total),
      fund_pay_sumamt: fen(sums.funds),
      cash_payamt: fen(sums.cash),
      fixmedins_setl_cnt: String(sums.count),
    };
    const written = store.transaction(() => {
      const made = calls.write('3202', NO_PERSON, { data });
      if (made.ok) rows.changeDetail(detail.id, { compareMessage: made.value.row });
      return made;
    });
    return written.ok ? ok(current(run, detail)) : err(inputFailure('CENTRE_BAD_ANSWER', written.error));
  };

  const compare = async (run: RunRow, detail: DetailRow, message: number): Step<DetailRow> => {
    const { outcome, keep } = await calls.send(calls.again(message, '3202'));
    store.transaction(() => {
      keep();
      if (outcome.kind === 'ok') {
        const { file_qury_no, filename } = outcome.output.fileinfo;
        rows.changeDetail(detail.id, { result: { number: file_qury_no, name: filename } });
      } else if (outcome.kind === 'refused') anew(detail);
    });
    return outcome.kind === 'ok' ? ok(current(run, detail)) : err(stepFailure(outcome));
  };

  const download = async (result: NonNullable<DetailRow['result']>): Step<readonly ResultLine[]> => {
    const fsDownloadIn = { file_qury_no: result.number, filename: result.name, fixmedins_code: institution };
    const answer = await calls.ask('9102', NO_PERSON, { fsDownloadIn });
    if (!answer.ok) return err(inputFailure('CENTRE_BAD_ANSWER', answer.error));
    if (answer.value.kind !== 'ok') return err(stepFailure(answer.value));
    const lines = await readResultFile(answer.value.output.data.file, breathe);
    if (lines.ok) return lines;
    const what = typeof lines.error === 'string' ? lines.error : `line ${lines.error.line}`;
    return err(failure('CENTRE_BAD_ANSWER', `9102: ${what}`));
  };

  /** From wherever an earlier attempt stopped to the rows of the result. */
  return async (run: RunRow, start: DetailRow): Step<readonly ResultLine[]> => {
    let detail: Result<DetailRow, Failure> = ok(start);
    if (start.uploadMessage === null) detail = await write(run, start);
    if (detail.ok && detail.value.fileNo === null && detail.value.uploadMessage !== null) {
      detail = await upload(run, detail.value, detail.value.uploadMessage);
    }
    if (detail.ok && detail.value.compareMessage === null && detail.value.fileNo !== null) {
      detail = writeComparison(run, detail.value, detail.value.fileNo);
    }
    if (detail.ok && detail.value.result === null && detail.value.compareMessage !== null) {
      detail = await compare(run, detail.value, detail.value.compareMessage);
    }
    if (!detail.ok) return detail;
    if (detail.value.result === null) throw new Error('reconcile: compared without a result');
    return download(detail.value.result);
  };
}
