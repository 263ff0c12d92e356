import type { CertificateKind } from '../../common/contracts/benefits/certificates.ts';
import { type Fen, fen } from '../../common/kernel/money.ts';
import { assertInTransaction, type Db } from './database.ts';

/** What the centre issued; `total` in fen, days `yyyy-MM-dd`. */
export interface IssuedFacts {
  readonly code: string;
  /** SHA-256 of the content, hex. */
  readonly digest: string;
  readonly total: Fen;
  readonly issuedOn: string;
  readonly expiresOn: string;
}

export interface CertificateRow {
  readonly id: number;
  readonly request: string;
  readonly kind: CertificateKind;
  /** `resident`: the holder of the card, at the kiosk; else a staff id. */
  readonly issuedBy: string;
  readonly maskedName: string;
  /** `none`: nothing on record that it could say; `failed`: no answer, or not a right one. The centre may have issued it. */
  readonly state: 'asked' | 'issued' | 'none' | 'failed';
  /** Null unless it was issued. */
  readonly issued: IssuedFacts | null;
  /** SHA-256 of the page's bytes, and what became of it; null where there was no page. */
  readonly page: { readonly digest: string; readonly outcome: string } | null;
  readonly createdAt: number;
}

export interface CertificateRows {
  /** Before the centre is asked. A request that was used before is refused by the database (it throws). */
  ask(
    row: Pick<CertificateRow, 'request' | 'kind' | 'issuedBy' | 'maskedName'> & { readonly nowMs: number },
  ): CertificateRow;
  /** What came of an open request; false where it had ended: what was stored first stays. */
  end(request: string, end: IssuedFacts | 'none' | 'failed', nowMs: number): boolean;
  /** What became of the page of an issued certificate. A second page takes the first one's place. */
  page(request: string, page: NonNullable<CertificateRow['page']>, nowMs: number): boolean;
  /** At a start: what a gone process had asked for is not answered any more. How many there were. */
  failOpen(nowMs: number): number;
  byCode(code: string): CertificateRow | null;
  /** The newest first. */
  list(limit: number): readonly CertificateRow[];
}

interface Raw {
  id: number;
  request: string;
  kind: CertificateKind;
  issued_by: string;
  masked_name: string;
  state: CertificateRow['state'];
  code: string | null;
  content_digest: string | null;
  total: number | null;
  issued_on: string | null;
  expires_on: string | null;
  page_digest: string | null;
  page_outcome: string | null;
  created_at: number;
}

function issuedOf({ code, content_digest: digest, total, issued_on: issuedOn, expires_on: expiresOn }: Raw) {
  if (code === null || digest === null || total === null || issuedOn === null || expiresOn === null) return null;
  return { code, digest, total: fen(total), issuedOn, expiresOn };
}

function read(raw: Raw): CertificateRow {
  const { id, request, kind, state, page_digest: digest, page_outcome: outcome } = raw;
  return {
    ...{ id, request, kind, state, issuedBy: raw.issued_by, maskedName: raw.masked_name },
    issued: issuedOf(raw),
    page: digest === null || outcome === null ? null : { digest, outcome },
    createdAt: raw.created_at,
  };
}

export function createCertificateRows(db: Db): CertificateRows {
  const insert = db.prepare(
    `INSERT INTO certificate (request, kind, issued_by, masked_name, state, created_at, updated_at)
     VALUES (?, ?, ?, ?, 'asked', ?, ?)`,
  );
  const end = db.prepare(
    `UPDATE certificate SET state = ?, code = ?, content_digest = ?, total = ?, issued_on = ?, expires_on = ?,
       updated_at = ? WHERE request = ? AND state = 'asked'`,
  );
  const page = db.prepare(
    `UPDATE certificate SET page_digest = ?, page_outcome = ?, updated_at = ? WHERE request = ? AND state = 'issued'`,
  );
  const failOpen = db.prepare("UPDATE certificate SET state = 'failed', updated_at = ? WHERE state = 'asked'");
  const byCode = db.prepare<[string], Raw>('SELECT * FROM certificate WHERE code = ?');
  const byRequest = db.prepare<[string], Raw>('SELECT * FROM certificate WHERE request = ?');
  const list = db.prepare<[number], Raw>('SELECT * FROM certificate ORDER BY id DESC LIMIT 0 + ?');
  const one = (raw: Raw | undefined): CertificateRow | null => (raw === undefined ? null : read(raw));
  return {
    ask({ request, kind, issuedBy, maskedName, nowMs }) {
      assertInTransaction(db);
      insert.run(request, kind, issuedBy, maskedName, nowMs, nowMs);
      return read(byRequest.get(request) as Raw);
    },
    end(request, what, nowMs) {
      assertInTransaction(db);
      const state = typeof what === 'string' ? what : 'issued';
      const facts = typeof what === 'string' ? [null, null, null, null, null] : factsOf(what);
      return end.run(state, ...facts, nowMs, request).changes === 1;
    },
    page(request, { digest, outcome }, nowMs) {
      assertInTransaction(db);
      return page.run(digest, outcome, nowMs, request).changes === 1;
    },
    failOpen(nowMs) {
      assertInTransaction(db);
      return failOpen.run(nowMs).changes;
    },
    byCode: (code) => one(byCode.get(code)),
    list: (limit) => list.all(limit).map(read),
  };
}

function factsOf({ code, digest, total, issuedOn, expiresOn }: IssuedFacts) {
  return [code, digest, total, issuedOn, expiresOn] as const;
}
