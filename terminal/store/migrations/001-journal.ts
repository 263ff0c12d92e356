/**
 * The journal: message ids, every message to the centre with its exact bytes, visits, settlements, print jobs.
 * `settlement.live` is 1 while the outcome is open or the HIS has not confirmed it; the unique index makes a second
 * settlement of such an encounter impossible in the database, not only in the code.
 */
export const journal = `
CREATE TABLE message_cursor (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  second INTEGER NOT NULL,
  counter INTEGER NOT NULL
) STRICT;

CREATE TABLE visit (
  id INTEGER PRIMARY KEY,
  encounter_id TEXT NOT NULL,
  holder TEXT NOT NULL UNIQUE,
  phase TEXT NOT NULL CHECK (phase IN
    ('opened','held','registering','registered','diagnosed','uploading','ready','settled','undoing','ended')),
  encounter TEXT NOT NULL,
  person TEXT NOT NULL,
  psn_no TEXT NOT NULL,
  insuplc_admdvs TEXT NOT NULL,
  insutype TEXT NOT NULL,
  mdtrt_id TEXT,
  batch TEXT,
  presettled TEXT,
  begun_at TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX visit_encounter ON visit(encounter_id, id);
CREATE UNIQUE INDEX visit_one_open ON visit(encounter_id) WHERE phase NOT IN ('settled','undoing','ended');
CREATE INDEX visit_undoing ON visit(id) WHERE phase = 'undoing';

CREATE TABLE message (
  id INTEGER PRIMARY KEY,
  msgid TEXT NOT NULL UNIQUE CHECK (length(msgid) = 30),
  infno TEXT NOT NULL,
  visit_id INTEGER REFERENCES visit(id),
  request BLOB NOT NULL,
  sends INTEGER NOT NULL DEFAULT 0,
  outcome TEXT CHECK (outcome IN ('ok','refused','notSent','unknown')),
  reason TEXT,
  reply BLOB,
  created_at INTEGER NOT NULL,
  answered_at INTEGER
) STRICT;
CREATE INDEX message_visit ON message(visit_id, infno, id);

CREATE TABLE settlement (
  id INTEGER PRIMARY KEY,
  visit_id INTEGER NOT NULL REFERENCES visit(id),
  encounter_id TEXT NOT NULL,
  message_id INTEGER NOT NULL UNIQUE REFERENCES message(id),
  previous_id INTEGER REFERENCES settlement(id),
  fence_message_id INTEGER UNIQUE REFERENCES message(id),
  state TEXT NOT NULL CHECK (state IN ('intended','unknown','fencing','settled','refused','notSent','reversed')),
  live INTEGER NOT NULL CHECK (live IN (0, 1)),
  use_account INTEGER NOT NULL CHECK (use_account IN (0, 1)),
  split_shown TEXT NOT NULL,
  levels TEXT NOT NULL,
  split_settled TEXT,
  scope_settled TEXT,
  changed INTEGER NOT NULL DEFAULT 0 CHECK (changed IN (0, 1)),
  setl_id TEXT,
  setl_time TEXT,
  found_by TEXT CHECK (found_by IN ('answer','5203')),
  check_code TEXT NOT NULL UNIQUE CHECK (length(check_code) = 16),
  failure_code TEXT,
  reason TEXT,
  rounds INTEGER NOT NULL DEFAULT 0,
  attention TEXT,
  verify_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK (state <> 'settled' OR (setl_id IS NOT NULL AND split_settled IS NOT NULL AND setl_time IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX settlement_one_live ON settlement(encounter_id) WHERE live = 1;
CREATE INDEX settlement_open ON settlement(id) WHERE state IN ('intended','unknown','fencing');
CREATE INDEX settlement_verify ON settlement(verify_at) WHERE verify_at IS NOT NULL;
CREATE INDEX settlement_visit ON settlement(visit_id, id);
CREATE INDEX settlement_encounter ON settlement(encounter_id, id);

CREATE TABLE print_job (
  id INTEGER PRIMARY KEY,
  job_id TEXT NOT NULL UNIQUE,
  settlement_id INTEGER REFERENCES settlement(id),
  kind TEXT NOT NULL,
  copy INTEGER NOT NULL,
  check_code TEXT,
  outcome TEXT CHECK (outcome IN ('printed','notPrinted','unknown')),
  detail TEXT,
  created_at INTEGER NOT NULL,
  finished_at INTEGER
) STRICT;
CREATE UNIQUE INDEX print_job_copy ON print_job(settlement_id, kind, copy) WHERE settlement_id IS NOT NULL;
CREATE INDEX print_job_open ON print_job(id) WHERE outcome IS NULL;
`;
