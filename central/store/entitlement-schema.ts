/** Tables of centre.db that only cities' plans use. Amounts are integer fen; the key `stays` counts. */
export const ENTITLEMENT_SCHEMA = `
CREATE TABLE IF NOT EXISTS entitlements (
  psn_no TEXT NOT NULL, insutype TEXT NOT NULL, scheme TEXT NOT NULL, statuses TEXT NOT NULL, worked_since TEXT,
  retired_since TEXT, earlier INTEGER NOT NULL, away TEXT, PRIMARY KEY (psn_no, insutype)
) STRICT;
CREATE TABLE IF NOT EXISTS family_accounts (
  psn_no TEXT NOT NULL, position INTEGER NOT NULL, owner TEXT NOT NULL, PRIMARY KEY (psn_no, position)
) STRICT;
CREATE TABLE IF NOT EXISTS year_use (
  psn_no TEXT NOT NULL, insutype TEXT NOT NULL, year TEXT NOT NULL, key TEXT NOT NULL, amount INTEGER NOT NULL,
  PRIMARY KEY (psn_no, insutype, year, key)
) STRICT;
CREATE TABLE IF NOT EXISTS settlement_use (
  setl_id TEXT NOT NULL, key TEXT NOT NULL, amount INTEGER NOT NULL, PRIMARY KEY (setl_id, key)
) STRICT;
CREATE TABLE IF NOT EXISTS settlement_purses (
  setl_id TEXT NOT NULL, position INTEGER NOT NULL, purse TEXT NOT NULL, owner TEXT NOT NULL, amount INTEGER NOT NULL,
  PRIMARY KEY (setl_id, position)
) STRICT;
`;

/** For a reset. */
export const ENTITLEMENT_TABLES = [
  'settlement_purses',
  'settlement_use',
  'year_use',
  'family_accounts',
  'entitlements',
] as const;
