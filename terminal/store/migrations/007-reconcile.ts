/**
 * Daily reconciliation with the centre. A run is one clearing day; a part is one 3201; a detail is one file that went up
 * and came back; a row is one settlement or refund that the two books do not have alike. Amounts are fen as the
 * interface counts them (funds with the account where the province does so), a refund's negative.
 */
export const reconcile = `
CREATE TABLE reconcile_run (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL CHECK (length(day) = 10),
  state TEXT NOT NULL CHECK (state IN ('running','finished')),
  asked_by TEXT,
  started_at INTEGER NOT NULL,
  finished_at INTEGER,
  CHECK ((state = 'finished') = (finished_at IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX reconcile_one_running ON reconcile_run(day) WHERE state = 'running';
CREATE INDEX reconcile_run_day ON reconcile_run(day, id);

CREATE TABLE reconcile_part (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES reconcile_run(id),
  insutype TEXT NOT NULL,
  clr_type TEXT NOT NULL,
  count INTEGER NOT NULL,
  total INTEGER NOT NULL,
  funds INTEGER NOT NULL,
  account INTEGER NOT NULL,
  cash INTEGER NOT NULL,
  result TEXT CHECK (result IN ('0','1','2','3')),
  UNIQUE (run_id, insutype, clr_type)
) STRICT;

CREATE TABLE reconcile_detail (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES reconcile_run(id),
  clr_type TEXT NOT NULL,
  upload_message INTEGER UNIQUE REFERENCES message(id),
  file_no TEXT,
  compare_message INTEGER UNIQUE REFERENCES message(id),
  result_no TEXT,
  result_name TEXT,
  judged INTEGER NOT NULL DEFAULT 0 CHECK (judged IN (0, 1)),
  UNIQUE (run_id, clr_type),
  CHECK (file_no IS NULL OR upload_message IS NOT NULL),
  CHECK (compare_message IS NULL OR file_no IS NOT NULL),
  CHECK ((result_no IS NULL) = (result_name IS NULL))
) STRICT;

CREATE TABLE reconcile_row (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES reconcile_run(id),
  clr_type TEXT NOT NULL,
  insutype TEXT,
  setl_id TEXT NOT NULL,
  mdtrt_id TEXT NOT NULL,
  msgid TEXT NOT NULL,
  refund INTEGER NOT NULL CHECK (refund IN (0, 1)),
  result TEXT NOT NULL CHECK (result IN ('0','1','2','3')),
  verdict TEXT NOT NULL,
  ours TEXT,
  theirs TEXT,
  settlement_id INTEGER REFERENCES settlement(id),
  encounter_id TEXT,
  subject TEXT,
  worklist INTEGER REFERENCES worklist(id)
) STRICT;

CREATE TABLE reconcile_other (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES reconcile_run(id),
  clr_type TEXT NOT NULL,
  sender TEXT NOT NULL,
  count INTEGER NOT NULL,
  total INTEGER NOT NULL,
  funds INTEGER NOT NULL,
  account INTEGER NOT NULL,
  UNIQUE (run_id, clr_type, sender)
) STRICT;

CREATE INDEX settlement_clearing ON settlement(setl_time, id) WHERE state = 'settled';
CREATE INDEX refund_clearing ON refund(refunded_at, id) WHERE refund_setl_id IS NOT NULL;
CREATE INDEX settlement_setl ON settlement(setl_id) WHERE setl_id IS NOT NULL;
CREATE INDEX refund_setl ON refund(refund_setl_id) WHERE refund_setl_id IS NOT NULL;
CREATE INDEX reconcile_row_run ON reconcile_row(run_id, id);
CREATE INDEX visit_mdtrt ON visit(mdtrt_id) WHERE mdtrt_id IS NOT NULL;
CREATE INDEX worklist_difference ON worklist(subject, id) WHERE kind = 'difference';
`;
