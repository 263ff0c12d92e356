import { describe, expect, it } from 'vitest';
import type { CentreOutput } from '../../common/contracts/centre/transactions.ts';
import { fen } from '../../common/kernel/money.ts';
import { levelsSchema } from '../store/figures.ts';
import { rulingOf, standing, termsSaid } from './terms.ts';

type LineAnswer = CentreOutput<'2204'>['result'][number];

/** A test of 5,200 yuan with a limit of 4,000, of which 10 % is to be paid first (TJ-O4). */
const LIMITED: LineAnswer = {
  feedetl_sn: 'L1',
  det_item_fee_sumamt: fen(520_000),
  pric_uplmt_amt: '4000.000000',
  selfpay_prop: '0.1000',
  fulamt_ownpay_amt: fen(0),
  overlmt_amt: fen(120_000),
  preselfpay_amt: fen(40_000),
  inscp_scp_amt: fen(360_000),
  chrgitm_lv: '02',
};

describe('the ruling on a line', () => {
  it('tells the limit, what lies above it, and what is to be paid first', () => {
    expect(rulingOf(LIMITED, fen(520_000))).toEqual({
      level: '02',
      limit: '4000.00',
      share: '10',
      parts: { ownExpense: 0, overLimit: 120_000, advanceSelfPay: 40_000, inScope: 360_000 },
    });
  });

  it('names no limit that nobody reached, and no share of nothing', () => {
    const inside = { ...LIMITED, overlmt_amt: fen(0), preselfpay_amt: fen(0), inscp_scp_amt: fen(520_000) };
    expect(rulingOf(inside, fen(520_000))).toEqual({
      level: '02',
      parts: { ownExpense: 0, overLimit: 0, advanceSelfPay: 0, inScope: 520_000 },
    });
  });

  it.each([
    ['a part is missing', { overlmt_amt: undefined }],
    ['the parts do not add up, by a fen', { inscp_scp_amt: fen(359_999) }],
    ['a part is negative', { overlmt_amt: fen(-120_000), inscp_scp_amt: fen(600_000) }],
  ])('is the level alone where %s', (_why, change) => {
    expect(rulingOf({ ...LIMITED, ...change }, fen(520_000))).toEqual({ level: '02' });
  });

  it.each([
    ['0.0825', '8.25'],
    ['1', '100'],
    ['0.5', '50'],
    ['0', undefined],
    ['ten', undefined],
  ])('writes %s as %s per cent', (text, share) => {
    expect(rulingOf({ ...LIMITED, selfpay_prop: text }, fen(520_000)).share).toBe(share);
  });

  it('is read back from the journal, also from one that knew the level only', () => {
    const ruling = rulingOf(LIMITED, fen(520_000));
    expect(levelsSchema.parse(JSON.parse(JSON.stringify({ L1: ruling, L2: '03' })))).toEqual({
      L1: ruling,
      L2: { level: '03' },
    });
  });
});

describe('what the centre writes beside its funds', () => {
  const answer = (words: readonly (string | undefined)[], clr_way?: string) =>
    ({
      setlinfo: { clr_way },
      setldetail: words.map((setl_proc_info) => ({ setl_proc_info })),
    }) as unknown as CentreOutput<'2206'>;

  it('is kept once each, without blanks and without anybody’s number', () => {
    const said = termsSaid(
      answer([' 哈尔滨市；含示例数据 ', '哈尔滨市；含示例数据', undefined, '', '11010519491231002X 超限']),
    );
    expect(said).toEqual({ clearingWay: null, words: ['哈尔滨市；含示例数据'] });
  });

  it('is bounded, and the method is as the centre has it', () => {
    const said = termsSaid(
      answer(
        ['一', '二', '三', '四'].map((word) => word.repeat(200)),
        ' 2 ',
      ),
    );
    expect(said.clearingWay).toBe('2');
    expect(said.words?.map((text) => text.length)).toEqual([120, 120, 120]);
  });
});

describe('the rulings of a bill', () => {
  const parts = { ownExpense: fen(0), overLimit: fen(120_000), advanceSelfPay: fen(40_000), inScope: fen(360_000) };
  const levels = new Map([['L1', { level: '02', limit: '4000.00', share: '10', parts } as const]]);

  it('are told line by line where they are what the whole bill was divided by', () => {
    expect(standing(levels, parts)).toBe(levels);
  });

  it('are levels alone where the bill was settled otherwise (single disease), or nobody knows', () => {
    const fixed = { ownExpense: fen(0), overLimit: fen(0), advanceSelfPay: fen(0), inScope: fen(520_000) };
    for (const scope of [fixed, null]) {
      expect([...standing(levels, scope)]).toEqual([['L1', { level: '02' }]]);
    }
  });
});
