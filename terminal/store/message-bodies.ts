import { assertInTransaction, type Db } from './database.ts';

/** A message whose bodies may be reduced. */
export interface WholeMessage {
  readonly id: number;
  readonly infno: string;
  readonly createdAt: number;
  readonly request: Uint8Array;
  readonly reply: Uint8Array | null;
}

/** Where a walk over the messages stands. */
export interface BodyMark {
  readonly createdAt: number;
  readonly id: number;
}

/** A clearing day, and when it was last compared. */
export interface ComparedDay {
  /** `yyyy-MM-dd`. */
  readonly day: string;
  readonly finishedAt: number;
}

export interface MessageBodies {
  /** The days that were compared by `cutoffMs` and have not been taken up again since, oldest first. */
  compared(cutoffMs: number): readonly ComparedDay[];
  /**
   * Whole messages made before `beforeMs`, oldest first, from after `mark` on. Left out: what belongs to a visit that is
   * not over, whose encounter is on the work-list or has a refund open, that is still looked at after a 2601, or whose
   * settlement's or refund's own clearing day was not compared by `cutoffMs` or has been taken up again since. That the
   * day on which they were made has been compared is for the caller to see to: it asks day by day.
   */
  due(beforeMs: number, cutoffMs: number, mark: BodyMark, limit: number): readonly WholeMessage[];
  /** Puts what is left of the bodies in their place. */
  reduce(id: number, request: Uint8Array, reply: Uint8Array | null): void;
}

/** Whether a clearing day was not compared by the cut-off, or has been taken up again since. */
export const OPEN_DAY = (day: string): string => `
  (NOT EXISTS (SELECT 1 FROM reconcile_run r WHERE r.day = ${day} AND r.finished_at <= @cutoff)
   OR EXISTS (SELECT 1 FROM reconcile_run r WHERE r.day = ${day} AND coalesce(r.finished_at, @cutoff + 1) > @cutoff))`;

/** Its first condition repeats the index's word for word; a test asserts the plan. */
export const DUE_SQL = `
SELECT m.id, m.infno, m.created_at AS createdAt, m.request, m.reply FROM message m LEFT JOIN visit v ON v.id = m.visit_id
WHERE m.reduced = 0 AND m.created_at < @before AND (m.created_at, m.id) > (@markAt, @markId)
  AND (v.id IS NULL OR (v.phase IN ('settled','ended')
    AND NOT EXISTS (SELECT 1 FROM worklist w WHERE w.encounter_id = v.encounter_id AND w.resolution IS NULL)
    AND NOT EXISTS (SELECT 1 FROM refund f WHERE f.encounter_id = v.encounter_id AND f.state NOT IN ('done','kept'))
    AND NOT EXISTS (SELECT 1 FROM settlement s LEFT JOIN refund f ON f.settlement_id = s.id
      WHERE s.visit_id = v.id AND (s.state IN ('intended','unknown','fencing') OR s.verify_at IS NOT NULL
        OR (s.state = 'settled' AND ${OPEN_DAY('substr(s.setl_time, 1, 10)')})
        OR (f.refunded_at IS NOT NULL AND ${OPEN_DAY('substr(f.refunded_at, 1, 10)')})))))
  AND NOT EXISTS (SELECT 1 FROM reconcile_detail d JOIN reconcile_run r ON r.id = d.run_id
    WHERE (d.upload_message = m.id OR d.compare_message = m.id) AND r.state = 'running')
ORDER BY m.created_at, m.id LIMIT 0 + @limit`;

/** A run that is under way counts as one that ends after the cut-off. */
export const COMPARED_SQL = `
SELECT day, max(coalesce(finished_at, @cutoff + 1)) AS finishedAt FROM reconcile_run
GROUP BY day HAVING finishedAt <= @cutoff ORDER BY day`;

export function createMessageBodies(db: Db): MessageBodies {
  const compared = db.prepare<[{ cutoff: number }], ComparedDay>(COMPARED_SQL);
  const due = db.prepare<[Record<string, number>], WholeMessage>(DUE_SQL);
  const reduce = db.prepare('UPDATE message SET request = ?, reply = ?, reduced = 1 WHERE id = ?');
  return {
    compared: (cutoff) => compared.all({ cutoff }),
    due: (before, cutoff, { createdAt: markAt, id: markId }, limit) =>
      due.all({ before, cutoff, markAt, markId, limit }),
    reduce(id, request, reply) {
      assertInTransaction(db);
      reduce.run(request, reply, id);
    },
  };
}
