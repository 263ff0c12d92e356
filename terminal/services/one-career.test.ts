import { describe, expect, it } from 'vitest';
import { contributionsAnswer } from '../../central/people/answers/contributions.ts';
import { loadPeople } from '../../central/people/answers/find.ts';
import { pensionAnswer } from '../../central/people/answers/pension.ts';
import type { ContributionsView } from '../../common/contracts/session/services/contributions.ts';
import type { PensionView } from '../../common/contracts/session/services/pension.ts';
import { monthsFrom } from '../../common/kernel/months.ts';
import { contributionFixtures } from '../../renderer/fixtures/contributions.ts';
import { pensionFixtures } from '../../renderer/fixtures/pension.ts';
import { contributionsViewOf } from './contributions.ts';
import { pensionViewOf } from './pension.ts';

const people = loadPeople();
const now = Date.parse('2026-11-18T09:44:31+08:00');

/** What both screens say of the pension's months: those that count, those of them that are deemed, those not paid. */
function byPension({ paidMonths, deemedMonths, missedMonths }: PensionView) {
  return { counted: paidMonths + deemedMonths, deemed: deemedMonths, missed: missedMonths };
}

function byRecord({ insurances }: ContributionsView) {
  const own = insurances.find(({ insurance }) => insurance === 'pension');
  return { counted: own?.months ?? 0, deemed: own?.deemed ?? 0, missed: own?.missed ?? 0 };
}

describe('the pension page and the payment record count one career alike', () => {
  it.each([...people.careers])('%s', (_name, { identityNumber, name }) => {
    const ask = { identityNumber, name };
    const [pension, record] = [pensionAnswer(people, now, ask), contributionsAnswer(people, now, ask)];
    const pensionView = pension === null ? null : pensionViewOf(pension);
    const recordView = record === null ? null : contributionsViewOf(record, null);
    if (pensionView === null || recordView === null) return expect.fail('an answer that does not hold');
    expect(byRecord(recordView)).toEqual(byPension(pensionView));
  });

  it('and so do the pictures', () => {
    const answers = [pensionFixtures['pension'], contributionFixtures['contributions']].map((snapshot) =>
      snapshot?.screen.kind === 'service' ? snapshot.screen.answer : null,
    );
    const [pension, record] = answers;
    if (pension?.service !== 'pension' || record?.service !== 'contributions') return expect.fail();
    expect(byRecord(record)).toEqual(byPension(pension));
    expect(record.insurances.find(({ insurance }) => insurance === 'pension')?.last).toBe(pension.asOf.slice(0, 7));
  });
});

it.each(Object.entries(contributionFixtures))(
  '%s: the months of a picture are those of its chart',
  (_name, { screen }) => {
    if (screen.kind !== 'service' || screen.answer.service !== 'contributions') return expect.fail();
    for (const { insurance, months, missed, deemed, spans } of screen.answer.insurances) {
      const of = (...kinds: string[]) =>
        spans.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { from, to }) => sum + monthsFrom(from, to), 0);
      expect([insurance, months, missed, deemed]).toEqual([
        insurance,
        of('paid', 'deemed'),
        of('missed'),
        of('deemed'),
      ]);
    }
  },
);

it.each(Object.entries(pensionFixtures))(
  '%s: the estimate of a picture is what its own terms give',
  (_name, { screen }) => {
    if (screen.kind !== 'service' || screen.answer.service !== 'pension') return expect.fail();
    const { paidMonths, deemedMonths, estimate } = screen.answer;
    for (const { part, amount, terms } of estimate?.parts ?? []) {
      const {
        C = 0,
        Z = 0,
        N = 0,
        A = 0,
        m = 1,
        Nd = 0,
        N98 = 0,
        k = 0,
      } = Object.fromEntries(terms.map(({ name, value }) => [name, Number(value)]));
      const yuan = {
        base: ((C + C * Z) / 2) * N * 0.01,
        account: A / m,
        deemed: C * Z * Nd * k,
        early: C * Z * N98 * k,
      };
      // Z and N are shown with four places.
      expect(Math.abs(amount - yuan[part] * 100), part).toBeLessThan(50);
      if (part === 'base') expect(N * 12).toBeCloseTo(paidMonths + deemedMonths + (estimate?.futureMonths ?? 0), 1);
      if (part === 'deemed') expect(Nd * 12).toBeCloseTo(deemedMonths, 1);
    }
  },
);
