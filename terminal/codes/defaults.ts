/** One value of a code table (字典): 字典键值 and 字典标签. */
export interface CodeRow {
  readonly value: string;
  readonly label: string;
}

/** A table's values as one line each: value, a blank, label. */
const table = (...lines: readonly string[]): readonly CodeRow[] =>
  lines.map((line) => ({ value: line.slice(0, line.indexOf(' ')), label: line.slice(line.indexOf(' ') + 1) }));

/**
 * What ships with the terminal, for a centre that has not been asked yet or does not answer 1901 (domain-facts B6.4).
 * Many labels are general knowledge; the centre's own take their place as soon as it has told them.
 */
export const DEFAULT_CODES = {
  /** 就诊凭证类型 */
  mdtrt_cert_type: table('01 医保电子凭证令牌', '02 居民身份证', '03 社会保障卡卡号'),
  /** 证件类型 */
  psn_cert_type: table(
    '01 居民身份证（户口簿）',
    '02 军官证',
    '03 武警警官证',
    '04 港澳居民来往内地通行证（香港）',
    '05 港澳居民来往内地通行证（澳门）',
    '06 台湾居民来往大陆通行证',
    '07 外国人永久居留证',
    '08 外国人护照',
    '99 其他',
  ),
  /** 险种类型 */
  insutype: table(
    '310 职工基本医疗保险',
    '320 公务员医疗补助',
    '330 大额医疗费用补助',
    '340 离休人员医疗保障',
    '350 一至六级残疾军人医疗补助',
    '390 城乡居民基本医疗保险',
    '391 城镇居民基本医疗保险',
    '392 城乡居民大病医疗保险',
    '399 其他特殊人群医疗保障',
    '410 长期照护保险',
    '510 生育保险',
  ),
  /** 医疗类别 */
  med_type: table(
    '11 普通门诊',
    '12 门诊挂号',
    '13 急诊',
    '14 门诊慢特病',
    '15 门诊统筹',
    '19 意外伤害门诊',
    '21 普通住院',
    '22 外伤住院',
    '23 转外诊治住院',
    '24 急诊转住院',
    '41 定点药店购药',
    '51 生育门诊',
    '52 生育住院',
    '53 计划生育手术',
    '91 其他门诊',
    '92 其他住院',
  ),
  /** 人员类别 */
  psn_type: table('11 在职', '12 退休', '13 离休', '14 居民（未成年）', '15 居民（成年）', '16 居民（老年）'),
  /** 性别 */
  gend: table('0 未知', '1 男', '2 女', '9 未说明'),
  /** 参保状态 */
  psn_insu_stas: table('0 未参保', '1 正常参保', '2 暂停参保', '4 终止参保'),
  /** 个人结算方式 */
  psn_setlway: table('01 按项目结算', '02 按定额结算', '0201 按单病种结算'),
  /** 清算类别 */
  clr_type: table('11 门诊', '21 住院', '41 药店购药', '99 其他'),
  /** 清算方式 */
  clr_way: table('1 按项目', '2 单病种', '3 按病种分值'),
  /** 收费项目等级 */
  chrgitm_lv: table('01 甲类', '02 乙类', '03 自费'),
  /** 收费类别 */
  med_chrgitm_type: table(
    '01 床位费',
    '02 诊察费',
    '03 检查费',
    '04 化验费',
    '05 治疗费',
    '06 手术费',
    '07 护理费',
    '08 卫生材料费',
    '09 西药费',
    '10 中药饮片费',
    '11 中成药费',
    '12 一般诊疗费',
    '13 挂号费',
    '14 其他费用',
  ),
  /** 目录类别 */
  list_type: table(
    '101 西药中成药',
    '102 中药饮片',
    '103 自制剂',
    '104 民族药',
    '105 其他药',
    '106 中药配方颗粒',
    '201 医疗服务项目',
    '301 医用材料',
    '501 长期护理',
  ),
  /** 基金支付类型 */
  fund_pay_type: table(
    '310100 职工基本医疗保险统筹基金',
    '310200 职工基本医疗保险个人账户',
    '310400 军转干部',
    '310500 代缴',
    '320100 公务员医疗补助',
    '320200 厅级',
    '330100 大额医疗费用补助',
    '330200 职工意外伤害',
    '340100 离休',
    '350100 一至六级残疾军人',
    '370100 企业补充',
    '370200 公益补充',
    '390100 城乡居民统筹基金',
    '390200 城乡居民大病',
    '390400 城乡居民意外伤害',
    '390500 城乡居民家庭账户',
    '410100 工伤',
    '510100 生育',
    '610100 医疗救助',
    '610200 优抚',
    '620100 特惠保',
    '630100 医院减免',
    '640100 政府兜底',
    '999996 医院垫付',
    '999997 其他',
  ),
  /** 离院方式 */
  dscg_way: table('1 医嘱离院', '2 医嘱转院', '3 转社区', '4 非医嘱离院', '5 死亡', '9 其他'),
  /** 诊断类别 */
  diag_type: table('1 西医诊断', '2 中医主病诊断', '3 中医主证诊断', '4 手术'),
} as const satisfies Readonly<Record<string, readonly CodeRow[]>>;

/** The tables that this terminal uses, by their 字典类型. */
export type CodeType = keyof typeof DEFAULT_CODES;
export const codeTypes = Object.keys(DEFAULT_CODES) as readonly CodeType[];

/** Whether there is a table of this name here. */
export function isCodeType(text: string): text is CodeType {
  return Object.hasOwn(DEFAULT_CODES, text);
}
