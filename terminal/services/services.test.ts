import { describe, expect, test } from 'vitest';
import type { Intent } from '../../common/contracts/session/screen-link.ts';
import { pii } from '../../common/kernel/pii.ts';
import { err, ok } from '../../common/kernel/result.ts';
import type { Effect } from '../session/events.ts';
import { FRAME, POLICY, READER, TODAY } from '../session/testing/session-kit.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { cardReading, encounter, HOLDER, insured } from '../testing/people.ts';
import { lookUp } from './look-up.ts';
import { createSessionRunner } from './session-runner.ts';
import { createTimings } from './timings.ts';

const holder = pii({
  name: HOLDER.name,
  identityNumber: HOLDER.number,
  cardNumber: HOLDER.cardNumber,
  cardId: 'AB',
  regionCode: null,
});

describe('look-up', () => {
  const timing = { wallMs: 10, serverMs: 4 };
  const deps = (encounters: readonly ReturnType<typeof encounter>[]) => ({
    settlements: { identify: async () => ok(insured()), isBlocked: (id: string) => id === 'MZ2' },
    his: { unpaid: async () => ok({ reply: { encounters: [...encounters] }, timing }) },
    timing: () => undefined,
  });

  test('who it is and what is unpaid, with what is still unknown marked', async () => {
    const answer = await lookUp(deps([encounter('MZ1'), encounter('MZ2')]), holder);
    expect(answer.ok && answer.value.choices.map(({ blocked }) => blocked)).toEqual([false, true]);
  });

  test('lines that do not sum to the total are not shown as money', async () => {
    const odd = { ...encounter('MZ1'), total: '100.01' };
    expect(await lookUp(deps([odd]), holder)).toMatchObject({ ok: false, error: { code: 'HIS_TOTAL_DIFFERS' } });
    const huge = encounter('MZ3', ['999999999999.99']);
    const lines = Array.from({ length: 400 }, () => huge.lines[0] ?? encounter('x').lines[0]).filter(
      (l) => l !== undefined,
    );
    const beyond = { ...huge, lines, total: '399999999999996.00' };
    expect(await lookUp(deps([beyond]), holder)).toMatchObject({ ok: false, error: { code: 'HIS_TOTAL_DIFFERS' } });
  });

  test.each([
    ['HIS_UNREACHABLE', { kind: 'notSent', reason: 'refused', detail: '' }],
    ['HIS_UNREACHABLE', { kind: 'unknown', reason: 'timeout', status: null, retryAfterMs: null, detail: '' }],
    ['HIS_BAD_ANSWER', { kind: 'unknown', reason: 'badAnswer', status: 200, retryAfterMs: null, detail: '' }],
    ['HIS_BAD_ANSWER', { kind: 'refused', status: 400, about: 'content', detail: '' }],
  ] as const)('%s', async (code, failure) => {
    const broken = { ...deps([]), his: { unpaid: async () => err(failure) } };
    expect(await lookUp(broken, holder)).toMatchObject({ ok: false, error: { code } });
  });

  test('the centre’s failure is told before the hospital’s', async () => {
    const failure = { code: 'CENTRE_UNREACHABLE', reason: null } as const;
    const both = {
      ...deps([]),
      settlements: { identify: async () => err(failure), isBlocked: () => false },
      his: { unpaid: async () => err({ kind: 'notSent', reason: 'refused', detail: '' } as const) },
    };
    expect(await lookUp(both, holder)).toEqual({ ok: false, error: failure });
  });
});

describe('timings', () => {
  test('own share: wall minus the calls’ server time, the longest of parallel ones, and the card’s', () => {
    const clock = manualClock();
    const timings = createTimings(clock);
    const prepare = timings.begin('prepare');
    clock.advance(100);
    timings.record('centre.2201', 40, 10);
    timings.record('centre.2206', 50, 20);
    prepare.end();
    const lookUpStep = timings.begin('lookUp', true);
    clock.advance(60);
    timings.record('centre.1101', 50, 5);
    timings.record('his.unpaid', 40, 10);
    lookUpStep.end();
    const card = timings.begin('cardToName');
    clock.advance(30);
    card.end(25);
    timings.begin('dropped').drop();
    const own = Object.fromEntries(timings.rows().map(({ step, ownMs }) => [step, ownMs]));
    expect(own).toMatchObject({ prepare: 40, lookUp: 15, cardToName: 5 });
    expect(own).not.toHaveProperty('dropped');
  });

  test('the ring keeps the last five hundred', () => {
    const timings = createTimings(manualClock());
    for (let i = 0; i < 700; i++) timings.record(`s${i}`, 1, 1);
    expect(timings.rows()).toHaveLength(500);
    expect(timings.rows().at(-1)?.step).toBe('s699');
  });
});

describe('the runner', () => {
  function running() {
    const clock = manualClock();
    const effects: Effect[] = [];
    const versions: number[] = [];
    const screens: string[] = [];
    const runner = createSessionRunner({
      clock,
      policy: POLICY,
      frame: FRAME,
      perform: (effect) => {
        effects.push(effect);
        // An effect that answers at once must not be handled inside the turn that asked for it.
        if (effect.kind === 'readCard') {
          const result = { ok: true, value: cardReading(), cardMs: 1 } as const;
          runner.dispatch({ kind: 'cardRead', op: effect.op, result, today: TODAY });
        }
      },
      report: () => undefined,
    });
    runner.onSnapshot((snapshot) => {
      versions.push(snapshot.version);
      screens.push(snapshot.screen.kind);
    });
    const want = (intent: Intent) => runner.intent(runner.snapshot().version, intent);
    return { clock, effects, versions, screens, runner, want };
  }

  test('each change is one snapshot, in order, also where effects answer at once', () => {
    const { runner, versions, screens } = running();
    runner.dispatch({ kind: 'card', status: { kind: 'empty', reader: READER } });
    runner.dispatch({ kind: 'card', status: { kind: 'present', reader: READER, generation: 1, atr: '3B' } });
    expect(screens).toEqual(['insertCard', 'readingCard', 'enterPin']);
    expect(versions).toEqual([1, 2, 3]);
  });

  test('counts are pushed once a second; a screen without a count is quiet', () => {
    const { runner, clock, versions, want } = running();
    runner.dispatch({ kind: 'card', status: { kind: 'present', reader: READER, generation: 1, atr: '3B' } });
    const quiet = versions.length;
    clock.advance(30_000);
    expect(versions).toHaveLength(quiet);
    expect(want({ kind: 'end' })).toBe(true);
    const before = versions.length;
    clock.advance(5000);
    expect(versions).toHaveLength(before + 5);
  });

  test('stopped, it is silent', () => {
    const { runner, clock, versions, want } = running();
    runner.stop();
    runner.dispatch({ kind: 'card', status: { kind: 'empty', reader: READER } });
    clock.advance(10_000);
    expect(versions).toEqual([]);
    expect(want({ kind: 'end' })).toBe(false);
  });
});
