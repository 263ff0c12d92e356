import type { ApiRows, Item } from '../plan/plan.ts';

/** What one commit of one process meets. */
export type Fate = 'go' | 'before' | 'after' | 'full' | 'io';

/** What the plan has for the commits of a terminal, over all its processes. */
export interface Fates {
  /** Of the commit that is the `boot`-th of its process, and the `intent`-th since the first intent to settle. */
  of(boot: number, intent: number | null): Fate;
  /** Of one that is about these rows of the HIS API. */
  about(api: ReadonlySet<ApiRows>): Fate;
  /** From now on every commit goes well. */
  clear(): void;
}

export function fates(items: readonly Item[]): Fates {
  let cleared = false;
  const kills = items.filter((item) => item.is === 'kill').map((item) => ({ item, used: false }));
  const refusals = items.filter((item) => item.is === 'refuse').map((item) => ({ item, left: item.times }));
  const strikes = items.filter((item) => item.is === 'strike').map((item) => ({ item, left: item.times }));
  const counts = new Map<ApiRows, number>();
  return {
    about(api) {
      for (const one of api) counts.set(one, (counts.get(one) ?? 0) + 1);
      if (cleared) return 'go';
      for (const strike of strikes) {
        const { of, nth, how } = strike.item;
        if (strike.left === 0 || !api.has(of) || (counts.get(of) ?? 0) < nth) continue;
        strike.left -= how === 'full' || how === 'io' ? 1 : strike.left;
        return how;
      }
      return 'go';
    },
    of(boot, intent) {
      if (cleared) return 'go';
      const at = (from: 'boot' | 'intent'): number | null => (from === 'boot' ? boot : intent);
      for (const kill of kills) {
        if (kill.used || at(kill.item.from) !== kill.item.nth) continue;
        kill.used = true;
        return kill.item.when;
      }
      for (const refusal of refusals) {
        const n = at(refusal.item.from);
        if (refusal.left === 0 || n === null || n < refusal.item.nth) continue;
        refusal.left -= 1;
        return refusal.item.how;
      }
      return 'go';
    },
    clear() {
      cleared = true;
    },
  };
}
