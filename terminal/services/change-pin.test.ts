import { expect, test } from 'vitest';
import type { PinChangeResult } from '../../common/contracts/devices/pin-change.ts';
import type { SessionEvent } from '../session/events.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { performPinChange } from './change-pin.ts';

/** A pad that gives these answers in turn, and what came of the effect. */
async function perform(answers: readonly PinChangeResult[]): Promise<{ asked: number; told: SessionEvent[] }> {
  const clock = manualClock();
  const told: SessionEvent[] = [];
  let asked = 0;
  const devices = {
    changePin: () => {
      asked += 1;
      return Promise.resolve(answers[Math.min(asked, answers.length) - 1] ?? { kind: 'padGone' as const });
    },
  };
  const dispatch = (event: SessionEvent): void => void told.push(event);
  const done = performPinChange(
    { clock, devices, pinEntryMs: 1000, dispatch },
    { kind: 'changePin', op: 5, generation: 1 },
  );
  for (let turn = 0; turn < 40; turn++) {
    await Promise.resolve();
    clock.advance(100);
  }
  await done;
  return { asked, told };
}

test('a pad that still ends an entry is asked again; nothing was sent to the card by then', async () => {
  const { asked, told } = await perform([{ kind: 'busy' }, { kind: 'busy' }, { kind: 'changed' }]);
  expect(asked).toBe(3);
  expect(told).toEqual([{ kind: 'pinChangeEnded', op: 5, result: { kind: 'changed' } }]);
});

test.each<PinChangeResult>([{ kind: 'unknown', stuck: false }, { kind: 'refused' }, { kind: 'wrong', triesLeft: 2 }])(
  '%o is never tried again',
  async (result) => {
    const { asked, told } = await perform([result, { kind: 'changed' }]);
    expect(asked).toBe(1);
    expect(told).toEqual([{ kind: 'pinChangeEnded', op: 5, result }]);
  },
);

test('a pad that stays busy is given up', async () => {
  const { asked, told } = await perform([{ kind: 'busy' }]);
  expect(asked).toBe(10);
  expect(told).toEqual([{ kind: 'pinChangeEnded', op: 5, result: { kind: 'busy' } }]);
});
