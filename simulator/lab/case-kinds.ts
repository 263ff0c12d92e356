/** Kinds of case that a billing desk sees, with the national 医疗类别 of each (domain-facts B6.4) and its share of forty. */
const KINDS = {
  visit: { medType: '11', ofForty: 12 },
  registration: { medType: '12', ofForty: 1 },
  emergency: { medType: '13', ofForty: 4 },
  chronic: { medType: '14', ofForty: 5 },
  pooled: { medType: '15', ofForty: 1 },
  accident: { medType: '19', ofForty: 1 },
  pharmacy: { medType: '41', ofForty: 1 },
  birthVisit: { medType: '51', ofForty: 1 },
  otherVisit: { medType: '91', ofForty: 1 },
  stay: { medType: '21', ofForty: 5 },
  injuryStay: { medType: '22', ofForty: 2 },
  referredStay: { medType: '23', ofForty: 1 },
  emergencyStay: { medType: '24', ofForty: 1 },
  birthStay: { medType: '52', ofForty: 2 },
  contraceptionStay: { medType: '53', ofForty: 1 },
  otherStay: { medType: '92', ofForty: 1 },
} as const;

export type CaseKind = keyof typeof KINDS;
export const caseKinds = Object.keys(KINDS) as readonly CaseKind[];

/** Each kind as often as it comes. */
export const FORTY: readonly CaseKind[] = caseKinds.flatMap((kind) =>
  Array.from({ length: KINDS[kind].ofForty }, () => kind),
);

/** Of women between 20 and 40. */
const MOTHERS: readonly CaseKind[] = ['birthVisit', 'birthStay', 'contraceptionStay'];
/** 医疗类别 that are admitted and discharged. */
const STAYS = /^(?:2[1-4]|52|53|92)$/;

export const medTypeOf = (kind: CaseKind): string => KINDS[kind].medType;
export const isOfMothers = (kind: CaseKind): boolean => MOTHERS.includes(kind);
export const isStayCase = (kind: CaseKind): boolean => STAYS.test(KINDS[kind].medType);

/** 哈尔滨市's plans of 2022: what its residents' scheme pays for, and what its employees' pays for beside that. */
const HARBIN_ALL: readonly CaseKind[] = [
  ...(['visit', 'registration', 'pooled', 'accident', 'emergency'] as const),
  ...(['stay', 'injuryStay', 'referredStay', 'emergencyStay', 'birthStay'] as const),
];
const HARBIN_EMPLOYEES: readonly CaseKind[] = ['birthVisit', 'pharmacy', 'contraceptionStay'];

/** Whether the city with a plan of its own (992300) settles such a case of such a scheme away from home. */
export function isPaidByHarbin(kind: CaseKind, insutype: string): boolean {
  if (insutype !== '310' && insutype !== '390') return false;
  return HARBIN_ALL.includes(kind) || (insutype === '310' && HARBIN_EMPLOYEES.includes(kind));
}
