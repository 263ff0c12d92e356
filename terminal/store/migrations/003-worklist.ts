/**
 * What a person must look at. One open row per matter: a second finding of the same thing is the same row, by the
 * database itself. A resolution that moves money bears two different names, by the database too. What was a remark
 * (`attention`) on a settlement is a row here; the settlement counts how often its 2601 did not do.
 */
export const worklist = `
CREATE TABLE worklist (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('settlement-unknown','settlement-late','settlement-after-session',
    'settlement-unsound','reversal-stuck','refund-stuck','row-dead','difference','print-unknown')),
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
CREATE UNIQUE INDEX worklist_one_open ON worklist(kind, subject) WHERE resolution IS NULL;
CREATE INDEX worklist_encounter ON worklist(encounter_id) WHERE resolution IS NULL;
CREATE INDEX worklist_settlement ON worklist(settlement_id) WHERE settlement_id IS NOT NULL;

ALTER TABLE settlement DROP COLUMN attention;
ALTER TABLE settlement ADD COLUMN fence_failures INTEGER NOT NULL DEFAULT 0;
`;
