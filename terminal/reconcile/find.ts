import type { ReconcileVerdict, StatementSums } from '../../common/contracts/reconcile.ts';
import { explainedVerdicts } from '../../common/contracts/reconcile.ts';
import { slotInMessageId } from '../../common/kernel/message-id.ts';
import { sleep } from '../../common/kernel/ports.ts';
import type { Found, KnownSettlement } from '../store/reconcile-found.ts';
import type { RunRow } from '../store/reconcile-rows.ts';
import { clearingTypeOf, EVERY_TYPE } from './clearing-type.ts';
import type { ReconcileDeps } from './deps.ts';
import { type Judgement, judgeLine, sumsOfLine } from './judge.ts';
import { numberShown, type RefundNumber } from './refund-number.ts';
import type { ResultLine } from './result-file.ts';
import { addSums, isNothing, NO_SUMS, onTheWire, subSums } from './sums.ts';

/** What a result file means, before it is written down. */
export interface Findings {
  readonly judged: readonly Judged[];
  /** Other senders' rows, summed by their place in the message id. */
  readonly others: ReadonlyMap<string, StatementSums>;
  /** Numbers that these books tell of refunds whose answers were lost. */
  readonly numbers: readonly RefundNumber[];
}

/** A row that is not alike, what it means, and which settlement of ours it is about. */
export interface Judged {
  readonly line: ResultLine;
  readonly verdict: ReconcileVerdict;
  readonly about: KnownSettlement | null;
}

/** Questions to the centre that one run asks; what is beyond goes to the work-list unasked. */
const MOST_QUESTIONS = 200;
/** Lines between two breaths. */
const CHUNK = 500;

/** Goes through the rows of the result: asks 5203 where the rules say so, takes up what is proven, names the rest. */
export async function findDifferences(
  deps: ReconcileDeps,
  run: RunRow,
  lines: readonly ResultLine[],
): Promise<Findings> {
  const judged: Judged[] = [];
  const others = new Map<string, StatementSums>();
  const numbers: RefundNumber[] = [];
  const questions = { left: MOST_QUESTIONS };
  const mayAsk = (): boolean => questions.left > 0 && questions.left-- > 0;

  for (const [index, line] of lines.entries()) {
    if (index % CHUNK === CHUNK - 1) await sleep(deps.clock, 0);
    if (line.result === '0') continue;
    const judgement = judgeNow(deps, run, line);
    if (judgement === null) continue;
    const { verdict, about } = await settle(deps, run, line, judgement, questions);
    const theirs = line.result === '2' ? null : sumsOfLine(line);
    if (verdict === 'otherTerminal' && theirs !== null) {
      const own = line.messageId.slice(0, 12) === deps.settings.site.institutionCode;
      const sender = own ? slotInMessageId(line.messageId, deps.settings.site.messageIdPattern) : '';
      others.set(sender, addSums(others.get(sender) ?? NO_SUMS, theirs));
      continue;
    }
    judged.push({ line, verdict, about });
    const number = await numberShown(deps, run, line, { about, ours: oursOf(deps, about, true) }, mayAsk);
    if (number !== null) numbers.push(number);
  }
  return { judged, others, numbers };
}

/** What the row means by the journal as it is at this moment. */
function judgeNow({ store, settings }: ReconcileDeps, run: RunRow, line: ResultLine): Judgement | null {
  const known = {
    byMessage: line.messageId === '' ? null : store.reconcile.byMessage(line.messageId),
    bySetlId: store.reconcile.bySetlId(line.setlId),
    byVisit: line.mdtrtId === '' ? null : store.reconcile.byMdtrtId(line.mdtrtId),
  };
  return judgeLine(line, known, run.day, settings.site);
}

/**
 * A judged row as it is written down, within the caller's transaction. Questions to the centre take their time, and
 * meanwhile a settlement may have been found, ruled on or given back: what would call a person is held against the
 * journal once more. What only the centre could say stays as it was said.
 */
export function asFound(deps: ReconcileDeps, run: RunRow, clrType: string, judged: Judged): Omit<Found, 'worklist'> {
  const { line } = judged;
  const again = isExplained(judged.verdict) || judged.about === null ? null : judgeNow(deps, run, line);
  const { verdict, about } = again?.kind === 'verdict' ? again : judged;
  const theirs = line.result === '2' ? null : sumsOfLine(line);
  const own = oursOf(deps, about, line.refund);
  return {
    clrType: typeOf(deps, clrType, about),
    insutype: about?.insutype ?? null,
    setlId: line.setlId,
    mdtrtId: line.mdtrtId,
    messageId: line.messageId,
    refund: line.refund,
    result: line.result,
    verdict: alike(verdict, own, theirs) ? verdict : 'amountDiffers',
    // A row that only the centre has is no part of our sums, whatever the journal says of it.
    ours: line.result === '1' ? null : own,
    theirs,
    settlementId: about?.id ?? null,
    encounterId: about?.encounterId ?? null,
    subject: isExplained(verdict) && alike(verdict, own, theirs) ? null : subjectOf(line),
  };
}

/** Of a row in a file of all types: its settlement's; one that is not ours may be under any. */
function typeOf({ settings }: ReconcileDeps, detailType: string, about: KnownSettlement | null): string {
  return detailType === EVERY_TYPE && about !== null ? clearingTypeOf(settings.reconcile, about.form) : detailType;
}

const isExplained = (verdict: ReconcileVerdict): boolean => explainedVerdicts.includes(verdict);

/** One open work-list row per settlement or refund of the centre's book, however often it is found. */
function subjectOf({ setlId, refund }: ResultLine): string {
  return refund ? `${setlId} refund` : setlId;
}

/** An explanation that leaves fen over explains nothing. */
function alike(verdict: ReconcileVerdict, ours: StatementSums | null, theirs: StatementSums | null): boolean {
  const same = verdict === 'otherDay' || verdict === 'takenUp';
  return !same || ours === null || theirs === null || isNothing(subSums(ours, theirs));
}

function oursOf({ settings }: ReconcileDeps, about: KnownSettlement | null, refund: boolean): StatementSums | null {
  if (about === null || about.amounts === null || about.state !== 'settled') return null;
  const { total, funds, account } = onTheWire(about.amounts, settings.centre);
  const one = { count: 1, total, funds, account };
  return refund ? { ...subSums(NO_SUMS, one), count: 1 } : one;
}

/** Does what a judgement asks for. What the centre does not answer stays a difference: a person will look. */
async function settle(
  deps: ReconcileDeps,
  run: RunRow,
  line: ResultLine,
  judgement: Judgement,
  questions: { left: number },
): Promise<{ readonly verdict: ReconcileVerdict; readonly about: KnownSettlement | null }> {
  if (judgement.kind === 'verdict') return judgement;
  const { about } = judgement;
  const otherwise = judgement.kind === 'takeUp' ? 'deniedHere' : 'missingThere';
  const row = deps.store.settlements.get(about.id);
  if (row === null || questions.left === 0) return { verdict: otherwise, about };
  questions.left -= 1;
  const sighting = await deps.look(row, line.setlId);
  if (sighting.kind !== 'found') return { verdict: otherwise, about };
  if (judgement.kind === 'lookFor') {
    const elsewhere = !sighting.confirmed.setlTime.startsWith(run.day);
    return { verdict: elsewhere ? 'otherDay' : otherwise, about };
  }
  if (sighting.confirmed.setlId !== line.setlId) return { verdict: otherwise, about };
  const state = deps.takeUp(about.id, sighting.confirmed);
  if (state !== 'settled') return { verdict: otherwise, about };
  deps.audit('reconcile.repaired', { day: run.day, messageId: about.messageId, setlId: line.setlId });
  return { verdict: 'takenUp', about: deps.store.reconcile.byMessage(about.messageId) ?? about };
}
