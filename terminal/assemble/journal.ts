import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { SiteProfile } from '../../kiosk-config/schema.ts';
import type { Audit } from '../ports.ts';
import { markBegun } from '../store/begun.ts';
import { openStore, storeFailure } from '../store/open.ts';
import { type Inode, inodeOf, isStill } from '../store/rescue.ts';
import {
  type JournalFiles,
  journalFiles,
  putInPlace,
  setAside,
  setAsideNames,
  setAsideStrayWal,
} from '../store/set-aside.ts';
import type { Store } from '../store/store.ts';

export interface JournalParts {
  readonly profile: Pick<SiteProfile, 'paths'>;
  readonly databaseKey: Uint8Array;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly report: (what: string, cause: unknown) => void;
}

/** Who begins a new journal, and why; `by` and `second` are staff ids. */
export interface Adoption {
  readonly by: string;
  readonly second: string;
  readonly reason: string;
  /** How far our clock is known to be behind, ms: the lost journal may have worked until that much later. */
  readonly behindMs?: number;
}

/** `terminal.db` in the profile's data folder, and what may stand in its place. */
export interface Journal {
  /** Its path. */
  readonly file: string;
  /** Opens it. A damaged one is set aside; where one is missing that has been here, none is begun in its stead. */
  open(): Result<Store, FailureCode>;
  /** Closes a damaged journal and sets its file aside. */
  putAway(store: Store): void;
  /**
   * Closes a journal whose file was deleted, moved or replaced, and puts it back. False, or thrown where the disk says
   * so, where it cannot be had whole: from then on nothing opens but that same file, or what a person adopts.
   */
  putBack(store: Store): boolean;
  /**
   * Begins a new journal that says of itself whom it follows; what cannot be opened with our key is set aside. `tell`
   * adds to that journal's first transaction.
   */
  adopt(adoption: Adoption, tell: (begun: Store, predecessor: string | null) => void): Result<void, FailureCode>;
  /** Names of what was set aside here, oldest first. */
  setAside(): readonly string[];
}

/** What an error of the file system means for the journal; null where it is none. */
function fileFailure(cause: unknown): FailureCode | null {
  if (!(cause instanceof Error && 'syscall' in cause && 'code' in cause)) return null;
  return cause.code === 'ENOSPC' ? 'STORE_FULL' : 'STORE_IO';
}

export function createJournal({ profile, databaseKey, clock, audit, report }: JournalParts): Journal {
  const folder = profile.paths.data;
  const file = join(folder, 'terminal.db');
  const key = (): Uint8Array => databaseKey;

  /** The file that was opened last, and whether it went and could not be put back. */
  let last: Inode | null = null;
  let lost = false;

  /** What stands in the place of a lost journal is not taken for it, and an empty place not for a first one. */
  const isGone = (files: JournalFiles): boolean => {
    if (files === 'gone') return true;
    return lost && (files !== 'present' || last === null || !isStill(file, last));
  };

  /** Nobody may have it open. */
  const putFileAway = (): string => {
    const name = setAside(file, clock.now());
    audit('store.set-aside', { file: name });
    return name;
  };

  /** Whatever the file system says; a bug of ours is reported and told as one, and the journal stays closed. */
  const guarded = <T>(work: () => Result<T, FailureCode>): Result<T, FailureCode> => {
    try {
      return work();
    } catch (cause) {
      report('the database could not be opened', cause);
      return err(storeFailure(cause) ?? fileFailure(cause) ?? 'TERMINAL_INTERNAL');
    }
  };

  return {
    file,
    open: () =>
      guarded(() => {
        setAsideStrayWal(file, clock.now());
        const files = journalFiles(file);
        if (files === 'setAside') return err('STORE_CORRUPT');
        if (isGone(files)) return err('STORE_GONE');
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const opened = openStore({ file }, key);
        if (!opened.ok) {
          if (opened.error === 'STORE_CORRUPT') putFileAway();
          return opened;
        }
        try {
          markBegun(file, clock.now());
          last = inodeOf(file);
          lost = false;
        } catch (cause) {
          opened.value.close();
          throw cause;
        }
        return opened;
      }),
    putAway(store) {
      try {
        store.close();
      } finally {
        putFileAway();
      }
    },
    putBack(store) {
      const draft = `${file}.rescued`;
      lost = true;
      try {
        if (!store.copyOpenFiles(draft)) return false;
        // Before the close, which takes a WAL that stands beside the database for its own and deletes it.
        if (existsSync(file)) putFileAway();
      } finally {
        store.close();
      }
      setAsideStrayWal(file, clock.now());
      putInPlace(draft, file);
      lost = false;
      return true;
    },
    adopt: ({ by, second, reason, behindMs = 0 }, tell) =>
      guarded(() => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const predecessor = existsSync(file) ? putFileAway() : (setAsideNames(file).at(-1) ?? null);
        // Made under another name, so that at no moment a journal stands there that does not know what it follows.
        const draft = `${file}.adopting`;
        if (existsSync(draft)) setAside(draft, clock.now());
        const opened = openStore({ file: draft }, key);
        if (!opened.ok) return opened;
        const { value: store } = opened;
        try {
          store.transaction(() => {
            store.origin.adopt({ adoptedAt: clock.now() + behindMs, by, second, reason, predecessor });
            tell(store, predecessor);
          });
        } finally {
          store.close();
        }
        putInPlace(draft, file);
        markBegun(file, clock.now());
        lost = false;
        return ok(undefined);
      }),
    setAside: () => setAsideNames(file),
  };
}
