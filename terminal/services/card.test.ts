import { describe, expect, it } from 'vitest';
import { type CardReports, cardAnswer, withdrawLoss } from '../../central/people/answers/card.ts';
import { loadPeople } from '../../central/people/answers/find.ts';
import { openCardReports } from '../../central/store/card-reports.ts';
import { cardSchema } from '../../common/contracts/benefits/card.ts';
import { cardViewSchema } from '../../common/contracts/session/services/card.ts';
import { pii, unwrapPii } from '../../common/kernel/pii.ts';
import { err, ok } from '../../common/kernel/result.ts';
import type { Benefits } from '../gateways/benefits/port.ts';
import { cardViewOf } from './card.ts';
import { askService } from './resident-services.ts';

const people = loadPeople();
const now = Date.parse('2026-11-20T12:00:00+08:00');
const chip = { issuedOn: '2019-06-01', expiresOn: '2099-12-31' };

function whoOf(name: string) {
  const { identityNumber, cardNumber, name: called } = people.careers.get(name) ?? expect.fail(name);
  return { identityNumber, name: called, cardNumber };
}
const holderOf = (name: string) => pii({ ...whoOf(name), cardId: '', regionCode: null, ...chip });

/** The reference centre's answers without the network between; every other question is a fault of the test. */
function benefitsWith(reports: CardReports): Benefits {
  const reply = <T>(answer: T | null) =>
    Promise.resolve(
      answer === null
        ? err({ kind: 'refused', status: 404, about: 'access', detail: '', code: 'NO_SUCH_PERSON' } as const)
        : ok({ reply: answer, timing: { wallMs: 3, serverMs: 1 } as never }),
    );
  const own = {
    card: (who) => reply(cardAnswer(people, reports, now, unwrapPii(who))),
    cardWithdraw: (who) => reply(withdrawLoss(people, reports, now, unwrapPii(who))),
  } satisfies Pick<Benefits, 'card' | 'cardWithdraw'>;
  return new Proxy(own, {
    get: (target, name: keyof typeof own) => target[name] ?? expect.fail(`asked ${String(name)}`),
  }) as unknown as Benefits;
}

const open = () => openCardReports(':memory:');
const deps = (reports: CardReports) => ({ benefits: benefitsWith(reports), timing: () => undefined });
const ask = (reports: CardReports, name: string, act?: 'withdrawLoss') =>
  askService(deps(reports), holderOf(name), { service: 'card', part: null, ...(act === undefined ? {} : { act }) });

describe('the card of each made-up person', () => {
  it.each([...people.careers.keys()])('%s fits both contracts', async (name) => {
    const reports = open();
    expect(cardSchema.parse(cardAnswer(people, reports, now, whoOf(name)))).toBeTruthy();
    const answer = await ask(reports, name);
    if (!answer.ok) return expect.fail(answer.error.code);
    expect(cardViewSchema.parse(answer.value)).toEqual(answer.value);
  });

  it('an ordinary one may have its PIN changed; chip and bureau agree on its last day', async () => {
    expect(await ask(open(), 'beijing-turner')).toMatchObject({
      ok: true,
      value: { state: 'normal', acts: ['pinChange'], differs: false, application: null, withdrawn: false },
    });
  });

  it('a new one on its way names the steps that were taken, and none that are to come', async () => {
    const answer = await ask(open(), 'shanghai-worker');
    expect(answer).toMatchObject({
      ok: true,
      value: { application: { why: 'expired', steps: [{ step: 'applied' }, { step: 'checked' }, { step: 'made' }] } },
    });
    const earlier = cardAnswer(people, open(), Date.parse('2026-10-13T12:00:00+08:00'), whoOf('shanghai-worker'));
    expect(earlier?.application?.steps.map(({ step }) => step)).toEqual(['applied']);
    const before = cardAnswer(people, open(), Date.parse('2026-10-01T12:00:00+08:00'), whoOf('shanghai-worker'));
    expect(before?.application).toBeNull();
  });

  it('a card of another number is nobody’s', () => {
    expect(cardAnswer(people, open(), now, { ...whoOf('beijing-turner'), cardNumber: 'K99999999' })).toBeNull();
  });

  it('without its number the bureau is not asked', async () => {
    const holder = pii({ ...whoOf('beijing-turner'), cardNumber: '', cardId: '', regionCode: null });
    const nobody = { benefits: benefitsWith(open()), timing: () => undefined };
    for (const act of [undefined, 'withdrawLoss'] as const) {
      const asked = { service: 'card', part: null, ...(act === undefined ? {} : { act }) } as const;
      expect(await askService(nobody, holder, asked)).toEqual({
        ok: false,
        error: { code: 'BENEFITS_NO_RECORD', reason: null },
      });
    }
  });
});

describe('a loss report', () => {
  it('stands until it is withdrawn, allows nothing else meanwhile, and stays withdrawn', async () => {
    const reports = open();
    expect(await ask(reports, 'harbin-freelance')).toMatchObject({
      value: { state: 'lost', since: '2026-11-02', acts: ['withdrawLoss'] },
    });
    const done = { state: 'normal', since: '2026-11-20', withdrawn: true, acts: ['pinChange'] };
    expect(await ask(reports, 'harbin-freelance', 'withdrawLoss')).toMatchObject({ value: done });
    // Asked again, as after an answer that was lost: nothing more happens.
    expect(await ask(reports, 'harbin-freelance', 'withdrawLoss')).toMatchObject({ value: done });
    expect(await ask(reports, 'harbin-freelance')).toMatchObject({ value: { state: 'normal', withdrawn: false } });
    expect(reports.latest(whoOf('harbin-freelance').cardNumber)).toMatchObject({ kind: 'withdrawn', on: '2026-11-20' });
  });

  it('that was never made is not withdrawn', () => {
    const reports = open();
    expect(withdrawLoss(people, reports, now, whoOf('beijing-turner'))).toMatchObject({ state: 'normal' });
    expect(reports.latest(whoOf('beijing-turner').cardNumber)).toBeNull();
  });

  it('of a card that a new one has replaced cannot be withdrawn', () => {
    const own = people.careers.get('harbin-freelance') ?? expect.fail();
    const replaced = { ...own, card: { ...own.card, replaced: '2026-11-10' } };
    const all = { ...people, careers: new Map([['harbin-freelance', replaced]]) };
    const reports = open();
    expect(withdrawLoss(all, reports, now, whoOf('harbin-freelance'))).toMatchObject({ state: 'replaced' });
    expect(reports.latest(own.cardNumber)).toBeNull();
  });

  it('that is newer than the last withdrawal stands again', () => {
    const own = people.careers.get('harbin-freelance') ?? expect.fail();
    const reports = open();
    reports.add(own.cardNumber, 'withdrawn', '2026-11-01');
    expect(cardAnswer(people, reports, now, whoOf('harbin-freelance'))?.state).toBe('lost');
  });
});

describe('what would mislead is not shown', () => {
  const answer = cardAnswer(people, open(), now, whoOf('shanghai-worker')) ?? expect.fail();
  const application = answer.application ?? expect.fail();
  const steps = application.steps;

  it('chip and bureau of another last day say so; a year alone is compared as a year', () => {
    expect(cardViewOf(answer, chip)?.differs).toBe(false);
    expect(cardViewOf(answer, { ...chip, expiresOn: '2029-12-31' })?.differs).toBe(true);
    expect(cardViewOf(answer, { ...chip, expiresOn: '2099' })?.differs).toBe(false);
    expect(cardViewOf(answer, { ...chip, expiresOn: '2098' })?.differs).toBe(true);
    expect(cardViewOf(answer, { ...chip, expiresOn: null })?.differs).toBe(false);
    expect(cardViewOf({ ...answer, expiresOn: null }, chip)?.differs).toBe(false);
  });

  it.each([
    ['a step is left out', steps.filter(({ step }) => step !== 'checked')],
    ['steps change places', steps.toReversed()],
    ['a step is before the one before it', steps.map((one, n) => (n === 1 ? { ...one, on: '2026-10-01' } : one))],
    ['a step is still to come', steps.map((one, n) => (n === 2 ? { ...one, on: '2026-12-24' } : one))],
  ])('%s', (_, changed) => {
    expect(cardViewOf({ ...answer, application: { ...application, steps: changed } }, chip)).toBeNull();
  });

  it('days that cannot be', () => {
    expect(cardViewOf({ ...answer, since: '2026-12-24' }, chip)).toBeNull();
    expect(cardViewOf({ ...answer, since: '2018-12-24' }, chip)).toBeNull();
    expect(cardViewOf({ ...answer, expiresOn: '2018-12-24' }, chip)).toBeNull();
  });
});
