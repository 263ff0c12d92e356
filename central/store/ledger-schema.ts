/** Tables of centre.db. Amounts are integer fen. */
export const LEDGER_SCHEMA = `
CREATE TABLE IF NOT EXISTS people (
  psn_no TEXT PRIMARY KEY, cert_type TEXT NOT NULL, cert_no TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  card_number TEXT UNIQUE, card_id TEXT, sex TEXT NOT NULL, nation TEXT NOT NULL, birth_date TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS insurances (
  psn_no TEXT NOT NULL REFERENCES people, insutype TEXT NOT NULL, psn_type TEXT NOT NULL, status TEXT NOT NULL,
  balance INTEGER NOT NULL, civil_servant INTEGER NOT NULL, division TEXT NOT NULL, employer TEXT, since TEXT,
  PRIMARY KEY (psn_no, insutype)
) STRICT;
CREATE TABLE IF NOT EXISTS accumulators (
  psn_no TEXT NOT NULL, insutype TEXT NOT NULL, year TEXT NOT NULL,
  deductible INTEGER NOT NULL, pool INTEGER NOT NULL, large INTEGER NOT NULL,
  PRIMARY KEY (psn_no, insutype, year)
) STRICT;
CREATE TABLE IF NOT EXISTS sign_ins (
  sign_no TEXT PRIMARY KEY, institution TEXT NOT NULL, operator TEXT NOT NULL, day TEXT NOT NULL, ended INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS visits (
  mdtrt_id TEXT PRIMARY KEY, psn_no TEXT NOT NULL REFERENCES people, insutype TEXT NOT NULL, institution TEXT NOT NULL,
  institution_name TEXT NOT NULL, ipt_otp_no TEXT NOT NULL, begun_at TEXT NOT NULL, cert_type TEXT NOT NULL,
  cert_no TEXT NOT NULL, doctor_no TEXT NOT NULL, doctor_name TEXT NOT NULL, department_code TEXT NOT NULL,
  department_name TEXT NOT NULL, med_type TEXT, disease_code TEXT, disease_name TEXT, cancelled INTEGER NOT NULL,
  msgid TEXT NOT NULL, operator TEXT NOT NULL, operator_name TEXT NOT NULL, created_at TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS visits_by_person ON visits (psn_no, begun_at);
CREATE TABLE IF NOT EXISTS diagnoses (
  mdtrt_id TEXT NOT NULL REFERENCES visits, position INTEGER NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (mdtrt_id, position)
) STRICT;
CREATE TABLE IF NOT EXISTS fees (
  mdtrt_id TEXT NOT NULL REFERENCES visits, sn TEXT NOT NULL, batch TEXT NOT NULL, item_code TEXT NOT NULL,
  count TEXT NOT NULL, price TEXT NOT NULL, amount INTEGER NOT NULL, own_pay INTEGER NOT NULL,
  over_limit INTEGER NOT NULL, pre_self_pay INTEGER NOT NULL, in_scope INTEGER NOT NULL, hospital INTEGER NOT NULL,
  setl_id TEXT, PRIMARY KEY (mdtrt_id, sn)
) STRICT;
CREATE TABLE IF NOT EXISTS settlements (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, setl_id TEXT NOT NULL UNIQUE, refund_of TEXT, msgid TEXT NOT NULL,
  mdtrt_id TEXT NOT NULL REFERENCES visits, psn_no TEXT NOT NULL, insutype TEXT NOT NULL, batch TEXT NOT NULL,
  med_type TEXT NOT NULL, cert_type TEXT NOT NULL, invoice TEXT, settled_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('settled', 'refunded', 'reversed')),
  total INTEGER NOT NULL, own_pay INTEGER NOT NULL, over_limit INTEGER NOT NULL, pre_self_pay INTEGER NOT NULL,
  in_scope INTEGER NOT NULL, fund_sum INTEGER NOT NULL, hospital INTEGER NOT NULL, account INTEGER NOT NULL,
  cash INTEGER NOT NULL, balance_after INTEGER NOT NULL, pool_share TEXT NOT NULL, used_deductible INTEGER NOT NULL,
  used_pool INTEGER NOT NULL, used_large INTEGER NOT NULL, year TEXT NOT NULL, operator TEXT NOT NULL,
  operator_name TEXT NOT NULL,
  CHECK (total = fund_sum + hospital + account + cash),
  CHECK (total = own_pay + over_limit + pre_self_pay + in_scope)
) STRICT;
CREATE INDEX IF NOT EXISTS settlements_by_visit ON settlements (mdtrt_id);
CREATE INDEX IF NOT EXISTS settlements_by_message ON settlements (msgid);
CREATE INDEX IF NOT EXISTS settlements_by_time ON settlements (settled_at);
CREATE TABLE IF NOT EXISTS settlement_funds (
  setl_id TEXT NOT NULL, position INTEGER NOT NULL, field TEXT NOT NULL, fund_pay_type TEXT NOT NULL,
  name TEXT NOT NULL, available INTEGER NOT NULL, pay_limit INTEGER NOT NULL, amount INTEGER NOT NULL,
  PRIMARY KEY (setl_id, position)
) STRICT;
CREATE TABLE IF NOT EXISTS files (
  number TEXT PRIMARY KEY, filename TEXT NOT NULL, institution TEXT NOT NULL, content BLOB NOT NULL,
  until TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS fences (msgid TEXT PRIMARY KEY, infno TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS answers (
  msgid TEXT NOT NULL, infno TEXT NOT NULL, request BLOB NOT NULL, answer BLOB NOT NULL, PRIMARY KEY (msgid, infno)
) STRICT;
`;

/** Every table, children first, for a reset. */
export const LEDGER_TABLES = [
  'answers',
  'fences',
  'files',
  'settlement_funds',
  'settlements',
  'fees',
  'diagnoses',
  'visits',
  'sign_ins',
  'accumulators',
  'insurances',
  'people',
] as const;
