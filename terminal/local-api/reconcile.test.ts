import { expect, it } from 'vitest';
import { reconcileReport } from '../../bin/testing/fake-terminal.ts';
import type { Reconcile } from '../reconcile/reconcile.ts';
import { TICKET_MS } from '../staff/tickets.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { reconcileHandlers } from './reconcile.ts';

const NEEDED = { ok: false, code: 'STAFF_TICKET_NEEDED', detail: null };

/** One terminal, asked over as many links as a test wants. */
function bench() {
  const clock = manualClock(0);
  const reconcile: Reconcile = {
    run: async () => ({ ok: true, value: reconcileReport }),
    last: () => reconcileReport,
    csv: (_, after) => ({ text: `piece ${after}`, next: after + 1 }),
    start: () => undefined,
    stop: async () => undefined,
  };
  const link = () =>
    reconcileHandlers({
      clock,
      desk: {
        under: async (ticket, act, work) =>
          ticket === 'good' && act.act === 'reconcile'
            ? { ok: true, value: await work({ by: 'S1', second: null }) }
            : { ok: false, error: 'STAFF_TICKET_NEEDED' },
      },
      reconcile: () => reconcile,
      fault: () => null,
      printReport: async () => ({ kind: 'printed', printerMs: 1 }),
    });
  return { clock, link };
}

const asked = { day: null, last: true, print: false };
const { run } = reconcileReport;

it('the finance office’s file takes the proof that the report takes', async () => {
  const { link } = bench();
  const client = link();
  expect(await client.reconcileCsv({ run, after: 0 })).toEqual(NEEDED);
  expect(await client.reconcile({ ...asked, ticket: null })).toMatchObject({ code: 'STAFF_TICKET_NEEDED' });
  expect(await client.reconcileCsv({ run, after: 0 })).toEqual(NEEDED);
  expect(await client.reconcile({ ...asked, ticket: 'good' })).toMatchObject({ ok: true });
  expect(await client.reconcileCsv({ run, after: 0 })).toEqual({ ok: true, text: 'piece 0', next: 1 });
  expect(await client.reconcileCsv({ run: run + 1, after: 0 })).toEqual(NEEDED);
  expect(await link().reconcileCsv({ run, after: 0 })).toEqual(NEEDED);
});

it('the proof holds from piece to piece, and ends a minute after the last', async () => {
  const { clock, link } = bench();
  const client = link();
  await client.reconcile({ ...asked, ticket: 'good' });
  for (const after of [0, 1, 2]) {
    clock.advance(TICKET_MS - 1);
    expect(await client.reconcileCsv({ run, after })).toMatchObject({ ok: true });
  }
  clock.advance(TICKET_MS);
  expect(await client.reconcileCsv({ run, after: 3 })).toEqual(NEEDED);
});
