/**
 * The hospital's encounters of a day, for the desk's list: masked names only. `search` has every beginning by which a row
 * is found (numbers, their ends, initials), each after a space; the index holds all that a filter looks at, in the order
 * of the day, so that 20,000 rows are looked through without reading one of them.
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
  state TEXT NOT NULL CHECK (state IN ('unpaid','held','settled','refunded')),
  search TEXT NOT NULL
) STRICT;
CREATE INDEX desk_day_order ON desk_day(day, at, encounter_id, state, search);
CREATE INDEX desk_day_state ON desk_day(day, state, at, encounter_id, search);

CREATE TABLE desk_day_asked (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL UNIQUE,
  cursor TEXT NOT NULL,
  asked_at INTEGER NOT NULL
) STRICT;
`;
