import { describe, expect, it } from 'vitest';
import type { CentreInput, CentreOutput } from '../../../common/contracts/centre/transactions.ts';
import { fen } from '../../../common/kernel/money.ts';
import { done, notSent, refused, silent, tooLong } from '../testing/calls.ts';
import { linesOf, quiet, stayKit, taken } from '../testing/stay-kit.ts';

const ids = (input: unknown): readonly string[] =>
  (input as CentreInput<'2301'>).feedetail.map(({ feedetl_sn }) => feedetl_sn);
const code = (name: string, reason: string | null = null) => ({ ok: false, error: { code: name, reason } });
const rows = (result: readonly object[]) => done<'2301'>({ result } as unknown as CentreOutput<'2301'>);
const [one, two, three] = linesOf(3);
if (!one || !two || !three) throw new Error('no lines');

describe('lines go to the centre', () => {
  it('by hundreds, and each is remembered with how it was ruled', async () => {
    const k = stayKit();
    const lines = linesOf(250);
    const brought = await k.fees.sync(k.row(), lines);
    expect(brought).toMatchObject({ ok: true, value: { L1: { level: '01' }, L250: { level: '01' } } });
    expect(k.sent.map(({ input }) => ids(input).length)).toEqual([100, 100, 50]);
    expect(k.lineIds()).toEqual(lines.map(({ lineId }) => lineId));
    expect(k.fees.isInStep(k.row(), lines)).toBe(true);
  });

  it('only those that it does not have, and none twice', async () => {
    const k = stayKit();
    await k.fees.add(k.row(), [one]);
    expect(await k.fees.add(k.row(), [one, two])).toMatchObject({ ok: true });
    expect(await k.fees.add(k.row(), [one, two])).toMatchObject({ ok: true });
    expect(await k.fees.sync(k.row(), [one, two, three])).toMatchObject({ ok: true });
    expect(k.sent.map(({ input }) => ids(input))).toEqual([['L1'], ['L2'], ['L3']]);
  });

  it('all of them anew where one is no longer asked for, or has another price', async () => {
    const k = stayKit();
    await k.fees.sync(k.row(), [one, two]);
    await k.fees.sync(k.row(), [two]);
    expect(k.told()).toEqual(['2301', '2302', '2301']);
    expect(k.lineIds()).toEqual(['L2']);
    const dearer = { ...two, unitPrice: '2.00', amount: '2.00' };
    expect(k.fees.isInStep(k.row(), [dearer])).toBe(false);
    await k.fees.sync(k.row(), [dearer]);
    expect(k.told().slice(3)).toEqual(['2302', '2301']);
    expect(k.fees.isInStep(k.row(), [dearer])).toBe(true);
  });

  it('with the others beside it, where one that was there is added with another price', async () => {
    const k = stayKit();
    await k.fees.sync(k.row(), [one, two]);
    await k.fees.add(k.row(), [{ ...two, unitPrice: '2.00', amount: '2.00' }, three]);
    expect(k.told().slice(1)).toEqual(['2302', '2301']);
    expect(ids(k.sent.at(-1)?.input)).toEqual(['L1', 'L2', 'L3']);
    expect(k.lineIds()).toEqual(['L1', 'L2', 'L3']);
  });

  it('all of them anew where nobody knows what it has', async () => {
    const k = stayKit(undefined, { feesDoubtful: true });
    expect(k.fees.isInStep(k.row(), [])).toBe(false);
    await k.fees.add(k.row(), [one]);
    expect(k.told()).toEqual(['2302', '2301']);
    expect(k.row().feesDoubtful).toBe(false);
  });

  it.each([
    ['HIS_TOTAL_DIFFERS', { amount: '1.01' }],
    ['HIS_BAD_ANSWER', { amount: 'much' }],
  ] as const)('not at all where the hospital’s own figures are wrong: %s', async (name, change) => {
    const k = stayKit();
    expect(await k.fees.add(k.row(), [{ ...one, ...change }])).toEqual(code(name));
    expect(k.sent).toEqual([]);
  });
});

describe('an upload that does not succeed', () => {
  it('of unknown fate is cleared and done anew, from the first line on', async () => {
    const k = stayKit((infno, input, nth) => (infno === '2302' ? quiet : nth === 1 ? silent : taken(input)));
    expect(await k.fees.sync(k.row(), linesOf(150))).toMatchObject({ ok: true });
    expect(k.told()).toEqual(['2301', '2301', '2302', '2301', '2301']);
    expect(k.lineIds()).toHaveLength(150);
    expect(k.row().feesDoubtful).toBe(false);
  });

  it('of unknown fate twice leaves a doubt, and the next one begins with 2302', async () => {
    const k = stayKit((infno, input, nth) => (infno === '2302' ? quiet : nth < 2 ? silent : taken(input)));
    expect(await k.fees.sync(k.row(), [one])).toEqual(code('CENTRE_UNREACHABLE'));
    expect(k.row().feesDoubtful).toBe(true);
    expect(k.lineIds()).toEqual([]);
    expect(await k.fees.sync(k.row(), [one])).toMatchObject({ ok: true });
    expect(k.told()).toEqual(['2301', '2302', '2301', '2302', '2301']);
  });

  it.each([
    ['refused', refused('费用重复'), code('CENTRE_REFUSED', '费用重复')],
    ['not sent', notSent, code('CENTRE_UNREACHABLE')],
  ] as const)('and was %s leaves no doubt, and no line', async (_words, answer, said) => {
    const k = stayKit(() => answer);
    expect(await k.fees.sync(k.row(), [one])).toEqual(said);
    expect([k.row().feesDoubtful, k.lineIds(), k.told()]).toEqual([false, [], ['2301']]);
  });

  it.each([
    ['another amount', [{ feedetl_sn: 'L1', det_item_fee_sumamt: fen(101) }]],
    ['another line’s number', [{ feedetl_sn: 'L9', det_item_fee_sumamt: fen(100) }]],
    ['too few', []],
  ] as const)('and is answered with %s leaves a doubt: the centre has something', async (_words, result) => {
    const k = stayKit(() => rows(result));
    expect(await k.fees.sync(k.row(), [one])).toEqual(code('CENTRE_MONEY_MISMATCH'));
    expect([k.row().feesDoubtful, k.lineIds()]).toEqual([true, []]);
  });

  it('but for the numbers of its lines succeeds by their order; with them the order is any', async () => {
    const amounts = [fen(100), fen(200)];
    const dear = { ...two, unitPrice: '2.00', amount: '2.00' };
    const plain = stayKit(() => rows(amounts.map((det_item_fee_sumamt) => ({ det_item_fee_sumamt }))));
    expect(await plain.fees.sync(plain.row(), [one, dear])).toMatchObject({ ok: true });
    const turned = stayKit(() =>
      rows([
        { feedetl_sn: 'L2', det_item_fee_sumamt: fen(200), chrgitm_lv: '03' },
        { feedetl_sn: 'L1', det_item_fee_sumamt: fen(100), chrgitm_lv: '02' },
      ]),
    );
    const brought = await turned.fees.sync(turned.row(), [one, dear]);
    expect(brought).toEqual({ ok: true, value: { L1: { level: '02' }, L2: { level: '03' } } });
    const wrong = stayKit(() => rows([...amounts].reverse().map((det_item_fee_sumamt) => ({ det_item_fee_sumamt }))));
    expect(await wrong.fees.sync(wrong.row(), [one, dear])).toEqual(code('CENTRE_MONEY_MISMATCH'));
  });

  it('because it does not fit its table is the hospital’s fault, and leaves no doubt', async () => {
    const k = stayKit(() => tooLong);
    expect(await k.fees.sync(k.row(), [one])).toEqual(code('HIS_BAD_ANSWER', 'data.dept_name: too long'));
    expect([k.row().feesDoubtful, k.sent]).toEqual([false, []]);
  });
});

describe('a clearing', () => {
  it('leaves nothing', async () => {
    const k = stayKit();
    await k.fees.sync(k.row(), [one]);
    expect(await k.fees.clear(k.row())).toEqual({ ok: true, value: undefined });
    expect([k.lineIds(), k.row().feesDoubtful, k.fees.isInStep(k.row(), [])]).toEqual([[], false, true]);
  });

  it.each([
    ['refused', refused('已结算'), code('CENTRE_REFUSED', '已结算')],
    ['of unknown fate', silent, code('CENTRE_UNREACHABLE')],
  ] as const)('that is %s leaves a doubt, and nothing is uploaded on it', async (_words, answer, said) => {
    const k = stayKit((infno, input) => (infno === '2302' ? answer : taken(input)));
    await k.fees.sync(k.row(), [one]);
    expect(await k.fees.clear(k.row())).toEqual(said);
    expect([k.lineIds(), k.row().feesDoubtful]).toEqual([['L1'], true]);
    expect(await k.fees.sync(k.row(), [one])).toEqual(said);
    expect(k.told()).toEqual(['2301', '2302', '2302']);
  });

  it('that does not fit its table is nobody’s at the hospital', async () => {
    const k = stayKit(() => tooLong);
    expect(await k.fees.clear(k.row())).toEqual(code('CENTRE_BAD_ANSWER', 'data.dept_name: too long'));
  });
});
