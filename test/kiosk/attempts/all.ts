import type { Attempt } from './attempt.ts';
import { keyAttempts } from './keys.ts';
import { pageAttempts } from './page.ts';
import { pointerAttempts } from './pointer.ts';

export const allAttempts: readonly Attempt[] = [...keyAttempts, ...pointerAttempts, ...pageAttempts];

/** The attempt's row in docs/kiosk-lockdown.md. */
export function rowOf({ id, wins, locks }: Attempt): string {
  return `| ${id} | ${wins.join(', ')} | ${locks.map((lock) => `\`${lock}\``).join(' ')} |`;
}
