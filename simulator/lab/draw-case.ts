import type { HisEncounter } from '../../common/contracts/his/his.ts';
import { formatDate } from '../../common/kernel/dates.ts';
import { identityCheckCharacter } from '../../common/kernel/identity.ts';
import { type Random, randomInt } from '../../common/kernel/ports.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';
import { type CaseKind, FORTY, isStayCase, medTypeOf } from './case-kinds.ts';
import { type DrawnVisit, digits, drawVisit, pick } from './draw.ts';
import { type AgeGroup, type DrawnScheme, drawAge, drawElsewhere, drawRelative, drawScheme } from './draw-insured.ts';
import { drawStay } from './draw-stay.ts';

/** What a billing desk sees in a day: every kind of case and scheme, and people who are insured elsewhere. */
export interface DrawnCase extends DrawnVisit {
  readonly kind: CaseKind;
  /** Insured outside the place of care. */
  readonly elsewhere: boolean;
  readonly scheme: DrawnScheme;
  /** Somebody of the family lends an account (共济). */
  readonly family: boolean;
  /** For `POST /admin/people`: whoever lends an account, then the person. */
  readonly people: readonly Readonly<Record<string, unknown>>[];
}

const CHRONIC = { code: 'M03900', name: '高血压' };

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
  const medicalType = medTypeOf(kind);
  if (isStayCase(kind)) return drawStay(random, visit, medicalType, nowMs);
  return kind === 'chronic' ? { ...visit, medicalType, disease: CHRONIC } : { ...visit, medicalType };
}

/** The person of a visit in an age group; an adult is as she was drawn. */
function aged(random: Random, usual: DrawnVisit, group: AgeGroup, thisYear: number): DrawnVisit {
  if (group === 'adult') return usual;
  if (group === 'veteran') return bornIn(usual, 1925 + randomInt(random, 8), false);
  const years = group === 'child' ? 1 + randomInt(random, 16) : 20 + randomInt(random, 20);
  return bornIn(usual, thisYear - years, group === 'mother');
}

/** Draws by `seed` as `drawVisit` does: the same people, with more to them. `kind`: of this kind and no other. */
export function drawCase(seed: number, nowMs: number, wanted?: CaseKind): DrawnCase {
  const random = seededRandom(seed + 1_000_003);
  const thisYear = Number(formatDate(nowMs).slice(0, 4));
  const kind = wanted ?? pick(random, ['visit', ...FORTY.slice(1)]);
  const group = drawAge(random, kind);
  const drawn = aged(random, drawVisit(seed, nowMs), group, thisYear);
  const scheme = drawScheme(random, group, thisYear - Number(drawn.identityNumber.slice(6, 10)));
  const employee = scheme.insutype === '310';
  const division = drawElsewhere(random, kind, scheme.insutype);
  const relative = randomInt(random, 6) === 0 ? drawRelative(random) : null;
  const insurance = {
    ...scheme,
    status: '1',
    balance: employee ? `${randomInt(random, 4000)}.${digits(random, 2)}` : '0.00',
    civilServant: employee && randomInt(random, 5) === 0,
    division: division ?? '990100',
    ...(division === null ? {} : { entitlement: { away: pick(random, [null, 'longTerm', 'referred', 'emergency']) } }),
  };
  const filings = kind === 'chronic' ? { chronic: [{ ...CHRONIC, from: `${thisYear - 1}-01-01` }] } : undefined;
  const person = {
    ...drawn.person,
    insurances: [insurance],
    ...(filings === undefined ? {} : { filings }),
    ...(relative === null ? {} : { family: [relative.identityNumber] }),
  };
  return {
    ...drawn,
    kind,
    elsewhere: division !== null,
    scheme,
    family: relative !== null,
    person,
    people: relative === null ? [person] : [relative, person],
    encounter: encounterOf(random, drawn.encounter, kind, nowMs),
  };
}
