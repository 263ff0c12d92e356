/**
 * Encounters that a client of the HIS API brought itself, and what it is told of them in place of an outside HIS. A row
 * of client_bill says whose the encounter is; `holder` names the preparation that has it, `settled_by` the message id of
 * the settlement that stands. A notice is never deleted; `acked_at` is when its client said that it has it.
 */
export const clientBill = `
CREATE TABLE client_bill (
  id INTEGER PRIMARY KEY,
  encounter_id TEXT NOT NULL UNIQUE,
  client TEXT NOT NULL,
  holder TEXT,
  settled_by TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE TABLE client_notice (
  id INTEGER PRIMARY KEY,
  client TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('settled','released','refunded')),
  encounter_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  acked_at INTEGER,
  UNIQUE (kind, subject)
) STRICT;
CREATE INDEX client_notice_open ON client_notice(client, id) WHERE acked_at IS NULL;
`;
