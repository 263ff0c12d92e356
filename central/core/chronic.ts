import { holdsOn } from '../people/filings.ts';
import { kindOf } from '../plans/medical/kinds.ts';
import type { Ledger, VisitRow } from './ledger.ts';

/** Why 门诊慢特病 is not paid: nobody has filed the disease (2503), or not for that day. */
export const UNFILED = '未办理门诊慢特病备案';

/** Whether a chronic disease is filed on a day; any of them where the case names none. */
export function filedOn(
  db: Pick<Ledger, 'filings'>,
  psnNo: string,
  { day, disease }: { readonly day: string; readonly disease: string },
): boolean {
  return db
    .filings(psnNo)
    .chronic.some((filing) => holdsOn(filing, day) && (disease === '' || filing.code === disease));
}

/** The words of a refusal where a visit is one for a chronic disease that is not filed on its day. */
export function chronicFault(db: Pick<Ledger, 'filings'>, visit: VisitRow): string | null {
  if (kindOf(visit.medType ?? '') !== 'chronic') return null;
  const asked = { day: visit.begunAt.slice(0, 10), disease: visit.diseaseCode ?? '' };
  return filedOn(db, visit.psnNo, asked) ? null : UNFILED;
}
