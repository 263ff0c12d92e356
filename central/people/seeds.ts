import { ZERO_FEN } from '../../common/kernel/money.ts';
import { type EntitlementRow, USUAL } from '../core/entitlement.ts';
import type { InsuranceRow, PersonRow } from '../core/ledger.ts';
import { divisionOf } from '../plans/divisions.ts';
import type { Career } from './career.ts';
import { careerBirthDate } from './pension-status.ts';

/** A person with a working life as the centre's ledger knows them. */
export interface CareerSeed {
  readonly person: PersonRow;
  readonly insurance: InsuranceRow;
  /** What the city's plan has to know beyond it: 低保 of the household. */
  readonly entitlement: EntitlementRow;
}

/** 险种 and 人员类别 that follow from the career: residents never paid; who draws a pension is 退休. */
function insuranceOf(career: Career, month: string): Pick<InsuranceRow, 'insutype' | 'psnType'> {
  if (!career.spans.some(({ kind }) => kind === 'paid')) return { insutype: '390', psnType: '16' };
  const drawing = career.payments.some(({ insurance, from }) => insurance === 'pension' && from <= month);
  return { insutype: '310', psnType: drawing ? '12' : '11' };
}

/** 卡识别码 of the person's made-up card: no real place's, and the number of the card behind it. */
export function careerCardId({ cardNumber }: Pick<Career, 'cardNumber'>): string {
  return `990101D156000005${cardNumber.replace(/\D/g, '').padStart(16, '0')}`;
}

/** 低保 and the like, from the month in which they were granted. */
function statusesOf({ household }: Career, month: string): readonly string[] {
  return household === null || household.since > month ? [] : [household.status];
}

/** As of a month `yyyy-MM`; the account is empty. */
export function seedOf(career: Career, psnNo: string, month: string): CareerSeed {
  const lastPaid = career.spans.findLast(({ kind, from }) => kind === 'paid' && from <= month);
  return {
    person: {
      psnNo,
      certType: '01',
      certNo: career.identityNumber,
      name: career.name,
      cardNumber: career.cardNumber,
      cardId: careerCardId(career),
      sex: career.retires === 'men' ? '1' : '2',
      nation: '01',
      birthDate: careerBirthDate(career),
    },
    insurance: {
      psnNo,
      ...insuranceOf(career, month),
      status: '1',
      balance: ZERO_FEN,
      civilServant: false,
      division: divisionOf(career.city),
      employer: lastPaid?.employer ?? null,
      since: null,
    },
    entitlement: { ...USUAL, statuses: statusesOf(career, month) },
  };
}
