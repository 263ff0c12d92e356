import { describe, expect, it } from 'vitest';
import { fixtures } from '../fixtures/index.ts';
import { snapshotOf } from '../fixtures/parts.ts';
import { dueOf } from './due.ts';
import { lengthMs, notes } from './notes.ts';

/** What is heard of a screen in its first `seconds`, looked at twice a second. */
function heard(snapshot: Parameters<typeof dueOf>[0], seconds: number): readonly string[] {
  const all = Array.from({ length: seconds * 2 }, (_, half) => dueOf(snapshot, half * 500));
  return [...new Set(all.map((due) => (due === null ? 'nothing' : `${due.signal} ${due.nth}`)))];
}

const at = (name: string) => fixtures[name] ?? expect.fail(name);

describe('what is heard in the hall', () => {
  it('a warning asks when it comes, and twice more before it ends', () => {
    const warning = snapshotOf({ kind: 'stillThere', secondsLeft: 30, of: 30 });
    expect(heard(warning, 29)).toEqual(['ask 0', 'ask 1', 'ask 2']);
    // The count of the terminal goes on where it was.
    expect(dueOf(snapshotOf({ kind: 'stillThere', secondsLeft: 12, of: 30 }), 400)).toEqual({ signal: 'ask', nth: 1 });
    // Without a card too: the policy pages and a loss report time out as well.
    expect(heard(at('stillThere-pages'), 5)).toEqual(['ask 1']);
  });

  it('a card to be taken is asked for twice, and after ten seconds an alarm goes on until it is out', () => {
    const taking = snapshotOf({ kind: 'takeCard', reason: 'finished', afterMs: 0 });
    expect(heard(taking, 20)).toEqual(['card 0', 'card 1', 'alarm 0', 'alarm 1', 'alarm 2']);
    expect(dueOf(at('takeCard-late'), 0)).toEqual({ signal: 'alarm', nth: 0 });
    expect(dueOf({ ...taking, cardIn: false }, 60_000)).toBe(null);
    // Five minutes later nobody is there to hear it.
    expect([dueOf(taking, 309_999)?.signal, dueOf(taking, 310_000)]).toEqual(['alarm', null]);
  });

  it('so is one that cannot be used, and one that is gone already is no matter', () => {
    expect(heard(at('cardProblem-CARD_EXPIRED'), 15)).toEqual(['card 0', 'card 1', 'alarm 0', 'alarm 1']);
    expect(heard(at('cardProblem-CARD_REMOVED'), 15)).toEqual(['nothing']);
  });

  it('with a result the card is asked for first, but not while the rest is being paid beside it', () => {
    for (const name of ['done', 'notPaid-refused', 'unknown', 'pinResult', 'done-collected']) {
      expect(heard(at(name), 30), name).toEqual(['card 0']);
    }
    for (const name of ['done-collecting', 'done-collect-stopping', 'done-card-taken', 'unknown-card-taken']) {
      expect(heard(at(name), 30), name).toEqual(['nothing']);
    }
  });

  it('nothing else is heard, least of all while money moves', () => {
    const may = new Set(['stillThere', 'takeCard', 'cardProblem', 'done', 'notPaid', 'unknown', 'pinResult']);
    for (const [name, snapshot] of Object.entries(fixtures)) {
      if (!may.has(snapshot.screen.kind)) expect(heard(snapshot, 20), name).toEqual(['nothing']);
    }
  });
});

describe('the tones', () => {
  it('lie where old ears hear, differ in rhythm, and are over before the next signal', () => {
    for (const { hz, gain } of Object.values(notes).flat()) {
      expect(hz).toBeGreaterThanOrEqual(600);
      expect(hz).toBeLessThanOrEqual(1200);
      expect(gain).toBeLessThanOrEqual(1);
    }
    const rhythm = Object.values(notes).map((all) => all.map(({ atMs, ms }) => `${atMs}+${ms}`).join());
    expect(new Set(rhythm).size).toBe(3);
    expect([lengthMs('ask') < 10_000, lengthMs('alarm') < 4000]).toEqual([true, true]);
  });
});
