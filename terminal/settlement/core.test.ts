import { afterEach, describe, expect, it } from 'vitest';
import { fen } from '../../common/kernel/money.ts';
import { pii } from '../../common/kernel/pii.ts';
import type { Insured, SettleResult } from '../ports.ts';
import { SqliteError } from '../store/database.ts';
import { endAll, start } from './testing/start.ts';
import { encounter, holder } from './testing/world.ts';

afterEach(endAll);

const ENCOUNTER = 'OP20260302001';
const full = () => new SqliteError('full', 'SQLITE_FULL');
type World = ReturnType<typeof start>;

/** What `onResolved` tells of. */
const hear = ({ terminal }: World) => {
  const heard: [messageId: string, kind: SettleResult['kind']][] = [];
  terminal.settlements.onResolved((messageId, { kind }) => void heard.push([messageId, kind]));
  return heard;
};
const message = ({ terminal }: World) => terminal.store.settlements.get(1)?.messageId ?? '';
/** Until `mend`, the database refuses this of `owner`, `times` times. */
const breaking = (owner: object, name: string, cause: () => unknown) => {
  const real = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
  let over = false;
  Object.assign(owner, {
    [name]: (...args: unknown[]) => {
      if (!over) throw cause();
      return real(...args);
    },
  });
  return () => {
    over = true;
  };
};
const input = (insured: Insured) => ({
  holder,
  insured,
  encounter: encounter(),
  useAccount: true,
  onStep: () => undefined,
});
const failed = (code: string) => ({ ok: false, error: { code } });

describe('the steps that a person sees', () => {
  it.each([
    ['fine', ['recorded', 'centre']],
    ['lostAfter', ['recorded', 'centre', 'checking']],
  ] as const)('%s: %o', async (weather, expected) => {
    const t = start();
    const prepared = await t.prepare(t.terminal);
    t.storm(weather);
    const steps: string[] = [];
    const onStep = (step: string) => void steps.push(step);
    await t.clock.until(t.terminal.settlements.settle(prepared, 60_000, onStep));
    expect(steps).toEqual(expected);
  });

  it('end where she is let go', async () => {
    const t = start();
    const prepared = await t.prepare(t.terminal);
    t.storm('lostAfter');
    const steps: string[] = [];
    await t.clock.until(t.terminal.settlements.settle(prepared, 10_000, (step) => void steps.push(step)));
    await t.quiet();
    expect(steps).toEqual(['recorded', 'centre']);
  });
});

describe('who is told of the end', () => {
  it('she who waits, and nobody else', async () => {
    const t = start();
    const heard = hear(t);
    expect((await t.settle()).kind).toBe('settled');
    await t.quiet();
    expect(heard).toEqual([]);
  });

  it.each([
    ['lostAfter', 'settled'],
    ['lostBefore', 'reversed'],
  ] as const)('who listens, where she was let go: %s is %s, once', async (weather, kind) => {
    const t = start();
    const heard = hear(t);
    t.storm(weather);
    expect((await t.settle(10_000)).kind).toBe('unknown');
    await t.quiet();
    await t.clock.advance(3_600_000);
    expect(heard).toEqual([[message(t), kind]]);
  });

  it('nobody of a success that is given back', async () => {
    const t = start(1, { foundAfterSession: 'reverse' });
    const heard = hear(t);
    t.storm('lostAfter');
    await t.settle(10_000);
    await t.quiet();
    expect(heard).toEqual([]);
  });

  it('at the limit she is told what is known by then', async () => {
    const t = start();
    const prepared = await t.prepare(t.terminal);
    t.storm('late');
    const begun = t.clock.monotonic();
    const result = await t.clock.until(t.terminal.settlements.settle(prepared, 7000, () => undefined));
    expect(result).toMatchObject({ kind: 'unknown', messageId: message(t) });
    expect(t.clock.monotonic() - begun).toBe(7000);
  });
});

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

describe('a step that cannot be taken', () => {
  it('names what the database said; a bug is a bug', async () => {
    const t = start();
    const prepared = await t.prepare(t.terminal);
    const insured = await t.identify(t.terminal);
    const { settlements, store } = t.terminal;
    t.terminal.outbox.stop();
    for (const [cause, check] of [
      [full(), 'STORE_FULL'],
      [new TypeError('a bug'), null],
    ] as const) {
      const mend = breaking(store.messages, 'insert', () => cause);
      const all: readonly (() => Promise<unknown>)[] = [
        () => settlements.identify(holder),
        () => settlements.reprice(prepared, false),
        () => settlements.prepare(input(insured)),
      ];
      for (const act of all) {
        const result = t.clock.until(act());
        if (check === null) await expect(result).rejects.toThrow('a bug');
        else expect(await result).toMatchObject(failed(check));
      }
      mend();
    }
  });

  it('at the settlement means that nothing was sent', async () => {
    const t = start();
    const prepared = await t.prepare(t.terminal);
    breaking(t.terminal.store.settlements, 'insert', full);
    const result = await t.clock.until(t.terminal.settlements.settle(prepared, 45_000, () => undefined));
    expect(result).toMatchObject({ kind: 'notSent', failure: { code: 'STORE_FULL' } });
    expect(t.sent('2207')).toEqual([]);
  });

  it('for want of a sign-in means that nothing was sent', async () => {
    const t = start();
    const prepared = await t.prepare(t.terminal);
    t.clock.shift(86_400_000);
    t.sides.forecast = (_to, what) => (what === '9001' ? 'notSent' : 'fine');
    const { settlements } = t.terminal;
    const result = await t.clock.until(settlements.settle(prepared, 45_000, () => undefined));
    expect(result).toMatchObject({ kind: 'notSent', failure: { code: 'CENTRE_UNREACHABLE' } });
    expect(await t.clock.until(settlements.reprice(prepared, false))).toMatchObject(failed('CENTRE_UNREACHABLE'));
    const insured: Insured = {
      psnNo: pii('P1'),
      insurances: [{ insutype: '310', psnType: '11', insuplcAdmdvs: '990100', balance: fen(0) }],
    };
    expect(await t.clock.until(settlements.prepare(input(insured)))).toMatchObject(failed('CENTRE_UNREACHABLE'));
  });

  it('after its bytes may have left means that nobody knows', async () => {
    const t = start();
    const prepared = await t.prepare(t.terminal);
    const { settlements, store, audited } = t.terminal;
    const work = settlements.settle(prepared, 45_000, (step) => {
      if (step === 'centre') breaking(store.visits, 'get', full);
    });
    expect(await t.clock.until(work)).toMatchObject({ kind: 'unknown', messageId: message(t) });
    expect(audited).toContain('store.failed');
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

describe('the next process', () => {
  /** The process dies, and another one takes up what it finds. */
  const restart = async (t: World) => {
    t.terminal.kill();
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    const terminal = t.boot();
    return { ...t, terminal };
  };

  it('gives back what was being prepared, and undoes what was being undone', async () => {
    const before = start();
    const first = await before.prepare(before.terminal);
    const t = await restart(before);
    await t.clock.until(t.terminal.settlements.recover());
    expect(t.terminal.store.visits.get(first.id)?.phase).toBe('ended');
    const told = t.terminal.store.outbox.list(99).filter(({ kind }) => kind === 'released');
    expect(told.map(({ body }) => body['reason'])).toEqual(['expired']);
    t.terminal.kill();
    const undoing = start();
    const second = await undoing.prepare(undoing.terminal);
    undoing.sides.forecast = (_to, what) => (what === '2205' ? 'notSent' : 'fine');
    undoing.terminal.settlements.abandon(second);
    await undoing.clock.advance(500);
    undoing.sides.forecast = () => 'fine';
    const next = await restart(undoing);
    await next.clock.until(next.terminal.settlements.recover());
    expect(next.terminal.store.visits.get(second.id)?.phase).toBe('ended');
    // It was told once, by the first.
    const released = next.terminal.store.outbox.list(99).filter(({ kind }) => kind === 'released');
    expect(released).toHaveLength(1);
    next.terminal.kill();
  });

  it('is ready after one try of each open settlement, and goes on with them', async () => {
    const before = start();
    before.storm('lostAfter');
    await before.settle(10_000);
    before.sides.forecast = (to) => (to === 'centre' ? 'notSent' : 'fine');
    const t = await restart(before);
    const heard = hear(t);
    await t.clock.until(t.terminal.settlements.recover());
    expect(t.terminal.store.settlements.get(1)?.state).toBe('unknown');
    expect(t.terminal.store.visits.get(1)?.phase).toBe('ready');
    t.sides.forecast = () => 'fine';
    await t.quiet();
    expect(heard).toEqual([[message(t), 'settled']]);
    t.terminal.kill();
  });
});

describe('what screen and reconciliation say', () => {
  it('is taken once the database lets it', async () => {
    const t = start();
    await t.settle();
    const { store, settlements } = t.terminal;
    const mend = breaking(store.settlements, 'byMessageId', full);
    settlements.seen(message(t));
    await t.clock.advance(100);
    expect(store.settlements.get(1)?.unseen).toBe(true);
    mend();
    await t.quiet();
    expect(store.settlements.get(1)?.unseen).toBe(false);
  });

  it('a result that was left unseen calls a person, and begins what the profile wants', async () => {
    const t = start(1, { foundAfterSession: 'reverse' });
    await t.settle();
    t.terminal.settlements.left(message(t));
    await t.quiet();
    expect(t.terminal.store.refunds.ofSettlement(1)?.state).toBe('done');
  });
});
