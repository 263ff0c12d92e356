import { expect, it } from 'vitest';
import type { Screen } from '../../common/contracts/session/snapshot.ts';
import { fixtures } from '../fixtures/index.ts';
import { voiceOf } from '../speech/voice.ts';
import { firstView } from './offer.ts';
import { offersOf } from './offers.ts';

type Way = 'back' | 'end';

/** Nobody is here, or nothing has begun that could be left. */
const NOTHING: ReadonlySet<Screen['kind']> = new Set(['outOfService', 'insertCard', 'readingCard']);
/** It is over: the card is what is left to take, and taking it is the way out. */
const OVER: ReadonlySet<Screen['kind']> = new Set([
  'cardProblem',
  'takeCard',
  'done',
  'notPaid',
  'unknown',
  'pinResult',
]);

/** Which ways out a screen owes the person: back where something was before it, the end wherever nothing is on its way. */
function owed(screen: Screen): readonly Way[] {
  if (NOTHING.has(screen.kind) || OVER.has(screen.kind)) return [];
  switch (screen.kind) {
    case 'working':
      return [];
    case 'changePin':
      return screen.step === 'changing' || screen.step === 'checking' ? [] : ['back', 'end'];
    case 'loss':
      return screen.step === 'reporting' ? [] : ['end'];
    case 'enterPin':
      // The card is comparing; it takes as long as a blink.
      if (screen.phase === 'checking') return [];
      return screen.about === undefined ? ['end'] : ['back', 'end'];
    case 'lookingUp':
      return screen.about === undefined ? ['end'] : ['back', 'end'];
    case 'stepFailed':
      return screen.mayGoBack === true ? ['back', 'end'] : ['end'];
    case 'pinProblem':
      // Where nothing can be done here, it is over too.
      return screen.mayChange === true ? ['end'] : [];
    case 'policy':
      // The slip has come out where the other key stood; the one that is left leads to where both are.
      return screen.print.state === 'printed' ? ['back'] : ['back', 'end'];
    case 'whoYouAre':
    case 'nothingUnpaid':
    case 'preparing':
    case 'stillThere':
      return ['end'];
    case 'staff':
      return [];
    default:
      return ['back', 'end'];
  }
}

/** Whether a key leads out that way: by its intent, or by its own colour where it only turns the screen back. */
function leads(way: Way, offers: ReturnType<typeof offersOf>): boolean {
  return offers.some(({ name, pad, off }) => !off && (name === way || (way === 'back' && pad === 'yellow')));
}

it.each(Object.entries(fixtures))('%s: back and cancel wherever there is something to leave', (_name, snapshot) => {
  const lines = snapshot.screen.kind === 'visit' ? snapshot.screen.page : null;
  const offers = offersOf(voiceOf('zh-CN'), snapshot, { ...firstView, lines });
  // On the page of single items both lead back to the visit first.
  const ways = lines === null ? owed(snapshot.screen) : [];
  for (const way of ways) expect(leads(way, offers), way).toBe(true);
});

it('no way out is offered while something that cannot be taken back is on its way', () => {
  for (const name of ['working', 'working-checking', 'changePin-changing', 'loss-reporting', 'done-collect-stopping']) {
    const offers = offersOf(voiceOf('zh-CN'), fixtures[name] ?? expect.fail(name), firstView);
    expect([leads('back', offers), leads('end', offers)], name).toEqual([false, false]);
  }
});
