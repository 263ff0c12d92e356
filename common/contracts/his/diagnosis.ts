import { z } from 'zod';
import { asked, type Boundary } from './boundary.ts';

/** 诊断: of a visit, or of one end of a stay. The one of the lowest order is the main one (主诊断 maindiag_flag). */
export const diagnosisBy = ({ object }: Boundary) =>
  object({
    type: z
      .string()
      .max(3)
      .meta({ description: '诊断类别 diag_type, code table diag_type: 1 西医诊断, 2 中医主病 …', examples: ['1'] }),
    order: z
      .int()
      .min(1)
      .max(99)
      .meta({ description: '诊断排序号 diag_srt_no, a number: the lowest is the main diagnosis', examples: [1] }),
    code: z
      .string()
      .min(1)
      .max(20)
      .meta({
        description: '诊断代码 diag_code, the national list of diseases (医保版 ICD-10)',
        examples: ['E11.900'],
      }),
    name: z
      .string()
      .max(100)
      .meta({ description: '诊断名称 diag_name', examples: ['2型糖尿病'] }),
  });

export const diagnosesBy = (boundary: Boundary) => z.array(diagnosisBy(boundary)).min(1).max(20);

export const hisDiagnosisSchema = diagnosisBy(asked);
export const hisDiagnosesSchema = diagnosesBy(asked);
export type HisDiagnosis = z.infer<typeof hisDiagnosisSchema>;
