import { expect, it } from 'vitest';
import { manualClock } from '../testing/manual-clock.ts';
import { createScreenProof } from './screen-proof.ts';

function bench() {
  const clock = manualClock();
  const proof = createScreenProof(clock);
  let frames = 0;
  const see = (version: number, more: { painted?: boolean; frames?: number } = {}): void => {
    frames = more.frames ?? frames + 2;
    proof.rendered({ frames, version, painted: more.painted ?? true });
  };
  return { clock, proof, see };
}

it('knows nothing before the first proof, then counts from the last', () => {
  const { clock, proof, see } = bench();
  proof.sent(1);
  expect(proof.agoMs()).toBeNull();
  see(1);
  clock.advance(700);
  expect(proof.agoMs()).toBe(700);
  see(1);
  expect(proof.agoMs()).toBe(0);
});

it.each([
  ['an empty page', { painted: false }],
  ['a page that answers without drawing', { frames: 2 }],
])('does not believe %s', (_, more) => {
  const { clock, proof, see } = bench();
  proof.sent(1);
  see(1);
  clock.advance(1000);
  see(1, more);
  expect(proof.agoMs()).toBe(1000);
});

it('believes the snapshot before for three seconds, not longer', () => {
  const { clock, proof, see } = bench();
  proof.sent(4);
  see(4);
  clock.advance(5000);
  proof.sent(5);
  clock.advance(3000);
  see(4);
  expect(proof.agoMs()).toBe(0);
  clock.advance(1);
  see(4);
  expect(proof.agoMs()).toBe(1);
  see(5);
  expect(proof.agoMs()).toBe(0);
});

it('gives a page time where snapshots follow each other quickly', () => {
  const { clock, proof, see } = bench();
  proof.sent(1);
  clock.advance(10_000);
  for (const version of [2, 3, 4]) {
    proof.sent(version);
    clock.advance(100);
  }
  see(1);
  expect(proof.agoMs()).toBe(0);
});

it('takes a page that began anew', () => {
  const { clock, proof, see } = bench();
  proof.sent(1);
  see(1, { frames: 900 });
  clock.advance(2000);
  see(1, { frames: 2 });
  expect(proof.agoMs()).toBe(0);
});
