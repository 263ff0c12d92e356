import { z } from 'zod';
import { hisDiagnosesSchema } from '../../common/contracts/his/diagnosis.ts';
import { type HisEncounter, hisEncounterSchema, hisLineSchema } from '../../common/contracts/his/his.ts';
import { type HisStay, hisDischargeSchema } from '../../common/contracts/his/stay.ts';
import { addFen, formatFen, parseFen, ZERO_FEN } from '../../common/kernel/money.ts';
import type { HisStore } from '../store/his-store.ts';

/**
 * The course of an encounter in the hospital's own books: of a stay lines by the day, another bed, discharge and its
 * undoing; of a visit the lines that a partial refund leaves.
 */

export const courseSchema = z.strictObject({
  encounterId: z.string().min(1).max(30),
  /** What is not named stays as it is. */
  bed: z.string().min(1).max(30).optional(),
  ward: z.string().max(100).optional(),
  department: z
    .strictObject({ code: z.string().min(1).max(30), name: z.string().max(100), specialty: z.string().max(6) })
    .optional(),
  doctor: z.strictObject({ code: z.string().min(1).max(30), name: z.string().max(50) }).optional(),
  diagnoses: hisDiagnosesSchema.optional(),
  /** Lines of a further day. */
  addLines: z.array(hisLineSchema).max(500).default([]),
  /** Lines that the ward takes back whole. */
  dropLines: z.array(z.string().min(1).max(30)).max(500).default([]),
  /** Null: in hospital again. */
  discharge: hisDischargeSchema.nullable().optional(),
});
export type Course = z.output<typeof courseSchema>;

/** Why nothing was changed. */
export type CourseFault = 'notFound' | 'notAStay' | 'alreadySettled' | 'lineTwice' | 'noLines';

/** What of a step only a stay has. */
const ofStays = ({ bed, ward, discharge }: Course): boolean =>
  bed !== undefined || ward !== undefined || discharge !== undefined;

/** The encounter after one step of its course; the total is the sum of its lines. A visit keeps a line at least. */
export function changedEncounter(encounter: HisEncounter, course: Course): HisEncounter | CourseFault {
  const { stay } = encounter;
  if (stay === undefined && ofStays(course)) return 'notAStay';
  const kept = encounter.lines.filter(({ lineId }) => !course.dropLines.includes(lineId));
  const lines = [...kept, ...course.addLines];
  if (new Set(lines.map(({ lineId }) => lineId)).size !== lines.length) return 'lineTwice';
  if (stay === undefined && lines.length === 0) return 'noLines';
  const amounts = lines.map(({ amount }) => parseFen(amount));
  const total = addFen(ZERO_FEN, ...amounts.map((amount) => (amount.ok ? amount.value : ZERO_FEN)));
  return hisEncounterSchema.parse({
    ...encounter,
    department: course.department ?? encounter.department,
    doctor: course.doctor ?? encounter.doctor,
    diagnoses: course.diagnoses ?? encounter.diagnoses,
    lines,
    total: formatFen(total),
    ...(stay === undefined ? {} : { stay: changedStay(stay, course) }),
  });
}

function changedStay(stay: HisStay, { bed, ward, discharge }: Course): HisStay {
  return {
    ...stay,
    bed: bed ?? stay.bed,
    ward: ward ?? stay.ward,
    discharge: discharge === undefined ? stay.discharge : discharge,
  };
}

/** Takes one step of the course in the hospital's own books; what is settled changes no more. */
export function takeCourse(store: HisStore, course: Course): HisEncounter | CourseFault {
  return store.atomically(() => {
    const row = store.find(course.encounterId);
    if (row === null) return 'notFound';
    if (row.settlement !== null) return 'alreadySettled';
    const changed = changedEncounter(row.encounter, course);
    if (typeof changed !== 'string') store.change(changed);
    return changed;
  });
}
