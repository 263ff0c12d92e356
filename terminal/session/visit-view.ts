import type { z } from 'zod';
import type { HisEncounter, HisLine } from '../../common/contracts/his/his.ts';
import type { feeLineSchema } from '../../common/contracts/session/screen-link.ts';
import type { TermsView, Visit, VisitSummary } from '../../common/contracts/session/snapshot.ts';
import { addFen, type Fen, parseFen, ZERO_FEN } from '../../common/kernel/money.ts';
import type { FeeLevel, LineRuling, Prepared } from '../ports.ts';
import type { Choice } from './stage-facts.ts';

type Group = Visit['groups'][number]['group'];
type FeeLine = z.output<typeof feeLineSchema>;

export const FEE_LINES_PER_PAGE = 8;

/** 收费类别 med_chrgitm_type by what a resident calls it; the rest is "other". */
const GROUP_OF: Readonly<Record<string, Group>> = {
  '03': 'examination',
  '04': 'examination',
  '09': 'medicine',
  '10': 'medicine',
  '11': 'medicine',
  '02': 'consultation',
  '12': 'consultation',
  '13': 'consultation',
};

const ORDER: readonly Group[] = ['examination', 'medicine', 'consultation', 'other'];

const LEVEL: Readonly<Record<FeeLevel, FeeLine['level']>> = { '01': 'A', '02': 'B', '03': 'C', '': 'unknown' };

/** The HIS's amounts are checked as text with two places at the gateway; an amount beyond safe integers is a bug. */
export function yuan(text: string): Fen {
  const parsed = parseFen(text);
  if (!parsed.ok) throw new RangeError(`an amount of the HIS is not money: ${parsed.error}`);
  return parsed.value;
}

function groupsOf(lines: readonly HisLine[]): Visit['groups'] {
  const sums = new Map<Group, { lines: number; amount: Fen }>();
  for (const line of lines) {
    const group = GROUP_OF[line.category] ?? 'other';
    const before = sums.get(group) ?? { lines: 0, amount: ZERO_FEN };
    sums.set(group, { lines: before.lines + 1, amount: addFen(before.amount, yuan(line.amount)) });
  }
  return ORDER.flatMap((group) => {
    const sum = sums.get(group);
    return sum === undefined ? [] : [{ group, ...sum }];
  });
}

/** An encounter as the screen shows it: four kinds of fees, not the lines. */
export function visitOf(encounter: HisEncounter, institution: string): Visit {
  return {
    encounterId: encounter.encounterId,
    at: encounter.visitedAt,
    department: encounter.department.name,
    doctor: encounter.doctor.name,
    institution,
    total: yuan(encounter.total),
    groups: groupsOf(encounter.lines),
    lineCount: encounter.lines.length,
    caseKind: encounter.medicalType,
  };
}

/** The terms as the screen shows them; `careAt`: the division of this place. */
export function termsOf({ insutype, encounter, terms }: Prepared, careAt: string): TermsView {
  const { insuredAt, scope, clearingWay, words } = terms;
  return {
    scheme: insutype,
    caseKind: encounter.medicalType,
    clearingWay,
    insuredAt,
    careAt,
    scope,
    words: [...words],
  };
}

/** An encounter as one of the choices. */
export function choiceSummary({ encounter, blocked }: Choice): VisitSummary {
  return {
    encounterId: encounter.encounterId,
    at: encounter.visitedAt,
    department: encounter.department.name,
    doctor: encounter.doctor.name,
    total: yuan(encounter.total),
    caseKind: encounter.medicalType,
    blocked,
  };
}

/** What of a line the person pays before any fund is asked, and why; null where that is nothing, or is not known. */
function ownOf(ruling: LineRuling | undefined): FeeLine['own'] {
  if (ruling?.parts === undefined) return null;
  const { ownExpense, overLimit, advanceSelfPay: advance, inScope } = ruling.parts;
  if (ownExpense + overLimit + advance === 0) return null;
  return { ownExpense, overLimit, advance, inScope, limit: ruling.limit ?? null, share: ruling.share ?? null };
}

/** One page of an encounter's fee lines, from 0; beyond the last page the last one. */
export function feeLinesPage(
  encounter: HisEncounter,
  levels: ReadonlyMap<string, LineRuling> | null,
  page: number,
): { page: number; pages: number; lines: FeeLine[] } {
  const pages = Math.max(1, Math.ceil(encounter.lines.length / FEE_LINES_PER_PAGE));
  const shown = Math.min(page, pages - 1);
  const lines = encounter.lines.slice(shown * FEE_LINES_PER_PAGE, (shown + 1) * FEE_LINES_PER_PAGE);
  return {
    page: shown,
    pages,
    lines: lines.map((line) => ({
      name: line.name,
      level: LEVEL[levels?.get(line.lineId)?.level ?? ''],
      count: line.count,
      unit: line.unit,
      unitPrice: line.unitPrice,
      amount: yuan(line.amount),
      own: ownOf(levels?.get(line.lineId)),
    })),
  };
}
