import type { DrawnVisit } from '../../simulator/lab/draw.ts';
import type { Lab } from '../../simulator/lab/lab.ts';
import { type ReceiptAmounts, readReceipts } from '../readers/paper-text.ts';

/** What the others say of one visit: the centre's ledger, the HIS, the operator and the paper. Never the journal. */
export interface Witnesses {
  /** Settlements of this person that stand at the centre. */
  readonly standing: readonly LedgerRow[];
  readonly his: {
    readonly state: string;
    readonly settlement: { readonly messageId: string; readonly cashDue: string } | null;
  };
  /** Message ids that the operator has as settled, one for each record. */
  readonly told: readonly string[];
  /** Faults of this visit that the operator was told of. */
  readonly faults: readonly string[];
  /** Kinds of this visit's matters on the work-list that are still open, as the operator was told. */
  readonly worklist: readonly string[];
  /** Original receipts that came out of the printer whole or in part. */
  readonly originals: readonly { readonly messageId: string; readonly amounts: ReceiptAmounts | null }[];
  readonly slips: number;
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
function originalsOf(bytes: Uint8Array): { originals: Witnesses['originals']; slips: number } {
  const slips = readReceipts(bytes);
  const originals = slips
    .filter((slip) => slip.copy === 0 && slip.lines.some((line) => line.includes(RECEIPT_TITLE)))
    .map((slip) => ({
      messageId: slip.lines.map((line) => MESSAGE.exec(line)?.[1]).find((id) => id !== undefined) ?? '',
      amounts: slip.amounts,
    }));
  return { originals, slips: slips.length };
}

function openMatters(records: readonly OperatorRow[]): readonly string[] {
  const latest = new Map<unknown, OperatorRow['body']>();
  for (const { kind, body } of records) if (kind === 'worklist') latest.set(body['worklistId'], body);
  return [...latest.values()].filter((body) => body['resolution'] === null).map((body) => String(body['kind']));
}

/** Asks all of them. */
export async function hearWitnesses(lab: Lab, visit: DrawnVisit): Promise<Witnesses> {
  const { encounterId } = visit.encounter;
  const [ledger, his, operator, paper] = await Promise.all([
    lab.admin('GET', '/admin/ledger') as Promise<{ settlements: LedgerRow[] }>,
    lab.admin('GET', '/admin/his') as Promise<{ encounters: HisRow[] }>,
    lab.admin('GET', '/admin/operator') as Promise<{ records: OperatorRow[] }>,
    lab.sim.command('printer.paper') as Promise<{ bytes: string }>,
  ]);
  const hisRow = his.encounters.find((row) => row.encounterId === encounterId);
  const records = operator.records.filter((row) => row.body['encounterId'] === encounterId);
  return {
    standing: ledger.settlements.filter(
      (row) => row.psnNo === visit.person['psnNo'] && row.state === 'settled' && row.refundOf === null,
    ),
    his: { state: hisRow?.state ?? 'absent', settlement: hisRow?.settlement ?? null },
    told: records.filter((row) => row.kind === 'settlement').map((row) => String(row.body['messageId'])),
    faults: records.filter((row) => row.kind === 'fault').map((row) => String(row.body['fault'])),
    worklist: openMatters(records),
    ...originalsOf(Buffer.from(paper.bytes, 'base64')),
  };
}

/** What is wrong with the books of a lane as a whole: no visit of it may have changed after it was judged. */
export async function wholeLedger(lab: Lab): Promise<readonly string[]> {
  const [ledger, his, operator] = await Promise.all([
    lab.admin('GET', '/admin/ledger') as Promise<{ settlements: LedgerRow[] }>,
    lab.admin('GET', '/admin/his') as Promise<{ encounters: HisRow[] }>,
    lab.admin('GET', '/admin/operator') as Promise<{ records: OperatorRow[] }>,
  ]);
  const standing = ledger.settlements.filter((row) => row.state === 'settled' && row.refundOf === null);
  const paid = his.encounters.flatMap((row) => (row.settlement === null ? [] : [row.settlement.messageId]));
  const told = operator.records.filter((row) => row.kind === 'settlement').map((row) => String(row.body['messageId']));
  const sorted = (ids: readonly string[]): string => [...ids].sort().join(' ');
  const ids = standing.map((row) => row.msgid);
  const wrong: string[] = [];
  if (sorted(ids) !== sorted(paid)) wrong.push('the HIS and the centre do not have the same settlements');
  if (sorted(ids) !== sorted(told)) wrong.push('the operator and the centre do not have the same settlements');
  if (new Set(standing.map((row) => row.psnNo)).size !== standing.length)
    wrong.push('two settlements of one person stand');
  return wrong;
}
