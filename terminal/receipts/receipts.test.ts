import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CollectionResult } from '../../common/contracts/session/collection.ts';
import type { Split } from '../../common/contracts/session/snapshot.ts';
import { type SlipBlock, type SlipDocument, slipDocumentSchema } from '../../common/contracts/slip.ts';
import { fen, formatFen } from '../../common/kernel/money.ts';
import { encounter, HOLDER, prepared, settled } from '../testing/people.ts';
import { refusedSlip, reversedSlip, unknownSlip } from './open-slips.ts';
import type { SlipSite } from './paper.ts';
import { settlementSlip } from './settlement-slip.ts';
import { testSlip } from './test-slip.ts';

const SITE: SlipSite = {
  mode: 'lab',
  locale: 'zh-CN',
  institutionCode: 'H99010100017',
  institutionName: '海川市第二人民医院',
  division: '990100',
  authority: '海川市医疗保障局',
  terminalLabel: 'HC-0103-07',
  helpWindow: '2',
  cashierWindow: '3',
  hotline: '12393',
};
const PERSON = { name: '李*兰', number: '110***********002X', sex: 'female' } as const;
const VISIT = encounter('MZ1', ['210.00', '168.00', '123.00', '127.50']);
const MESSAGE = 'H99010100017202611210912000700';

const SPLIT: Split = {
  total: fen(62_850),
  funds: fen(50_531),
  layers: [
    { layer: 'pool', amount: fen(42_552) },
    { layer: 'largeAmount', amount: fen(5319) },
    { layer: 'assistance', amount: fen(2660) },
  ],
  hospital: fen(0),
  account: fen(8640),
  accountMutualAid: fen(0),
  accountBalanceAfter: fen(0),
  cash: fen(3679),
  deductible: fen(6000),
};

function paid(split: Split = SPLIT, site: SlipSite = SITE, copy = 0, changed = false): SlipDocument {
  const from = { ...prepared(VISIT, true), split: SPLIT };
  return slipDocumentSchema.parse(
    settlementSlip(site, {
      person: PERSON,
      settled: settled(from, { split, changed }),
      collection: null,
      psnType: '12',
      copy,
    }),
  );
}

const values = (slip: SlipDocument): Map<string, string> =>
  new Map(slip.blocks.flatMap((block) => ('label' in block ? [[block.label, block.value] as const] : [])));
const words = (slip: SlipDocument): string => JSON.stringify(slip);
const first = (slip: SlipDocument, kind: SlipBlock['kind']): number => slip.blocks.findIndex((b) => b.kind === kind);

describe('门诊结算单', () => {
  test('the resident’s questions first: what I pay, the bar, the layers, who, the lines, the code', () => {
    const slip = paid();
    const order = [
      first(slip, 'title'),
      first(slip, 'big'),
      first(slip, 'bar'),
      first(slip, 'fact'),
      first(slip, 'items'),
      first(slip, 'code'),
    ];
    expect(order).not.toContain(-1);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
    expect(slip.blocks[first(slip, 'big')]).toMatchObject({ label: '您付', value: '36.79元' });
  });

  test('the official block bears the official labels and plain amounts', () => {
    const shown = values(paid());
    expect(Object.fromEntries(shown)).toMatchObject({
      您付: '36.79元',
      医保付: '505.31元',
      账户付: '86.40元',
      一共: '628.50元',
      统筹基金支付: '425.52',
      大病保险支付: '0.00',
      大额补助支付: '53.19',
      公务员补助: '0.00',
      医疗救助支付: '26.60',
      其他支付: '0.00',
      基金支付合计: '505.31',
      个人账户支付: '86.40',
      其中共济: '0.00',
      现金支付: '36.79',
      账户余额: '0.00',
      医疗费总额: '628.50',
      符合范围: '628.50',
      '起付线（本次）': '60.00',
    });
    expect(shown.has('医院承担')).toBe(false);
    expect(shown.has('企业补充支付')).toBe(false);
  });

  test('what the hospital or an enterprise bears is named where there is any', () => {
    const layers = [{ layer: 'enterprise', amount: fen(50_531) }] as const;
    const shown = values(paid({ ...SPLIT, layers: [...layers], hospital: fen(1000), cash: fen(2679) }));
    expect(shown.get('企业补充支付')).toBe('505.31');
    expect(shown.get('医院承担')).toBe('10.00');
  });

  test('identity is masked, and neither name nor number nor card is anywhere on the slip', () => {
    const text = words(paid());
    expect(text).toContain('李*兰　女');
    for (const secret of [HOLDER.name, HOLDER.number, HOLDER.cardNumber]) expect(text).not.toContain(secret);
  });

  test('items with level, every line once, also where the HIS sends 500', () => {
    const items = paid().blocks[first(paid(), 'items')];
    expect(items).toMatchObject({
      rows: [
        { level: '甲', count: '1', amount: '210.00' },
        { level: '乙', amount: '168.00' },
        { level: '丙', amount: '123.00' },
        { level: '甲', amount: '127.50' },
      ],
    });
    const many = encounter(
      'MZ9',
      Array.from({ length: 500 }, () => '1.00'),
    );
    const from = prepared(many, false);
    const slip = settlementSlip(SITE, {
      person: PERSON,
      settled: settled(from),
      collection: null,
      psnType: null,
      copy: 0,
    });
    const rows = slipDocumentSchema.parse(slip).blocks.flatMap((b) => (b.kind === 'items' ? b.rows : []));
    expect(rows).toHaveLength(500);
  });

  test('the code holds check code and institution, nothing of the person; the message id stands below', () => {
    const slip = paid();
    expect(slip.blocks[first(slip, 'code')]).toMatchObject({
      data: 'minka:1:H99010100017:7K3F92QDM6XA4T81',
      lines: ['验真码', '7K3F-92QD', 'M6XA-4T81', '终端 HC-0103-07', '示例，不作报销'],
    });
    expect(words(slip)).toContain(`报文 ${MESSAGE}`);
  });

  test('cash is paid at the window; where nothing is due it says so', () => {
    expect(words(paid())).toContain('您付的 36.79 元，请到 3 号窗口交。');
    const none = words(paid({ ...SPLIT, account: fen(12_319), cash: fen(0) }));
    expect(none).toContain('您不用付钱。');
    expect(none).not.toContain('号窗口交');
  });

  test('a changed split says what was confirmed', () => {
    expect(words(paid({ ...SPLIT, account: fen(0), cash: fen(12_319) }, SITE, 0, true))).toContain(
      '确认时您付 36.79 元',
    );
    expect(words(paid())).not.toContain('确认时');
  });

  test('演示·无效 at both ends in the lab and nowhere in production', () => {
    const lab = paid();
    expect(lab.blocks[0]).toMatchObject({ kind: 'inverse', text: '演示·无效' });
    expect(lab.blocks.at(-1)).toMatchObject({ kind: 'inverse', text: '演示·无效' });
    const real = words(paid(SPLIT, { ...SITE, mode: 'production' }));
    expect(real).not.toContain('演示');
    expect(real).not.toContain('示例');
  });

  test('a copy says 补打 and that it is nothing new', () => {
    const slip = paid(SPLIT, SITE, 2);
    expect(slip.copy).toBe(2);
    expect(words(slip)).toContain('补打 2');
    expect(words(slip)).toContain('不是新的一笔');
  });

  test('whatever the split: the bar’s parts are the bill, and the layers printed are the funds', () => {
    const amount = fc.integer({ min: 0, max: 5_000_000 });
    const layer = fc.constantFrom('pool', 'major', 'largeAmount', 'enterprise', 'civilServant', 'assistance', 'other');
    const layers = fc.uniqueArray(fc.record({ layer, amount: amount.map(fen) }), { selector: (l) => l.layer });
    fc.assert(
      fc.property(layers, amount, amount, amount, (funds, hospital, account, cash) => {
        const fundsTotal = funds.reduce((sum, one) => sum + one.amount, 0);
        const split: Split = {
          ...SPLIT,
          layers: funds,
          funds: fen(fundsTotal),
          hospital: fen(hospital),
          account: fen(account),
          cash: fen(cash),
          total: fen(fundsTotal + hospital + account + cash),
        };
        const slip = paid(split);
        const bar = slip.blocks.find((block) => block.kind === 'bar');
        const parts = bar?.kind === 'bar' ? bar.parts : [];
        expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(split.total);
        const marked = slip.blocks.filter((b) => b.kind === 'amount' && b.mark !== undefined);
        const marks = new Set(marked.map((b) => (b.kind === 'amount' ? b.mark : null)));
        expect(new Set(parts.map((part) => part.mark))).toEqual(marks);
        expect(values(slip).get('基金支付合计')).toBe(formatFen(split.funds));
      }),
      { numRuns: 200 },
    );
  });

  test('in English every text is English', () => {
    const shown = values(paid(SPLIT, { ...SITE, locale: 'en' }));
    expect(shown.get('You pay')).toBe('36.79 yuan');
    expect(shown.get('Personal account')).toBe('86.40');
  });
});

describe('the other slips', () => {
  const from = { ...prepared(VISIT, true), split: SPLIT };
  const open = {
    person: PERSON,
    prepared: from,
    messageId: MESSAGE,
    sentAt: Date.UTC(2026, 10, 21, 1, 44, 28),
    copy: 0,
  };

  test('结果待查: first what not to do, then the staff’s steps with the original message id', () => {
    const slip = slipDocumentSchema.parse(unknownSlip(SITE, { ...open, checkCode: '04278D2K77QFXXXX' }));
    const text = words(slip);
    const order = [
      '结果待查',
      '请先别再交一次',
      '待定',
      '先查 5203，再定 2601；不要新开 2207。',
      `原报文 ${MESSAGE}`,
      '0427-8D2K',
    ];
    const places = order.map((what) => text.indexOf(what));
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(values(slip).get('发出时间')).toBe('2026-11-21 09:44:28');
    expect(text).toContain('不明，不是失败');
    expect(values(slip).has('您付')).toBe(false);
  });

  test('reversed: nothing was paid; refused: the centre’s words for the window', () => {
    const reversed = slipDocumentSchema.parse(reversedSlip(SITE, open));
    expect(words(reversed)).toContain('没扣钱');
    expect(words(reversed)).toContain(`原报文 ${MESSAGE}`);
    const refused = slipDocumentSchema.parse(refusedSlip(SITE, { ...open, reason: '待遇未享受' }));
    expect(values(refused).get('中心说')).toBe('待遇未享受');
    expect(values(slipDocumentSchema.parse(refusedSlip(SITE, { ...open, reason: null }))).get('中心说')).toBe(
      '没有说明',
    );
  });

  test('all of them are masked and marked in the lab', () => {
    const slips = [
      unknownSlip(SITE, { ...open, checkCode: 'X' }),
      reversedSlip(SITE, open),
      refusedSlip(SITE, { ...open, reason: null }),
      testSlip(SITE, 48, 0),
    ];
    for (const slip of slips) {
      const text = words(slipDocumentSchema.parse(slip));
      expect(text).toContain('演示·无效');
      for (const secret of [HOLDER.name, HOLDER.number]) expect(text).not.toContain(secret);
    }
  });

  test('the test slip fills the columns and shows what a ROM lacks', () => {
    const slip = testSlip(SITE, 32, 0);
    expect(slip.blocks).toContainEqual({ kind: 'line', text: '12345678901234567890123456789012' });
    expect(words(slip)).toContain('㛃 䶮 𠮷');
  });
});

describe('the cash part on a slip', () => {
  const slipWith = (collection: CollectionResult | null): SlipDocument =>
    slipDocumentSchema.parse(
      settlementSlip(SITE, {
        person: PERSON,
        settled: settled({ ...prepared(VISIT, true), split: SPLIT }),
        collection,
        psnType: null,
        copy: 0,
      }),
    );

  test('taken by the cashier: its number and time, and no window', () => {
    const slip = slipWith({ state: 'collected', reference: 'SK20261121', at: '2026-11-21 09:45:02' });
    expect(words(slip)).toContain('已收 36.79 元，不用再付');
    expect(values(slip).get('收款编号')).toBe('SK20261121');
    expect(values(slip).get('收款时间')).toBe('2026-11-21 09:45:02');
    expect(words(slip)).not.toContain('号窗口交');
  });

  test('not taken: where to pay; not known: not to pay again before the window has looked', () => {
    expect(words(slipWith({ state: 'notCollected', because: 'declined' }))).toMatch(
      /收款机没有收钱.*36\.79 元，请到 .{1,10} 号窗口交/,
    );
    const unknown = words(slipWith({ state: 'unknown' }));
    expect(unknown).toContain('收没收到还不知道');
    expect(unknown).not.toContain('号窗口交');
    expect(words(slipWith(null))).toMatch(/36\.79 元，请到 .{1,10} 号窗口交/);
  });
});
