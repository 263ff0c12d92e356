import { describe, expect, it } from 'vitest';
import { virtualClock } from './clock.ts';

describe('simulated time', () => {
  it('does not go on before what died under a look has given back what it had open', async () => {
    const clock = virtualClock();
    const life = clock.fork(() => {});
    let isFree = true;
    let found: boolean | null = null;
    let looked = false;
    await clock.run(1000, () => {
      if (looked) return false;
      looked = true;
      isFree = false;
      life.kill();
      // As a process does whose statement is still under way when it dies.
      process.nextTick(() => {
        isFree = true;
      });
      clock.after(900, () => {
        found = isFree;
      });
      return false;
    });
    expect(found).toBe(true);
  });
});
