/**
 * `client` of a queue row: the client of the HIS API whose books it goes to, which are in this journal and take it whoever
 * is down outside; null: HIS and operator outside. Rows from before keep going the HIS's way. The due index has the claim's
 * conditions word for word (002), so each of the two ways has its own.
 */
export const clients = `
ALTER TABLE outbox ADD COLUMN client TEXT;
DROP INDEX outbox_due;
CREATE INDEX outbox_due ON outbox(destination, next_at, id) WHERE state = 'waiting' AND head = 1 AND client IS NULL;
CREATE INDEX outbox_due_client ON outbox(destination, next_at, id)
  WHERE state = 'waiting' AND head = 1 AND client IS NOT NULL;
`;
