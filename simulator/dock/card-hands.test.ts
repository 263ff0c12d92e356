import { expect, test } from 'vitest';
import { manualClock } from '../../common/rpc/testing/manual-clock.ts';
import { createCardHands, OUT_MS, type Slots } from './card-hands.ts';
import { createRoster } from './people.ts';
import { quietLab } from './testing/quiet-lab.ts';

async function scene() {
  const clock = manualClock();
  const { lab, devices } = quietLab(() => clock.monotonic());
  const slots: Slots = [null, null];
  const roster = await createRoster(lab, () => Date.UTC(2026, 10, 22), 1);
  const cards = createCardHands({ sim: lab.sim, roster, slots, clock });
  return { cards, clock, devices, roster, slots };
}
/** Lets what has been started go as far as it can without time. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

test('turned round: out long enough to be seen, empty all that time, then in the right way', async () => {
  const { cards, clock, devices, slots } = await scene();
  await cards.insert(0, '1', true);
  expect(devices.slots[0]).toMatchObject({ card: '1', mute: true });
  const turning = cards.turn(0);
  await settle();
  expect([devices.slots[0]?.card, slots[0]]).toEqual([null, null]);
  clock.advance(OUT_MS - 1);
  await settle();
  expect(devices.slots[0]?.card).toBe(null);
  clock.advance(1);
  await turning;
  expect(devices.slots[0]).toMatchObject({ card: '1', mute: false });
  expect(slots[0]).toMatchObject({ person: '1', wrongWay: false });
});

test('into an occupied slot, and into one that was just left: the same wait; an empty one takes it at once', async () => {
  const { cards, clock, devices } = await scene();
  await cards.insert(0, '1', false);
  await cards.insert(1, '2', false);
  const over = cards.insert(0, '3', false);
  await settle();
  expect(devices.slots.map(({ card }) => card)).toEqual([null, '2']);
  clock.advance(OUT_MS);
  await over;
  await cards.remove(0);
  const soon = cards.insert(0, '1', false);
  await settle();
  expect(devices.slots[0]?.card).toBe(null);
  clock.advance(OUT_MS);
  await soon;
  expect(devices.slots[0]?.card).toBe('1');
});

test('two movements at one slot are done one after the other', async () => {
  const { cards, clock, devices, slots } = await scene();
  await cards.insert(0, '1', true);
  const both = Promise.all([cards.turn(0), cards.remove(0)]);
  await settle();
  clock.advance(OUT_MS);
  await both;
  expect([devices.slots[0]?.card, slots[0]]).toEqual([null, null]);
  await expect(cards.turn(0)).rejects.toMatchObject({ code: 'DOCK_NO_CARD' });
});

test('a new card only for somebody whose card is out', async () => {
  const { cards, devices } = await scene();
  await cards.insert(0, '1', false);
  await expect(cards.renew('1')).rejects.toMatchObject({ code: 'DOCK_CARD_IS_IN' });
  await cards.remove(0);
  await cards.renew('1');
  expect(devices.commands.at(-1)).toBe('card.renew');
  await expect(cards.renew('nobody')).rejects.toMatchObject({ code: 'DOCK_NO_SUCH_PERSON' });
});

test('a card whose number is wrong has a PIN all the same; what is no such card has none', async () => {
  const { roster } = await scene();
  expect(roster.find('wrong-check-digit')?.person.pin).toBe('246810');
  expect(roster.find('foreign')?.person.pin).toBe(null);
});
