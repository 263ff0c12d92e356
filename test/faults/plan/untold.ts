import { net } from './network.ts';
import { PAYER, SENT_BY_MS } from './payer.ts';
import type { Item } from './plan.ts';
import type { Recipe } from './recipe.ts';

/**
 * A success at which nobody can look: the screen is dark while the answer comes, the slip is the only one who speaks, and
 * it does not say what became of it. Sometimes the screen is lit, and the disk keeps nothing of that.
 */
export const untold: Recipe = (seed, throws, setting) => {
  const isDark = throws.chance(70);
  const slow = net(throws, 'centre', '2207', 1, 'slow');
  const items: Item[] = [slow.is === 'net' ? { ...slow, ms: throws.between(4000, 20_000) } : slow];
  const ms = throws.between(60_000, 120_000);
  if (isDark) items.push({ is: 'away', what: 'screenDies', at: SENT_BY_MS, ms });
  const how = throws.pick(['unknown', 'unknownPrinted', 'unknownPrinted', 'slow', 'offline'] as const);
  items.push({ is: 'print', nth: 1, how });
  const nth = throws.between(2, 12);
  if (!isDark) {
    const refused = throws.pick(['full', 'io'] as const);
    items.push({ is: 'refuse', how: refused, from: 'intent', nth, times: throws.between(1, 3) });
  }
  if (throws.chance(40)) items.push({ is: 'kill', when: throws.pick(['before', 'after']), from: 'intent', nth });
  const changes = { prepared: true, file: false, printer: throws.chance(80), reverses: throws.chance(75) };
  const leaves = throws.pick(['atOnce', 'slowly'] as const);
  return { seed, setting: { ...setting, ...changes, noFence: false }, visits: [{ ...PAYER, leaves }], items };
};
