/** What made-up visits are made of. Codes are those of the reference centre's plan, or fall under its prefixes. */

interface Goods {
  readonly name: string;
  readonly nationalCode: string;
  /** 收费类别: 02 诊察 03 检查 04 化验 08 材料 09 西药 11 中成药 14 其他 */
  readonly category: string;
  readonly unit: string;
  /** Price in yuan: a whole number from `from`, less than `from + spread`, and `places` more digits. */
  readonly from: number;
  readonly spread: number;
  readonly places: number;
  readonly most: number;
}

export const goods: readonly [Goods, ...Goods[]] = [
  {
    name: '普通门诊诊察费',
    nationalCode: 'SHC00000000000001',
    category: '02',
    unit: '次',
    from: 12,
    spread: 14,
    places: 2,
    most: 1,
  },
  {
    name: '彩色多普勒超声检查',
    nationalCode: 'SHC00000000000002',
    category: '03',
    unit: '次',
    from: 180,
    spread: 180,
    places: 2,
    most: 1,
  },
  {
    name: '血脂肝肾功能化验',
    nationalCode: 'SHC00000000000003',
    category: '04',
    unit: '次',
    from: 60,
    spread: 60,
    places: 2,
    most: 1,
  },
  {
    name: '苯磺酸氨氯地平片5mg×28片',
    nationalCode: 'XHC00000000000001',
    category: '09',
    unit: '盒',
    from: 18,
    spread: 30,
    places: 4,
    most: 4,
  },
  {
    name: '阿托伐他汀钙片20mg×14片',
    nationalCode: 'XHC00000000000002',
    category: '09',
    unit: '盒',
    from: 40,
    spread: 100,
    places: 4,
    most: 3,
  },
  {
    name: '达格列净片10mg',
    nationalCode: 'XHC00000000000003',
    category: '09',
    unit: '片',
    from: 3,
    spread: 3,
    places: 4,
    most: 28,
  },
  {
    name: '维生素复合咀嚼片',
    nationalCode: 'XHC00000000000004',
    category: '09',
    unit: '瓶',
    from: 20,
    spread: 40,
    places: 2,
    most: 2,
  },
  {
    name: '复方丹参滴丸',
    nationalCode: 'ZHC00000000000001',
    category: '11',
    unit: '盒',
    from: 22,
    spread: 36,
    places: 4,
    most: 3,
  },
  {
    name: '一次性使用静脉留置针',
    nationalCode: 'CHC00000000000001',
    category: '08',
    unit: '个',
    from: 20,
    spread: 30,
    places: 2,
    most: 2,
  },
  {
    name: '一次性心电电极片',
    nationalCode: 'CHC00000000000002',
    category: '08',
    unit: '片',
    from: 5,
    spread: 9,
    places: 2,
    most: 4,
  },
  {
    name: '动态心电图监测',
    nationalCode: 'S0000000000000210',
    category: '03',
    unit: '次',
    from: 160,
    spread: 90,
    places: 2,
    most: 1,
  },
  {
    name: '病历工本费',
    nationalCode: 'SHC00000000000004',
    category: '14',
    unit: '本',
    from: 1,
    spread: 2,
    places: 2,
    most: 1,
  },
];

interface Department {
  readonly code: string;
  readonly name: string;
  readonly specialty: string;
  readonly diagnosis: { readonly code: string; readonly name: string };
}

export const departments: readonly [Department, ...Department[]] = [
  { code: 'K0301', name: '心血管内科', specialty: 'A03', diagnosis: { code: 'I10.x00x002', name: '高血压' } },
  { code: 'K0302', name: '内分泌科', specialty: 'A03', diagnosis: { code: 'E11.900', name: '2型糖尿病' } },
  { code: 'K0305', name: '呼吸内科', specialty: 'A03', diagnosis: { code: 'J44.900', name: '慢性阻塞性肺病' } },
  { code: 'K0401', name: '骨科', specialty: 'A04', diagnosis: { code: 'M17.900', name: '膝关节病' } },
];

export const surnames: readonly [string, ...string[]] = [
  '王',
  '李',
  '张',
  '刘',
  '陈',
  '杨',
  '赵',
  '周',
  '欧阳',
  '司马',
  '岑',
  '堃',
];
export const givenNames: readonly [string, ...string[]] = [
  '秀兰',
  '建国',
  '桂英',
  '志强',
  '丽华',
  '海涛',
  '玉珍',
  '明',
  '晓东',
  '淑芬',
];
/** Characters that no printer of GB 2312 or GBK has. */
export const rareNames: readonly [string, ...string[]] = ['㛃兰', '䶮', '𠮷祥', '㛃'];
