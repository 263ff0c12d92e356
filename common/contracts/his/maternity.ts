import { z } from 'zod';
import { asked, type Boundary } from './boundary.ts';

const code = (most: number, description: string, example: string) =>
  z
    .string()
    .min(1)
    .max(most)
    .meta({ description, examples: [example] });

/**
 * What 2203, 2401, 2403 and 2402 ask about a birth or an operation of family planning (生育门诊, 生育平产 …). The hospital says
 * it; whatever it leaves out goes to the centre as the interface has an empty field, and nothing is made up here.
 */
export const maternityBy = (boundary: Boundary) =>
  boundary.object({
    type: code(6, '生育类别 matn_type, a code of the place', '1').optional(),
    familyPlanning: code(6, '计划生育手术类别 birctrl_type, a code of the place', '1').optional(),
    on: z.iso
      .date()
      .optional()
      .meta({ description: '计划生育手术或生育日期 birctrl_matn_date, `yyyy-MM-dd`', examples: ['2026-11-20'] }),
    weeks: z
      .int()
      .min(1)
      .max(45)
      .optional()
      .meta({ description: '孕周数 geso_val', examples: [39] }),
    late: z.boolean().optional().meta({ description: '晚育标志 latechb_flag, of a stay; missing: no' }),
    premature: z.boolean().optional().meta({ description: '早产标志 pret_flag, of a stay; missing: no' }),
  });

export const hisMaternitySchema = maternityBy(asked);
export type HisMaternity = z.infer<typeof hisMaternitySchema>;
