/**
 * A cashier's shift at the desk: its float, and how it was counted and closed. `open` is 1 or null, so that the database
 * itself has one open shift at most. `desk_take` says in which shift a settlement or refund was begun, before its first
 * byte: the sums of a shift come from the journal by it, never from a running count.
 */
export const shift = `
CREATE TABLE desk_shift (
  id INTEGER PRIMARY KEY,
  staff_id TEXT NOT NULL,
  open INTEGER UNIQUE CHECK (open = 1),
  float_fen INTEGER NOT NULL CHECK (float_fen >= 0),
  opened_at INTEGER NOT NULL,
  closed_at INTEGER,
  pieces TEXT,
  counted_fen INTEGER,
  expected_fen INTEGER,
  CHECK ((open IS NULL) = (closed_at IS NOT NULL)),
  CHECK ((open IS NULL) = (pieces IS NOT NULL AND counted_fen IS NOT NULL AND expected_fen IS NOT NULL))
) STRICT;

CREATE TABLE desk_take (
  id INTEGER PRIMARY KEY,
  shift_id INTEGER NOT NULL REFERENCES desk_shift(id),
  visit_id INTEGER REFERENCES visit(id),
  refunded_id INTEGER REFERENCES settlement(id),
  after_id INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  CHECK ((visit_id IS NULL) <> (refunded_id IS NULL))
) STRICT;
CREATE INDEX desk_take_shift ON desk_take(shift_id, id);
CREATE INDEX desk_take_visit ON desk_take(visit_id, after_id) WHERE visit_id IS NOT NULL;
CREATE INDEX desk_take_refunded ON desk_take(refunded_id, id) WHERE refunded_id IS NOT NULL;
`;
