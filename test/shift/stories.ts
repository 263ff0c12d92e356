import { type Random, randomInt } from '../../common/kernel/ports.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';

/** What happens with one person of the day. */
export const storyNames = [
  'settle',
  'refund',
  'partial',
  'lostAfter',
  'lostBefore',
  'lostLate',
  'refused',
  'bentAnswer',
  'uploadLost',
  'refundLost',
  'cardPulled',
  'paperOut',
  'coverOpen',
] as const;
export type Story = (typeof storyNames)[number];

/** Whose fault it is: five of a hundred the centre's, two a device's. */
export type FaultOf = 'centre' | 'device' | null;

interface Share {
  readonly story: Story;
  /** Of a thousand visits. */
  readonly share: number;
  readonly fault: FaultOf;
}

export const OF_THOUSAND: readonly Share[] = [
  { story: 'lostAfter', share: 10, fault: 'centre' },
  { story: 'lostBefore', share: 10, fault: 'centre' },
  { story: 'lostLate', share: 8, fault: 'centre' },
  { story: 'refused', share: 7, fault: 'centre' },
  { story: 'bentAnswer', share: 5, fault: 'centre' },
  { story: 'uploadLost', share: 5, fault: 'centre' },
  { story: 'refundLost', share: 5, fault: 'centre' },
  { story: 'cardPulled', share: 7, fault: 'device' },
  { story: 'paperOut', share: 7, fault: 'device' },
  { story: 'coverOpen', share: 6, fault: 'device' },
  { story: 'refund', share: 45, fault: null },
  { story: 'partial', share: 40, fault: null },
];

export function faultOf(story: Story): FaultOf {
  return OF_THOUSAND.find((share) => share.story === story)?.fault ?? null;
}

/** Whether all of it is given back in the end, and nothing of it stands. */
export function isGivenBack(story: Story): boolean {
  return story === 'refund' || story === 'refundLost';
}

function drawStory(random: Random): Story {
  let at = randomInt(random, 1000);
  for (const { story, share } of OF_THOUSAND) {
    if (at < share) return story;
    at -= share;
  }
  return 'settle';
}

/** The stories of a day by its seed. A day that is long enough has each of them once, so that none is only promised. */
export function storiesOf(visits: number, seed: number): readonly Story[] {
  const random = seededRandom(seed);
  const drawn = Array.from({ length: visits }, () => drawStory(random));
  const missing = OF_THOUSAND.map(({ story }) => story).filter((story) => !drawn.includes(story));
  if (visits <= OF_THOUSAND.length) return drawn;
  // They take the places of people of whom nothing was to be told, from the end.
  const plain = drawn.flatMap((story, place) => (story === 'settle' ? [place] : [])).reverse();
  for (const [index, story] of missing.entries()) {
    const place = plain[index];
    if (place !== undefined) drawn[place] = story;
  }
  return drawn;
}
