/** Beginning a journal beside a lost one takes two people; those that were begun before name one. */
export const adoptedByTwo = `
ALTER TABLE journal_origin ADD COLUMN adopted_second TEXT
  CHECK (adopted_second IS NULL OR adopted_second <> adopted_by);
`;
