import { describe, expect, it } from 'vitest';
import type { Home, ServiceAnswer } from '../../common/contracts/session/services/answer.ts';
import { err, ok } from '../../common/kernel/result.ts';
import { encounter, found, medicalView } from '../testing/people.ts';
import { Walk } from './testing/session-kit.ts';

const HOME: Home = { city: '哈尔滨市', services: ['medical'] };
const choices = [{ encounter: encounter('OP1'), blocked: false }];

/** A person at the choices, or at "nothing to pay". */
function arrived(unpaid = choices, policy: ConstructorParameters<typeof Walk>[0] = {}): Walk {
  const walk = new Walk(policy).toLookUp();
  walk.send({ kind: 'lookedUp', op: walk.last('lookUp').op, result: ok(found(unpaid)) });
  return walk;
}

/** The answer of the home page that waits. */
function home(walk: Walk): Walk {
  expect(walk.want({ kind: 'openHome' })).toBe(true);
  walk.send({ kind: 'homeAsked', op: walk.last('askHome').op, result: ok(HOME) });
  expect(walk.screen).toMatchObject({ kind: 'home', ...HOME });
  return walk;
}

function answer(walk: Walk, value: ServiceAnswer = medicalView()): Walk {
  walk.send({ kind: 'serviceAsked', op: walk.last('askService').op, result: ok(value) });
  return walk;
}

function shown(walk: Walk): Walk {
  expect(home(walk).want({ kind: 'openService', service: 'medical' })).toBe(true);
  return answer(walk);
}

describe('the services beside the payment', () => {
  it('are one of the choices, and lead back to them step by step', () => {
    const walk = arrived();
    expect(walk.screen).toMatchObject({ kind: 'whoYouAre', services: true });
    walk.want({ kind: 'openHome' });
    expect(walk.screen).toMatchObject({ kind: 'lookingUp', about: 'home' });
    walk.send({ kind: 'homeAsked', op: walk.last('askHome').op, result: ok(HOME) });
    walk.want({ kind: 'openService', service: 'medical' });
    expect(walk.last('askService')).toMatchObject({ service: 'medical', part: null });
    expect(walk.screen).toMatchObject({ kind: 'lookingUp', about: 'medical' });
    answer(walk);
    expect(walk.screen).toMatchObject({ kind: 'service', answer: medicalView(), print: { state: 'idle' } });
    expect(walk.want({ kind: 'back' })).toBe(true);
    expect(walk.screen).toMatchObject({ kind: 'home', ...HOME, left: 'medical' });
    expect(walk.want({ kind: 'back' })).toBe(true);
    expect(walk.screen).toMatchObject({ kind: 'whoYouAre', visits: [{ encounterId: 'OP1' }] });
    const audited = walk.effects.flatMap((effect) => (effect.kind === 'audit' ? [effect] : []));
    expect(audited).toContainEqual({ kind: 'audit', code: 'benefits.shown', facts: { service: 'medical' } });
  });

  it('leave the PIN to be given again before money; the bills are asked for anew with it', () => {
    const walk = home(arrived());
    walk.want({ kind: 'back' });
    const [pins, lookUps] = [walk.count('verifyPin'), walk.count('lookUp')];
    expect(walk.want({ kind: 'openVisit', encounterId: 'OP1' })).toBe(true);
    expect(walk.screen.kind).toBe('enterPin');
    walk.verify();
    expect([walk.count('verifyPin'), walk.count('lookUp')]).toEqual([pins + 1, lookUps + 1]);
    walk.send({ kind: 'lookedUp', op: walk.last('lookUp').op, result: ok(found(choices)) });
    expect(walk.want({ kind: 'openVisit', encounterId: 'OP1' })).toBe(true);
    expect(walk.screen.kind).toBe('visit');
  });

  it('ask for no PIN where the site asks for none', () => {
    const walk = new Walk({ pinBeforeAccount: false }).ready().insert().read();
    walk.send({ kind: 'lookedUp', op: walk.last('lookUp').op, result: ok(found(choices)) });
    home(walk).want({ kind: 'back' });
    expect(walk.want({ kind: 'openVisit', encounterId: 'OP1' })).toBe(true);
    expect(walk.screen.kind).toBe('visit');
  });

  it('stand also where nothing is unpaid, and lead back there', () => {
    const walk = home(arrived([]));
    walk.want({ kind: 'back' });
    expect(walk.screen).toMatchObject({ kind: 'nothingUnpaid', services: true });
  });

  it('stand also where the bill cannot be looked up, and lead back to that', () => {
    const walk = new Walk().toLookUp();
    const result = err({ code: 'HIS_UNREACHABLE', reason: null } as const);
    walk.send({ kind: 'lookedUp', op: walk.last('lookUp').op, result });
    expect(walk.screen).toMatchObject({ kind: 'stepFailed', services: true, mayGoBack: false });
    expect(walk.want({ kind: 'back' })).toBe(false);
    home(walk).want({ kind: 'back' });
    expect(walk.screen).toMatchObject({ kind: 'stepFailed', failure: 'HIS_UNREACHABLE', mayRetry: true });
    walk.want({ kind: 'retry' });
    expect(walk.screen.kind).toBe('enterPin');
    walk.verify();
    expect(walk.count('lookUp')).toBe(2);
  });

  it.each(['CENTRE_REFUSED', 'CENTRE_UNREACHABLE', 'CENTRE_OTHER_PERSON'] as const)(
    'are not opened by a card that the centre did not vouch for: %s',
    (code) => {
      const walk = new Walk().toLookUp();
      walk.send({ kind: 'lookedUp', op: walk.last('lookUp').op, result: err({ code, reason: null }) });
      expect(walk.screen).toMatchObject({ kind: 'stepFailed', services: false });
      expect(walk.want({ kind: 'openHome' })).toBe(false);
    },
  );

  it('are not offered where the profile has none', () => {
    for (const unpaid of [choices, []]) {
      const walk = arrived(unpaid, { hasServices: false });
      expect(walk.screen).toMatchObject({ services: false });
      expect(walk.want({ kind: 'openHome' })).toBe(false);
      expect(walk.count('askHome')).toBe(0);
    }
  });

  it('are those of the home page and no other', () => {
    const walk = home(arrived());
    expect(walk.want({ kind: 'openService', service: 'pension' })).toBe(false);
    expect(walk.count('askService')).toBe(0);
  });

  it('that cannot be had: nothing is ended, asked again, or back to the home page', () => {
    const walk = home(arrived());
    const fail = (code: 'BENEFITS_UNREACHABLE' | 'BENEFITS_NO_RECORD') =>
      walk.send({ kind: 'serviceAsked', op: walk.last('askService').op, result: err({ code, reason: null }) });
    walk.want({ kind: 'openService', service: 'medical' });
    fail('BENEFITS_UNREACHABLE');
    expect(walk.screen).toMatchObject({ kind: 'stepFailed', mayRetry: true, mayGoBack: true, services: false });
    expect(walk.want({ kind: 'openHome' })).toBe(false);
    walk.want({ kind: 'retry' });
    expect(walk.count('askService')).toBe(2);
    fail('BENEFITS_NO_RECORD');
    expect(walk.screen).toMatchObject({ kind: 'stepFailed', mayRetry: false, mayGoBack: true });
    expect(walk.want({ kind: 'retry' })).toBe(false);
    walk.want({ kind: 'back' });
    expect(walk.screen.kind).toBe('home');
  });

  it('a home page that cannot be had leads back to the bill', () => {
    const walk = arrived();
    walk.want({ kind: 'openHome' });
    const result = err({ code: 'BENEFITS_UNREACHABLE', reason: null } as const);
    walk.send({ kind: 'homeAsked', op: walk.last('askHome').op, result });
    walk.want({ kind: 'retry' });
    expect(walk.count('askHome')).toBe(2);
    walk.send({ kind: 'homeAsked', op: walk.last('askHome').op, result });
    walk.want({ kind: 'back' });
    expect(walk.screen.kind).toBe('whoYouAre');
  });

  it('a late answer is dropped: after going back, and for the next card', () => {
    const walk = home(arrived());
    walk.want({ kind: 'openService', service: 'medical' });
    const { op } = walk.last('askService');
    walk.want({ kind: 'back' });
    walk.send({ kind: 'serviceAsked', op, result: ok(medicalView()) });
    expect(walk.screen.kind).toBe('home');
    walk.want({ kind: 'openService', service: 'medical' });
    walk.remove().insert(2);
    answer(walk);
    expect(walk.screen.kind).toBe('readingCard');
  });

  it('another part is asked for under its own name; back shows what stood before, and audits nothing new', () => {
    const walk = shown(arrived());
    const acts = (): number =>
      walk.effects.filter((one) => one.kind === 'audit' && one.code === 'benefits.shown').length;
    expect(walk.want({ kind: 'turnService', to: '2011' })).toBe(true);
    expect(walk.last('askService')).toMatchObject({ service: 'medical', part: '2011' });
    walk.want({ kind: 'back' });
    expect(walk.screen).toMatchObject({ kind: 'service', answer: medicalView() });
    expect(acts()).toBe(1);
    walk.want({ kind: 'turnService', to: '2011' });
    answer(walk, medicalView({ year: '2011' }));
    expect(walk.screen).toMatchObject({ kind: 'service', answer: { year: '2011' } });
    expect(acts()).toBe(2);
  });

  it('the card out ends and wipes it at once, and idleness warns first', () => {
    const walk = shown(arrived());
    walk.wait(61_000);
    expect(walk.screen.kind).toBe('stillThere');
    walk.want({ kind: 'stay' });
    expect(walk.screen.kind).toBe('service');
    walk.remove();
    expect(walk.screen.kind).toBe('insertCard');
    expect(JSON.stringify(walk.state)).not.toContain('124560');
  });
});

describe('its slip', () => {
  it('is printed once; a second tap is nothing', () => {
    const walk = shown(arrived());
    expect(walk.want({ kind: 'printService' })).toBe(true);
    expect(walk.want({ kind: 'printService' })).toBe(false);
    expect(walk.screen).toMatchObject({ print: { state: 'queued' } });
    expect(walk.last('print').slip).toMatchObject({ kind: 'service', answer: medicalView() });
    walk.printOut();
    expect(walk.screen).toMatchObject({ print: { state: 'printed', failure: null } });
    expect(walk.want({ kind: 'printService' })).toBe(false);
    expect(walk.count('print')).toBe(1);
  });

  it('speaks the language that the person chose', () => {
    const walk = shown(arrived());
    walk.want({ kind: 'setLocale', locale: 'en' });
    walk.want({ kind: 'printService' });
    expect(walk.last('print').slip).toMatchObject({ kind: 'service', locale: 'en' });
  });

  it('may be asked for again only where nothing of it reached the paper', () => {
    for (const [outcome, again] of [
      [{ kind: 'notPrinted', trouble: 'offline' }, true],
      [{ kind: 'unknown', trouble: 'paperOut', acknowledged: 1, blocks: 9 }, false],
    ] as const) {
      const walk = shown(arrived());
      walk.want({ kind: 'printService' });
      walk.send({ kind: 'printed', op: walk.last('print').op, outcome });
      expect(walk.screen).toMatchObject({ print: { state: outcome.kind } });
      expect(walk.want({ kind: 'printService' })).toBe(again);
    }
  });

  it('waits for paper on the screen, and is given up when the person goes', () => {
    const walk = shown(arrived());
    walk.want({ kind: 'printService' });
    const { op } = walk.last('print');
    walk.send({ kind: 'printProgress', op, waiting: 'paperOut' });
    expect(walk.screen).toMatchObject({ print: { state: 'waitingForPaper', failure: 'PRINTER_PAPER_OUT' } });
    walk.remove();
    expect(walk.last('abandonPrint').op).toBe(op);
    // The next card waits for the printer, and then is read.
    walk.insert(2);
    expect(walk.state.stage).toMatchObject({ kind: 'reading', held: 'print' });
    walk.send({ kind: 'printed', op, outcome: { kind: 'notPrinted', trouble: 'paperOut' } });
    expect(walk.last('readCard').generation).toBe(2);
  });

  it('that came out under the idle warning is known when the person stays', () => {
    const walk = shown(arrived());
    walk.want({ kind: 'printService' });
    walk.wait(61_000).printOut();
    expect(walk.screen.kind).toBe('stillThere');
    walk.want({ kind: 'stay' });
    expect(walk.screen).toMatchObject({ kind: 'service', print: { state: 'printed' } });
  });

  it('is not offered without a printer', () => {
    const walk = shown(arrived(choices, { hasPrinter: false }));
    expect(walk.screen).toMatchObject({ print: { state: 'off' } });
    expect(walk.want({ kind: 'printService' })).toBe(false);
  });
});
