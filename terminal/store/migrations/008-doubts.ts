/**
 * What a journal knows of its own gaps. `journal_origin` has its one row where staff began this journal because the one
 * before was lost. `outbox_clock` has its one row since the clock first went back: the newest queue row of that moment;
 * the age of that row and of those before it cannot be told from their times. And the index by which a start finds the
 * visits that are not finished, in place of one that found only some of them.
 */
export const doubts = `
CREATE TABLE journal_origin (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  adopted_at INTEGER NOT NULL,
  adopted_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  predecessor TEXT
) STRICT;
CREATE TABLE outbox_clock (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  back_after INTEGER NOT NULL
) STRICT;
DROP INDEX visit_undoing;
CREATE INDEX visit_unfinished ON visit(id) WHERE phase NOT IN ('settled','ended');
`;
