import { expect, test } from 'vitest';
import { flags } from './codes.ts';
import { Occupancy } from './occupancy.ts';

const READER = 'Reader A 00 00';

/** What the service says of the reader: its flags, and how many cards it counted in and out. */
const says = (event: number, counter: number) => [
  { reader: READER, current: 0, event: ((counter << 16) | event) >>> 0, atr: Uint8Array.of(0x3b, 0x00) },
];

test('a card that came without being counted is none, however long the service says it is there', () => {
  const occupancy = new Occupancy();
  expect(occupancy.observe(says(flags.PRESENT, 5))).toMatchObject({ kind: 'present', generation: 1 });
  expect(occupancy.observe(says(flags.EMPTY, 6)).kind).toBe('empty');
  expect(occupancy.observe(says(flags.PRESENT, 6)).kind).toBe('empty');
  expect(occupancy.observe(says(flags.PRESENT | flags.MUTE, 6)).kind).toBe('empty');
  expect(occupancy.observe(says(flags.PRESENT, 7))).toMatchObject({ kind: 'present', generation: 2 });
  expect(occupancy.observe(says(flags.PRESENT, 7))).toMatchObject({ kind: 'present', generation: 2 });
});

test('a card that is in when the watch begins needs no counting, nor does one where the service counts nothing', () => {
  const occupancy = new Occupancy();
  expect(occupancy.observe(says(flags.PRESENT, 6)).kind).toBe('present');
  occupancy.forget();
  expect(occupancy.observe(says(flags.EMPTY, 6)).kind).toBe('empty');
  occupancy.forget();
  expect(occupancy.observe(says(flags.PRESENT, 6)).kind).toBe('present');
  const uncounted = new Occupancy();
  expect(uncounted.observe(says(flags.EMPTY, 0)).kind).toBe('empty');
  expect(uncounted.observe(says(flags.PRESENT, 0)).kind).toBe('present');
});
