import { describe, expect, test } from 'vitest';
import { assistanceSchema } from '../../../common/contracts/benefits/assistance.ts';
import { housingSchema } from '../../../common/contracts/benefits/housing.ts';
import { injurySchema } from '../../../common/contracts/benefits/injury.ts';
import { maternitySchema } from '../../../common/contracts/benefits/maternity.ts';
import { residentPensionSchema } from '../../../common/contracts/benefits/resident-pension.ts';
import { fen, parseFen } from '../../../common/kernel/money.ts';
import { loadMedicalPlans } from '../../plans/medical/load.ts';
import { assistanceAnswer } from './assistance.ts';
import { loadPeople } from './find.ts';
import { housingAnswer } from './housing.ts';
import { injuryAnswer } from './injury.ts';
import { maternityAnswer } from './maternity.ts';
import { residentPensionAnswer } from './resident-pension.ts';

const people = loadPeople();
const medical = { plans: loadMedicalPlans(), paid: '12.30' };
const at = (day: string): number => Date.parse(`${day}T12:00:00+08:00`);
const careerOf = (name: string) => people.careers.get(name) ?? expect.fail(name);
const ask = (name: string) => {
  const { identityNumber, name: called } = careerOf(name);
  return { identityNumber, name: called };
};
const money = (text: string | null | undefined) => {
  const amount = parseFen(text ?? '');
  return amount.ok ? amount.value : fen(-1);
};
/** What a person's file says was paid, under these words. */
const paid = (name: string, what: string) => {
  const found = careerOf(name).payments.find((one) => one.what === what) ?? expect.fail(what);
  return found.once ?? found.monthly;
};

describe.each([...people.careers.keys()])('%s, at several times', (name) => {
  test.each(['1999-06-30', '2005-06-30', '2011-12-31', '2026-03-02'])('%s: answers fit their contracts', (day) => {
    const who = ask(name);
    injurySchema.parse(injuryAnswer(people, at(day), who));
    maternitySchema.parse(maternityAnswer(people, at(day), who));
    assistanceSchema.parse(assistanceAnswer(people, at(day), who, medical));
    housingSchema.parse(housingAnswer(people, at(day), who));
    residentPensionSchema.parse(residentPensionAnswer(people, at(day), who));
  });
});

test('nobody is answered under another name', () => {
  const who = { ...ask('harbin-resident'), name: '测试别人' };
  const now = at('2026-03-02');
  const answers = [injuryAnswer, maternityAnswer, housingAnswer, residentPensionAnswer].map((answer) =>
    answer(people, now, who),
  );
  expect([...answers, assistanceAnswer(people, now, who, medical)]).toEqual([null, null, null, null, null]);
});

describe('injury', () => {
  test('nothing before the accident; then the sums of the grade, which are what was paid', () => {
    expect(injuryAnswer(people, at('2023-03-31'), ask('harbin-injured'))).toMatchObject({
      accident: null,
      payments: [],
    });
    const { accident, insured } = injuryAnswer(people, at('2025-01-01'), ask('harbin-injured')) ?? expect.fail();
    expect(insured).toBe(true);
    expect(accident).toMatchObject({
      lumpSum: { months: 21, amount: '63000.00' },
      allowance: { share: '0.75', amount: '2250.00' },
      pension: null,
      difference: null,
      nursing: null,
      monthly: '2250.00',
    });
    expect(money(accident?.lumpSum?.amount)).toBe(paid('harbin-injured', '一次性伤残补助金'));
    expect(accident?.figures.every(({ source, illustrative }) => source === 'A-11' && !illustrative)).toBe(true);
  });

  test('at retirement the pension takes the place of the allowance, and the fund pays the difference (S003)', () => {
    const before = injuryAnswer(people, at('2005-02-28'), ask('tianjin-injured'));
    expect(before?.accident).toMatchObject({ pension: null, monthly: '1215.00', allowance: { amount: '765.00' } });
    const after = injuryAnswer(people, at('2005-03-31'), ask('tianjin-injured'));
    expect(after).toMatchObject({
      insured: false,
      accident: { pension: '640.00', difference: '125.00', monthly: '575.00' },
    });
    expect(money(after?.accident?.difference)).toBe(paid('tianjin-injured', '伤残津贴差额'));
    expect(money(after?.accident?.nursing?.amount)).toBe(paid('tianjin-injured', '生活护理费'));
    expect(money(after?.accident?.lumpSum?.amount)).toBe(paid('tianjin-injured', '一次性伤残补助金'));
    // Before 2011 the months of a lump sum, and the shares of nursing, are general knowledge.
    expect(after?.accident?.figures.filter(({ illustrative }) => illustrative)).toHaveLength(3);
  });
});

test('maternity: the allowance of a birth is what was paid, and nothing before it', () => {
  expect(maternityAnswer(people, at('2025-02-28'), ask('harbin-mother'))).toMatchObject({ births: [], figures: [] });
  const answer = maternityAnswer(people, at('2025-06-30'), ask('harbin-mother')) ?? expect.fail();
  expect(answer).toMatchObject({ insured: true, births: [{ month: '2025-03', days: 98, allowance: '16333.33' }] });
  expect(money(answer.births[0]?.allowance)).toBe(paid('harbin-mother', '生育津贴'));
  expect(maternityAnswer(people, at('2025-06-30'), ask('harbin-resident'))?.insured).toBe(false);
});

describe('assistance', () => {
  test('a household of Beijing by the standard that the plan states, one of Harbin by an example', () => {
    const beijing = assistanceAnswer(people, at('2011-06-30'), ask('beijing-household'), medical);
    expect(beijing?.household).toMatchObject({ standard: '430.00', income: '180.00', people: 3, monthly: '750.00' });
    expect(beijing?.household?.standardFigure).toMatchObject({ kind: 'standard', source: 'S002', illustrative: false });
    expect(beijing?.medical).toBeNull();
    expect(money(beijing?.household?.monthly)).toBe(paid('beijing-household', '最低生活保障金'));
    const harbin = assistanceAnswer(people, at('2026-03-02'), ask('harbin-resident'), medical);
    expect(money(harbin?.household?.monthly)).toBe(paid('harbin-resident', '最低生活保障金'));
    expect(harbin?.household?.standardFigure.illustrative).toBe(true);
    expect(harbin?.medical).toMatchObject({ status: '低保', share: '0.7', paid: '12.30' });
  });

  test('nothing before it was granted, nothing for others', () => {
    const before = assistanceAnswer(people, at('2018-12-31'), ask('harbin-resident'), medical);
    expect(before).toMatchObject({ household: null, medical: null });
    expect(assistanceAnswer(people, at('2026-03-02'), ask('harbin-engineer'), medical)?.household).toBeNull();
  });
});

describe('housing', () => {
  test('the fund: each side whole yuan, the ceiling of the base, the balance from the months', () => {
    const { fund } = housingAnswer(people, at('2024-12-31'), ask('harbin-engineer')) ?? expect.fail();
    // 9,000 × 12 % on each side, 30 months from July 2022.
    expect(fund).toMatchObject({
      state: 'paying',
      base: '9000.00',
      firm: '1080.00',
      person: '1080.00',
      monthly: '2160.00',
    });
    expect(fund?.years).toEqual([
      { year: '2022', deposited: '12960.00', withdrawn: '0.00' },
      { year: '2023', deposited: '25920.00', withdrawn: '0.00' },
      { year: '2024', deposited: '25920.00', withdrawn: '60000.00' },
    ]);
    expect(fund?.balance).toBe('191200.00');
    expect(fund?.figures.every(({ illustrative }) => illustrative)).toBe(true);
  });

  test('a base above three average wages counts as that much', () => {
    const rich = { ...careerOf('harbin-engineer'), spans: careerOf('harbin-engineer').spans.map(dear) };
    const fund = housingAnswer(
      { ...people, careers: new Map([['rich', rich]]) },
      at('2022-08-31'),
      ask('harbin-engineer'),
    );
    // 3 × 6,172
    expect(fund?.fund).toMatchObject({ base: '18516.00', firm: '2222.00', monthly: '4444.00' });
  });

  test('the subsidy: what two people lack of 7 m² each; a city without fund has none', () => {
    const answer = housingAnswer(people, at('2026-03-02'), ask('harbin-resident')) ?? expect.fail();
    expect(answer.rent).toMatchObject({ people: 2, area: '11.20', areaPerHead: '7', monthly: '42.00' });
    expect(money(answer.rent?.monthly)).toBe(paid('harbin-resident', '租金补贴'));
    expect(housingAnswer(people, at('2022-12-31'), ask('harbin-resident'))?.rent).toBeNull();
    expect(housingAnswer(people, at('2010-06-30'), ask('beijing-turner'))).toMatchObject({
      hasFund: false,
      fund: null,
    });
  });
});

function dear<T extends { readonly base: unknown }>(span: T): T {
  return span.base === null ? span : { ...span, base: fen(3_000_000) };
}

describe('residents’ pension', () => {
  test('of Beijing: the account by years, the base that the city’s file has, the limits of the plan', () => {
    const before = residentPensionAnswer(people, at('2009-12-31'), ask('beijing-villager'));
    expect(before).toMatchObject({ state: 'paying', from: '2010-06', account: '9730.00', payments: [] });
    const answer = residentPensionAnswer(people, at('2010-06-30'), ask('beijing-villager')) ?? expect.fail();
    expect(answer).toMatchObject({
      state: 'drawing',
      sums: { base: '280.00', divisor: '139.0', fromAccount: '70.00', total: '350.00' },
    });
    expect(answer.limits.map(({ limit, share, figure }) => [limit, share, figure.source])).toEqual([
      ['floor', '0.09', 'S002'],
      ['ceiling', '0.3', 'S002'],
    ]);
    expect(money(answer.sums?.total)).toBe(paid('beijing-villager', '城乡居民基本养老金'));
  });

  test('a year counts from its own on; before there was a base pension there are no sums', () => {
    const early = residentPensionAnswer(people, at('2006-06-30'), ask('beijing-villager'));
    expect(early).toMatchObject({ account: '6730.00', sums: null });
    expect(early?.years.map(({ year }) => year)).toEqual(['2004', '2005', '2006']);
  });

  test('of Harbin, and of somebody who never paid', () => {
    const answer = residentPensionAnswer(people, at('2026-03-02'), ask('harbin-resident'));
    expect(money(answer?.sums?.total)).toBe(paid('harbin-resident', '城乡居民基本养老金'));
    expect(residentPensionAnswer(people, at('2026-03-02'), ask('harbin-engineer'))).toMatchObject({
      state: 'none',
      from: null,
      sums: null,
    });
  });
});
