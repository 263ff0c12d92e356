import { resolutionsOf, type WorklistKind } from '../../../common/contracts/worklist.ts';
import type { SettlementRow } from '../../../terminal/store/settlements.ts';
import type { WorklistRow } from '../../../terminal/store/worklist.ts';
import { type Books, isCounted, isGivenBack, type JournalBooks, refundOf, standing, wasTold } from './books.ts';
import type { Tell } from './finding.ts';

/** A row of the work-list beside what the books say of its matter. */
interface Matter {
  readonly books: Books;
  readonly journal: JournalBooks;
  readonly work: WorklistRow;
  readonly row: SettlementRow;
}

/** `lasts`: a person is needed; `over`: none is, and none can do anything; null: the books do not say. */
type Fate = 'lasts' | 'over' | null;

const OPEN = new Set(['intended', 'unknown', 'fencing']);

/** What has become of the matter of each kind of row. */
const FATES: { readonly [kind in WorklistKind]: (matter: Matter) => Fate } = {
  'settlement-unknown': ({ row }) => (OPEN.has(row.state) ? 'lasts' : 'over'),
  'settlement-late': ({ books, journal, work, row }) => {
    // Two effects of one message: what has become of the other number says nothing of this one.
    const isOwn = isCounted(journal, row) && row.setlId === work.detail['setlId'];
    if (stands(books, work) && !isOwn) return 'lasts';
    return row.state !== 'reversed' || isGivenBack(journal, row) ? 'over' : null;
  },
  'settlement-after-session': ({ books, journal, row }) => {
    const refund = refundOf(journal, row)?.state ?? 'kept';
    if (refund === 'refunded' || refund === 'done') return 'over';
    if (!wasTold(books, row)) return 'lasts';
    const drawn = books.evidence.drawn.find(({ messageId }) => messageId === row.messageId);
    return drawn?.kept === true && refund === 'kept' ? 'over' : null;
  },
  'settlement-unsound': ({ journal, work, row }) => {
    // What counts under this number was found sound; what counted under it and went back is another matter.
    if (row.setlId === null || row.setlId !== work.detail['setlId']) return 'lasts';
    return isCounted(journal, row) ? 'over' : null;
  },
  'reversal-stuck': ({ books, row }) => {
    if (OPEN.has(row.state)) return 'lasts';
    return row.state === 'reversed' && !books.fences.includes(row.messageId) ? null : 'over';
  },
  'refund-stuck': ({ journal, row }) => (refundOf(journal, row)?.state === 'stopped' ? 'lasts' : 'over'),
  'refund-unread': ({ journal, row }) => (journal.unreadRefunds.includes(row.messageId) ? 'lasts' : 'over'),
  'row-dead': ({ journal, work }) =>
    journal.outbox.some(({ id, state }) => id === work.detail['row'] && state === 'dead') ? 'lasts' : null,
  difference: ({ books, journal, work, row }) => {
    const { verdict, setlId } = work.detail;
    if (verdict === 'deniedHere' || verdict === 'doubled') {
      if (isCounted(journal, row) && row.setlId === setlId) return 'over';
      return stands(books, work) ? 'lasts' : null;
    }
    return verdict === 'missingThere' && isCounted(journal, row) && !stands(books, work) ? 'lasts' : null;
  },
  'print-unknown': ({ journal, work, row }) => {
    const { kind, copy } = work.detail;
    const isLater = (job: JournalBooks['prints'][number]): boolean =>
      job.settlementId === row.id && job.kind === kind && job.copy > Number(copy) && job.outcome === 'printed';
    return journal.prints.some(isLater) ? 'over' : 'lasts';
  },
  // The schedules' terminals have no external cashier: a row of one has no business in these books.
  'collection-unknown': () => 'over',
};

/** Whether the number that the row is about has an effect at the centre. */
function stands(books: Books, { detail }: WorklistRow): boolean {
  return standing(books).some(({ setlId }) => setlId === detail['setlId']);
}

/** Rest on the work-list: nothing open that is over, nothing gone that lasts, nothing closed in a way it does not know. */
export function checkMatters(books: Books, tell: Tell): void {
  if (!books.rested) return;
  for (const journal of books.journals) {
    for (const work of journal.worklist) {
      const { id, kind, resolution } = work;
      if (resolution !== null && resolution !== 'ended' && !resolutionsOf[kind].includes(resolution))
        tell('rest', `row ${id} ${kind} was closed with ${resolution}, which nobody can say of it`);
      const row = journal.settlements.find((one) => one.id === work.settlementId);
      if (row === undefined || (resolution !== null && resolution !== 'ended')) continue;
      const fate = FATES[kind]({ books, journal, work, row });
      if (resolution === null && fate === 'over')
        tell('rest', `row ${id} ${kind} is open, its matter is over, and nobody can close it`);
      if (resolution === 'ended' && fate === 'lasts' && !isFollowed(journal, work))
        tell('rest', `row ${id} ${kind} ended by itself, and its matter lasts`);
    }
  }
}

/** The same matter was opened again, and is open or was closed by name. */
function isFollowed({ worklist }: JournalBooks, { id, kind, subject }: WorklistRow): boolean {
  return worklist.some(
    (later) => later.id > id && later.kind === kind && later.subject === subject && later.resolution !== 'ended',
  );
}
