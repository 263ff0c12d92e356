import { describe, expect, it } from 'vitest';
import { cardLossSchema } from '../../../common/contracts/benefits/card-loss.ts';
import { openCardReports } from '../../store/card-reports.ts';
import { createElectronicCards } from '../electronic-cards.ts';
import { cardAnswer, withdrawLoss } from './card.ts';
import { cardLossAnswer, reportLoss } from './card-loss.ts';
import { loadPeople } from './find.ts';

const people = loadPeople();
const now = Date.parse('2026-11-20T12:00:00+08:00');

function desk(at = () => now) {
  const electronic = createElectronicCards({ now: at });
  return { people, reports: openCardReports(':memory:'), electronic };
}
const careerOf = (name: string) => people.careers.get(name) ?? expect.fail(name);

describe('a loss report by electronic card', () => {
  it('names the holder masked and the end of the card’s number, and nothing else of the person', () => {
    const own = desk();
    const { identityNumber, name, cardNumber } = careerOf('beijing-turner');
    const { token } = own.electronic.issue(identityNumber, 'a1');
    const answer = cardLossSchema.parse(cardLossAnswer(own, now, token));
    expect(answer).toMatchObject({ state: 'normal', mayReport: true, number: null, assurance: 'electronicCard' });
    expect(cardNumber.endsWith(answer.cardTail)).toBe(true);
    const text = JSON.stringify(answer);
    for (const clear of [identityNumber, name, cardNumber]) expect(text).not.toContain(clear);
  });

  it('is made once, stands from its day, and is withdrawn by the card itself', () => {
    const own = desk();
    const { identityNumber, name, cardNumber } = careerOf('beijing-turner');
    const { token } = own.electronic.issue(identityNumber, 'a2');
    const first = reportLoss(own, now, token);
    expect(first).toMatchObject({ state: 'lost', since: '2026-11-20', mayReport: false });
    expect(first?.number).toMatch(/^GS20261120\d+$/);
    // Asked again, as after an answer that was lost: the same report.
    expect(reportLoss(own, now, token)).toEqual(first);
    const ask = { identityNumber, name, cardNumber };
    expect(cardAnswer(people, own.reports, now, ask)).toMatchObject({ state: 'lost', since: '2026-11-20' });
    expect(withdrawLoss(people, own.reports, now, ask)).toMatchObject({ state: 'normal' });
    expect(cardLossAnswer(own, now, token)).toMatchObject({ state: 'normal', mayReport: true, number: null });
  });

  it('of a card that is lost already, or replaced, changes nothing', () => {
    const own = desk();
    const { identityNumber, cardNumber } = careerOf('harbin-freelance');
    const { token } = own.electronic.issue(identityNumber, 'a3');
    expect(reportLoss(own, now, token)).toMatchObject({ state: 'lost', since: '2026-11-02', number: null });
    expect(own.reports.latest(cardNumber)).toBeNull();
  });

  it('takes no token that nobody was given, none of a stranger, and none that is too old', () => {
    let at = now;
    const own = desk(() => at);
    expect(cardLossAnswer(own, now, 'ESSC-LAB-a4')).toBeNull();
    expect(reportLoss(own, now, 'ESSC-LAB-a4')).toBeNull();
    const { token: stranger } = own.electronic.issue('99010119800101001X', 'a5');
    expect(reportLoss(own, now, stranger)).toBeNull();
    const { token } = own.electronic.issue(careerOf('beijing-turner').identityNumber, 'a6');
    at += 180_000;
    expect(cardLossAnswer(own, at, token)).not.toBeNull();
    at += 1;
    expect(reportLoss(own, at, token)).toBeNull();
  });
});
