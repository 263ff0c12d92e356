import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CollectRequest } from '../../common/contracts/cashier/cashier.ts';
import { createCashierGateway } from '../../terminal/gateways/cashier/gateway.ts';
import type { CashierGateway } from '../../terminal/gateways/cashier/port.ts';
import { INSTITUTION, type Reference, secrets, startReference } from './testing/reference.ts';

/** The terminal's client of the external cashier and the lab's cashier, over HTTPS. */

let reference: Reference;
let cashier: CashierGateway;

beforeAll(async () => {
  reference = await startReference();
  cashier = createCashierGateway({ ...reference.target(reference.urls.cashier), token: secrets.cashier });
});
afterAll(async () => {
  cashier.end();
  await reference.stop();
});

const ask = (digit: string, amount = '36.79'): CollectRequest => ({
  ...{ key: digit.repeat(32), institution: INSTITUTION, terminal: 'ZZ-07', encounterId: 'OP1', setlId: 'S1', amount },
  messageId: 'H99010100017202611210912000700',
});
const habits = (does: string, afterMs = 0) => reference.admin('/admin/settings', { cashier: { does, afterMs } });
const collect = (request: CollectRequest) => cashier.collect(cashier.write(request));

describe('the cashier', () => {
  it('takes what it is asked for once, however often it is asked', async () => {
    await habits('pays');
    const first = await collect(ask('a'));
    expect(first).toMatchObject({ value: { reply: { result: 'collected', key: 'a'.repeat(32), amount: '36.79' } } });
    const again = await collect(ask('a'));
    expect(again.ok && again.value.reply).toEqual(first.ok && first.value.reply);
    expect(await cashier.close('a'.repeat(32))).toMatchObject({ value: { reply: { result: 'collected' } } });
  });

  it('refuses another content under the same key, and a request that is none', async () => {
    expect(await collect(ask('a', '36.80'))).toMatchObject({
      error: { kind: 'refused', status: 422, about: 'content' },
    });
    expect(await cashier.collect('{}')).toMatchObject({ error: { kind: 'refused', status: 400 } });
    expect(() => cashier.write({ ...ask('b'), key: 'short' })).toThrow();
  });

  it('lets the person take her time, and takes nothing once it is closed', async () => {
    await habits('pays', 600_000);
    expect(await collect(ask('c'))).toMatchObject({ value: { reply: { result: 'pending' } } });
    const closed = { value: { reply: { result: 'notCollected', because: 'closed' } } };
    expect(await cashier.close('c'.repeat(32))).toMatchObject(closed);
    await habits('pays');
    expect(await collect(ask('c'))).toMatchObject(closed);
  });

  it('takes nothing of a request that arrives after its key was closed', async () => {
    await habits('pays');
    const closed = { value: { reply: { result: 'notCollected', because: 'closed' } } };
    expect(await cashier.close('d'.repeat(32))).toMatchObject(closed);
    expect(await collect(ask('d'))).toMatchObject(closed);
  });

  it.each([
    ['declines', 'declined'],
    ['cancels', 'cancelled'],
  ])('%s', async (does, because) => {
    await habits(does);
    expect(await collect(ask(does === 'declines' ? 'e' : 'f'))).toMatchObject({
      value: { reply: { result: 'notCollected', because } },
    });
  });

  it.each([
    ['loseReplyAfterCommit', 'unknown'],
    ['http500', 'unknown'],
    ['garbage', 'unknown'],
    ['http409', 'unknown'],
  ])('%s says nothing about the money', async (kind, expected) => {
    await habits('pays');
    await reference.admin('/admin/faults', { arm: [{ target: 'cashier', kind }] });
    const request = { ...ask('0'), key: Buffer.from(kind).toString('hex').padEnd(32, '0').slice(0, 32) };
    expect(await collect(request)).toMatchObject({ error: { kind: expected } });
    expect(await collect(request)).toMatchObject({ value: { reply: { result: 'collected' } } });
  });

  it('wants its own token', async () => {
    const stranger = createCashierGateway({ ...reference.target(reference.urls.cashier), token: secrets.his });
    expect(await stranger.close('a'.repeat(32))).toMatchObject({
      error: { kind: 'refused', status: 401, about: 'access' },
    });
    stranger.end();
  });
});
