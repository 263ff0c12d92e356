/**
 * Idempotency keys of the HIS API: one row per client and key, for ever, made before anything of the movement of money is
 * begun. `payload` is the SHA-256 of what was asked; `subject` the quote to be settled or the message id of the
 * settlement to be given back. `visit_id`: the preparation that the quote is of, null where nobody knows the quote, and
 * of a refund. `after_settlement`: the newest settlement of all at that moment. Together they tell a later process which
 * settlement was made under this key, if one was. `answer` is the JSON that was told; null: none is known yet.
 */
export const clientKey = `
CREATE TABLE client_key (
  id INTEGER PRIMARY KEY,
  client TEXT NOT NULL,
  key TEXT NOT NULL,
  operation TEXT NOT NULL CHECK (operation IN ('settle','refund')),
  payload TEXT NOT NULL CHECK (length(payload) = 64),
  encounter_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  visit_id INTEGER REFERENCES visit(id),
  after_settlement INTEGER NOT NULL,
  answer TEXT,
  created_at INTEGER NOT NULL,
  answered_at INTEGER,
  UNIQUE (client, key),
  CHECK ((answer IS NULL) = (answered_at IS NULL))
) STRICT;
CREATE INDEX client_key_open ON client_key(encounter_id) WHERE answer IS NULL;
`;
