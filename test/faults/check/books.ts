import type { SettlementRow as CentreRow } from '../../../central/core/ledger.ts';
import type { HisBooking, HisRow } from '../../../central/store/his-store.ts';
import { INSTITUTION } from '../../../central/testing/people.ts';
import type { OperatorRecord } from '../../../common/contracts/operator/records.ts';
import type { WorklistKind } from '../../../common/contracts/worklist.ts';
import type { OutboxRow } from '../../../terminal/store/outbox-rows.ts';
import type { PrintJobRow } from '../../../terminal/store/print-jobs.ts';
import type { RefundRow } from '../../../terminal/store/refunds.ts';
import type { SettlementRow } from '../../../terminal/store/settlements.ts';
import type { Store } from '../../../terminal/store/store.ts';
import type { VisitRow } from '../../../terminal/store/visits.ts';
import type { WorklistRow } from '../../../terminal/store/worklist.ts';
import type { Setting } from '../plan/plan.ts';
import { PEOPLE } from '../world/people.ts';
import type { Evidence } from '../world/record.ts';
import type { Outcome } from '../world/schedule.ts';
import { chainFaultOf } from './chain-of.ts';

/** What one terminal's journal says at the end. */
export interface JournalBooks {
  readonly terminal: number;
  /** Processes that wrote it, first and last. */
  readonly boots: { readonly from: number; readonly to: number };
  readonly settlements: readonly SettlementRow[];
  readonly refunds: readonly RefundRow[];
  readonly visits: readonly VisitRow[];
  readonly outbox: readonly OutboxRow[];
  readonly worklist: readonly WorklistRow[];
  /** Settlements whose client has not acknowledged that they were given back, and about whom people were called. */
  readonly unreadRefunds: readonly string[];
  /** Print jobs of the slips that were handed to the printer. */
  readonly prints: readonly PrintJobRow[];
  /** What is wrong with the audit chain, or null. */
  readonly chainFault: string | null;
}

/** Everybody's books side by side: plain data, so that a test can doctor them. */
export interface Books {
  readonly setting: Setting;
  readonly evidence: Evidence;
  readonly rested: boolean;
  readonly ledger: readonly CentreRow[];
  /** Which encounter a registration of the centre is of, by mdtrt_id: its own word, whatever any journal says. */
  readonly registered: ReadonlyMap<string, string>;
  /** Stays that are not cancelled at the centre. */
  readonly stays: readonly { readonly encounterId: string; readonly mdtrtId: string }[];
  readonly fences: readonly string[];
  readonly his: readonly HisRow[];
  readonly bookings: readonly HisBooking[];
  readonly operator: readonly OperatorRecord[];
  readonly journals: readonly JournalBooks[];
  /** Journals that were lost and followed by another one: nobody of the world can read them any more. */
  readonly lost: readonly JournalBooks[];
}

const ALL = 10_000;

function read(terminal: number, journal: Store, jobs: readonly string[], boots: JournalBooks['boots']): JournalBooks {
  const settlements = journal.settlements.list(ALL);
  const outbox = journal.outbox.list(ALL);
  return {
    terminal,
    boots,
    settlements,
    refunds: settlements.flatMap(({ id }) => journal.refunds.ofSettlement(id) ?? []),
    visits: journal.visits.unfinished(),
    outbox,
    worklist: journal.worklist.list('all', ALL),
    unreadRefunds: settlements
      .map((row) => row.messageId)
      .filter((of) => journal.clientNotices.isMissed('refunded', of)),
    prints: jobs.flatMap((jobId) => journal.prints.get(jobId) ?? []),
    chainFault: chainFaultOf(journal, { settlements, outbox }),
  };
}

export function readBooks({ plan, evidence, sides, terminals, rested }: Outcome): Books {
  const lost = terminals.flatMap(({ number, disk }) =>
    disk.lost().map(({ journal, lastBoot }) => read(number, journal, [], { from: 1, to: lastBoot })),
  );
  const journals = terminals.flatMap(({ number, process }): JournalBooks[] => {
    const journal = process()?.journal ?? null;
    if (journal === null) return [];
    const jobs = evidence.paper.filter((sheet) => sheet.terminal === number).map((sheet) => sheet.jobId);
    const from = lost.filter(({ terminal }) => terminal === number).reduce((_, { boots }) => boots.to + 1, 1);
    return [read(number, journal, jobs, { from, to: Number.POSITIVE_INFINITY })];
  });
  const ledger = sides.ledger.settlements();
  return {
    setting: plan.setting,
    evidence,
    rested: rested && journals.length === terminals.length,
    ledger,
    registered: new Map(ledger.map(({ mdtrtId }) => [mdtrtId, sides.ledger.visit(mdtrtId)?.iptOtpNo ?? ''])),
    stays: staysOf(sides),
    fences: sides.ledger.fences(),
    his: sides.hisStore.all(),
    bookings: sides.hisStore.bookings(),
    operator: sides.operatorStore.all(),
    journals,
    lost,
  };
}

/** From long before the day of a schedule until long after it. */
const EVER = ['2026-01-01 00:00:00', '2027-01-01 00:00:00'] as const;

function staysOf({ ledger }: Outcome['sides']): Books['stays'] {
  return PEOPLE.flatMap(({ psnNo }) => ledger.visitsOf(psnNo, INSTITUTION, ...EVER))
    .filter(({ mdtrtId, cancelled }) => !cancelled && ledger.stay(mdtrtId) !== null)
    .map(({ mdtrtId, iptOtpNo }) => ({ mdtrtId, encounterId: iptOtpNo }));
}

/** Settlements at the centre that have an effect now. */
export function standing(books: Books): readonly CentreRow[] {
  return books.ledger.filter((row) => row.refundOf === null && row.state === 'settled');
}

/** Rows of the work-list that are about the money of a settlement; a print or a queue row says nothing of it. */
const ABOUT_MONEY: ReadonlySet<WorklistKind> = new Set([
  'settlement-unknown',
  'settlement-late',
  'settlement-after-session',
  'settlement-unsound',
  'reversal-stuck',
  'refund-stuck',
  'difference',
]);

/** Whether a person is told of this settlement's money: an open row of the work-list, or one that a person closed. */
export function onWorklist(journal: JournalBooks, row: SettlementRow): boolean {
  return journal.worklist.some(
    (work) => work.settlementId === row.id && ABOUT_MONEY.has(work.kind) && work.resolution !== 'ended',
  );
}

/** Rows that say of a settlement that the centre has it though the journal does not count on it. */
const SAYS_PAID: ReadonlySet<WorklistKind> = new Set(['settlement-late', 'difference', 'refund-stuck']);

/** Whether a person is called, now, about money that moved and that the journal denies: nothing closed counts. */
export function isCalled(journal: JournalBooks, row: SettlementRow): boolean {
  return journal.worklist.some(
    (work) => work.settlementId === row.id && SAYS_PAID.has(work.kind) && work.resolution === null,
  );
}

/** The journal, also a lost one, and its row of a message of the centre's; null where no journal ever had it. */
export function knownAs(
  books: Books,
  messageId: string,
): { readonly journal: JournalBooks; readonly row: SettlementRow } | null {
  for (const journal of [...books.journals, ...books.lost]) {
    const row = journal.settlements.find((one) => one.messageId === messageId);
    if (row !== undefined) return { journal, row };
  }
  return null;
}

/** The refund of a settlement, if one was begun. */
export function refundOf(journal: JournalBooks, row: SettlementRow): RefundRow | null {
  return journal.refunds.find((refund) => refund.settlementId === row.id) ?? null;
}

/** Whether the journal holds that this settlement's money is back. */
export function isGivenBack(journal: JournalBooks, row: SettlementRow): boolean {
  const state = refundOf(journal, row)?.state;
  return state === 'refunded' || state === 'done';
}

/** Whether the journal counts on this settlement: it is settled, and its money is not back. */
export function isCounted(journal: JournalBooks, row: SettlementRow): boolean {
  return row.state === 'settled' && !isGivenBack(journal, row);
}

/** Whether a person was told of this success: by a lit screen, or on paper that lies in the tray. */
export function wasTold({ evidence }: Books, { messageId }: SettlementRow): boolean {
  if (evidence.drawn.some((one) => one.messageId === messageId)) return true;
  return evidence.paper.some(({ came, success }) => came && success?.messageId === messageId);
}

/** Whether two different people, by name, said this of a settlement. */
export function ruled(journal: JournalBooks, row: SettlementRow, resolution: WorklistRow['resolution']): boolean {
  return journal.worklist.some(
    (work) =>
      work.settlementId === row.id &&
      work.resolution === resolution &&
      work.by !== null &&
      work.second !== null &&
      work.by !== work.second,
  );
}
