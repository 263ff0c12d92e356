/**
 * Kinds of case, and the national 医疗类别 codes that mean them. Home sickbed has no national code; a single disease
 * is known by psn_setlway 0201 (local), not by the kind of visit.
 */
export const visitKinds = [
  'outpatient',
  'emergency',
  'observation',
  'chronic',
  'inpatient',
  'psychiatric',
  'homeSickbed',
  'pharmacy',
  'birthVisit',
  'birth',
  'contraception',
  'otherVisit',
  'otherStay',
] as const;
export type VisitKind = (typeof visitKinds)[number];

const MED_TYPE: Readonly<Record<string, VisitKind>> = {
  '11': 'outpatient',
  '12': 'outpatient',
  '13': 'emergency',
  '14': 'chronic',
  '15': 'outpatient',
  '16': 'chronic',
  '19': 'outpatient',
  '21': 'inpatient',
  '22': 'inpatient',
  '23': 'inpatient',
  '24': 'inpatient',
  '41': 'pharmacy',
  '51': 'birthVisit',
  '52': 'birth',
  '53': 'contraception',
  '91': 'otherVisit',
  '92': 'otherStay',
};

/** Kinds that are stays; 52 and 53 are births and contraception with a bed. */
const STAYS: readonly VisitKind[] = ['inpatient', 'observation', 'psychiatric', 'birth', 'contraception', 'otherStay'];

/** Whether a kind of case is admitted and discharged (2401, 2402). */
export function isStayKind(kind: VisitKind): boolean {
  return STAYS.includes(kind);
}

/** The kind of a national 医疗类别, or null for one that no plan knows. */
export function kindOf(medType: string): VisitKind | null {
  return MED_TYPE[medType] ?? null;
}
