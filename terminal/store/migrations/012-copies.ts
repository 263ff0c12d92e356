/** A copy that somebody asked for by hand (补打) bears her staff id; jobs of a session have none. */
export const copies = `
ALTER TABLE print_job ADD COLUMN asked_by TEXT;
`;
