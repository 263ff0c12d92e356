import { afterEach, describe, expect, it } from 'vitest';
import { pii } from '../../common/kernel/pii.ts';
import { failed, input } from './testing/core.ts';
import { endAll, start } from './testing/start.ts';

afterEach(endAll);

const ENCOUNTER = 'OP20260302001';

describe('a preparation whose person has gone', () => {
  it('is given back after a settlement that was not sent, with that reason', async () => {
    const t = start();
    const prepared = await t.prepare(t.terminal);
    const { settlements, store } = t.terminal;
    const { send } = t.sides.centre;
    // The network says so only after she was let go.
    Object.assign(t.sides.centre, {
      send: async (request: Parameters<typeof send>[0]) => {
        if (request.infno !== '2207') return send(request);
        await new Promise<void>((resolve) => void t.clock.after(5000, () => resolve()));
        return { kind: 'notSent', reason: 'refused', detail: 'ECONNREFUSED' };
      },
    });
    const result = await t.clock.until(settlements.settle(prepared, 1000, () => undefined));
    expect(result.kind).toBe('unknown');
    await t.quiet();
    const released = store.outbox.list(99).filter(({ kind }) => kind === 'released');
    expect(released).toMatchObject([{ body: { reason: 'notSent' } }]);
    expect(store.visits.unfinished()).toEqual([]);
  });

  it('is given back after a settlement that was refused, with the centre’s words', async () => {
    const t = start();
    const prepared = await t.prepare(t.terminal);
    const { settlements, store } = t.terminal;
    const { handle } = t.sides.kit;
    // The centre does nothing of what it refuses.
    Object.assign(t.sides.kit, {
      handle: (bytes: Uint8Array, ...rest: Parameters<typeof handle> extends [unknown, ...infer R] ? R : never) => {
        const is2207 = new TextDecoder().decode(bytes).includes('"2207"');
        return handle(is2207 ? new TextEncoder().encode('{}') : bytes, ...rest);
      },
    });
    t.sides.mutate = (infno, text) =>
      infno === '2207' ? JSON.stringify({ infcode: '-1', err_msg: '余额不足', output: null }) : text;
    await t.clock.until(settlements.settle(prepared, 1, () => undefined));
    await t.quiet();
    const row = store.settlements.get(1);
    expect(row).toMatchObject({ state: 'refused', failure: { reason: '余额不足' } });
    const released = store.outbox.list(99).filter(({ kind }) => kind === 'released');
    expect(released).toMatchObject([{ body: { reason: 'refused', because: '余额不足' } }]);
  });
});

describe('another answer about the account', () => {
  it('is for a preparation that is ready, and there', async () => {
    const t = start();
    const prepared = await t.prepare(t.terminal);
    const { settlements, store } = t.terminal;
    const reprice = (id: number) => t.clock.until(settlements.reprice({ ...prepared, id }, false));
    expect(await reprice(1)).toMatchObject({ ok: true, value: { useAccount: false, split: { account: 0 } } });
    expect(await reprice(9)).toMatchObject(failed('SETTLEMENT_OPEN'));
    store.transaction(() => store.visits.setPhase(1, 'uploading', 0));
    expect(await reprice(1)).toMatchObject(failed('SETTLEMENT_OPEN'));
  });
});

describe('a preparation', () => {
  it('is not begun while a settlement of the encounter is open', async () => {
    const t = start();
    t.storm('lostAfter');
    await t.settle(10_000);
    expect(t.terminal.settlements.isBlocked(ENCOUNTER)).toBe(true);
    await expect(t.prepare(t.terminal)).rejects.toThrow('SETTLEMENT_OPEN');
  });

  it('that another person left is given back first', async () => {
    const t = start();
    const first = await t.prepare(t.terminal);
    const { store, settlements } = t.terminal;
    const insured = await t.identify(t.terminal);
    const other = { ...insured, psnNo: pii('another') };
    expect((await t.clock.until(settlements.prepare(input(other)))).ok).toBe(false);
    expect(store.visits.get(first.id)?.phase).toBe('ended');
    const told = store.outbox.list(99).filter(({ kind }) => kind === 'released');
    expect(told.map(({ body }) => body['reason'])).toContain('expired');
    expect(t.sides.kit.ledger.visit(first.mdtrtId)?.cancelled).toBe(true);
  });

  it('is not begun while an earlier one cannot be undone', async () => {
    const t = start();
    const first = await t.prepare(t.terminal);
    t.sides.forecast = (_to, what) => (what === '2205' || what === '2202' ? 'notSent' : 'fine');
    t.terminal.settlements.abandon(first);
    await t.clock.advance(500);
    await expect(t.prepare(t.terminal)).rejects.toThrow('CENTRE_UNREACHABLE');
    t.sides.forecast = () => 'fine';
    expect((await t.prepare(t.terminal)).mdtrtId).not.toBe(first.mdtrtId);
  });

  it('may be abandoned by its encounter too, where nobody has its number', async () => {
    const t = start();
    await t.prepare(t.terminal);
    t.terminal.settlements.abandon({ encounterId: ENCOUNTER });
    await t.quiet();
    expect(t.terminal.store.visits.get(1)?.phase).toBe('ended');
    const told = t.terminal.store.outbox.list(99).filter(({ kind }) => kind === 'released');
    expect(told.map(({ body }) => body['reason'])).toEqual(['cancelled']);
  });
});
