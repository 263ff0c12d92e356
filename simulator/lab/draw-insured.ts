import { identityCheckCharacter } from '../../common/kernel/identity.ts';
import { type Random, randomInt } from '../../common/kernel/ports.ts';
import { type CaseKind, isOfMothers, isPaidByHarbin } from './case-kinds.ts';
import { digits, pick } from './draw.ts';
import { surnames } from './stock.ts';

/** How a drawn person is insured: scheme and category decide what every fen of the bill is. */
export interface DrawnScheme {
  /** 险种: 310 职工, 340 离休, 390 城乡居民, 391 城镇居民. */
  readonly insutype: string;
  /** 人员类别: 11 在职, 12 退休, 13 离休, 14–16 居民. */
  readonly psnType: string;
}

export type AgeGroup = 'child' | 'adult' | 'veteran' | 'mother';

/** Who comes with a case: one of ten a child, one of sixteen a veteran of before 1949. */
export function drawAge(random: Random, kind: CaseKind): AgeGroup {
  if (isOfMothers(kind)) return 'mother';
  const drawn = randomInt(random, 80);
  return drawn < 8 ? 'child' : drawn < 13 ? 'veteran' : 'adult';
}

export function drawScheme(random: Random, group: AgeGroup, age: number): DrawnScheme {
  if (group === 'veteran') return { insutype: '340', psnType: '13' };
  const drawn = randomInt(random, 12);
  const town = { insutype: drawn < 2 ? '391' : '390' };
  if (group === 'child') return { ...town, psnType: '14' };
  if (drawn < 5) return { ...town, psnType: age >= 60 ? '16' : '15' };
  return { insutype: '310', psnType: age >= 60 ? '12' : '11' };
}

/** 990200 is another place of the made-up province; 992300 哈尔滨市, a city with a plan of its own. */
const NEIGHBOUR = '990200';
const HARBIN = '992300';

/** Where somebody is insured who does not live here: one of eight. Null: here. */
export function drawElsewhere(random: Random, kind: CaseKind, insutype: string): string | null {
  if (randomInt(random, 8) !== 0) return null;
  return isPaidByHarbin(kind, insutype) ? pick(random, [HARBIN, NEIGHBOUR]) : NEIGHBOUR;
}

/** A retired member of the family whose account may pay (共济): a record for `POST /admin/people`, before the person's. */
export function drawRelative(random: Random): Readonly<Record<string, unknown>> & { readonly identityNumber: string } {
  const birth = `${1940 + randomInt(random, 20)}${String(1 + randomInt(random, 12)).padStart(2, '0')}1${digits(random, 1)}`;
  const first17 = `990109${birth}${digits(random, 3)}`;
  const insurance = { insutype: '310', psnType: '12', status: '1', civilServant: false, division: '990100' };
  return {
    psnNo: `9909${digits(random, 20)}`,
    identityNumber: first17 + identityCheckCharacter(first17),
    name: `${pick(random, surnames)}共济`,
    sex: Number(first17.charAt(16)) % 2 === 1 ? '1' : '2',
    birthDate: `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`,
    insurances: [{ ...insurance, balance: `${200 + randomInt(random, 3000)}.${digits(random, 2)}` }],
  };
}
