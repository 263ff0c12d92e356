/**
 * The hash-chained audit rows; `id` is the sequence number, without a gap from 1. `audit_chain` is one row: whose chain
 * it is, its newest row (a second place, so that a cut tail is seen) and what the operator was last told of it.
 * The triggers keep our own code honest; who holds the key can drop them, which is what the hashes are for.
 */
export const audit = `
CREATE TABLE audit_chain (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  institution TEXT NOT NULL,
  slot INTEGER NOT NULL,
  chain TEXT NOT NULL CHECK (length(chain) = 32),
  begun_at INTEGER NOT NULL,
  head_seq INTEGER NOT NULL,
  head_hash TEXT NOT NULL CHECK (length(head_hash) = 64),
  told_seq INTEGER NOT NULL DEFAULT 0,
  told_hash TEXT CHECK (length(told_hash) = 64)
) STRICT;
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  code TEXT NOT NULL,
  facts TEXT NOT NULL,
  prev TEXT NOT NULL CHECK (length(prev) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'an audit row is never changed'); END;
CREATE TRIGGER audit_remains BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'an audit row is never deleted'); END;
`;
