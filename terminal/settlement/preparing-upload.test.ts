import { describe, expect, it } from 'vitest';
import type { CentreInput } from '../../common/contracts/centre/transactions.ts';
import { notSent, refused, silent, tooLong } from './testing/calls.ts';
import { code, figures, makePreparation, uploaded } from './testing/preparation.ts';
import { encounter } from './testing/world.ts';

describe('the upload', () => {
  it.each([
    ['01', '01'],
    ['02', '02'],
    ['03', '03'],
    ['04', ''],
    [undefined, ''],
  ])('learns of each line how it is paid: %s is "%s"', async (level, known) => {
    const answer = (input: unknown) => {
      const all = uploaded(input);
      if (all.kind !== 'ok') return all;
      return {
        ...all,
        output: { ...all.output, result: all.output.result.map((row) => ({ ...row, chrgitm_lv: level })) },
      };
    };
    const result = await makePreparation({ 2204: (_infno, input) => answer(input) }).run();
    expect(result.ok && [...new Set([...result.value.levels.values()].map((ruling) => ruling.level))]).toEqual([known]);
  });

  it('is a hundred lines at a time', async () => {
    const [line] = encounter().lines;
    if (line === undefined) throw new Error('no line');
    const lines = Array.from({ length: 200 }, (_, i) => ({
      ...line,
      lineId: `L${i}`,
      count: '1',
      unitPrice: '1',
      amount: '1.00',
    }));
    const p = makePreparation({ 2206: () => figures({ medfee_sumamt: '200.00' }) });
    await p.run({ encounter: { ...encounter(), lines, total: '200.00' } });
    const sizes = p.centre.asked
      .filter(({ infno }) => infno === '2204')
      .map(({ input }) => (input as CentreInput<'2204'>).feedetail.length);
    expect(sizes).toEqual([100, 100]);
  });

  it.each([
    ['another amount', 1],
    ['no such line', 0],
  ])('whose lines have %s at the centre ends it', async (_words, keep) => {
    const answer = (input: unknown) => {
      const all = uploaded(input, '01', (amount) => amount + keep);
      if (all.kind !== 'ok' || keep === 1) return all;
      return { ...all, output: { ...all.output, result: all.output.result.slice(1) } };
    };
    const p = makePreparation({ 2204: (_infno, input) => answer(input) });
    expect(await p.run()).toMatchObject(code('CENTRE_MONEY_MISMATCH'));
  });

  it('whose answer is lost is cleared and made once more', async () => {
    let calls = 0;
    const p = makePreparation({ 2204: (_infno, input) => (++calls === 1 ? silent : uploaded(input)) });
    expect((await p.run()).ok).toBe(true);
    expect(p.centre.infnos()).toEqual(['2201', '2203', '2204', '2205', '2204', '2206']);
  });

  it('whose answer is lost again ends it', async () => {
    const p = makePreparation({ 2204: () => silent });
    expect(await p.run()).toMatchObject(code('CENTRE_UNREACHABLE'));
    expect(p.centre.infnos()).toEqual(['2201', '2203', '2204', '2205', '2204']);
  });

  it.each([
    [refused('已结算'), code('CENTRE_REFUSED')],
    [tooLong, code('CENTRE_BAD_ANSWER')],
  ])('that cannot be cleared ends it: %o', async (answer, problem) => {
    const p = makePreparation({ 2204: () => silent, 2205: () => answer });
    expect(await p.run()).toMatchObject(problem);
  });

  it.each([
    [refused('目录不符'), code('CENTRE_REFUSED')],
    [notSent, code('CENTRE_UNREACHABLE')],
    [tooLong, code('HIS_BAD_ANSWER')],
  ])('%o ends it, at once', async (answer, problem) => {
    const p = makePreparation({ 2204: () => answer });
    expect(await p.run()).toMatchObject(problem);
    expect(p.centre.infnos()).toEqual(['2201', '2203', '2204']);
  });

  const earlier = (p: ReturnType<typeof makePreparation>, phase: 'uploading' | 'registered' = 'uploading') => {
    const visit = p.left(phase, 'M1');
    p.store.transaction(() => {
      const messageId = p.store.messages.nextId('H99010000001', 7, p.clock.now());
      p.store.messages.insert({ messageId, infno: '2204', visitId: 1, request: new Uint8Array(), nowMs: 0 });
    });
    return visit;
  };

  it('of an earlier attempt is cleared before it is made anew', async () => {
    const p = makePreparation();
    expect((await p.run({}, earlier(p))).ok).toBe(true);
    expect(p.centre.infnos()).toEqual(['2205', '2204', '2206']);
  });

  it('of an earlier attempt that cannot be cleared ends it', async () => {
    const p = makePreparation({ 2205: () => silent });
    expect(await p.run({}, earlier(p))).toMatchObject(code('CENTRE_UNREACHABLE'));
    expect(p.centre.infnos()).toEqual(['2205']);
    const described = makePreparation({ 2205: () => silent });
    await described.run({}, earlier(described, 'registered'));
    expect(described.visit()?.phase).toBe('diagnosed');
  });
});
