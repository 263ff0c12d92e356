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
  '91': 'outpatient',
  '92': 'inpatient',
};

/** The kind of a national 医疗类别, or null for one that no plan knows. */
export function kindOf(medType: string): VisitKind | null {
  return MED_TYPE[medType] ?? null;
}
