/**
 * Staff lists, newest in force, none ever deleted: whoever stands in an old record can still be found. Cards and numbers
 * are salted marks; no column holds either in clear.
 */
export const staff = `
CREATE TABLE staff_list (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  salt TEXT NOT NULL CHECK (length(salt) = 32),
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  signed_off_by TEXT NOT NULL,
  signed_off_on TEXT NOT NULL,
  imported_by TEXT,
  imported_second TEXT,
  imported_at INTEGER NOT NULL,
  CHECK (id = 1 OR (imported_by IS NOT NULL AND imported_second IS NOT NULL AND imported_by <> imported_second))
) STRICT;

CREATE TABLE staff_member (
  id INTEGER PRIMARY KEY,
  list_id INTEGER NOT NULL REFERENCES staff_list(id),
  staff_id TEXT NOT NULL,
  name TEXT NOT NULL,
  card_mark TEXT CHECK (length(card_mark) = 64),
  number_mark TEXT CHECK (length(number_mark) = 64),
  roles TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT,
  UNIQUE (list_id, staff_id),
  CHECK (card_mark IS NOT NULL OR number_mark IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX staff_member_card ON staff_member(list_id, card_mark) WHERE card_mark IS NOT NULL;
CREATE UNIQUE INDEX staff_member_number ON staff_member(list_id, number_mark) WHERE number_mark IS NOT NULL;
`;
