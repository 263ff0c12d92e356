import fc from 'fast-check';
import { expect } from 'vitest';
import { snapshotSchema } from '../../../common/contracts/session/snapshot.ts';
import { pii } from '../../../common/kernel/pii.ts';
import { MAX_SNAPSHOT_BYTES } from '../../../common/rpc/channel.ts';
import { pageOf } from '../../../kiosk-config/policy-pages/testing/pages.ts';
import { turnTo } from '../../services/policy-pages.ts';
import type { Effect } from '../events.ts';
import { isResult, stageGeneration, steps } from '../steps.ts';
import { answerTo, INTENTS, NAMES, visitsOf } from './random-answers.ts';
import { READER, TODAY, Walk } from './session-kit.ts';

const SHELF = { pages: [pageOf('clinic')], cities: [] };

/** What may happen next. */
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

export const step: fc.Arbitrary<Step> = fc.oneof(
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

export class World extends Walk {
  generation = 0;
}

/** The library of the policy pages stands in this process: it answers before anything else can happen. */
function readPolicy(walk: World, effects: readonly Effect[]): void {
  for (const effect of effects) {
    if (effect.kind !== 'askPolicy') continue;
    walk.send({ kind: 'policyAsked', op: effect.op, ...turnTo(SHELF, { ...effect, today: TODAY }) });
  }
}

/** Runs the steps and checks after each; answers how often something was shown or printed, so that a test can see it. */
export function live(walk: World, todo: readonly Step[]): Set<string> {
  const seen = new Set<string>();
  const paid = new Set<string>();
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
      if (effect.kind === 'collect') seen.add('collect');
      if (effect.kind === 'print' && effect.slip.kind === 'settlement') {
        const { settled, collection } = effect.slip;
        // One slip a settlement, and what it says of the cash is said of that settlement.
        expect(paid.has(settled.messageId)).toBe(false);
        paid.add(settled.messageId);
        if (collection !== null) seen.add(`cash ${collection.state}`);
        if (collection?.state === 'collected') expect(collection.reference).toBe(settled.messageId);
      }
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
