/**
 * The queue. `head` is 1 on the first undelivered row of its group: order is kept within a group and nowhere else.
 * The due index is partial over exactly the constants of the claim's WHERE clause; a wider one is not used by
 * SQLite (measured: a thousand times slower on a long backlog), so a test asserts the claim's query plan.
 */
export const outbox = `
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE CHECK (length(key) = 32),
  destination TEXT NOT NULL CHECK (destination IN ('operator','his')),
  kind TEXT NOT NULL,
  grp TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting','inFlight','delivered','dead')),
  head INTEGER NOT NULL CHECK (head IN (0, 1)),
  body TEXT NOT NULL,
  occurred_at TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL,
  lease TEXT,
  last_failure TEXT,
  finished_at INTEGER
) STRICT;
CREATE INDEX outbox_due ON outbox(destination, next_at, id) WHERE state = 'waiting' AND head = 1;
CREATE INDEX outbox_group ON outbox(destination, grp, id) WHERE state IN ('waiting','inFlight');
CREATE INDEX outbox_in_flight ON outbox(id) WHERE state = 'inFlight';
CREATE INDEX outbox_waiting ON outbox(created_at) WHERE state = 'waiting';
CREATE INDEX outbox_dead ON outbox(id) WHERE state = 'dead';
`;
