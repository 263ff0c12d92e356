/**
 * `client` of a queue row: the client of the HIS API whose books it goes to, which are in this journal and take it whoever
 * is down outside; null: HIS and operator outside. Rows from before keep going the HIS's way. The due index has the claim's
 * conditions word for word (002), so each of the two ways has its own.
 *
 * And a kind of row more (`refund-unread`): a CHECK cannot be changed, so the work-list is copied as in 023.
 */
export const clients = `
ALTER TABLE outbox ADD COLUMN client TEXT;
DROP INDEX outbox_due;
CREATE INDEX outbox_due ON outbox(destination, next_at, id) WHERE state = 'waiting' AND head = 1 AND client IS NULL;
CREATE INDEX outbox_due_client ON outbox(destination, next_at, id)
  WHERE state = 'waiting' AND head = 1 AND client IS NOT NULL;

CREATE TABLE worklist_new (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('settlement-unknown','settlement-late','settlement-after-session',
    'settlement-unsound','reversal-stuck','refund-stuck','refund-unread','row-dead','difference','print-unknown',
    'collection-unknown')),
  subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 120),
  encounter_id TEXT,
  settlement_id INTEGER REFERENCES settlement(id),
  amount_fen INTEGER,
  detail TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  resolution TEXT CHECK (resolution IN ('stands','void','refund','noted','ended')),
  resolved_by TEXT,
  resolved_second TEXT,
  reason TEXT,
  resolved_at INTEGER,
  CHECK ((resolution IS NULL) = (resolved_at IS NULL)),
  CHECK (coalesce(resolution, 'ended') = 'ended' OR (resolved_by IS NOT NULL AND reason IS NOT NULL)),
  CHECK (resolution IS NULL OR resolution NOT IN ('stands','void','refund')
    OR (resolved_second IS NOT NULL AND resolved_second <> resolved_by))
) STRICT;
INSERT INTO worklist_new (id, kind, subject, encounter_id, settlement_id, amount_fen, detail, opened_at, resolution,
    resolved_by, resolved_second, reason, resolved_at)
  SELECT id, kind, subject, encounter_id, settlement_id, amount_fen, detail, opened_at, resolution,
    resolved_by, resolved_second, reason, resolved_at FROM worklist;

CREATE TABLE untied (id INTEGER PRIMARY KEY, worklist INTEGER NOT NULL) STRICT;
INSERT INTO untied SELECT id, worklist FROM reconcile_row WHERE worklist IS NOT NULL;
UPDATE reconcile_row SET worklist = NULL WHERE worklist IS NOT NULL;
-- The old table goes row by row, and each is looked for among the rows that may point at it.
CREATE INDEX reconcile_row_tied ON reconcile_row(worklist) WHERE worklist IS NOT NULL;
DROP TABLE worklist;
DROP INDEX reconcile_row_tied;
ALTER TABLE worklist_new RENAME TO worklist;
CREATE UNIQUE INDEX worklist_one_open ON worklist(kind, subject) WHERE resolution IS NULL;
CREATE INDEX worklist_encounter ON worklist(encounter_id) WHERE resolution IS NULL;
CREATE INDEX worklist_settlement ON worklist(settlement_id) WHERE settlement_id IS NOT NULL;
CREATE INDEX worklist_difference ON worklist(subject, id) WHERE kind = 'difference';
UPDATE reconcile_row SET worklist = (SELECT untied.worklist FROM untied WHERE untied.id = reconcile_row.id)
  WHERE id IN (SELECT id FROM untied);
DROP TABLE untied;
`;
