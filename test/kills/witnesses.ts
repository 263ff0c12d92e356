import type { DrawnVisit } from '../../simulator/lab/draw.ts';
import type { Lab } from '../../simulator/lab/lab.ts';
import { type ReceiptAmounts, readReceipts } from '../readers/paper-text.ts';
import { type Matter, openForSomebody } from './waiting.ts';

/** What the others say of one visit: the centre's ledger, the HIS, the operator and the paper. Never the journal. */
export interface Witnesses {
  /** Settlements of this person that stand at the centre. */
  readonly standing: readonly LedgerRow[];
  /** Refunds of this person that stand there. */
  readonly refunds: number;
  readonly his: {
    readonly state: string;
    readonly settlement: { readonly messageId: string; readonly cashDue: string } | null;
  };
  /** Message ids that the operator has as settled, one for each record. */
  readonly told: readonly string[];
  /** Message ids of settlements that the operator has as given back, one for each record. */
  readonly givenBack: readonly string[];
  /** Faults of this visit that the operator was told of. */
  readonly faults: readonly string[];
  /** This visit's matters on the work-list, as the operator was told of them. */
  readonly matters: readonly Matter[];
  /** Original receipts that came out of the printer whole or in part. */
  readonly originals: readonly {
    readonly messageId: string;
    readonly amounts: ReceiptAmounts | null;
    /** It was cut off. */
    readonly whole: boolean;
  }[];
}

export interface LedgerRow {
  readonly setlId: string;
  readonly msgid: string;
  readonly psnNo: string;
  readonly state: string;
  readonly refundOf: string | null;
  readonly total: number;
  readonly funds: number;
  readonly account: number;
  readonly cash: number;
}

interface HisRow {
  readonly encounterId: string;
  readonly state: string;
  readonly settlement: { readonly messageId: string; readonly cashDue: string } | null;
}

interface OperatorRow {
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const RECEIPT_TITLE = '门诊结算单';
const MESSAGE = /报文\s*([A-Z0-9]{30})/;

/** The originals among the slips: those under the receipt's title without a copy's mark. */
function originalsOf(bytes: Uint8Array): Witnesses['originals'] {
  return readReceipts(bytes)
    .filter((slip) => slip.copy === 0 && slip.lines.some((line) => line.includes(RECEIPT_TITLE)))
    .map((slip) => ({
      messageId: slip.lines.map((line) => MESSAGE.exec(line)?.[1]).find((id) => id !== undefined) ?? '',
      amounts: slip.amounts,
      whole: slip.cuts > 0,
    }));
}

/** Every row of the work-list, by its newest record. */
function mattersOf(records: readonly OperatorRow[]): readonly Matter[] {
  const latest = new Map<unknown, OperatorRow['body']>();
  for (const { kind, body } of records) if (kind === 'worklist') latest.set(body['worklistId'], body);
  return [...latest.values()].map(({ kind, subject, amountFen, resolution }) => ({
    kind: String(kind),
    subject: String(subject),
    fen: typeof amountFen === 'number' ? amountFen : null,
    open: resolution === null,
  }));
}

const idsOf = (records: readonly OperatorRow[], kind: string): readonly string[] =>
  records.filter((row) => row.kind === kind).map((row) => String(row.body['messageId']));

/** Asks all of them. `own`: the paper in the tray is this visit's; else only what bears its message. */
export async function hearWitnesses(lab: Lab, visit: DrawnVisit, own = true): Promise<Witnesses> {
  const { encounterId } = visit.encounter;
  const [ledger, his, operator, paper] = await Promise.all([
    lab.admin('GET', '/admin/ledger') as Promise<{ settlements: LedgerRow[] }>,
    lab.admin('GET', '/admin/his') as Promise<{ encounters: HisRow[] }>,
    lab.admin('GET', '/admin/operator') as Promise<{ records: OperatorRow[] }>,
    lab.sim.command('printer.paper') as Promise<{ bytes: string }>,
  ]);
  const hisRow = his.encounters.find((row) => row.encounterId === encounterId);
  const records = operator.records.filter((row) => row.body['encounterId'] === encounterId);
  const hers = ledger.settlements.filter((row) => row.psnNo === visit.person['psnNo'] && row.state === 'settled');
  const standing = hers.filter((row) => row.refundOf === null);
  const originals = originalsOf(Buffer.from(paper.bytes, 'base64'));
  return {
    standing,
    refunds: hers.length - standing.length,
    his: { state: hisRow?.state ?? 'absent', settlement: hisRow?.settlement ?? null },
    told: idsOf(records, 'settlement'),
    givenBack: idsOf(records, 'refund'),
    faults: records.filter((row) => row.kind === 'fault').map((row) => String(row.body['fault'])),
    matters: mattersOf(records),
    originals: own ? originals : originals.filter(({ messageId }) => standing.some((row) => row.msgid === messageId)),
  };
}

/**
 * What is wrong with the books of a lane as a whole: no visit of it may have changed after it was judged. `denied`:
 * people whose settlement the centre denied, which stands there alone.
 */
export async function wholeLedger(lab: Lab, denied: ReadonlySet<unknown>): Promise<readonly string[]> {
  const [ledger, his, operator] = await Promise.all([
    lab.admin('GET', '/admin/ledger') as Promise<{ settlements: LedgerRow[] }>,
    lab.admin('GET', '/admin/his') as Promise<{ encounters: HisRow[] }>,
    lab.admin('GET', '/admin/operator') as Promise<{ records: OperatorRow[]; alarms: unknown[] }>,
  ]);
  const all = ledger.settlements.filter((row) => row.state === 'settled' && row.refundOf === null);
  const standing = all.filter((row) => !denied.has(row.psnNo));
  const paid = his.encounters.flatMap((row) => (row.settlement === null ? [] : [row.settlement.messageId]));
  const { records } = operator;
  const back = idsOf(records, 'refund');
  const told = idsOf(records, 'settlement').filter((id) => !back.includes(id));
  const sorted = (ids: readonly string[]): string => [...ids].sort().join(' ');
  const ids = standing.map((row) => row.msgid);
  const wrong: string[] = [];
  if (sorted(ids) !== sorted(paid)) wrong.push('the HIS and the centre do not have the same settlements');
  if (sorted(ids) !== sorted(told)) wrong.push('the operator and the centre do not have the same settlements');
  if (new Set(all.map((row) => row.psnNo)).size !== all.length) wrong.push('two settlements of one person stand');
  // Every comparison of the lane found what was planted, and nothing else: each visit's own has its name and sum.
  const open = mattersOf(records).filter((matter) => matter.open);
  const planted = all.filter((row) => denied.has(row.psnNo)).map((row) => row.setlId);
  const differences = open.filter(({ kind }) => kind === 'difference').map(({ subject }) => subject);
  if (sorted(differences) !== sorted(planted)) wrong.push('the books differ in other settlements than those denied');
  // Also of matters that belong to no visit: a row of the queue, the terminal itself.
  const faults = records.filter((row) => row.kind === 'fault').map((row) => String(row.body['fault']));
  const others = open.filter(({ kind }) => kind !== 'difference');
  wrong.push(...new Set(openForSomebody(others, faults)));
  if (operator.alarms.length > 0) wrong.push(`the operator doubts the audit chain: ${JSON.stringify(operator.alarms)}`);
  return wrong;
}
