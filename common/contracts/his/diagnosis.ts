import { z } from 'zod';

/** 诊断: of a visit, or of one end of a stay. The one of the lowest order is the main one (主诊断 maindiag_flag). */
export const hisDiagnosisSchema = z.object({
  /** 诊断类别 diag_type */
  type: z.string().max(3),
  /** 诊断排序号 diag_srt_no */
  order: z.int().min(1).max(99),
  code: z.string().min(1).max(20),
  name: z.string().max(100),
});
export type HisDiagnosis = z.infer<typeof hisDiagnosisSchema>;

export const hisDiagnosesSchema = z.array(hisDiagnosisSchema).min(1).max(20);
