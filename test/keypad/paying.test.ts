import { describe, expect, it } from 'vitest';
import { ok } from '../../common/kernel/result.ts';
import { Walk } from '../../terminal/session/testing/session-kit.ts';
import { encounter, found } from '../../terminal/testing/people.ts';
import { Listener } from './listener.ts';

/** Somebody with as many bills, who hears them. */
function withBills(count: number, policy: ConstructorParameters<typeof Walk>[0] = {}): Listener {
  const walk = new Walk(policy).toLookUp();
  const choices = Array.from({ length: count }, (_, n) => ({ encounter: encounter(`MZ${n + 1}`), blocked: false }));
  walk.send({ kind: 'lookedUp', op: walk.last('lookUp').op, result: ok(found(choices, 9000)) });
  return new Listener(walk);
}

/** Pays the first bill that is heard. */
function paid(listener: Listener): Listener {
  const { walk } = listener;
  listener.press('1').follow('看谁来付');
  walk.answerPrepare();
  listener.follow('去确认').press('Enter');
  expect(walk.screen.kind).toBe('working');
  walk.finish();
  return listener;
}

describe('several bills before a dark screen', () => {
  it('the next page of them is one key away, and the third bill is the one that opens', () => {
    const listener = withBills(5).follow('看下一页');
    expect(listener.hears('第 2 页，共 3 页')).toBe(true);
    listener.press('1');
    expect(listener.walk.screen).toMatchObject({ kind: 'visit', visit: { encounterId: 'MZ3' } });
  });

  it('after one is paid, the next is gone on with by the key that says so, with the PIN again', () => {
    const listener = paid(withBills(3));
    const { walk } = listener;
    expect(listener.heard().some((text) => text.includes('接着付'))).toBe(false);
    walk.printOut();
    listener.follow('还有 2 笔，接着付');
    expect(walk.screen.kind).toBe('enterPin');
  });
});

describe('the rest at the cashier beside, before a dark screen', () => {
  it('hears that all is settled and what to pay there; the key leads to the window instead', () => {
    const listener = paid(withBills(1, { collectMs: 90_000 }));
    const { walk } = listener;
    const { screen } = walk;
    if (screen.kind !== 'done') return expect.fail(screen.kind);
    expect(listener.hears('付不付，医保都结好了')).toBe(true);
    expect(listener.hears(listener.voice.yuan(screen.split.cash))).toBe(true);
    listener.follow('去窗口');
    expect(walk.count('stopCollecting')).toBe(1);
    const { op } = walk.last('collect');
    walk.send({ kind: 'collected', op, collection: { state: 'notCollected', because: 'closed' } });
    walk.printOut();
    expect(listener.hears('3 号窗口')).toBe(true);
  });

  it('hears that it was taken, how much, and to take the card first', () => {
    const listener = paid(withBills(1, { collectMs: 90_000 }));
    const { walk } = listener;
    const { op } = walk.last('collect');
    const collection = { state: 'collected', reference: 'SK1', at: '2026-11-21 09:45:02' } as const;
    walk.send({ kind: 'collected', op, collection });
    walk.printOut();
    for (const words of ['付清了', '先取卡']) expect(listener.hears(words), words).toBe(true);
  });
});
