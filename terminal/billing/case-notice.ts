import type { CaseNotice, LookupRow } from '../../common/contracts/desk/lookups.ts';
import type { HisEncounter } from '../../common/contracts/his/his.ts';
import { ok, type Result } from '../../common/kernel/result.ts';
import type { Failure } from '../ports.ts';
import type { LookUp } from './lookups.ts';
import type { Person } from './persons.ts';
import type { CaseAsked } from './port.ts';

/** 门诊慢特病: the kind of case that pays only for a disease that was filed before (domain-facts B6.1, step 3). */
const WANTS_A_FILING = '14';

/** What a benefit check about this bill has to be asked for. */
export function caseOf({ medicalType, disease, visitedAt }: HisEncounter): CaseAsked {
  return { medicalType, disease: disease ?? null, at: visitedAt };
}

/** Whether a bill is of a kind that is looked up before it is pre-settled. */
export function wantsFiling({ medicalType }: Pick<HisEncounter, 'medicalType'>): boolean {
  return medicalType === WANTS_A_FILING;
}

/** What the filings say against care on a day, of this disease or, where the bill names none, of any. */
export function filingNotice(rows: readonly LookupRow[], { disease, at }: CaseAsked): CaseNotice | null {
  const day = at.slice(0, 10);
  const filed = rows.filter(({ code }) => disease === null || code === disease.code);
  const begun = filed.filter(({ from }) => from === null || from <= day);
  if (begun.some(({ to }) => to === null || day <= to)) return null;
  const lastDay = begun
    .map(({ to }) => to ?? '')
    .sort()
    .at(-1);
  if (lastDay !== undefined) return { kind: 'filingEnded', on: lastDay, reason: null };
  const firstDay = filed
    .map(({ from }) => from ?? '')
    .sort()
    .at(0);
  if (firstDay !== undefined) return { kind: 'filingNotYet', on: firstDay, reason: null };
  return { kind: 'notFiled', on: null, reason: null };
}

/** Nothing where one fund pays; the centre says of each other one why it does not. */
export function benefitNotice(rows: readonly LookupRow[]): CaseNotice | null {
  if (rows.length === 0 || rows.some(({ standing }) => standing === 'holds')) return null;
  const reason = rows.find((row) => row.note !== null)?.note ?? null;
  return { kind: 'noBenefit', on: null, reason: reason === null ? null : [...reason].slice(0, 100).join('') };
}

/**
 * Asks 5301, and where the disease is filed 2001, before anybody presses on. Both are optional steps of the chain: a centre
 * that does not answer them says so when the bill is pre-settled, and nothing waits for them.
 */
export async function caseNoticeOf(
  lookUp: LookUp,
  person: Person,
  encounter: HisEncounter,
): Promise<Result<CaseNotice | null, Failure>> {
  if (!wantsFiling(encounter)) return ok(null);
  const of = caseOf(encounter);
  const filed = await lookUp(person, { about: 'chronic', of });
  if (!filed.ok) return filed;
  const notice = filingNotice(filed.value, of);
  if (notice !== null) return ok(notice);
  const benefit = await lookUp(person, { about: 'benefit', of });
  return benefit.ok ? ok(benefitNotice(benefit.value)) : benefit;
}
