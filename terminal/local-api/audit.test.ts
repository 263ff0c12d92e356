import { expect, it } from 'vitest';
import { systemClock } from '../../wire/system.ts';
import { makeBooks, makeOperator } from '../audit/testing/books.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { type AuditApiDeps, auditHandlers } from './audit.ts';

async function api(tamper = false) {
  const operator = makeOperator();
  const books = makeBooks(7, operator);
  await books.run(1200);
  if (tamper) books.tamper((db) => db.exec(`UPDATE audit SET facts = '{"copy":0}' WHERE id IN (700, 900)`));
  const store = books.open();
  const audited: [string, object][] = [];
  const queued: object[] = [];
  const desk: AuditApiDeps['desk'] = {
    under: async (ticket, act, work) =>
      ticket === 'good' && act.act === 'auditVerify'
        ? { ok: true, value: await work({ by: 'A1', second: null }) }
        : { ok: false, error: 'STAFF_TICKET_NEEDED' },
  };
  const handlers = auditHandlers({
    clock: systemClock(),
    site: books.site,
    desk,
    books: () => ({ store, outbox: { enqueue: (row) => void queued.push(row), kick: () => {} } }),
    fault: () => null,
    audit: (code, facts) => void audited.push([code, facts]),
  });
  return { handlers, audited, queued, store, operator };
}

it('needs the proof of somebody who may', async () => {
  const { handlers, audited, store } = await api();
  expect(await handlers.auditVerify({ ticket: null, checkpoints: [] })).toEqual({
    ok: false,
    code: 'STAFF_TICKET_NEEDED',
  });
  expect(audited).toEqual([]);
  store.close();
});

it('verifies a chain that is in use, and says so in it', async () => {
  const { handlers, audited, queued, store, operator } = await api();
  const { checkpoints } = operator.checkpoints();
  const answer = await handlers.auditVerify({ ticket: 'good', checkpoints });
  expect(answer).toMatchObject({ ok: true, report: { ok: true, rows: 1200, checkpoints: 1, findings: [] } });
  expect(audited).toEqual([['audit.verified', expect.objectContaining({ by: 'A1', rows: 1200, findings: 0 })]]);
  expect(queued).toEqual([]);
  store.close();
});

it('tells the operator what is wrong', async () => {
  const { handlers, audited, queued, store } = await api(true);
  const answer = await handlers.auditVerify({ ticket: 'good', checkpoints: [] });
  const findings = [
    { kind: 'modified', from: 700, to: 700, witness: 'database', other: null },
    { kind: 'modified', from: 900, to: 900, witness: 'database', other: null },
  ];
  expect(answer).toMatchObject({ ok: true, report: { ok: false, findings } });
  expect(audited).toEqual([['audit.broken', expect.objectContaining({ findings: 2, first: 'modified' })]]);
  expect(queued).toMatchObject([{ kind: 'fault', body: { fault: 'AUDIT_BROKEN', findings } }]);
  store.close();
});

it('lists the newest rows, also those that somebody has made unreadable', async () => {
  const { handlers, store } = await api();
  const listed = handlers.auditList({ limit: 2 });
  expect(await listed).toMatchObject({ ok: true, rows: [{ seq: 1200, code: 'print.printed' }, { seq: 1199 }] });
  store.close();
});

it('without an open store there is its failure', () => {
  const handlers = auditHandlers({
    clock: manualClock(),
    site: { institutionCode: 'H99010000001', terminalSlot: 7 },
    desk: { under: async () => ({ ok: false, error: 'STAFF_TICKET_NEEDED' }) },
    books: () => null,
    fault: () => 'STORE_KEY',
    audit: () => undefined,
  });
  expect(handlers.auditList({ limit: 2 })).toEqual({ ok: false, code: 'STORE_KEY' });
});
