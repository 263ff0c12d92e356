import { describe, expect, test } from 'vitest';
import type { LossCard } from '../../common/contracts/session/loss.ts';
import type { Intent } from '../../common/contracts/session/screen-link.ts';
import { pii } from '../../common/kernel/pii.ts';
import { err, ok } from '../../common/kernel/result.ts';
import { found } from '../testing/people.ts';
import { steps } from './steps.ts';
import { POLICY, Walk } from './testing/session-kit.ts';

/** Each is where somebody may stand and think. */
const wanting = (walk: Walk, intent: Intent): Walk => {
  expect(walk.want(intent)).toBe(true);
  return walk;
};

function nothingUnpaid(walk: Walk): Walk {
  walk.toLookUp().send({ kind: 'lookedUp', op: walk.last('lookUp').op, result: ok(found([])) });
  return walk;
}

function stepFailed(walk: Walk): Walk {
  const result = err({ code: 'HIS_UNREACHABLE', reason: null } as const);
  walk.toLookUp().send({ kind: 'lookedUp', op: walk.last('lookUp').op, result });
  return walk;
}

function pinProblem(walk: Walk): Walk {
  walk.ready().insert().read();
  walk.send({ kind: 'pinEnded', op: walk.last('verifyPin').op, result: { kind: 'initial' } });
  return walk;
}

const own: LossCard = {
  ...{ name: '某*', cardTail: '0001', since: '2026-11-21', number: null, asOf: '2026-11-21 09:00:00' },
  ...{ state: 'normal', mayReport: true },
};

function lossDone(walk: Walk): Walk {
  wanting(walk.ready(), { kind: 'openLoss' }).send({ kind: 'electronicCard', token: pii('T1') });
  const answer = (card: LossCard): void =>
    void walk.send({ kind: 'lossAsked', op: walk.last('askLoss').op, result: ok(card) });
  answer(own);
  wanting(walk, { kind: 'confirmLoss' });
  answer({ ...own, state: 'lost', mayReport: false });
  return walk.printOut();
}

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

  test.each([
    ['nothingUnpaid', (walk: Walk) => nothingUnpaid(walk)],
    ['stepFailed', (walk: Walk) => stepFailed(walk)],
    ['pinProblem', (walk: Walk) => pinProblem(walk)],
    ['checkCode', (walk: Walk) => wanting(walk.ready(), { kind: 'openCheck' })],
    ['loss', (walk: Walk) => wanting(walk.ready(), { kind: 'openLoss' })],
    ['loss', (walk: Walk) => lossDone(walk)],
  ] as const)('%s too warns, is gone on with by one key, and audits nothing again by that', (kind, go) => {
    const walk = go(new Walk());
    expect(walk.screen.kind).toBe(kind);
    const { screen } = walk;
    const acts = walk.count('audit');
    walk.wait(60_000);
    expect(walk.screen.kind).toBe('stillThere');
    expect(walk.want({ kind: 'stay' })).toBe(true);
    expect(walk.screen).toEqual(screen);
    expect(walk.count('audit')).toBe(acts);
    walk.wait(60_000).wait(30_000);
    expect(['takeCard', 'insertCard']).toContain(walk.screen.kind);
  });

  test.each([{ theme: 'elder' }, { textSize: 'large' }, { sound: true }] as const)(
    'whoever wants %o is asked half as often; in the site’s own look too',
    (look) => {
      const chosen = new Walk().toVisit();
      chosen.want({ kind: 'setLook', look });
      const site = new Walk({ look: { ...POLICY.look, ...look } }).toVisit();
      for (const walk of [chosen, site]) {
        walk.wait(119_000);
        expect(walk.screen.kind).toBe('visit');
        walk.wait(1000);
        expect(walk.screen.kind).toBe('stillThere');
      }
    },
  );

  test('a card that nobody takes is told to the staff once, 30 s after it was asked for', () => {
    const walk = new Walk().toVisit();
    const left = (): number => walk.effects.filter((one) => one.kind === 'audit' && one.code === 'card.left').length;
    walk.want({ kind: 'end' });
    walk.wait(29_000);
    expect(left()).toBe(0);
    walk.wait(600_000);
    expect([left(), walk.screen.kind]).toEqual([1, 'takeCard']);
    walk.remove();
    expect(walk.screen.kind).toBe('insertCard');
  });

  test('no step ends by idleness alone', () => {
    for (const [kind, { idle }] of Object.entries(steps)) expect(['warn', 'none'], kind).toContain(idle);
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

  test('a result that is still looked at, or read out, keeps its whole time; with the card gone it does not', () => {
    const walk = new Walk().toWorking().finish().printOut();
    walk.wait(29_000);
    walk.send({ kind: 'touched' });
    walk.wait(29_000);
    expect(walk.screen.kind).toBe('done');
    walk.wait(1000);
    expect(walk.screen.kind).toBe('takeCard');
    const gone = new Walk().toWorking().finish().printOut().remove();
    gone.wait(9000);
    gone.send({ kind: 'touched' });
    gone.wait(1000);
    expect(gone.screen.kind).toBe('insertCard');
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
