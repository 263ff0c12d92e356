import { describe, expect, test } from 'vitest';
import type { DeclarationView } from '../../common/contracts/session/services/declaration.ts';
import { fen } from '../../common/kernel/money.ts';
import { err, ok } from '../../common/kernel/result.ts';
import { declared, drafted, toDeclare } from '../testing/declaration.ts';
import { Walk } from './testing/session-kit.ts';

const wanted = { kind: 'declare', base: fen(252_100), total: fen(73_948) } as const;

/** Somebody before the declaration's page. */
function at(view: DeclarationView): Walk {
  const walk = new Walk().toWho();
  walk.want({ kind: 'openHome' });
  const home = { city: '北京市', services: ['declaration' as const] };
  walk.send({ kind: 'homeAsked', op: walk.last('askHome').op, result: ok(home) });
  walk.want({ kind: 'openService', service: 'declaration' });
  return answered(walk, view);
}

function answered(walk: Walk, view: DeclarationView): Walk {
  walk.send({ kind: 'serviceAsked', op: walk.last('askService').op, result: ok(view) });
  return walk;
}

describe('a base is declared', () => {
  test('with the PIN asked for again, and with what was on the screen', () => {
    const walk = at(drafted);
    const pins = walk.count('verifyPin');
    expect(walk.want(wanted)).toBe(true);
    expect(walk.screen).toMatchObject({ kind: 'enterPin', about: 'declare' });
    expect(walk.count('verifyPin')).toBe(pins + 1);
    expect(walk.last('askService').act).toBeUndefined();
    walk.verify();
    const asked = { service: 'declaration', part: '2011-12 252100 73948', act: 'declare' };
    expect(walk.last('askService')).toMatchObject(asked);
    answered(walk, declared);
    expect(walk.screen).toMatchObject({ kind: 'service', answer: { step: 'declared' } });
  });

  test.each([
    ['another base', drafted, { ...wanted, base: fen(168_000) }],
    ['another sum', drafted, { ...wanted, total: fen(1) }],
    ['no draft', toDeclare, wanted],
    ['a base outside the limits', { ...drafted, draft: { base: wanted.base, fits: 'over', due: null } }, wanted],
    ['one that is declared', declared, wanted],
  ] satisfies [string, DeclarationView, typeof wanted | object][])('%s: not offered', (_what, view, intent) => {
    const walk = at(view);
    expect(walk.want(intent as typeof wanted)).toBe(false);
    expect(walk.screen.kind).toBe('service');
  });

  test('without a right PIN nothing is sent; without a pad neither', () => {
    const walk = at(drafted);
    const asked = walk.count('askService');
    walk.want(wanted);
    walk.send({ kind: 'pinEnded', op: walk.last('verifyPin').op, result: { kind: 'cancelled' } });
    expect(walk.screen).toMatchObject({ kind: 'service', answer: { step: 'draft' } });
    const padless = at(drafted);
    Reflect.set(padless.policy, 'hasPad', false);
    padless.want(wanted);
    expect(padless.screen).toMatchObject({ kind: 'pinProblem', failure: 'PAD_GONE' });
    expect([walk.count('askService'), padless.count('askService')]).toEqual([asked, asked]);
  });

  test('of which nobody knows is said so; trying again asks how it stands, and declares nothing', () => {
    const walk = at(drafted);
    walk.want(wanted);
    walk.verify();
    const pins = walk.count('verifyPin');
    const unknown = err({ code: 'DECLARATION_UNKNOWN', reason: null } as const);
    walk.send({ kind: 'serviceAsked', op: walk.last('askService').op, result: unknown });
    expect(walk.screen).toMatchObject({ kind: 'stepFailed', failure: 'DECLARATION_UNKNOWN', mayRetry: true });
    walk.want({ kind: 'retry' });
    expect(walk.last('askService')).toMatchObject({ service: 'declaration', part: null });
    expect(walk.last('askService').act).toBeUndefined();
    expect(walk.count('verifyPin')).toBe(pins);
  });

  test('a page that is turned declares nothing', () => {
    const walk = at(toDeclare);
    walk.want({ kind: 'turnService', to: 'base 2521' });
    expect(walk.last('askService')).toMatchObject({ part: 'base 2521' });
    expect(walk.last('askService').act).toBeUndefined();
  });
});
