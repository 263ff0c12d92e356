import { z } from 'zod';
import { asked, type Boundary } from './boundary.ts';
import { diagnosesBy } from './diagnosis.ts';

const text = (most: number, description: string, example: string) =>
  z
    .string()
    .max(most)
    .meta({ description, examples: [example] });
const code = (most: number, description: string, example: string) =>
  z
    .string()
    .min(1)
    .max(most)
    .meta({ description, examples: [example] });

/** How a stay ended, as the hospital says it (2402). */
export const dischargeBy = (boundary: Boundary) =>
  boundary.object({
    at: boundary.moment('出院时间 endtime'),
    department: boundary
      .object({
        code: code(30, 'the hospital’s own code of it, dscg_dept_codg', 'K0401'),
        name: text(100, 'dscg_dept_name', '骨科'),
      })
      .meta({ description: '出院科室' }),
    bed: code(30, '出院床位 dscg_bed', '12').nullable(),
    way: z.enum(['1', '2', '3', '4', '5', '9']).meta({
      description: '离院方式 dscg_way: 1 医嘱离院, 2 医嘱转院, 3 医嘱转社区, 4 非医嘱离院, 5 死亡, 9 其他',
      examples: ['1'],
    }),
    diedOn: z.iso
      .date()
      .nullable()
      .meta({ description: '死亡日期 die_date, `yyyy-MM-dd`; only with way 5, else null', examples: [null] }),
    complication: z.boolean().optional().meta({ description: '伴有并发症标志 cop_flag; missing: no' }),
    diagnoses: diagnosesBy(boundary).meta({
      description: '出院诊断; those of admission are in the encounter’s own list',
    }),
  });

/**
 * What an encounter has beside a visit's fields where it is a hospital stay (住院): 2401, 2403 and 2402 by domain-facts
 * appendix 2. Of the encounter itself, `visitedAt` is the admission (入院时间), `department` and `doctor` are the
 * present ones, `diagnoses` those of admission, and `encounterId` goes to the centre as ipt_no, the hospital's
 * own serial of this one stay.
 */
export const stayBy = (boundary: Boundary) =>
  boundary.object({
    admissionNumber: code(
      30,
      '住院号 as people know it, medrcdno; the next stay may bear it again, so nothing is found by it',
      'Z0001',
    ),
    ward: text(100, '病区, shown and not sent to the centre', '骨科一病区'),
    bed: code(30, '入院床位 adm_bed', '12'),
    operation: boundary
      .object({
        code: code(30, '手术操作代码 oprn_oprt_code', '79.3500'),
        name: text(500, 'oprn_oprt_name', '骨折切开复位'),
      })
      .nullable()
      .optional()
      .meta({ description: '手术操作; needed where the stay is settled as day surgery, else null or missing' }),
    discharge: dischargeBy(boundary)
      .nullable()
      .meta({ description: '出院; null while the person is in hospital: admitted, changed and charged, not settled' }),
  });

export const hisDischargeSchema = dischargeBy(asked);
export type HisDischarge = z.infer<typeof hisDischargeSchema>;
export const hisStaySchema = stayBy(asked);
export type HisStay = z.infer<typeof hisStaySchema>;
