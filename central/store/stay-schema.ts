/** Tables of centre.db for hospital stays, and for what only queries ask: bodies of fee lines, and filings. */
export const STAY_SCHEMA = `
CREATE TABLE IF NOT EXISTS stays (
  mdtrt_id TEXT PRIMARY KEY REFERENCES visits, admission TEXT NOT NULL, discharged_at TEXT, discharge TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS fee_bodies (
  mdtrt_id TEXT NOT NULL, sn TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (mdtrt_id, sn),
  FOREIGN KEY (mdtrt_id, sn) REFERENCES fees ON DELETE CASCADE
) STRICT;
CREATE TABLE IF NOT EXISTS filings (psn_no TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
`;

/** For a reset. */
export const STAY_TABLES = ['filings', 'fee_bodies', 'stays'] as const;
