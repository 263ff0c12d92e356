import { z } from 'zod';
import { asked, type Boundary } from './boundary.ts';
import { diagnosesBy } from './diagnosis.ts';
import { maternityBy } from './maternity.ts';
import { stayBy } from './stay.ts';

/** Amounts, prices and counts are decimal text ("35.2415"), never JSON numbers; amounts and prices are in yuan. */
const decimal = (form: RegExp, description: string, example: string) =>
  z
    .string()
    .regex(form)
    .meta({ description, examples: [example] });
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

/** One fee line. */
export const lineBy = ({ object, moment }: Boundary) =>
  object({
    lineId: code(30, '费用明细流水号 feedetl_sn: the hospital’s own number of the line, one for ever', 'MZ-0001-1'),
    name: code(100, 'what it is, as slip and screen name it', '复方丹参滴丸'),
    nationalCode: code(50, '医疗目录编码 med_list_codg, a code of the national catalogue', 'ZHC00000000000001'),
    hospitalCode: code(150, '医药机构目录编码 medins_list_codg, the hospital’s own', 'Y000001'),
    category: z
      .string()
      .regex(/^\d{2}$/)
      .meta({
        description: '医疗收费项目类别 med_chrgitm_type: 02 诊察费, 03 检查费, 04 化验费, 09 西药费, 11 中成药费 …',
        examples: ['11'],
      }),
    count: decimal(/^\d{1,12}(\.\d{1,4})?$/, '数量 cnt, at most four places', '2'),
    unit: text(20, 'of the count: 盒, 次 …; null where there is none', '盒').nullable(),
    unitPrice: decimal(/^\d{1,10}(\.\d{1,6})?$/, '单价 pric in yuan, at most six places', '34.9222'),
    amount: decimal(
      /^\d{1,12}\.\d{2}$/,
      'det_item_fee_sumamt in yuan, two places: count × unitPrice, rounded half up to the fen',
      '69.84',
    ),
    occurredAt: moment('费用发生时间 fee_ocur_time'),
    approval: z
      .string()
      .regex(/^\d{1,3}$/)
      .optional()
      .meta({
        description:
          '医院审批标志 hosp_appr_flag, a code of the place: the hospital’s own word on a line that needs its approval; missing: 1',
        examples: ['1'],
      }),
    maternity: z.boolean().optional().meta({ description: '生育费用标志 matn_fee_flag; missing: no' }),
    prescription: text(30, '处方号 rxno, of a stay 医嘱号 drord_no; null where there is none', 'R0001').nullable(),
  });

/** Fee lines of one visit, and of one stay of several weeks. */
const MOST_LINES = 500;
const MOST_STAY_LINES = 5000;

const department = ({ object }: Boundary) =>
  object({
    code: code(30, 'the hospital’s own code of it, dept_code', 'K0302'),
    name: text(100, 'dept_name', '内分泌科'),
    specialty: text(6, '科别 caty, a code of the national table of specialties', 'A03'),
  }).meta({ description: '就诊科室' });

const doctor = ({ object }: Boundary) =>
  object({
    code: code(30, '医保医师编码 atddr_no', 'D000001'),
    name: text(50, '医师姓名 dr_name', '周医生'),
  }).meta({ description: '医师' });

/** An encounter, as far as a boundary reads it: without the rule that ties its parts. */
export const encounterBy = (boundary: Boundary) =>
  boundary.object({
    encounterId: code(
      30,
      '院内唯一流水 ipt_otp_no: the hospital’s own number of the encounter, one for ever',
      'MZ-0001',
    ),
    visitedAt: boundary.moment('就诊时间 begntime; of a stay the admission'),
    medicalType: z
      .string()
      .min(2)
      .max(6)
      .meta({ description: '医疗类别 med_type: 11 普通门诊, 13 急诊, 14 门诊慢特病, 21 普通住院 …', examples: ['11'] }),
    disease: boundary
      .object({ code: code(30, '病种编码 dise_codg', 'M03900'), name: code(500, '病种名称 dise_name', '高血压') })
      .nullable()
      .optional()
      .meta({ description: '病种: of a chronic illness (medicalType 14), or of what is settled by single disease' }),
    settleWay: z
      .string()
      .regex(/^\d{2,6}$/)
      .optional()
      .meta({ description: '个人结算方式 psn_setlway, a code of the place; missing: 01 按项目结算', examples: ['01'] }),
    maternity: maternityBy(boundary)
      .optional()
      .meta({ description: '生育, 计划生育: of a visit or stay for a birth or family planning; others have none' }),
    department: department(boundary),
    doctor: doctor(boundary),
    diagnoses: diagnosesBy(boundary).meta({ description: '诊断; of a stay those of admission' }),
    lines: z
      .array(lineBy(boundary))
      .max(MOST_STAY_LINES)
      .meta({ description: `fee lines: of a visit 1 to ${MOST_LINES}, of a stay 0 to ${MOST_STAY_LINES}` }),
    total: decimal(/^\d{1,12}\.\d{2}$/, '费用总额 in yuan, two places: the sum of the lines’ amounts', '69.84'),
    stay: stayBy(boundary).optional().meta({ description: '住院; a visit has none' }),
  });

/** A visit comes with its lines; a stay may have none yet on its first day. */
const hasItsLines = ({ stay, lines }: { readonly stay?: unknown; readonly lines: readonly unknown[] }): boolean =>
  stay !== undefined || (lines.length >= 1 && lines.length <= MOST_LINES);
const ITS_LINES = { path: ['lines'], error: `1 to ${MOST_LINES} lines, where it is no hospital stay (stay)` };

export const hisLineSchema = lineBy(asked);
export type HisLine = z.infer<typeof hisLineSchema>;

export const encounterWithLines = (boundary: Boundary) => encounterBy(boundary).refine(hasItsLines, ITS_LINES);

export const hisEncounterSchema = encounterWithLines(asked);
export type HisEncounter = z.infer<typeof hisEncounterSchema>;
