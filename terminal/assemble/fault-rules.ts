import type { FailureCode } from '../../common/contracts/failures.ts';

/** What a terminal may still do while nothing can be settled, by the code that says why. */

/** What may mend by itself: another process that still holds the database, a file that is put in place, a full disk. */
export const MENDS: ReadonlySet<FailureCode> = new Set([
  'STORE_LOCKED',
  'CONFIG_MISSING',
  'STORE_FULL',
  'STORE_IO',
  'STORE_GONE',
]);

/**
 * Without a journal nothing is settled, but people can still be told who they are and how their year stands. Not so
 * where another process has the journal: that one is this terminal, and two may not speak in its name.
 */
export const QUERIES_ON: ReadonlySet<FailureCode> = new Set([
  'STORE_CORRUPT',
  'STORE_GONE',
  'STORE_KEY',
  'STORE_NEWER',
  'STORE_FULL',
  'STORE_IO',
  'TERMINAL_INTERNAL',
]);

/** A new journal may be begun by staff only where the old one is out of reach for good. */
export const ADOPTABLE: ReadonlySet<FailureCode> = new Set(['STORE_CORRUPT', 'STORE_GONE', 'STORE_KEY']);
