import { expect } from 'vitest';
import type { SelftestId } from '../../../common/contracts/cli/selftest.ts';
import type { FailureCode } from '../../../common/contracts/failures.ts';
import type { Mending } from './mending.ts';

const WAIT = { timeout: 60_000, interval: 500 };

/** Waits until this is so; what takes its time (a printer that was switched off, a reader) is told after it. */
export function comes<T>(look: () => Promise<T>): ReturnType<typeof expect.poll> {
  return expect.poll(look, WAIT);
}

/** One look alone is bad, for this reason, with this remedy; answers the remedy and what was found. */
export async function named(site: Mending, id: SelftestId, code: FailureCode, says: string) {
  await comes(async () => (await site.selftest()).bad).toEqual([[id, code]]);
  const { checks } = await site.selftest();
  const check = checks.find((one) => one.id === id);
  expect(check).toMatchObject({ ok: false, code, remedy: says });
  return { remedy: check?.remedy ?? '', message: check?.message ?? '' };
}

/** Nothing is wrong any more. */
export async function green(site: Mending): Promise<void> {
  await comes(async () => (await site.selftest()).bad).toEqual([]);
}
