import { randomInt } from '../../common/kernel/ports.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';

/** What happens with one visit at the desk. */
export type Story =
  | 'settle'
  | 'refund'
  | 'partial'
  | 'lostAfter'
  | 'lostBefore'
  | 'lostLate'
  | 'cardPulled'
  | 'paperOut';

/** Of a hundred visits: the faults of the centre are five, those of devices two. */
const OF_HUNDRED: readonly (readonly [Story, number])[] = [
  ['lostAfter', 2],
  ['lostBefore', 2],
  ['lostLate', 1],
  ['cardPulled', 1],
  ['paperOut', 1],
  ['refund', 5],
  ['partial', 3],
];

/** The stories of a day by its seed. A short day has each kind of fault once, so that none is only promised. */
export function storiesOf(visits: number, seed: number): readonly Story[] {
  const random = seededRandom(seed);
  const drawn = Array.from({ length: visits }, (): Story => {
    let at = randomInt(random, 100);
    for (const [story, share] of OF_HUNDRED) {
      if (at < share) return story;
      at -= share;
    }
    return 'settle';
  });
  const kinds = OF_HUNDRED.map(([story]) => story).filter((story) => !drawn.includes(story));
  const places = Math.max(0, visits - 1);
  return drawn.map((story, place) =>
    visits > kinds.length && places - place < kinds.length ? (kinds[places - place] ?? story) : story,
  );
}
