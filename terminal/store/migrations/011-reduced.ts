/**
 * Bodies of messages are not kept for ever: `reduced` says that request and reply are hash and amounts by now. The
 * index holds the others alone, so that what is due is found without reading what has been reduced.
 */
export const reduced = `
ALTER TABLE message ADD COLUMN reduced INTEGER NOT NULL DEFAULT 0 CHECK (reduced IN (0, 1));
CREATE INDEX message_whole ON message(created_at) WHERE reduced = 0;
`;
