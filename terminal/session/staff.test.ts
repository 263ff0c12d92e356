import { describe, expect, it } from 'vitest';
import type { StaffView } from '../../common/contracts/session/staff-view.ts';
import { Walk } from './testing/session-kit.ts';

const asked: StaffView = {
  ...{ kind: 'proof', act: 'page', about: null, person: 1, of: 1, roles: ['cashier'], first: null },
  ...{ phase: 'card', digits: 0, mayGoBack: false },
};
const list: StaffView = { kind: 'list', name: '梁*信', rows: [], total: 0 };
const lent = (): Walk => {
  const walk = new Walk().ready();
  walk.send({ kind: 'lend', view: asked });
  return walk;
};

describe('the terminal lent to the staff', () => {
  it('is lent at rest, out of service too, and shows their page', () => {
    expect(lent().screen).toEqual({ kind: 'staff', view: asked });
    const closed = new Walk().ready();
    closed.send({ kind: 'fault', code: 'STORE_FULL' });
    closed.send({ kind: 'lend', view: asked });
    expect(closed.screen.kind).toBe('staff');
  });

  it.each([
    ['a card is being read', (walk: Walk) => walk.insert()],
    ['the PIN is asked', (walk: Walk) => walk.insert().read()],
    ['the bill is shown', (walk: Walk) => walk.toWho()],
    ['money moves', (walk: Walk) => walk.toWorking()],
    ['the result is shown', (walk: Walk) => walk.toWorking().finish()],
    ['the slip is on its way', (walk: Walk) => walk.toWorking().finish().remove()],
  ])('not while %s', (_, go) => {
    const walk = new Walk().ready();
    go(walk);
    const { kind } = walk.screen;
    walk.send({ kind: 'lend', view: asked });
    expect(walk.screen.kind).toBe(kind);
    expect(kind).not.toBe('staff');
  });

  it('a card that is put in meanwhile begins no session', () => {
    const walk = lent().insert(5);
    expect([walk.screen.kind, walk.count('readCard')]).toEqual(['staff', 0]);
    walk.remove().insert(6);
    walk.send({ kind: 'hostGone' });
    walk.insert(1_000_001);
    expect([walk.screen.kind, walk.count('readCard')]).toEqual(['staff', 0]);
  });

  it('given back it rests, or asks for the card first, and then serves the next person', () => {
    const empty = lent();
    empty.send({ kind: 'takeBack' });
    expect(empty.screen.kind).toBe('insertCard');
    const full = lent().insert(5);
    full.send({ kind: 'takeBack' });
    expect([full.screen.kind, full.count('readCard')]).toEqual(['takeCard', 0]);
    full.remove().insert(6);
    expect(full.count('readCard')).toBe(1);
    // Given back twice is given back once.
    full.send({ kind: 'takeBack' });
    expect(full.screen.kind).toBe('readingCard');
  });

  it('its keys go to the staff room once, and a second tap never lands on the next page', () => {
    const walk = lent();
    walk.send({ kind: 'lend', view: list });
    const { version } = walk.state;
    expect(walk.want({ kind: 'staffEnd' }, version)).toBe(true);
    expect(walk.last('staff').intent).toEqual({ kind: 'staffEnd' });
    expect(walk.want({ kind: 'staffEnd' }, version)).toBe(false);
    expect(walk.want({ kind: 'confirm', cash: 0 as never })).toBe(false);
    expect(walk.count('staff')).toBe(1);
  });

  it('no resident’s screen knows its keys', () => {
    const walk = new Walk().toWho();
    for (const kind of ['staffBack', 'staffEnd'] as const) expect(walk.want({ kind })).toBe(false);
    expect(walk.count('staff')).toBe(0);
  });

  it('digits and seconds that are counted do not outdate a key', () => {
    const walk = lent();
    const { version } = walk.state;
    walk.send({ kind: 'lend', view: { ...asked, phase: 'pin', digits: 3 } });
    expect(walk.want({ kind: 'staffEnd' }, version)).toBe(true);
  });

  it('nothing ends it but the staff room; the language is the site’s afterwards', () => {
    const walk = lent().wait(600_000);
    expect(walk.screen.kind).toBe('staff');
    walk.want({ kind: 'setLocale', locale: 'en' });
    expect(walk.snapshot().locale).toBe('en');
    walk.send({ kind: 'takeBack' });
    expect(walk.snapshot().locale).toBe('zh-CN');
  });
});
