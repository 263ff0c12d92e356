import { expect } from 'vitest';
import type { makeWorld, Terminal } from './world.ts';

/** What must hold once everything has come to rest, whatever happened before (risks 1.2: I1, I4, I5, I9, I10). */
export function checkInvariants(world: ReturnType<typeof makeWorld>, terminal: Terminal): void {
  const { sides } = world;
  const ledger = sides.kit.ledger.settlements().filter((row) => row.refundOf === null);
  const standing = ledger.filter((row) => row.state === 'settled');
  const journal = terminal.store.settlements.list(1000);

  // I1: at most one net settled effect.
  expect(standing.length).toBeLessThanOrEqual(1);
  // 2207 reaches the centre at most once per message id.
  const sent = sides.arrived.filter((message) => message.infno === '2207').map((message) => message.text);
  expect(new Set(sent).size).toBe(sent.length);
  // Nothing stays open once the others answer again.
  expect(terminal.store.settlements.open()).toEqual([]);
  expect(terminal.store.visits.unfinished()).toEqual([]);

  // Journal and ledger agree, row by row and to the fen.
  for (const row of journal) {
    const theirs = ledger.find((one) => one.msgid === row.messageId);
    expect(row.state === 'settled').toBe(theirs?.state === 'settled');
    if (row.state !== 'settled' || theirs === undefined) continue;
    expect(row.setlId).toBe(theirs.setlId);
    expect(row.splitSettled).toMatchObject({ total: theirs.total, account: theirs.account, cash: theirs.cash });
  }
  expect(journal.filter((row) => row.state === 'settled')).toHaveLength(standing.length);

  // The HIS knows what was paid, and holds nothing for us that was not.
  const his = sides.hisStore.find('OP20260302001');
  expect(his?.settlement?.setlId ?? null).toBe(standing[0]?.setlId ?? null);
  expect(his?.holder ?? null).toBeNull();

  // The queue has delivered every row, each once by its key.
  const { counts } = terminal.outbox.status();
  expect(counts).toMatchObject({ waiting: 0, inFlight: 0, dead: 0 });
  const told = terminal.store.outbox.list(10_000).filter((row) => row.destination === 'operator');
  const held = sides.operatorStore.all();
  expect(held.map((record) => record.key).sort()).toEqual(told.map((row) => row.key).sort());
  for (const kind of ['settlement', 'his-notified']) {
    expect(held.filter((record) => record.kind === kind)).toHaveLength(standing.length);
  }
}
