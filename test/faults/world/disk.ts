import { rmSync } from 'node:fs';
import { openStore } from '../../../terminal/store/open.ts';
import type { Store } from '../../../terminal/store/store.ts';
import type { Item } from '../plan/plan.ts';
import { fatedCommits } from './commits.ts';
import { type Connection, newConnection, reopened, storeIn, type TrialJournal } from './connection.ts';
import { fates } from './fates.ts';
import type { Recorder } from './record.ts';
import { type Told, touchedRows } from './touched.ts';

/**
 * Where the journal of a terminal lives: in a file; in memory, opened anew by each process; or in memory and open for
 * many schedules, where a process finds the committed pages as the one before left them.
 */
export type Place = { readonly file: string } | { readonly image: Buffer | null } | { readonly trial: TrialJournal };

/** What outlives a process: committed pages. The schema is made once, by the migrations, and copied per schedule. */
export interface Disk {
  /** Opens the journal as production does, with the wrapper that lets commits fail and processes die. */
  open(process: { readonly kill: () => void; readonly alive: () => boolean }): OpenDisk;
  /** Tries to open it a second time while it is open; null where that is refused, as it should be. */
  openAgain(): Store | null;
  /** All committed pages, of a journal in memory. */
  image(): Buffer;
  /** The journal is lost; the last process that had it was this one. What it held the judge still sees. */
  lose(lastBoot: number): void;
  /** People begin another one, at this moment of the terminal's clock. */
  adopt(nowMs: number): void;
  /** Journals that were lost. */
  lost(): readonly LostJournal[];
  /** The file is not in its place for so long, ms; what is open stays open. */
  vanish(ms: number): void;
  /** From now on every commit goes well. */
  clear(): void;
  remove(): void;
}

/** A journal that its terminal no longer has. */
export interface LostJournal {
  readonly journal: Store;
  readonly lastBoot: number;
}

export interface OpenDisk {
  readonly store: Store;
  /** The same journal without the wrapper: what the judge reads. */
  readonly journal: Store;
  /** Not within a transaction: what is read now is committed. */
  settled(): boolean;
  /** While `work` runs, nothing that is being prepared is found: for a start that did not interrupt it. */
  unnoticed(work: () => void): void;
  /** Keeps what was committed and gives the place back. */
  close(): void;
}

const KEY = new Uint8Array(32).fill(7);

export function disk(
  parts: {
    readonly record: Recorder;
    readonly elapsed: () => number;
    readonly terminal: number;
  } & Omit<Told, 'onIntent'>,
  items: readonly Item[],
  place: Place,
): Disk {
  const { record, elapsed } = parts;
  let cleared = false;
  let goneUntil = 0;
  const planned = fates(items);
  const start = elapsed();
  const narrow = items.filter((item) => item.is === 'lowSpace');

  const lowNow = (): boolean => {
    return !cleared && narrow.some(({ at, ms }) => elapsed() - start >= at && elapsed() - start < at + ms);
  };

  let connection: Connection | null = null;
  let latest: Store | null = null;
  let adopted: { readonly connection: Connection; readonly store: Store } | null = null;
  const lost: LostJournal[] = [];
  const connect = (): Store => {
    if (adopted !== null) return adopted.store;
    if ('trial' in place) return place.trial.store;
    if ('file' in place) return must(openStore(place, () => KEY, { lockMs: 0 }));
    connection = connection === null ? newConnection(place.image) : reopened(connection);
    return storeIn(connection);
  };

  const open: Disk['open'] = (process) => {
    const real = connect();
    latest = real;
    let sinceIntent: number | null = null;
    let lowTold = false;
    let blind = false;

    const touched = touchedRows(real, {
      onIntent: () => {
        sinceIntent ??= 0;
      },
      onMade: parts.onMade,
      onChange: parts.onChange,
      onRefund: parts.onRefund,
    });
    const next = (): number | null => {
      if (sinceIntent !== null) sinceIntent += 1;
      return sinceIntent;
    };
    const { transaction, settled } = fatedCommits({ real, touched, planned, record, process, sinceIntent: next });
    const wrapped: Store = {
      ...real,
      ...touched.rows,
      transaction,
      visits: {
        ...real.visits,
        unfinished: () => (blind ? [] : real.visits.unfinished()),
      },
      gone: () => !cleared && elapsed() < goneUntil,
      freeBytes() {
        if (!lowNow()) return real.freeBytes();
        if (!lowTold) record.fault('lowSpace');
        lowTold = true;
        return 1024;
      },
      close() {},
    };
    return {
      store: wrapped,
      journal: { ...real, freeBytes: wrapped.freeBytes },
      settled,
      unnoticed(work) {
        blind = true;
        try {
          work();
        } finally {
          blind = false;
        }
      },
      close() {
        if ('file' in place) real.close();
      },
    };
  };

  return {
    open,
    openAgain() {
      if (!('file' in place)) return null;
      const opened = openStore(place, () => KEY, { lockMs: 0 });
      return opened.ok ? opened.value : null;
    },
    image() {
      if (connection === null) throw new Error('faults: no journal in memory');
      return connection.serialize();
    },
    lose(lastBoot) {
      record.fault('journalLost');
      if (latest !== null) lost.push({ journal: latest, lastBoot });
    },
    adopt(nowMs) {
      const begun = newConnection(null);
      const store = storeIn(begun);
      store.transaction(() =>
        store.origin.adopt({
          adoptedAt: nowMs,
          by: 'staff-1',
          second: 'staff-2',
          reason: 'the disk is gone',
          predecessor: null,
        }),
      );
      adopted = { connection: begun, store };
    },
    lost: () => lost,
    vanish(ms) {
      goneUntil = elapsed() + ms;
    },
    clear() {
      cleared = true;
      planned.clear();
    },
    remove() {
      adopted?.connection.close();
      adopted = null;
      connection?.close();
      connection = null;
      if (!('file' in place)) return;
      for (const end of ['', '-wal', '-shm', '-journal']) rmSync(place.file + end, { force: true });
    },
  };
}

function must(opened: ReturnType<typeof openStore>): Store {
  if (!opened.ok) throw new Error(`faults: the journal does not open: ${opened.error}`);
  return opened.value;
}
