/**
 * Contribution bases that were declared here. `body` is the exact text of the request, kept before its first byte is sent
 * and until the centre has answered it; only so long does the row know whose it is. One open row of a person: what is
 * asked again is that text, and no other declaration is begun beside it.
 */
export const declaration = `
CREATE TABLE declaration (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (length(key) = 32),
  month TEXT NOT NULL CHECK (length(month) = 7),
  base INTEGER NOT NULL CHECK (base > 0),
  total INTEGER NOT NULL CHECK (total > 0),
  state TEXT NOT NULL CHECK (state IN ('asked','declared','refused','notSent')),
  person TEXT UNIQUE,
  body TEXT,
  number TEXT,
  because TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK ((state = 'asked') = (person IS NOT NULL)),
  CHECK ((state = 'asked') = (body IS NOT NULL)),
  CHECK ((state = 'declared') = (number IS NOT NULL)),
  CHECK ((state = 'refused') = (because IS NOT NULL))
) STRICT;
CREATE INDEX declaration_open ON declaration(id) WHERE state = 'asked';
`;
