import { describe, expect, it, vi } from 'vitest';
import type { Intent } from '../../common/contracts/session/screen-link.ts';
import { ok } from '../../common/kernel/result.ts';
import { FRAME, POLICY, READER, TODAY } from '../session/testing/session-kit.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { cardReading, found } from '../testing/people.ts';
import { type Core, createPerformer, type PerformDeps, type Performer } from './perform.ts';
import { createSessionRunner, type SessionRunner } from './session-runner.ts';
import { createTimings } from './timings.ts';

type Digit = Extract<Intent, { kind: 'typeCode' }>['digit'];
const CODE = '73190428551066207363';
const QUESTION_MS = 26_000;

/** Somebody with nothing to pay, at a terminal whose benefits server takes every question and answers none. */
function arrived() {
  const clock = manualClock();
  const silent = () => new Promise<never>(() => undefined);
  const core = {
    benefits: { entitlements: silent, cardLoss: silent },
    papers: null,
    checkCertificate: silent,
  } as unknown as Core;
  const deps = {
    ...{ clock, timings: createTimings(clock), core: () => core, report: vi.fn(), questionMs: QUESTION_MS },
    dispatch: (event: Parameters<SessionRunner['dispatch']>[0]) => runner.dispatch(event),
  } as unknown as PerformDeps;
  const performer: Performer = createPerformer(deps);
  const asked = new Set(['askHome', 'askService', 'askLoss', 'checkCertificate']);
  const runner = createSessionRunner({
    ...{ clock, policy: POLICY, frame: FRAME, report: vi.fn() },
    perform: (effect) => asked.has(effect.kind) && performer.perform(effect),
  });
  const screen = () => runner.snapshot().screen;
  return {
    runner,
    screen,
    press: (intent: Intent) => expect(runner.intent(runner.state().version, intent), intent.kind).toBe(true),
    /** Time goes on, and what follows from it is done. */
    async wait(ms: number): Promise<void> {
      clock.advance(ms);
      await new Promise((resolve) => setImmediate(resolve));
    },
    /** With the card in and the PIN given, to "nothing to pay". */
    identified(): void {
      runner.dispatch({ kind: 'card', status: { kind: 'empty', reader: READER } });
      runner.dispatch({ kind: 'card', status: { kind: 'present', reader: READER, generation: 1, atr: '3B' } });
      const { op } = runner.state();
      runner.dispatch({ kind: 'cardRead', op, result: { ok: true, value: cardReading(), cardMs: 20 }, today: TODAY });
      runner.dispatch({ kind: 'pinEnded', op: runner.state().op, result: { kind: 'verified' } });
      runner.dispatch({ kind: 'lookedUp', op: runner.state().op, result: ok(found([])) });
    },
  };
}

describe('a benefits server that never says a word', () => {
  it('keeps nobody waiting for her services: she is told, and may ask again or go back', async () => {
    const { identified, press, wait, screen } = arrived();
    identified();
    press({ kind: 'openHome' });
    await wait(QUESTION_MS - 1);
    expect(screen()).toMatchObject({ kind: 'lookingUp', about: 'home' });
    await wait(1);
    expect(screen()).toMatchObject({ kind: 'stepFailed', failure: 'BENEFITS_UNREACHABLE', mayRetry: true });
    press({ kind: 'retry' });
    await wait(QUESTION_MS);
    expect(screen()).toMatchObject({ kind: 'stepFailed', mayGoBack: true });
    press({ kind: 'back' });
    expect(screen().kind).toBe('nothingUnpaid');
  });

  it('nor whoever reports a card lost, or checks a certificate', async () => {
    const at = arrived();
    at.runner.dispatch({ kind: 'card', status: { kind: 'empty', reader: READER } });
    at.press({ kind: 'openCheck' });
    for (const digit of [...CODE] as Digit[]) at.press({ kind: 'typeCode', digit });
    expect(at.screen()).toMatchObject({ kind: 'checkCode', phase: 'asking' });
    await at.wait(QUESTION_MS);
    expect(at.screen()).toMatchObject({ phase: 'told', failure: 'unreachable' });
  });
});
