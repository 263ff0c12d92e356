/**
 * A settlement that was confirmed while its person stood there, until screen or printer has said that she was told: what
 * a process that dies in between leaves is found by the next one. Settlements of before are taken for told.
 */
export const unseen = `
ALTER TABLE settlement ADD COLUMN unseen INTEGER NOT NULL DEFAULT 0 CHECK (unseen IN (0, 1));
CREATE INDEX settlement_unseen ON settlement(id) WHERE unseen = 1;
`;
