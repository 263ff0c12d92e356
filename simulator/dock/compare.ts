import {
  amountParts,
  type LedgerRow,
  type LedgerWord,
  type WitnessAmounts,
  witnessNames,
} from '../../common/contracts/dock/ledgers.ts';
import { isHalf, type TrayPiece } from './paper-owner.ts';
import type { CentreRow, HisRow, JournalRow, QueueRow } from './sources.ts';

/** What the four witnesses said, unsorted. */
export interface Testimony {
  readonly centre: readonly CentreRow[];
  readonly his: readonly HisRow[];
  readonly journal: readonly JournalRow[];
  readonly paper: readonly TrayPiece[];
  /** Rows of the terminal's queue for the HIS that were not delivered. */
  readonly queue: readonly QueueRow[];
  readonly nameOf: (encounterId: string) => string | null;
}

const OPEN = ['intended', 'unknown', 'fencing'];

function centreCell(row: CentreRow | undefined): LedgerRow['centre'] {
  if (row === undefined) return { state: 'none', amounts: null };
  const { total, funds, account, cash } = row;
  return { state: row.state, amounts: row.state === 'settled' ? { total, funds, account, cash } : null };
}

function hisCell(row: HisRow | undefined, messageId: string): LedgerRow['his'] {
  if (row === undefined) return { state: 'unknown', amounts: null };
  if (row.settlement === null) return { state: row.state === 'held' ? 'held' : 'unpaid', amounts: null };
  if (row.settlement.messageId !== messageId) return { state: 'settledOtherwise', amounts: null };
  return { state: 'settled', amounts: row.settlement.amounts };
}

function journalCell(row: JournalRow | undefined): LedgerRow['journal'] {
  if (row === undefined) return { state: 'none', amounts: null };
  const { state, totalFen: total, fundsFen: funds, accountFen: account, cashFen: cash } = row;
  const whole = state === 'settled' && funds !== null && account !== null && cash !== null;
  return { state, amounts: whole ? { total, funds, account, cash } : null };
}

/** Only the strip in the slot can still be printed on; a half that came off it stays a half. */
function paperCell(pieces: readonly TrayPiece[]): LedgerRow['paper'] {
  const whole = pieces.filter((piece) => !isHalf(piece));
  const last = whole.find((piece) => piece.kind === 'settlement') ?? whole.at(-1);
  if (last === undefined) return { state: pieces.length > 0 ? 'half' : 'none', amounts: null };
  if (last.hanging && !last.cut) return { state: 'printing', amounts: null };
  if (last.kind === 'settlement' && last.amounts === null) return { state: 'unreadable', amounts: null };
  return { state: last.kind, amounts: last.amounts };
}

function differencesOf(cells: Pick<LedgerRow, (typeof witnessNames)[number]>): string[] {
  const { amounts: right } = cells.centre;
  if (right === null) return [];
  const against = (said: WitnessAmounts, name: string): string[] =>
    amountParts.filter((part) => said[part] !== right[part]).map((part) => `${name}.${part}`);
  return witnessNames.flatMap((name) => {
    const said = cells[name].amounts;
    return said === null || name === 'centre' ? [] : against(said, name);
  });
}

/** Words for a settlement that the journal has as settled. */
function settledWords(row: Omit<LedgerRow, 'verdict' | 'words'>, queued: QueueRow | undefined): LedgerWord[] {
  const words: LedgerWord[] = [];
  if (row.centre.state === 'none') words.push('centreLost');
  if (row.his.state !== 'settled') {
    if (queued === undefined) words.push('hisUntold');
    else words.push(queued.dead ? 'hisSetAside' : 'hisWaits');
  }
  if (row.originals > 1) words.push('paperTwice');
  if (row.paper.state === 'printing') words.push('paperPrinting');
  else if (row.paper.state === 'half') words.push('paperHalf');
  else if (row.paper.state === 'unreadable') words.push('paperUnreadable');
  else if (row.paper.state !== 'settlement') words.push('paperMissing');
  return words;
}

const BAD: readonly LedgerWord[] = [
  'differ',
  'paperTwice',
  'movedWithoutUs',
  'centreLost',
  'paperUnreadable',
  'hisUntold',
];
const ENDED: Readonly<Record<string, LedgerWord>> = {
  refused: 'refusedCleanly',
  notSent: 'notSentCleanly',
  reversed: 'reversedCleanly',
};

function wordsOf(row: Omit<LedgerRow, 'verdict' | 'words'>, queued: QueueRow | undefined): LedgerWord[] {
  const { state } = row.journal;
  if (row.differences.length > 0) return ['differ', ...settledWords(row, queued)];
  if (OPEN.includes(state)) {
    const doing = state === 'fencing' ? 'terminalFences' : state === 'unknown' ? 'terminalAsks' : 'sentNoAnswer';
    return row.centre.state === 'settled' ? ['centreAhead', doing] : [doing];
  }
  if (state === 'settled') {
    const words = settledWords(row, queued);
    return words.length === 0 ? ['allAgree'] : words;
  }
  if (row.centre.state === 'settled') return ['movedWithoutUs'];
  const ended = ENDED[state];
  return [...(ended === undefined ? [] : [ended]), ...(queued === undefined ? [] : (['hisReleaseWaits'] as const))];
}

function verdictOf(words: readonly LedgerWord[]): LedgerRow['verdict'] {
  if (words.some((word) => BAD.includes(word))) return 'differ';
  const done: readonly LedgerWord[] = ['allAgree', 'refusedCleanly', 'notSentCleanly', 'reversedCleanly'];
  return words.every((word) => done.includes(word)) ? 'agree' : 'waiting';
}

/** One row a message id, newest first; the centre's amounts are what the others are held against. */
export function compare(told: Testimony): LedgerRow[] {
  const ids = new Set([...told.journal.map((row) => row.messageId), ...told.centre.map((row) => row.msgid)]);
  const rows = [...ids].map((messageId) => {
    const journal = told.journal.find((row) => row.messageId === messageId);
    const centre = told.centre.find((row) => row.msgid === messageId && row.refundOf === null);
    const his = told.his.find((row) =>
      journal === undefined ? row.settlement?.messageId === messageId : row.encounterId === journal.encounterId,
    );
    const pieces = told.paper.filter((piece) => (piece.messageId ?? piece.owner) === messageId);
    const encounterId = journal?.encounterId ?? his?.encounterId ?? '';
    const cells = {
      centre: centreCell(centre),
      his: hisCell(his, messageId),
      journal: journalCell(journal),
      paper: paperCell(pieces),
    };
    const originals = pieces.filter(
      (piece) => piece.kind === 'settlement' && !piece.copy && piece.messageId !== null,
    ).length;
    const person = told.nameOf(encounterId);
    const row = { messageId, encounterId, person, ...cells, originals, differences: differencesOf(cells) };
    const words = wordsOf(
      row,
      told.queue.find((queued) => queued.encounterId === encounterId),
    );
    return { ...row, words, verdict: verdictOf(words) };
  });
  // A message id bears its second and a counter behind the institution: it sorts by time.
  return rows.sort((a, b) => (a.messageId < b.messageId ? 1 : -1));
}
