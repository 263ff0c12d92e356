import { expect, it } from 'vitest';
import type { SpeakRequest } from '../../common/contracts/devices/speech.ts';
import type { Snapshot } from '../../common/contracts/session/snapshot.ts';
import { Walk } from '../session/testing/session-kit.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { inviteTheHall } from './invitation.ts';

const EVERY = 300_000;

/** An empty machine of which it is known whether headphones are in, and what its loudspeaker was given. */
function machine({ everyMs = EVERY, site = {} }: { everyMs?: number | null; site?: Partial<Snapshot['site']> } = {}) {
  const clock = manualClock();
  const walk = new Walk().ready();
  const listeners = new Set<(snapshot: Snapshot) => void>();
  const said: SpeakRequest[] = [];
  const ends: (() => void)[] = [];
  const snapshot = (): Snapshot => {
    const now = walk.snapshot();
    return { ...now, site: { ...now.site, ...site } };
  };
  const stop = inviteTheHall({
    clock,
    everyMs,
    runner: {
      snapshot,
      onSnapshot(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    speak(request) {
      said.push(request);
      return new Promise((resolve) => ends.push(() => resolve(true)));
    },
  });
  /** Something happens, and the screens are told as the runner tells them. */
  const then = (act: () => unknown): void => {
    act();
    for (const listener of listeners) listener(snapshot());
  };
  const plug = (plugged: boolean): void => then(() => walk.send({ kind: 'headphones', plugged }));
  const texts = (): readonly string[] => said.map(({ utterances }) => utterances.map(({ text }) => text).join());
  const ended = async (): Promise<void> => {
    ends.at(-1)?.();
    await Promise.resolve();
  };
  return { clock, walk, then, plug, texts, ended, stop };
}

it('says how to begin where nothing has happened for so long, and again after as long', async () => {
  const { clock, plug, texts, ended } = machine();
  plug(false);
  clock.advance(EVERY - 1);
  expect(texts()).toEqual([]);
  clock.advance(1);
  await ended();
  clock.advance(EVERY);
  expect(texts()).toEqual(Array(2).fill('看不见屏幕的，插上耳机，这台机器读给您听'));
});

it('names the key where no jack is known, and says nothing where there is neither', () => {
  const keyed = machine();
  keyed.clock.advance(EVERY);
  expect(keyed.texts()).toEqual(['看不见屏幕的，按键盘上的井号键，这台机器读给您听']);
  const bare = machine({ site: { keypad: false } });
  bare.clock.advance(2 * EVERY);
  expect(bare.texts()).toEqual([]);
});

it('ends in the middle of the word when a card comes, and is silent until the machine is empty again', () => {
  const { clock, walk, then, plug, texts } = machine();
  plug(false);
  clock.advance(EVERY);
  then(() => walk.insert().read());
  expect(texts()).toEqual([expect.stringContaining('插上耳机'), '']);
  clock.advance(3 * EVERY);
  expect(texts().length).toBe(2);
  then(() => walk.remove());
  clock.advance(EVERY - 1);
  expect(texts().length).toBe(2);
  clock.advance(1);
  expect(texts().length).toBe(3);
});

it('is over when it was said: nothing is cut then', async () => {
  const { clock, walk, then, plug, texts, ended } = machine();
  plug(false);
  clock.advance(EVERY);
  await ended();
  then(() => walk.insert());
  expect(texts().length).toBe(1);
});

it('is for nobody who listens already, by headphones or by the key', () => {
  const listens = machine();
  listens.plug(false);
  listens.plug(true);
  listens.clock.advance(2 * EVERY);
  expect(listens.texts()).toEqual([]);
  const keyed = machine();
  keyed.then(() => keyed.walk.want({ kind: 'setLook', look: { sound: true } }));
  keyed.clock.advance(2 * EVERY);
  expect(keyed.texts()).toEqual([]);
});

it('is never said where the profile does not want it, nor after the end', () => {
  const unwanted = machine({ everyMs: null });
  unwanted.clock.advance(10 * EVERY);
  const stopped = machine();
  stopped.stop();
  stopped.clock.advance(10 * EVERY);
  expect([unwanted.texts(), stopped.texts()]).toEqual([[], []]);
});
