/** Code tables as the centre told them by 1901, and on which day (China time) each was asked for last. */
export const codeTables = `
CREATE TABLE code_table (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL UNIQUE,
  asked_on TEXT NOT NULL
) STRICT;
CREATE TABLE code_value (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL REFERENCES code_table(type),
  position INTEGER NOT NULL,
  value TEXT NOT NULL,
  label TEXT NOT NULL,
  UNIQUE (type, position)
) STRICT;
`;
