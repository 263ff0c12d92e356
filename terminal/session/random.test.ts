import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Intent } from '../../common/contracts/session/screen-link.ts';
import { snapshotSchema } from '../../common/contracts/session/snapshot.ts';
import { ZERO_FEN } from '../../common/kernel/money.ts';
import { pii, unwrapPii } from '../../common/kernel/pii.ts';
import { err, ok } from '../../common/kernel/result.ts';
import { MAX_SNAPSHOT_BYTES } from '../../common/rpc/channel.ts';
import { pageOf } from '../../kiosk-config/policy-pages/testing/pages.ts';
import { turnTo } from '../services/policy-pages.ts';
import { cardReading, encounter, found, medicalView, prepared, settled } from '../testing/people.ts';
import type { Effect, SessionEvent } from './events.ts';
import { isResult, stageGeneration, steps } from './steps.ts';
import { PAID, READER, TODAY, Walk } from './testing/session-kit.ts';

/**
 * A world that answers the machine in any order, late, never or twice, while cards come and go. Each card belongs to
 * another person, whose name is the card's number, so that whatever is shown or printed names its owner.
 */
const NAMES = '甲乙丙丁戊己庚辛壬癸';
const SHELF = { pages: [pageOf('clinic')], cities: [] };
const nameOf = (generation: number): string => `${NAMES[generation % NAMES.length] ?? '甲'}某${generation}`;
const visitsOf = (generation: number) => [`V${generation}A`, `V${generation}B`];

type Step =
  | {
      readonly do:
        | 'insert'
        | 'remove'
        | 'mute'
        | 'noReader'
        | 'hostGone'
        | 'swapped'
        | 'fault'
        | 'mend'
        | 'touch'
        | 'show';
    }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'answer'; readonly which: number; readonly how: number }
  /** A key of the screen that stands, or any key at all, on a snapshot that is up to three versions old. */
  | { readonly do: 'press'; readonly which: number }
  | { readonly do: 'tap'; readonly which: number; readonly back: number };

/** Mostly the newest question is answered, now and then one before it. */
const latest = fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(9) });

/** Mostly the key that leads on, so that the walks come to the money. */
const forward = fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(6) });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom<Step>({ do: 'insert' }, { do: 'insert' }, { do: 'remove' }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Step>(
      { do: 'mute' },
      { do: 'noReader' },
      { do: 'hostGone' },
      { do: 'swapped' },
      { do: 'fault' },
      { do: 'mend' },
      { do: 'touch' },
      { do: 'show' },
    ),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 70_000 }) }) },
  { weight: 20, arbitrary: fc.record({ do: fc.constant('answer' as const), which: latest, how: fc.nat(12) }) },
  { weight: 20, arbitrary: fc.record({ do: fc.constant('press' as const), which: forward }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('tap' as const), which: fc.nat(15), back: fc.nat(3) }) },
);

const INTENTS = (walk: Walk, generation: number): readonly Intent[] => {
  const { screen } = walk;
  const cash = screen.kind === 'confirm' ? screen.split.cash : ZERO_FEN;
  return [
    { kind: 'openVisit', encounterId: visitsOf(generation)[0] ?? '' },
    { kind: 'acceptFees' },
    { kind: 'acceptSplit' },
    { kind: 'confirm', cash },
    { kind: 'setUseAccount', use: false },
    { kind: 'setUseAccount', use: true },
    { kind: 'printService' },
    { kind: 'turnService', to: '2011' },
    { kind: 'openService', service: 'medical' },
    { kind: 'openService', service: 'pension' },
    { kind: 'changePin' },
    { kind: 'withdrawLoss' },
    { kind: 'openLoss' },
    { kind: 'confirmLoss' },
    { kind: 'back' },
    { kind: 'end' },
    { kind: 'retry' },
    { kind: 'stay' },
    { kind: 'useLastTry' },
    { kind: 'leavePrint' },
    { kind: 'setLocale', locale: 'en' },
    { kind: 'setLocale', locale: 'zh-CN' },
    { kind: 'setLook', look: { textSize: 'largest' } },
    { kind: 'setLook', look: { reach: true } },
    { kind: 'openHome' },
    { kind: 'openPolicy', to: null },
    { kind: 'openPolicy', to: 'page:clinic@1/situations' },
  ];
};

/** One possible answer to an effect; `how` draws among the good and the bad ones. */
function answerTo(effect: Effect, how: number): SessionEvent | null {
  const good = how > 2;
  const failure = { code: 'CENTRE_UNREACHABLE', reason: null } as const;
  switch (effect.kind) {
    case 'readCard': {
      const value = cardReading({ name: nameOf(effect.generation) });
      const result = good ? ({ ok: true, value, cardMs: 1 } as const) : ({ ok: false, error: 'CARD_REMOVED' } as const);
      return { kind: 'cardRead', op: effect.op, result, today: TODAY };
    }
    case 'verifyPin': {
      const bad = [{ kind: 'wrong', triesLeft: 1 }, { kind: 'cancelled' }, { kind: 'initial' }] as const;
      return {
        kind: 'pinEnded',
        op: effect.op,
        result: good ? { kind: 'verified' } : (bad[how] ?? { kind: 'timeout' }),
      };
    }
    case 'askLoss': {
      const lost = effect.report;
      const card = {
        ...{ name: '某*', cardTail: '0001', since: '2026-11-21', number: null, asOf: '2026-11-21 09:00:00' },
        ...{ state: lost ? ('lost' as const) : ('normal' as const), mayReport: !lost },
      };
      return { kind: 'lossAsked', op: effect.op, result: good ? ok(card) : err(failure) };
    }
    case 'changePin': {
      const steps = ['old', 'new', 'again', 'changing', 'changing'] as const;
      const at = steps[how];
      if (at !== undefined) return { kind: 'pinChangeStep', op: effect.op, step: at, hint: null };
      const ends = ['changed', 'refused', 'gaveUp', 'cancelled', 'blocked'] as const;
      const kind = ends[how - steps.length];
      const result = kind === undefined ? ({ kind: 'unknown', stuck: false } as const) : { kind };
      return { kind: 'pinChangeEnded', op: effect.op, result };
    }
    case 'lookUp': {
      const { name } = unwrapPii(effect.holder);
      const choices = visitsOf(Number(name.slice(2))).map((id) => ({ encounter: encounter(id), blocked: false }));
      return { kind: 'lookedUp', op: effect.op, result: good ? ok(found(choices)) : err(failure) };
    }
    case 'askHome': {
      const home = { city: null, services: ['medical' as const] };
      return { kind: 'homeAsked', op: effect.op, result: good ? ok(home) : err(failure) };
    }
    case 'askService': {
      const visits = Number(unwrapPii(effect.holder).name.slice(2));
      return { kind: 'serviceAsked', op: effect.op, result: good ? ok(medicalView({ visits })) : err(failure) };
    }
    case 'prepare': {
      const result = good ? ok(prepared(effect.encounter, effect.useAccount, effect.op)) : err(failure);
      return { kind: 'prepared', op: effect.op, encounterId: effect.encounter.encounterId, result };
    }
    case 'reprice': {
      const visit = effect.prepared.encounter;
      const result = good ? ok(prepared(visit, effect.useAccount, effect.op)) : err(failure);
      return { kind: 'prepared', op: effect.op, encounterId: visit.encounterId, result };
    }
    case 'settle': {
      const messageId = `${PAID}-${effect.op}`;
      if (how === 0) return { kind: 'settleEnded', op: effect.op, result: { kind: 'refused', failure } };
      if (how === 1) return { kind: 'settleEnded', op: effect.op, result: { kind: 'notSent', failure } };
      if (how === 2)
        return { kind: 'settleEnded', op: effect.op, result: { kind: 'unknown', messageId, checkCode: 'C' } };
      if (how === 3) return { kind: 'resolved', messageId, result: { kind: 'reversed', messageId } };
      const result = { kind: 'settled', settled: settled(effect.prepared, { messageId }) } as const;
      return { kind: 'settleEnded', op: effect.op, result };
    }
    case 'print':
      if (how === 0) return { kind: 'printProgress', op: effect.op, waiting: 'paperOut' };
      if (how === 1) return { kind: 'printProgress', op: effect.op, waiting: null };
      return { kind: 'printed', op: effect.op, outcome: { kind: 'printed', printerMs: 1 } };
    default:
      return null;
  }
}

/** Runs the steps and checks after each; answers how often something was shown or printed, so that a test can see it. */
class World extends Walk {
  generation = 0;
}

/** The library of the policy pages stands in this process: it answers before anything else can happen. */
function readPolicy(walk: World, effects: readonly Effect[]): void {
  for (const effect of effects) {
    if (effect.kind !== 'askPolicy') continue;
    walk.send({ kind: 'policyAsked', op: effect.op, ...turnTo(SHELF, { ...effect, today: TODAY }) });
  }
}

function live(walk: World, todo: readonly Step[]): Set<string> {
  const seen = new Set<string>();
  let answered = 0;
  const check = (): void => {
    const text = JSON.stringify(snapshotSchema.parse(walk.snapshot()));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_SNAPSHOT_BYTES);
    const { screen } = walk.snapshot();
    seen.add(screen.kind);
    const { stage, card } = walk.state;
    if ('person' in screen && card.kind === 'present' && steps[stage.kind].onCardRemoved === 'abort') {
      expect(stageGeneration(stage)).toBe(card.generation);
      expect(screen.person.name.startsWith(NAMES[card.generation % NAMES.length] ?? '')).toBe(true);
    }
    if ('visit' in screen) expect(visitsOf(stageGeneration(stage) ?? -1)).toContain(screen.visit.encounterId);
    if (screen.kind === 'whoYouAre') {
      expect(screen.visits.map(({ encounterId }) => encounterId)).toEqual(visitsOf(stageGeneration(stage) ?? -1));
    }
    // The year's visits are the card's number: an answer never shows under another person.
    if (screen.kind === 'service') expect(screen.answer).toMatchObject({ visits: stageGeneration(stage) });
    // Nothing of the pages is anybody's; behind them only the person whose card is in.
    if (stage.kind === 'policy') expect(text).not.toContain('某');
    if (stage.kind === 'policy' && stage.back !== null && card.kind === 'present') {
      expect(stage.back.visitor.generation).toBe(card.generation);
    }
    if (stage.kind === 'idle') expect(text).not.toContain('某');
    if (isResult(stage) || stage.kind === 'working') expect(screen.kind).toBe(stage.kind);
  };
  for (const one of todo) {
    const before = walk.effects.length;
    const was = walk.state;
    switch (one.do) {
      case 'insert':
        walk.generation += 1;
        walk.insert(walk.generation);
        break;
      case 'remove':
        walk.remove();
        break;
      case 'mute':
        walk.generation += 1;
        walk.send({ kind: 'card', status: { kind: 'mute', reader: READER, generation: walk.generation } });
        break;
      case 'noReader':
        walk.send({ kind: 'card', status: { kind: 'noReader' } });
        break;
      case 'hostGone':
        // A new host shows another number for whatever is in; here it finds the reader empty.
        walk.send({ kind: 'hostGone' });
        walk.remove();
        break;
      case 'swapped':
        // While no host looks, one card goes out and another goes in.
        walk.send({ kind: 'hostGone' });
        walk.generation += 1;
        walk.insert(walk.generation);
        break;
      case 'fault':
        walk.send({ kind: 'fault', code: 'STORE_FULL' });
        break;
      case 'mend':
        walk.send({ kind: 'fault', code: null });
        break;
      case 'touch':
        walk.send({ kind: 'touched' });
        break;
      case 'show':
        walk.send({ kind: 'electronicCard', token: pii(`T${walk.generation}`) });
        break;
      case 'wait':
        walk.at += one.ms;
        walk.send({ kind: 'tick' });
        break;
      case 'answer': {
        const open = walk.effects.filter((effect) => answerTo(effect, 7) !== null);
        const effect = open.at(-1 - one.which);
        const event = effect === undefined ? null : answerTo(effect, one.how);
        if (event !== null) {
          walk.send(event);
          answered += 1;
        }
        break;
      }
      case 'press':
      case 'tap': {
        const all = INTENTS(walk, walk.generation);
        const here = all.filter(({ kind }) => steps[was.stage.kind].intents.includes(kind));
        const intents = one.do === 'press' && here.length > 0 ? here : all;
        const intent = intents[one.which % intents.length] ?? { kind: 'end' };
        const back = one.do === 'press' ? 0 : one.back;
        const offered = intent.kind.startsWith('setLo') || steps[was.stage.kind].intents.includes(intent.kind);
        const accepted = walk.want(intent, walk.state.version - back);
        readPolicy(walk, walk.effects.slice(before));
        if (!accepted) expect(walk.state).toBe(was);
        else {
          // No key leads nowhere: what is accepted is offered, and it changes the screen.
          expect(offered).toBe(true);
          expect(walk.state.version).toBeGreaterThan(was.version);
          expect(walk.want(intent, was.version)).toBe(false);
        }
        break;
      }
    }
    for (const effect of walk.effects.slice(before)) {
      if (effect.kind === 'settle') {
        expect(was.stage.kind).toBe('confirm');
        expect(['tap', 'press']).toContain(one.do);
      }
      if (effect.kind === 'print') seen.add(`print ${effect.slip.kind}`);
      if (effect.kind === 'print' && effect.slip.kind !== 'policy' && effect.slip.kind !== 'loss') {
        if (effect.slip.kind === 'service') {
          expect(effect.slip.answer).toMatchObject({ visits: effect.slip.visitor.generation });
        } else if (effect.slip.kind !== 'pinChange') {
          const visit = effect.slip.kind === 'settlement' ? effect.slip.settled.prepared : effect.slip.prepared;
          expect(visitsOf(effect.slip.visitor.generation)).toContain(visit.encounter.encounterId);
        }
        expect(
          effect.slip.visitor.person.name.startsWith(NAMES[effect.slip.visitor.generation % NAMES.length] ?? ''),
        ).toBe(true);
      }
      // Nobody new is read while the slip of the person before is coming; whose card it still is may be asked.
      if (effect.kind === 'readCard' && walk.state.proof?.op !== effect.op) expect(walk.state.printing).toBeNull();
    }
    check();
  }
  seen.add(`answered ${answered > 0}`);
  return seen;
}

test('whatever happens in whatever order: nobody is shown or printed under another, snapshots are valid, no throw', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 40, maxLength: 160, size: 'max' }), (todo) => {
      for (const one of live(new World(), todo)) seen.add(one);
    }),
    { numRuns: 500, seed: 20_261_121 },
  );
  // The property says something only if the walks get there.
  expect(seen).toContain('confirm');
  expect(seen).toContain('working');
  expect(seen).toContain('done');
  expect(seen).toContain('unknown');
  expect(seen).toContain('print settlement');
  expect(seen).toContain('stillThere');
  expect(seen).toContain('service');
  expect(seen).toContain('print service');
  expect(seen).toContain('changePin');
  expect(seen).toContain('loss');
  expect(seen).toContain('print loss');
  expect(seen).toContain('pinResult');
  expect(seen).toContain('print pinChange');
  expect(seen).toContain('policy');
  expect(seen).toContain('print policy');
});

test('versions only grow, and every offered key is accepted on a fresh screen', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 80 }), (todo) => {
      const walk = new World();
      let version = -1;
      for (const one of todo) {
        live(walk, [one]);
        expect(walk.state.version).toBeGreaterThanOrEqual(version);
        version = walk.state.version;
      }
      const { screen } = walk;
      const trial = { ...walk.state };
      const keys: Partial<Record<typeof screen.kind, Intent>> = {
        visit: { kind: 'acceptFees' },
        split: { kind: 'acceptSplit' },
        stillThere: { kind: 'stay' },
        whoYouAre: { kind: 'end' },
        takeCard: { kind: 'end' },
      };
      const key = keys[screen.kind];
      if (key === undefined) return;
      walk.state = trial;
      expect(walk.want(key)).toBe(screen.kind !== 'takeCard');
    }),
    { numRuns: 150, seed: 7 },
  );
});
