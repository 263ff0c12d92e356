import type { ReconcileVerdict, StatementSums } from '../../common/contracts/reconcile.ts';
import { type MessageIdPattern, slotInMessageId, slotText } from '../../common/kernel/message-id.ts';
import type { KnownSettlement } from '../store/reconcile-found.ts';
import type { ResultLine } from './result-file.ts';

/** What the journal knows of a row of the result. */
export interface Known {
  /** By the message id, of the settlement or of its refund. */
  readonly byMessage: KnownSettlement | null;
  /** By the setl_id, of the settlement or of its refund. */
  readonly bySetlId: KnownSettlement | null;
  /** By the visit. */
  readonly byVisit: KnownSettlement | null;
}

/** What to do with a row that is not alike. Pure: what needs an answer of the centre is named, not asked. */
export type Judgement =
  | { readonly kind: 'verdict'; readonly verdict: ReconcileVerdict; readonly about: KnownSettlement | null }
  /** The journal holds it for open: 5203, and if it is sound, up into the journal. */
  | { readonly kind: 'takeUp'; readonly about: KnownSettlement }
  /** The journal says settled and the statement does not have it: 5203 by its setl_id. */
  | { readonly kind: 'lookFor'; readonly about: KnownSettlement };

const OPEN_STATES: readonly string[] = ['intended', 'unknown', 'fencing'];

const verdict = (name: ReconcileVerdict, about: KnownSettlement | null): Judgement => ({
  kind: 'verdict',
  verdict: name,
  about,
});

/** What of a message id is this terminal's own. */
export interface OwnId {
  readonly institutionCode: string;
  readonly terminalSlot: number;
  readonly messageIdPattern: MessageIdPattern;
}

/** Whether a message id was made by this terminal: institution and slot are in it (DESIGN §4, Message id). */
export function isOurs(messageId: string, { institutionCode, terminalSlot, messageIdPattern }: OwnId): boolean {
  const slot = slotText(terminalSlot, messageIdPattern);
  return messageId.startsWith(institutionCode) && slotInMessageId(messageId, messageIdPattern) === slot;
}

/** A row that the centre has and our file did not (1 中心多). */
function judgeExtra(line: ResultLine, known: Known, day: string, ours: boolean): Judgement {
  const { byMessage, bySetlId, byVisit } = known;
  if (line.refund) {
    const about = bySetlId ?? byMessage ?? byVisit;
    if (about === null)
      return ours || line.messageId === '' ? verdict('unknownHere', null) : verdict('otherTerminal', null);
    if (about.refund === null) return verdict('refundedElsewhere', about);
    if (about.state !== 'settled') return verdict('undone', about);
    return verdict(about.refund.at?.startsWith(day) === false ? 'otherDay' : 'takenUp', about);
  }
  const about = byMessage ?? bySetlId;
  if (about !== null) {
    if (OPEN_STATES.includes(about.state)) return { kind: 'takeUp', about };
    // A refund undoes the number that was given back, and no second effect of the same message.
    if (about.state !== 'settled') return verdict(about.refund?.of === line.setlId ? 'undone' : 'deniedHere', about);
    if (about.setlId !== line.setlId) return verdict('doubled', about);
    return verdict(about.setlTime?.startsWith(day) === false ? 'otherDay' : 'takenUp', about);
  }
  // Another sender's settlement of a visit that we have settled too is nobody's everyday.
  if (byVisit?.state === 'settled') return verdict('doubled', byVisit);
  return verdict(ours || line.messageId === '' ? 'unknownHere' : 'otherTerminal', null);
}

/** Says what a row of the result means (domain-facts B6.4 stmt_rslt, B7.3). Null: alike, or nothing to say. */
export function judgeLine(line: ResultLine, known: Known, day: string, site: OwnId): Judgement | null {
  switch (line.result) {
    case '0':
      return null;
    case '1':
      return judgeExtra(line, known, day, isOurs(line.messageId, site));
    case '2':
      if (known.bySetlId === null) return verdict('unexplained', null);
      return line.refund ? verdict('missingThere', known.bySetlId) : { kind: 'lookFor', about: known.bySetlId };
    case '3':
      return verdict('amountDiffers', known.bySetlId);
  }
}

/** One row as sums; null where the file does not give its amounts. */
export function sumsOfLine(line: ResultLine): StatementSums | null {
  return line.amounts === null ? null : { count: 1, ...line.amounts };
}
