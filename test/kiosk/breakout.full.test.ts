import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyAttempts } from './attempts/keys.ts';
import { pageAttempts } from './attempts/page.ts';
import { pointerAttempts } from './attempts/pointer.ts';
import { type Bench, type HostileBench, startHostileBench } from './testing/bench.ts';
import { startRealBench } from './testing/real-bench.ts';
import { tryHands, tryPage, tryUnlocked } from './testing/try.ts';
import { difference } from './testing/x-screen.ts';

/**
 * Every attempt of docs/kiosk-lockdown.md, twice: on the kiosk as it ships, where it must win nothing, and in its
 * control run with its locks off, where it must win; an attempt that cannot succeed proves nothing.
 */
const hands = [...keyAttempts, ...pointerAttempts];

describe('a person with a keyboard and a pointer, before the real kiosk', () => {
  let kiosk: Bench;
  beforeAll(async () => {
    kiosk = await startRealBench();
  });
  afterAll(() => kiosk?.stop());

  it('the keyboard does reach the page', async () => {
    const before = kiosk.screen.picture();
    await kiosk.screen.hands('key', '--delay', '200', 'Tab', 'Tab');
    await expect.poll(() => difference(before, kiosk.screen.picture())).toBeGreaterThan(0);
  });

  it.each(hands.map((attempt) => [attempt.id, attempt] as const))('%s wins nothing', async (_, attempt) => {
    expect(await tryHands(kiosk, attempt)).toEqual([]);
  });
});

describe('a script of a stranger in the kiosk’s own page', () => {
  let kiosk: HostileBench;
  beforeAll(async () => {
    kiosk = await startHostileBench();
  });
  afterAll(() => kiosk?.stop());

  it.each(pageAttempts.map((attempt) => [attempt.id, attempt] as const))('%s wins nothing', async (_, attempt) => {
    if ((await kiosk.standIn.ask()) === null) {
      // The attempt before ended on the browser's own "This page is blocked".
      await kiosk.stop();
      kiosk = await startHostileBench();
    }
    expect(await tryPage(kiosk, attempt)).toEqual([]);
  });
});

describe('with the locks off that stop it', () => {
  it.each([...hands, ...pageAttempts].map((attempt) => [attempt.id, attempt] as const))(
    '%s succeeds',
    async (_, attempt) => {
      expect(await tryUnlocked(attempt)).not.toEqual([]);
    },
    60_000,
  );
});
