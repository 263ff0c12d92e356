import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assistanceAnswer } from '../../central/people/answers/assistance.ts';
import { loadPeople } from '../../central/people/answers/find.ts';
import { housingAnswer } from '../../central/people/answers/housing.ts';
import { injuryAnswer } from '../../central/people/answers/injury.ts';
import { maternityAnswer } from '../../central/people/answers/maternity.ts';
import { residentPensionAnswer } from '../../central/people/answers/resident-pension.ts';
import type { Career } from '../../central/people/career.ts';
import { fen } from '../../common/kernel/money.ts';
import { ratio } from '../../common/kernel/ratio.ts';
import { assistanceViewOf } from './assistance.ts';
import { housingViewOf } from './housing.ts';
import { injuryViewOf } from './injury.ts';
import { maternityViewOf } from './maternity.ts';
import { residentPensionViewOf } from './resident-pension.ts';

/**
 * Centre and terminal work out the same sums apart from each other. Whoever rounds otherwise would refuse honest answers,
 * so each is held against the other over wages, incomes and areas of every size.
 */
const people = loadPeople();
const now = Date.parse('2026-03-02T12:00:00+08:00');
const lately = '2025-11';
const money = fc.integer({ min: 0, max: 50_000_000 }).map(fen);
const runs = { numRuns: 200 };

/** The centre with one person only, changed; of a short working life, because each run works out every month of it. */
function centreOf(name: string, change: Partial<Career>) {
  const career = people.careers.get(name) ?? expect.fail(name);
  const spans = career.spans.slice(-1).map((span) => ({ ...span, from: lately < span.to ? lately : span.to }));
  const changed = { ...career, spans, ...change };
  const { identityNumber, name: called } = changed;
  return { one: { ...people, careers: new Map([[name, changed]]) }, who: { identityNumber, name: called } };
}

describe('what the centre answers is shown, whatever the amounts are', () => {
  it('injury', () => {
    const needs = fc.constantFrom('full', 'most', 'part', null);
    fc.assert(
      fc.property(money, money, fc.integer({ min: 1, max: 10 }), needs, (wage, pension, grade, nursing) => {
        const payments: Career['payments'] = [
          { insurance: 'pension', what: '基本养老金', from: '2005-03', to: null, monthly: pension, once: null },
        ];
        const injury = { grade, month: '2004-05', wage, nursing };
        const { one, who } = centreOf('tianjin-injured', { injury, payments });
        const view = injuryViewOf(injuryAnswer(one, now, who) ?? expect.fail());
        expect(view?.accident?.grade).toBe(grade);
      }),
      runs,
    );
  });

  it('maternity', () => {
    fc.assert(
      fc.property(money, (average) => {
        const { one, who } = centreOf('harbin-mother', { births: [{ month: '2025-03', average }] });
        expect(maternityViewOf(maternityAnswer(one, now, who) ?? expect.fail())?.births).toHaveLength(1);
      }),
      runs,
    );
  });

  it('assistance', () => {
    fc.assert(
      fc.property(money, fc.integer({ min: 1, max: 30 }), (income, size) => {
        const household = { kind: 'urban', since: '2019-01', people: size, income, status: '低保' } as const;
        const { one, who } = centreOf('harbin-resident', { household });
        const answer = assistanceAnswer(one, now, who, { plans: [], paid: null }) ?? expect.fail();
        expect(assistanceViewOf(answer)?.household?.people).toBe(size);
      }),
      runs,
    );
  });

  it('housing', () => {
    const area = fc.integer({ min: 0, max: 30_000 }).map((centimetres) => ratio(centimetres, 100));
    fc.assert(
      fc.property(money, area, fc.integer({ min: 1, max: 30 }), (opening, usable, size) => {
        const housing: Career['housing'] = {
          fund: { from: lately, opening, withdrawals: [] },
          rent: { since: '2023-01', people: size, area: usable },
        };
        const { one, who } = centreOf('harbin-engineer', { housing });
        const view = housingViewOf(housingAnswer(one, now, who) ?? expect.fail());
        expect([view?.fund?.opening, view?.rent?.people]).toEqual([opening, size]);
      }),
      runs,
    );
  });

  it('residents’ pension', () => {
    fc.assert(
      fc.property(money, money, (opening, paid) => {
        const residentPension = { opening, years: [{ year: '2009', paid }] };
        const { one, who } = centreOf('beijing-villager', { residentPension });
        const view = residentPensionViewOf(residentPensionAnswer(one, now, who) ?? expect.fail());
        expect(view?.account).toBe(opening + paid);
      }),
      runs,
    );
  });
});
