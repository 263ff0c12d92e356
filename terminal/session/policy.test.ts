import { describe, expect, it } from 'vitest';
import type { Home } from '../../common/contracts/session/services/answer.ts';
import { ok } from '../../common/kernel/result.ts';
import { pageOf, TODAY } from '../../kiosk-config/policy-pages/testing/pages.ts';
import { type PolicyShelf, turnTo } from '../services/policy-pages.ts';
import { found, medicalView } from '../testing/people.ts';
import { Walk } from './testing/session-kit.ts';

const shelf: PolicyShelf = { pages: [pageOf('clinic'), pageOf('stay')], cities: [] };
const HOME: Home = { city: '海川市', services: ['medical'] };

/** Presses a key that leads to `to`, and answers as the library does. */
function turn(walk: Walk, to: string | null): boolean {
  return walk.want({ kind: 'openPolicy', to }) && answer(walk);
}

function answer(walk: Walk): boolean {
  const { op, to, city } = walk.last('askPolicy');
  walk.send({ kind: 'policyAsked', op, ...turnTo(shelf, { to, city, today: TODAY }) });
  return true;
}

const rested = (policy: ConstructorParameters<typeof Walk>[0] = {}): Walk => new Walk(policy).ready();
const reading = (): Walk => {
  const walk = rested();
  expect(turn(walk, null) && turn(walk, 'page:clinic@1/situations')).toBe(true);
  return walk;
};

function atHome(): Walk {
  const walk = new Walk().toLookUp();
  walk.send({ kind: 'lookedUp', op: walk.last('lookUp').op, result: ok(found([])) });
  walk.want({ kind: 'openHome' });
  walk.send({ kind: 'homeAsked', op: walk.last('askHome').op, result: ok(HOME) });
  return walk;
}

describe('the policy pages without a card', () => {
  it('are offered where the machine waits for one, and lead back to it step by step', () => {
    const walk = rested();
    expect(walk.screen).toMatchObject({ kind: 'insertCard', pages: true });
    expect(turn(walk, null)).toBe(true);
    expect(walk.last('askPolicy')).toMatchObject({ to: null, city: null });
    expect(walk.screen).toMatchObject({ kind: 'policy', view: { ask: 'situation' } });
    turn(walk, 'situation:illness');
    turn(walk, 'page:clinic@2/situation:illness');
    expect(walk.screen).toMatchObject({ view: { step: 'read', id: 'clinic', sheet: 2 }, print: { state: 'idle' } });
    expect(walk.want({ kind: 'back' }) && answer(walk)).toBe(true);
    expect(walk.screen).toMatchObject({ view: { ask: 'page', at: 'situation:illness' } });
    expect(walk.want({ kind: 'back' }) && answer(walk)).toBe(true);
    expect(walk.screen).toMatchObject({ view: { ask: 'situation' } });
    expect(walk.want({ kind: 'back' })).toBe(true);
    expect(walk.screen.kind).toBe('insertCard');
  });

  it('are not offered where there are none, or where the terminal rests for a fault', () => {
    const none = rested({ hasPolicies: false });
    expect(none.screen).toMatchObject({ kind: 'insertCard', pages: false });
    expect(none.want({ kind: 'openPolicy', to: null })).toBe(false);
    const broken = rested();
    broken.send({ kind: 'fault', code: 'STORE_LOCKED' });
    expect(broken.want({ kind: 'openPolicy', to: null })).toBe(false);
    expect(new Walk().want({ kind: 'openPolicy', to: null })).toBe(false);
  });

  it('are nobody’s session: no visitor is audited, only what was read, once a page', () => {
    const walk = reading();
    turn(walk, 'page:clinic@2/situations');
    turn(walk, 'page:stay@1/situations');
    walk.want({ kind: 'end' });
    expect(walk.screen.kind).toBe('insertCard');
    const audited = walk.effects.flatMap((effect) => (effect.kind === 'audit' ? [[effect.code, effect.facts]] : []));
    expect(audited).toEqual([
      ['policy.shown', { page: 'clinic' }],
      ['policy.shown', { page: 'stay' }],
    ]);
  });

  it('give way at once to a card that is put in, with the look and language that were chosen', () => {
    const walk = reading();
    walk.want({ kind: 'setLocale', locale: 'en' });
    walk.insert();
    expect(walk.screen.kind).toBe('readingCard');
    expect(walk.snapshot().locale).toBe('en');
    walk.read().verify();
    expect(walk.screen.kind).toBe('lookingUp');
  });

  it('stay where the reader says again that it is empty, or goes', () => {
    const walk = reading();
    walk.remove();
    expect(walk.screen.kind).toBe('policy');
    walk.send({ kind: 'card', status: { kind: 'noReader' } });
    expect(walk.screen.kind).toBe('policy');
    walk.send({ kind: 'hostGone' });
    expect(walk.screen.kind).toBe('policy');
    walk.want({ kind: 'end' });
    expect(walk.screen.kind).toBe('outOfService');
  });

  it('warn before they end, go on where somebody is there, and take the choices with them', () => {
    const walk = reading();
    walk.want({ kind: 'setLocale', locale: 'en' });
    walk.wait(60_000);
    expect(walk.screen.kind).toBe('stillThere');
    walk.want({ kind: 'stay' });
    expect(walk.screen).toMatchObject({ kind: 'policy', view: { id: 'clinic' } });
    walk.wait(59_000);
    turn(walk, 'page:clinic@2/situations');
    walk.wait(59_000);
    expect(walk.screen.kind).toBe('policy');
    walk.wait(31_000);
    expect(walk.screen.kind).toBe('insertCard');
    expect(walk.snapshot().locale).toBe('zh-CN');
  });

  it('end for a fault', () => {
    const walk = reading();
    walk.send({ kind: 'fault', code: 'STORE_LOCKED' });
    expect(walk.screen).toMatchObject({ kind: 'outOfService', failure: 'STORE_LOCKED' });
  });
});

describe('an answer that comes too late', () => {
  it('shows nothing once a card was put in', () => {
    const walk = rested();
    walk.want({ kind: 'openPolicy', to: null });
    walk.insert();
    answer(walk);
    expect(walk.screen.kind).toBe('readingCard');
  });

  it('and a second tap turns no second sheet', () => {
    const walk = reading();
    const { version } = walk.state;
    expect(turn(walk, 'page:clinic@2/situations')).toBe(true);
    expect(walk.want({ kind: 'openPolicy', to: 'page:clinic@2/situations' }, version)).toBe(false);
    expect(walk.want({ kind: 'openPolicy', to: 'page:clinic@3/situations' }, version)).toBe(false);
    expect(walk.want({ kind: 'openPolicy', to: 'page:clinic@2/situations' })).toBe(false);
    expect(walk.want({ kind: 'openPolicy', to: null })).toBe(false);
  });

  it('and a key of an older screen does nothing', () => {
    const walk = rested();
    const { version } = walk.state;
    turn(walk, null);
    expect(walk.want({ kind: 'openPolicy', to: 'initials' }, version)).toBe(false);
  });
});

describe('the policy pages with a card', () => {
  it('are those of the person’s city, and lead back to the services', () => {
    const walk = atHome();
    expect(walk.screen).toMatchObject({ kind: 'home', pages: true });
    turn(walk, null);
    expect(walk.last('askPolicy')).toMatchObject({ city: '海川市' });
    turn(walk, 'page:clinic@1/situations');
    expect(walk.last('askPolicy')).toMatchObject({ city: '海川市' });
    expect(walk.want({ kind: 'back' }) && answer(walk)).toBe(true);
    walk.want({ kind: 'back' });
    expect(walk.screen).toMatchObject({ kind: 'home', ...HOME });
    expect(walk.effects.filter((effect) => effect.kind === 'audit' && effect.code === 'session.ended')).toEqual([]);
  });

  it('lead back to the first page of the services, where their key is, not into the group that was left', () => {
    const walk = atHome();
    walk.want({ kind: 'openService', service: 'medical' });
    walk.send({ kind: 'serviceAsked', op: walk.last('askService').op, result: ok(medicalView()) });
    walk.want({ kind: 'back' });
    expect(walk.screen).toMatchObject({ kind: 'home', left: 'medical' });
    turn(walk, null);
    walk.want({ kind: 'back' });
    expect(walk.screen).toMatchObject({ kind: 'home', ...HOME });
    expect(walk.screen).not.toHaveProperty('left');
  });

  it('end with the card, and a session is ended once', () => {
    const walk = atHome();
    turn(walk, null);
    walk.remove();
    expect(walk.screen.kind).toBe('insertCard');
    const ended = walk.effects.filter((effect) => effect.kind === 'audit' && effect.code === 'session.ended');
    expect(ended).toMatchObject([{ facts: { stage: 'policy', reason: 'cardOut' } }]);
  });

  it('ask for the card at the end', () => {
    const walk = atHome();
    turn(walk, null);
    walk.want({ kind: 'end' });
    expect(walk.screen).toMatchObject({ kind: 'takeCard', reason: 'finished' });
  });

  it('begin anew with a new device host, as the services do', () => {
    const walk = atHome();
    turn(walk, 'page:clinic@1/situations');
    walk.send({ kind: 'hostGone' });
    expect(walk.screen.kind).toBe('readingCard');
  });
});

describe('the slip of a page', () => {
  it('is printed once, in the language of the glass, and goes on while sheets are turned', () => {
    const walk = reading();
    walk.want({ kind: 'setLocale', locale: 'en' });
    expect(walk.want({ kind: 'printService' })).toBe(true);
    expect(walk.last('print').slip).toMatchObject({ kind: 'policy', page: { id: 'clinic' }, locale: 'en' });
    expect(walk.screen).toMatchObject({ print: { state: 'queued' } });
    turn(walk, 'page:clinic@2/situations');
    expect(walk.screen).toMatchObject({ view: { sheet: 2 }, print: { state: 'queued' } });
    expect(walk.want({ kind: 'printService' })).toBe(false);
    walk.printOut();
    expect(walk.screen).toMatchObject({ print: { state: 'printed' } });
    expect(walk.want({ kind: 'printService' })).toBe(false);
    expect(walk.count('print')).toBe(1);
  });

  it('that waits for paper is given up where another page is opened, or the pages are left', () => {
    for (const leave of [
      (walk: Walk) => turn(walk, 'page:stay@1/situations'),
      (walk: Walk) => walk.want({ kind: 'end' }),
    ]) {
      const walk = reading();
      walk.want({ kind: 'printService' });
      walk.send({ kind: 'printProgress', op: walk.last('print').op, waiting: 'paperOut' });
      expect(walk.screen).toMatchObject({ print: { state: 'waitingForPaper' } });
      leave(walk);
      expect(walk.last('abandonPrint').op).toBe(walk.last('print').op);
    }
  });

  it('can be asked for again where nothing came out, and not at all without a printer or on a list', () => {
    const walk = reading();
    walk.want({ kind: 'printService' });
    walk.send({ kind: 'printed', op: walk.last('print').op, outcome: { kind: 'notPrinted', trouble: 'offline' } });
    expect(walk.want({ kind: 'printService' })).toBe(true);
    const list = rested();
    turn(list, null);
    expect(list.want({ kind: 'printService' })).toBe(false);
    const none = rested({ hasPrinter: false });
    turn(none, 'page:clinic@1/situations');
    expect(none.screen).toMatchObject({ print: { state: 'off' } });
    expect(none.want({ kind: 'printService' })).toBe(false);
  });
});
