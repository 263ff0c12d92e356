import { afterEach, describe, expect, it } from 'vitest';
import { fen } from '../../common/kernel/money.ts';
import { pii } from '../../common/kernel/pii.ts';
import type { Insured } from '../ports.ts';
import { SqliteError } from '../store/database.ts';
import { failed, hear, input, message } from './testing/core.ts';
import { endAll, start } from './testing/start.ts';
import { holder } from './testing/world.ts';

afterEach(endAll);

const full = () => new SqliteError('full', 'SQLITE_FULL');
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
