import { z } from 'zod';
import { hisDiagnosesSchema } from './diagnosis.ts';

const code = z.string().min(1);
const moment = z.string().length(19);
const department = z.object({ code: code.max(30), name: z.string().max(100) });

/** How a stay ended, as the hospital says it (2402). */
export const hisDischargeSchema = z.object({
  /** 出院时间 endtime, `yyyy-MM-dd HH:mm:ss` */
  at: moment,
  /** 出院科室 dscg_dept_codg and dscg_dept_name */
  department,
  /** 出院床位 dscg_bed */
  bed: code.max(30).nullable(),
  /** 离院方式 dscg_way: 1 医嘱离院, 2 转院, 3 转社区, 4 非医嘱离院, 5 死亡, 9 其他 */
  way: z.enum(['1', '2', '3', '4', '5', '9']),
  /** 死亡日期 die_date, `yyyy-MM-dd`; only with way 5. */
  diedOn: z.iso.date().nullable(),
  /** Discharge diagnoses; the encounter's own list has the ones of admission. */
  diagnoses: hisDiagnosesSchema,
});
export type HisDischarge = z.infer<typeof hisDischargeSchema>;

/**
 * What an encounter has beside a visit's fields where it is a hospital stay (住院): 2401, 2403 and 2402 by domain-facts
 * appendix 2. Of the encounter itself, `visitedAt` is the admission (入院时间), `department` and `doctor` are the
 * present ones, `diagnoses` those of admission, and `encounterId` goes to the centre as ipt_no, the hospital's
 * own serial of this one stay.
 */
export const hisStaySchema = z.object({
  /** 住院号 as people know it, medrcdno; the same person's next stay may bear it again, so nothing is found by it. */
  admissionNumber: code.max(30),
  /** 病区, shown and not sent. */
  ward: z.string().max(100),
  /** 入院床位 adm_bed */
  bed: code.max(30),
  /** 手术操作 oprn_oprt_code and oprn_oprt_name; needed where the stay is settled as day surgery. */
  operation: z
    .object({ code: code.max(30), name: z.string().max(500) })
    .nullable()
    .optional(),
  /** 生育类别 matn_type, a code of the place; missing where no child was born. */
  maternityType: z.string().min(1).max(6).optional(),
  /** Null while the person is in hospital: such a stay can be admitted, changed and charged, not settled. */
  discharge: hisDischargeSchema.nullable(),
});
export type HisStay = z.infer<typeof hisStaySchema>;
