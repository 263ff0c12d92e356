/**
 * Visits that a client of the HIS API registered by a verb of its own (2201). Like a stay, a `registration` outlives every
 * preparation of its bill, which is a `visit` as before and names it. `described` is what 2203 has said, NULL while nobody
 * knows; `registration_line` is a fee line that the centre has under `batch`, and how it ruled; while `fees_doubtful` is 1
 * nobody knows what it has, and it is cleared before anything is uploaded.
 */
export const registration = `
CREATE TABLE registration (
  id INTEGER PRIMARY KEY,
  encounter_id TEXT NOT NULL,
  origin TEXT,
  state TEXT NOT NULL CHECK (state IN ('registering','registered','cancelling','cancelled')),
  told TEXT NOT NULL,
  described TEXT,
  person TEXT NOT NULL,
  psn_no TEXT NOT NULL,
  insuplc_admdvs TEXT NOT NULL,
  insutype TEXT NOT NULL,
  begun_at TEXT NOT NULL,
  mdtrt_id TEXT,
  batch TEXT,
  fees_doubtful INTEGER NOT NULL DEFAULT 0 CHECK (fees_doubtful IN (0, 1)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK (state IN ('registering','cancelled') OR mdtrt_id IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX registration_one_open ON registration(encounter_id) WHERE state <> 'cancelled';
CREATE INDEX registration_encounter ON registration(encounter_id, id);

CREATE TABLE registration_line (
  id INTEGER PRIMARY KEY,
  registration_id INTEGER NOT NULL REFERENCES registration(id),
  line_id TEXT NOT NULL,
  line TEXT NOT NULL,
  ruling TEXT NOT NULL,
  UNIQUE (registration_id, line_id)
) STRICT;

ALTER TABLE visit ADD COLUMN registration_id INTEGER REFERENCES registration(id);
`;
