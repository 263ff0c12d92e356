/**
 * What an external cashier was asked to take after a settlement. One per settlement, by the database: a second key of
 * the same settlement could take the money twice. `body` is the exact text, kept before its first byte is sent.
 */
export const cashCollection = `
CREATE TABLE cash_collection (
  id INTEGER PRIMARY KEY,
  settlement_id INTEGER NOT NULL UNIQUE REFERENCES settlement(id),
  key TEXT NOT NULL UNIQUE CHECK (length(key) = 32),
  amount INTEGER NOT NULL CHECK (amount > 0),
  body TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked','closing','collected','notCollected')),
  because TEXT CHECK (because IN ('declined','cancelled','expired','closed','unreachable')),
  reference TEXT,
  collected_at TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK ((state = 'collected') = (reference IS NOT NULL AND collected_at IS NOT NULL)),
  CHECK ((state = 'notCollected') = (because IS NOT NULL))
) STRICT;
CREATE INDEX cash_collection_open ON cash_collection(id) WHERE state IN ('asked','closing');
`;
