import { z } from 'zod';
import { hisDiagnosesSchema } from '../../common/contracts/his/diagnosis.ts';
import { type HisEncounter, hisEncounterSchema, hisLineSchema } from '../../common/contracts/his/his.ts';
import { hisDischargeSchema } from '../../common/contracts/his/stay.ts';
import { addFen, formatFen, parseFen, ZERO_FEN } from '../../common/kernel/money.ts';
import type { HisStore } from '../store/his-store.ts';

/** The course of a hospital stay: lines by the day, another bed or department, discharge and its undoing. */

export const stayCourseSchema = z.strictObject({
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
export type StayCourse = z.output<typeof stayCourseSchema>;

/** Why nothing was changed. */
export type CourseFault = 'notFound' | 'notAStay' | 'alreadySettled' | 'lineTwice';

/** The encounter after one step of its course; the total is the sum of its lines. */
export function changedStay(encounter: HisEncounter, course: StayCourse): HisEncounter | CourseFault {
  const { stay } = encounter;
  if (stay === undefined) return 'notAStay';
  const kept = encounter.lines.filter(({ lineId }) => !course.dropLines.includes(lineId));
  const lines = [...kept, ...course.addLines];
  if (new Set(lines.map(({ lineId }) => lineId)).size !== lines.length) return 'lineTwice';
  const amounts = lines.map(({ amount }) => parseFen(amount));
  const total = addFen(ZERO_FEN, ...amounts.map((amount) => (amount.ok ? amount.value : ZERO_FEN)));
  return hisEncounterSchema.parse({
    ...encounter,
    department: course.department ?? encounter.department,
    doctor: course.doctor ?? encounter.doctor,
    diagnoses: course.diagnoses ?? encounter.diagnoses,
    lines,
    total: formatFen(total),
    stay: {
      ...stay,
      bed: course.bed ?? stay.bed,
      ward: course.ward ?? stay.ward,
      discharge: course.discharge === undefined ? stay.discharge : course.discharge,
    },
  });
}

/** Takes one step of a stay's course in the hospital's own books; a settled stay changes no more. */
export function takeCourse(store: HisStore, course: StayCourse): HisEncounter | CourseFault {
  return store.atomically(() => {
    const row = store.find(course.encounterId);
    if (row === null) return 'notFound';
    if (row.settlement !== null) return 'alreadySettled';
    const changed = changedStay(row.encounter, course);
    if (typeof changed !== 'string') store.change(changed);
    return changed;
  });
}
