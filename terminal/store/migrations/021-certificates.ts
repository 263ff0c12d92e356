/**
 * The archive's index of certificates: what was asked for, and what came of it. A row stands before the centre is asked,
 * so that none is issued of which this terminal knows nothing. Of the person it keeps the masked name, of the page its
 * digest; the page itself is not kept.
 */
export const certificates = `
CREATE TABLE certificate (
  id INTEGER PRIMARY KEY,
  request TEXT NOT NULL UNIQUE CHECK (length(request) = 32),
  kind TEXT NOT NULL CHECK (kind IN ('payments','rights','transfer')),
  issued_by TEXT NOT NULL CHECK (length(issued_by) > 0),
  masked_name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked','issued','none','failed')),
  code TEXT UNIQUE CHECK (length(code) = 20),
  content_digest TEXT CHECK (length(content_digest) = 64),
  total INTEGER,
  issued_on TEXT,
  expires_on TEXT,
  page_digest TEXT CHECK (length(page_digest) = 64),
  page_outcome TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK ((state = 'issued') = (code IS NOT NULL AND content_digest IS NOT NULL AND total IS NOT NULL
    AND issued_on IS NOT NULL AND expires_on IS NOT NULL)),
  CHECK (page_digest IS NULL OR state = 'issued')
) STRICT;
`;
