import type { Lab } from '../../simulator/lab/lab.ts';

/** A request as the reference servers logged it. */
export interface CentreLogEntry {
  readonly sequence: number;
  readonly at: number;
  readonly target: string;
  readonly key: string;
  readonly messageId: string | null;
  readonly fault: string | null;
  /** It was carried out, whatever the other side saw of it. */
  readonly handled: boolean;
}

/** A visit is settled by 2207, a stay by 2304. */
const SETTLES: readonly string[] = ['2207', '2304'];
/** Faults under which whoever asked has no answer that can be read. */
const HIDES: readonly string[] = ['loseReplyAfterCommit', 'loseBeforeCommit', 'garbage'];

const REFUNDS: readonly string[] = ['2208', '2305'];

const isHidden = ({ target, key, fault }: CentreLogEntry, keys: readonly string[]): boolean =>
  target === 'centre' && keys.includes(key) && fault !== null && HIDES.includes(fault);

const lost = (log: readonly CentreLogEntry[], keys: readonly string[]): readonly string[] => [
  ...new Set(log.filter((entry) => isHidden(entry, keys)).flatMap(({ messageId }) => messageId ?? [])),
];

/** Settlements whose answer never came, carried out or not; each message once. */
export function lostAnswers(log: readonly CentreLogEntry[]): readonly string[] {
  return lost(log, SETTLES);
}

/** Refunds whose answer never came: their own number at the centre only its statement can tell. */
export function lostRefunds(log: readonly CentreLogEntry[]): readonly string[] {
  return lost(log, REFUNDS);
}

/**
 * Settlements that the centre's own log calls for people about: carried out, the answer lost, and the centre could not be
 * asked (5203) before whoever waited was let go after `limitMs`. Found afterwards it stands, and she does not know.
 */
export function foundLate(log: readonly CentreLogEntry[], limitMs: number): readonly string[] {
  const centre = log.filter(({ target }) => target === 'centre');
  return centre.flatMap((entry) => {
    const { at, sequence, messageId, handled } = entry;
    if (!isHidden(entry, SETTLES) || !handled || messageId === null) return [];
    const answered = centre.find((one) => one.sequence > sequence && one.key === '5203' && one.fault === null);
    return answered === undefined || answered.at - at > limitMs ? [messageId] : [];
  });
}

/** How often the centre did what this transaction asks. */
export function carriedOut(log: readonly CentreLogEntry[], infno: string): number {
  return log.filter(({ target, key, handled }) => target === 'centre' && key === infno && handled).length;
}

/** The newest entry; the requests after it are whoever comes next. */
export function newest(log: readonly CentreLogEntry[]): number {
  return log.reduce((last, { sequence }) => Math.max(last, sequence), 0);
}

/**
 * Rows that the work-list must have, by this log alone: one for each settlement that was found late. `after`: only those
 * sent since this entry, where whoever sent the ones before was there to be told.
 */
export function expectedRows(log: readonly CentreLogEntry[], limitMs: number, after = 0): number {
  return foundLate(
    log.filter(({ sequence }) => sequence > after),
    limitMs,
  ).length;
}

/** The log of a whole day: the servers keep the newest entries only, so it is read again and again. */
export interface CentreLog {
  read(): Promise<void>;
  entries(): readonly CentreLogEntry[];
}

export function createCentreLog(lab: Pick<Lab, 'admin'>): CentreLog {
  const known = new Map<number, CentreLogEntry>();
  return {
    async read() {
      const { entries } = (await lab.admin('GET', '/admin/log')) as { entries: readonly CentreLogEntry[] };
      for (const entry of entries) known.set(entry.sequence, entry);
    },
    entries: () => [...known.values()].sort((a, b) => a.sequence - b.sequence),
  };
}
