import { afterEach, describe, expect, it } from 'vitest';
import { endAll } from '../settlement/testing/start.ts';
import { encounter } from '../settlement/testing/world.ts';
import { billingBench } from './testing/bench.ts';
import { callers, codeOf } from './testing/callers.ts';

/** Whose an encounter is, where kiosk, desk and two hospital systems share one terminal. */

afterEach(endAll);

const ID = encounter().encounterId;

/** A bench with its callers, and what each side has heard of the encounter. */
function world() {
  const bench = billingBench();
  const heard = (client: string): readonly string[] =>
    bench.terminal.store.clientNotices.list(client, 0, 20, true).map(({ kind }) => kind);
  const outside = (): string | null => bench.hisRow()?.settlement?.messageId ?? null;
  return { ...callers(bench), bench, heard, outside };
}

describe('what is paid here', () => {
  it.each(['kiosk', 'desk', 'client a'] as const)('by the %s is not billed again by a client', async (payer) => {
    const { bench, kiosk, desk, client } = world();
    await (payer === 'kiosk' ? kiosk.pay() : (payer === 'desk' ? desk : client('a')).pay());
    await bench.quiet();
    const registered = bench.sent('2201').length;
    expect(codeOf(await client('b').prepare())).toBe('HIS_NOTHING_UNPAID');
    expect([bench.sent('2201').length, bench.sent('2207').length]).toEqual([registered, 1]);
  });

  it('by a client is not billed again by kiosk or desk, though the outside HIS has it as unpaid', async () => {
    const { bench, kiosk, desk, client } = world();
    await client('a').pay();
    await bench.quiet();
    expect(codeOf(await kiosk.prepare())).toBe('HIS_NOTHING_UNPAID');
    expect(codeOf(await desk.prepare())).toBe('HIS_NOTHING_UNPAID');
    expect(bench.sent('2207')).toHaveLength(1);
  });

  it('and given back is anybody’s, and every side hears of its own settlement alone', async () => {
    const { bench, kiosk, desk, client, heard, outside } = world();
    const first = await kiosk.pay();
    expect(outside()).toBe(first);
    await bench.clock.until(desk.billing().refund(first, '10086', '10087'));
    await bench.quiet();
    expect((await client('a').pay()).kind).toBe('settled');
    await bench.quiet();
    expect([heard('a'), outside()]).toEqual([['settled'], null]);
    const own = client('a').billing().standing(ID, 'own');
    const second = own.ok ? (own.value.messageId ?? '') : '';
    await bench.clock.until(desk.billing().refund(second, '10086', '10087'));
    await bench.quiet();
    const third = await kiosk.pay();
    expect([heard('a'), heard('b'), outside()]).toEqual([['settled', 'refunded'], [], third]);
  });
});

describe('a client that wants what is paid', () => {
  it('diverts nothing: the outside HIS hears that it was given back', async () => {
    const { bench, kiosk, desk, client, heard, outside } = world();
    const messageId = await kiosk.pay();
    await client('a').prepare();
    await bench.clock.until(desk.billing().refund(messageId, '10086', '10087'));
    await bench.quiet();
    expect([outside(), heard('a')]).toEqual([null, []]);
  });

  it('sees nothing of it as its own', async () => {
    const { kiosk, client } = world();
    await kiosk.pay();
    await client('a').prepare();
    expect(client('a').billing().standing(ID, 'own')).toMatchObject({ ok: false, error: { code: 'BILL_NONE' } });
    expect(client('a').billing().standing(ID)).toMatchObject({ ok: true, value: { state: 'settled' } });
  });
});
