import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CollectionResult } from '../../common/contracts/session/collection.ts';
import type { Split } from '../../common/contracts/session/snapshot.ts';
import { type SlipDocument, slipDocumentSchema } from '../../common/contracts/slip.ts';
import { fen, formatFen } from '../../common/kernel/money.ts';
import { encounter, HOLDER, prepared, settled } from '../testing/people.ts';
import { settlementSlip } from './settlement-slip.ts';
import { first, MESSAGE, PERSON, paid, SITE, SPLIT, VISIT, values, words } from './testing/slips.ts';

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
