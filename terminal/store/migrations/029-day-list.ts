/**
 * The hospital's encounters of a day, for the desk's list: masked names only. `desk_day_word` has every beginning by which
 * a row is found (numbers, their ends, initials), so that a filter over 20,000 rows reads an index.
 */
export const dayList = `
CREATE TABLE desk_day (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  encounter_id TEXT NOT NULL UNIQUE,
  number TEXT,
  at TEXT NOT NULL,
  name TEXT NOT NULL,
  department TEXT NOT NULL,
  case_kind TEXT NOT NULL,
  total_fen INTEGER NOT NULL CHECK (total_fen >= 0),
  state TEXT NOT NULL CHECK (state IN ('unpaid','held','settled','refunded'))
) STRICT;
CREATE INDEX desk_day_order ON desk_day(day, at, encounter_id);
CREATE INDEX desk_day_state ON desk_day(day, state, at, encounter_id);

CREATE TABLE desk_day_word (
  day TEXT NOT NULL,
  word TEXT NOT NULL,
  row_id INTEGER NOT NULL REFERENCES desk_day(id) ON DELETE CASCADE,
  PRIMARY KEY (day, word, row_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX desk_day_word_row ON desk_day_word(row_id);

CREATE TABLE desk_day_asked (
  day TEXT PRIMARY KEY,
  cursor TEXT NOT NULL,
  asked_at INTEGER NOT NULL
) STRICT;
`;
