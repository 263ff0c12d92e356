import { assertInTransaction, type Db } from './database.ts';
import { type BodyMark, OPEN_DAY } from './message-bodies.ts';

/** A request for a cash part whose text may be reduced. */
export interface WholeCollection {
  readonly id: number;
  readonly createdAt: number;
  readonly body: string;
}

export interface CollectionBodies {
  /**
   * Whole requests made before `beforeMs`, oldest first, from after `mark` on. Left out: what has not ended and nobody has
   * decided (its text is the question that is asked again), and what is kept of messages for the same reasons: an
   * encounter on the work-list or with a refund open, a settlement whose own or whose refund's clearing day was not
   * compared by `cutoffMs`.
   */
  due(beforeMs: number, cutoffMs: number, mark: BodyMark, limit: number): readonly WholeCollection[];
  /** Puts what is left of the text in its place. */
  reduce(id: number, body: string): void;
}

/** Its first condition repeats the index's word for word; a test asserts the plan. */
export const DUE_COLLECTIONS_SQL = `
SELECT c.id, c.created_at AS createdAt, c.body FROM cash_collection c
JOIN settlement s ON s.id = c.settlement_id JOIN visit v ON v.id = s.visit_id LEFT JOIN refund f ON f.settlement_id = s.id
WHERE c.reduced = 0 AND c.created_at < @before AND (c.created_at, c.id) > (@markAt, @markId)
  AND (c.state IN ('collected','notCollected') OR EXISTS (SELECT 1 FROM worklist w
    WHERE w.settlement_id = s.id AND w.kind = 'collection-unknown' AND w.resolution = 'noted'))
  AND v.phase IN ('settled','ended') AND s.verify_at IS NULL AND s.state NOT IN ('intended','unknown','fencing')
  AND NOT EXISTS (SELECT 1 FROM worklist w WHERE w.encounter_id = s.encounter_id AND w.resolution IS NULL)
  AND NOT EXISTS (SELECT 1 FROM refund o WHERE o.encounter_id = s.encounter_id AND o.state NOT IN ('done','kept'))
  AND NOT (s.state = 'settled' AND ${OPEN_DAY('substr(s.setl_time, 1, 10)')})
  AND NOT (f.refunded_at IS NOT NULL AND ${OPEN_DAY('substr(f.refunded_at, 1, 10)')})
ORDER BY c.created_at, c.id LIMIT 0 + @limit`;

export function createCollectionBodies(db: Db): CollectionBodies {
  const due = db.prepare<[Record<string, number>], WholeCollection>(DUE_COLLECTIONS_SQL);
  const reduce = db.prepare('UPDATE cash_collection SET body = ?, reduced = 1 WHERE id = ?');
  return {
    due: (before, cutoff, { createdAt: markAt, id: markId }, limit) =>
      due.all({ before, cutoff, markAt, markId, limit }),
    reduce(id, body) {
      assertInTransaction(db);
      reduce.run(body, id);
    },
  };
}
