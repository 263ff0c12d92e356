import type { HisEncounter } from '../../common/contracts/his/his.ts';
import { formatDate } from '../../common/kernel/dates.ts';
import { identityCheckCharacter } from '../../common/kernel/identity.ts';
import { type Random, randomInt } from '../../common/kernel/ports.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';
import { type DrawnVisit, digits, drawVisit, pick } from './draw.ts';
import { drawStay } from './draw-stay.ts';

/** What a billing desk sees in a day: kinds of case, all schemes, and people who are insured elsewhere. */
export type CaseKind = 'visit' | 'emergency' | 'chronic' | 'stay' | 'injuryStay' | 'birthStay';

export interface DrawnCase extends DrawnVisit {
  readonly kind: CaseKind;
  /** Insured outside the place of care. */
  readonly elsewhere: boolean;
  /** National 险种 and 人员类别. */
  readonly scheme: { readonly insutype: string; readonly psnType: string };
}

/** Of twenty cases, how many are of each kind. */
const KINDS: readonly CaseKind[] = [
  ...Array.from({ length: 10 }, () => 'visit' as const),
  ...(['emergency', 'emergency', 'chronic', 'chronic', 'chronic'] as const),
  ...(['stay', 'stay', 'stay', 'injuryStay', 'birthStay'] as const),
];
/** National 医疗类别 of each. */
const MED_TYPE: Readonly<Record<CaseKind, string>> = {
  visit: '11',
  emergency: '13',
  chronic: '14',
  stay: '21',
  injuryStay: '22',
  birthStay: '52',
};
const CHRONIC = { code: 'M03900', name: '高血压' };
/** 哈尔滨市 stands for a city with a plan of its own; 990200 for another of the made-up province. */
const ELSEWHERE = ['992300', '990200'] as const;

/** The same person, but born in `year`, and a woman where it says so; the number says it too. */
function bornIn(drawn: DrawnVisit, year: number, woman: boolean): DrawnVisit {
  const last = Number(drawn.identityNumber.charAt(16));
  const serial = `${drawn.identityNumber.slice(10, 16)}${woman ? last - (last % 2) : last}`;
  const first17 = `${drawn.identityNumber.slice(0, 6)}${year}${serial}`;
  const identityNumber = first17 + identityCheckCharacter(first17);
  const born = `${year}-${first17.slice(10, 12)}-${first17.slice(12, 14)}`;
  const sex: '1' | '2' = Number(first17.charAt(16)) % 2 === 1 ? '1' : '2';
  const { holder } = drawn.persona;
  const onCard = { socialSecurityNumber: identityNumber, birthDate: born.replaceAll('-', ''), sex };
  return {
    ...drawn,
    identityNumber,
    persona: { ...drawn.persona, ...(holder ? { holder: { ...holder, ...onCard } } : {}) },
    person: { ...drawn.person, identityNumber, birthDate: born, sex },
  };
}

function encounterOf(random: Random, visit: HisEncounter, kind: CaseKind, nowMs: number): HisEncounter {
  const medicalType = MED_TYPE[kind];
  if (kind === 'visit' || kind === 'emergency') return { ...visit, medicalType };
  if (kind === 'chronic') return { ...visit, medicalType, disease: CHRONIC };
  return drawStay(random, visit, medicalType, nowMs);
}

/** Draws by `seed` as `drawVisit` does: the same people, with more to them. `kind`: of this kind and no other. */
export function drawCase(seed: number, nowMs: number, wanted?: CaseKind): DrawnCase {
  const random = seededRandom(seed + 1_000_003);
  const thisYear = Number(formatDate(nowMs).slice(0, 4));
  const kind = wanted ?? pick(random, ['visit', ...KINDS.slice(1)]);
  const child = kind !== 'birthStay' && randomInt(random, 10) === 0;
  const usual = drawVisit(seed, nowMs);
  const young = child || kind === 'birthStay';
  const years = child ? 1 + randomInt(random, 16) : 20 + randomInt(random, 20);
  const drawn = young ? bornIn(usual, thisYear - years, kind === 'birthStay') : usual;
  const age = thisYear - Number(drawn.identityNumber.slice(6, 10));
  const resident = child || randomInt(random, 3) === 0;
  const psnType = child ? '14' : resident ? (age >= 60 ? '16' : '15') : age >= 60 ? '12' : '11';
  const insutype = resident ? '390' : '310';
  // What another city pays for chronic diseases is in no plan here.
  const elsewhere = kind !== 'chronic' && randomInt(random, 8) === 0;
  const insurance = {
    insutype,
    psnType,
    status: '1',
    balance: resident ? '0.00' : `${randomInt(random, 4000)}.${digits(random, 2)}`,
    civilServant: !resident && randomInt(random, 5) === 0,
    division: elsewhere ? pick(random, ELSEWHERE) : '990100',
    ...(elsewhere ? { entitlement: { away: pick(random, [null, 'longTerm', 'referred', 'emergency']) } } : {}),
  };
  const filings = kind === 'chronic' ? { chronic: [{ ...CHRONIC, from: `${thisYear - 1}-01-01` }] } : undefined;
  return {
    ...drawn,
    kind,
    elsewhere,
    scheme: { insutype, psnType },
    person: { ...drawn.person, insurances: [insurance], ...(filings === undefined ? {} : { filings }) },
    encounter: encounterOf(random, drawn.encounter, kind, nowMs),
  };
}
