import { describe, expect, test } from 'vitest';
import { steps } from './steps.ts';
import { Walk } from './testing/session-kit.ts';

describe('time', () => {
  test('idle: a warning that counts down, then the card is asked for and all is undone', () => {
    const walk = new Walk().toSplit();
    walk.wait(60_000);
    expect(walk.screen).toMatchObject({ kind: 'stillThere', secondsLeft: 30, of: 30 });
    walk.wait(29_000);
    expect(walk.screen).toMatchObject({ secondsLeft: 1 });
    walk.wait(1000);
    expect(walk.screen).toMatchObject({ kind: 'takeCard', reason: 'idle' });
    expect(walk.count('abandon')).toBe(1);
  });

  test('a sign of life puts the warning off', () => {
    const walk = new Walk().toVisit();
    walk.wait(50_000);
    walk.send({ kind: 'touched' });
    walk.wait(50_000);
    expect(walk.screen.kind).toBe('visit');
  });

  test('never between confirm and result', () => {
    const walk = new Walk().toWorking();
    walk.wait(600_000);
    expect(walk.screen.kind).toBe('working');
    expect(steps.working.intents).toEqual([]);
  });

  test('a result with the card still in asks for the card at its limit; paper that is awaited holds it', () => {
    const walk = new Walk().toWorking().finish();
    walk.send({ kind: 'printProgress', op: walk.last('print').op, waiting: 'paperOut' });
    expect(walk.screen).toMatchObject({ kind: 'done', print: 'waitingForPaper', printFailure: 'PRINTER_PAPER_OUT' });
    walk.wait(100_000);
    expect(walk.screen.kind).toBe('done');
    walk.printOut();
    walk.wait(31_000);
    expect(walk.screen).toMatchObject({ kind: 'takeCard', reason: 'finished' });
  });

  test('leaving a job that waits for paper gives it up; one that runs is left to end', () => {
    const waiting = new Walk().toWorking().finish();
    waiting.send({ kind: 'printProgress', op: waiting.last('print').op, waiting: 'coverOpen' });
    expect(waiting.want({ kind: 'leavePrint' })).toBe(true);
    expect(waiting.count('abandonPrint')).toBe(1);
    expect(waiting.screen.kind).toBe('takeCard');
    const running = new Walk().toWorking().finish();
    expect(running.want({ kind: 'leavePrint' })).toBe(true);
    expect(running.count('abandonPrint')).toBe(0);
  });
});

describe('the next person', () => {
  test('a new card on a result screen ends it at once, and waits unseen until the slip is out', () => {
    const walk = new Walk().toWorking().finish();
    walk.remove();
    walk.wait(4000);
    walk.insert(2);
    walk.wait(1000);
    expect(walk.screen.kind).toBe('readingCard');
    expect(walk.count('readCard')).toBe(1);
    walk.printOut();
    expect(walk.screen.kind).toBe('readingCard');
    expect(walk.count('readCard')).toBe(2);
  });

  test('a slip that waits for paper is given up when the next card is in', () => {
    const walk = new Walk().toWorking().finish();
    const { op } = walk.last('print');
    walk.remove();
    walk.wait(4000);
    walk.insert(2);
    walk.wait(1000);
    walk.send({ kind: 'printProgress', op, waiting: 'paperOut' });
    expect(walk.last('abandonPrint').op).toBe(op);
  });
});
