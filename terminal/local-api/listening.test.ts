import { expect, it } from 'vitest';
import type { SpeakRequest } from '../../common/contracts/devices/speech.ts';
import { Walk } from '../session/testing/session-kit.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { createListening } from './listening.ts';

const page: SpeakRequest = { locale: 'zh-CN', utterances: [{ text: '看谁来付', private: false }] };
const silence: SpeakRequest = { locale: 'zh-CN', utterances: [] };

/** Somebody before the split who listens; `end` ends what is being said. */
function listener() {
  const clock = manualClock();
  const walk = new Walk().toSplit();
  const ends: ((heard: boolean) => void)[] = [];
  const asked: SpeakRequest[] = [];
  const listening = createListening({
    clock,
    speak(request) {
      asked.push(request);
      return new Promise((resolve) => ends.push(resolve));
    },
    touched: () => void walk.send({ kind: 'touched' }),
  });
  return {
    walk,
    asked,
    say: listening.say,
    leave: listening.leave,
    async end(heard: boolean): Promise<void> {
      ends.at(-1)?.(heard);
      await Promise.resolve();
    },
    /** Both clocks, second by second. */
    wait(seconds: number): void {
      for (let second = 0; second < seconds; second++) {
        clock.advance(1000);
        walk.wait(1000);
      }
    },
  };
}

it('nobody is asked whether she is there while the screen is read to her, and a minute begins with the last word', async () => {
  const { walk, say, end, wait } = listener();
  say(page);
  wait(90);
  expect(walk.screen.kind).toBe('split');
  await end(true);
  wait(59);
  expect(walk.screen.kind).toBe('split');
  wait(1);
  expect(walk.screen.kind).toBe('stillThere');
});

it('what is not heard, or is silence, keeps nobody here', async () => {
  for (const [request, heard] of [
    [page, false],
    [silence, true],
  ] as const) {
    const { walk, say, end, wait } = listener();
    say(request);
    await end(heard);
    wait(60);
    expect(walk.screen.kind).toBe('stillThere');
  }
});

it('what was cut off by another screen is no sign of life when it ends at last', async () => {
  const { walk, say, end, wait } = listener();
  say(page);
  say(silence);
  await end(true);
  wait(60);
  expect(walk.screen.kind).toBe('stillThere');
});

it('with the page that had it said goes the voice, and the sign of life that it was', async () => {
  const { walk, say, leave, asked, wait } = listener();
  say(page);
  wait(20);
  leave();
  expect(asked).toEqual([page, silence]);
  // The last sign was that of the twentieth second, which the other clock has not reached then.
  wait(58);
  expect(walk.screen.kind).toBe('split');
  wait(1);
  expect(walk.screen.kind).toBe('stillThere');
});

it('a page that goes when all was said, or nothing, silences nobody', async () => {
  const { say, leave, asked, end } = listener();
  leave();
  say(page);
  await end(true);
  leave();
  expect(asked).toEqual([page]);
});
