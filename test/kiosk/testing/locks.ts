import type { Lock } from '../attempts/lock.ts';
import type { BenchOptions } from './bench.ts';
import { DEBIAN_OPENBOX } from './bench.ts';
import type { Relax } from './relaxed-headers.ts';

/** How a kiosk is started with these locks off. `page` is off by itself: a hostile page has no such handlers. */
export function without(locks: readonly Lock[]): BenchOptions {
  const off = (kind: string): readonly string[] =>
    locks.filter((lock) => lock.startsWith(`${kind}:`)).map((lock) => lock.slice(kind.length + 1));
  const [keys, flags, directives] = [off('policy'), off('flag'), off('csp')];
  const relax: Relax = (name, value) => {
    if (name === 'permissions-policy' && locks.includes('permissions')) return undefined;
    if (name !== 'content-security-policy') return value;
    if (directives.includes('*')) return undefined;
    return value
      .split('; ')
      .filter((directive) => !directives.includes(directive.split(' ')[0] ?? ''))
      .join('; ');
  };
  return {
    ...(locks.includes('wm') ? { openboxRc: DEBIAN_OPENBOX } : {}),
    flags: (all) => all.filter((each) => !flags.includes(each.split('=')[0] ?? '')),
    policy: keys.includes('*')
      ? null
      : (policy) => Object.fromEntries(Object.entries(policy).filter(([key]) => !keys.includes(key))),
    relax,
  };
}
