/**
 * Hospital stays. `stay` is what the centre has been told of one: it outlives every preparation of its bill, which is a
 * `visit` of the form `inpatient` as before. `stay_line` is a fee line that the centre has, and how it ruled; while
 * `fees_doubtful` is 1 nobody knows what it has, and it is cleared before anything is uploaded.
 *
 * A refund may be asked for at the desk or through the hospital's own system, by one or by two, and may leave a stay as it
 * was before its settlement: `until` says how far it is undone. The table is made anew, since SQLite cannot widen a CHECK.
 */
export const stay = `
CREATE TABLE stay (
  id INTEGER PRIMARY KEY,
  encounter_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN
    ('admitting','admitted','discharging','discharged','returning','cancelling','cancelled')),
  encounter TEXT NOT NULL,
  person TEXT NOT NULL,
  psn_no TEXT NOT NULL,
  insuplc_admdvs TEXT NOT NULL,
  insutype TEXT NOT NULL,
  mdtrt_id TEXT,
  message_id INTEGER REFERENCES message(id),
  fence_message_id INTEGER UNIQUE REFERENCES message(id),
  fees_doubtful INTEGER NOT NULL DEFAULT 0 CHECK (fees_doubtful IN (0, 1)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK (state IN ('admitting','cancelled') OR mdtrt_id IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX stay_one_open ON stay(encounter_id) WHERE state <> 'cancelled';
CREATE INDEX stay_encounter ON stay(encounter_id, id);

CREATE TABLE stay_line (
  id INTEGER PRIMARY KEY,
  stay_id INTEGER NOT NULL REFERENCES stay(id),
  line_id TEXT NOT NULL,
  line TEXT NOT NULL,
  ruling TEXT NOT NULL,
  UNIQUE (stay_id, line_id)
) STRICT;

ALTER TABLE visit ADD COLUMN form TEXT NOT NULL DEFAULT 'outpatient' CHECK (form IN ('outpatient','inpatient'));
ALTER TABLE visit ADD COLUMN stay_id INTEGER REFERENCES stay(id);

CREATE TABLE refund_now (
  id INTEGER PRIMARY KEY,
  settlement_id INTEGER NOT NULL UNIQUE REFERENCES settlement(id),
  encounter_id TEXT NOT NULL,
  setl_id TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('after-session','late-reply','difference','staff','desk')),
  asked_by TEXT,
  asked_second TEXT,
  until TEXT NOT NULL DEFAULT 'admission' CHECK (until IN ('settlement','discharge','admission')),
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
  CHECK (CASE cause WHEN 'desk' THEN asked_by IS NOT NULL AND asked_by IS NOT asked_second
    ELSE (asked_by IS NULL) = (asked_second IS NULL) AND (asked_by IS NULL OR asked_by <> asked_second) END),
  CHECK (state NOT IN ('intended','unknown','fencing') OR message_id IS NOT NULL),
  CHECK ((state = 'fencing') <= (fence_message_id IS NOT NULL)),
  CHECK (state NOT IN ('refunded','done') OR refunded_at IS NOT NULL)
) STRICT;
INSERT INTO refund_now (id, settlement_id, encounter_id, setl_id, cause, asked_by, asked_second, state, message_id,
    fence_message_id, rounds, tries, refund_setl_id, refunded_at, found_by, created_at, updated_at)
  SELECT id, settlement_id, encounter_id, setl_id, cause, asked_by, asked_second, state, message_id, fence_message_id,
    rounds, tries, refund_setl_id, refunded_at, found_by, created_at, updated_at FROM refund;
DROP TABLE refund;
ALTER TABLE refund_now RENAME TO refund;
CREATE INDEX refund_open ON refund(id) WHERE state NOT IN ('done','kept');
CREATE INDEX refund_encounter ON refund(encounter_id) WHERE state NOT IN ('done','kept');
CREATE INDEX refund_clearing ON refund(refunded_at, id) WHERE refund_setl_id IS NOT NULL;
CREATE INDEX refund_setl ON refund(refund_setl_id) WHERE refund_setl_id IS NOT NULL;
`;
