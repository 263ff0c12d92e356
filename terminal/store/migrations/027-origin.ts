/**
 * Whose a preparation and a stay are: a client's of the HIS API by its name, or null, the outside HIS's. It is written with
 * the row and never changes, so that a settlement is told to who brought it, whoever bills its encounter later. What a
 * client is told in place of an outside HIS is a notice; it is never deleted, and `acked_at` is when its client said that
 * it has it. `called_at`: it had not in its time, and the staff are told where that matters.
 */
export const origin = `
ALTER TABLE visit ADD COLUMN origin TEXT;
ALTER TABLE stay ADD COLUMN origin TEXT;
CREATE TABLE client_notice (
  id INTEGER PRIMARY KEY,
  client TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('settled','released','refunded')),
  encounter_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  acked_at INTEGER,
  called_at INTEGER,
  UNIQUE (kind, subject)
) STRICT;
CREATE INDEX client_notice_open ON client_notice(client, id) WHERE acked_at IS NULL;
CREATE INDEX client_notice_waiting ON client_notice(created_at) WHERE acked_at IS NULL AND called_at IS NULL;
`;
