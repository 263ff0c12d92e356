/**
 * Refunds of known settlements. One per settlement, by the database: a second 2208 of the same settlement can only be a
 * new try of the same row, made when the one before is known to be without effect.
 */
export const refund = `
CREATE TABLE refund (
  id INTEGER PRIMARY KEY,
  settlement_id INTEGER NOT NULL UNIQUE REFERENCES settlement(id),
  encounter_id TEXT NOT NULL,
  setl_id TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('after-session','late-reply','difference','staff')),
  asked_by TEXT,
  asked_second TEXT,
  state TEXT NOT NULL CHECK (state IN
    ('ready','intended','unknown','fencing','stopped','refunded','done','kept')),
  message_id INTEGER UNIQUE REFERENCES message(id),
  fence_message_id INTEGER UNIQUE REFERENCES message(id),
  rounds INTEGER NOT NULL DEFAULT 0,
  tries INTEGER NOT NULL DEFAULT 0,
  refund_setl_id TEXT,
  refunded_at TEXT,
  found_by TEXT CHECK (found_by IN ('answer','5203')),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK ((asked_by IS NULL) = (asked_second IS NULL) AND (asked_by IS NULL OR asked_by <> asked_second)),
  CHECK (state NOT IN ('intended','unknown','fencing') OR message_id IS NOT NULL),
  CHECK ((state = 'fencing') <= (fence_message_id IS NOT NULL)),
  CHECK (state NOT IN ('refunded','done') OR refunded_at IS NOT NULL)
) STRICT;
CREATE INDEX refund_open ON refund(id) WHERE state NOT IN ('done','kept');
CREATE INDEX refund_encounter ON refund(encounter_id) WHERE state NOT IN ('done','kept');
`;
