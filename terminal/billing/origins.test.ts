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
  const bench = billingBench({ place: { memory: true } });
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

  it('and given back at the desk is a client’s to bill, which alone hears of it', async () => {
    const { bench, kiosk, desk, client, heard, outside } = world();
    const first = await kiosk.pay();
    expect(outside()).toBe(first);
    await desk.giveBack(first);
    expect((await client('a').pay()).kind).toBe('settled');
    await bench.quiet();
    expect([heard('a'), heard('b'), outside()]).toEqual([['settled'], [], null]);
  });

  it('by a client and given back is the kiosk’s to bill; the client still sees its own, and no more', async () => {
    const { bench, kiosk, desk, client, heard, outside } = world();
    const paid = await client('a').pay();
    await bench.quiet();
    const first = paid.kind === 'settled' ? paid.value.messageId : '';
    await desk.giveBack(first);
    const second = await kiosk.pay();
    expect([heard('a'), outside()]).toEqual([['settled', 'refunded'], second]);
    const own = client('a').billing().standing(ID, 'own');
    expect(own).toMatchObject({ ok: true, value: { state: 'refunded', messageId: first } });
    await desk.giveBack(second);
    expect([heard('a'), outside()]).toEqual([['settled', 'refunded'], null]);
  });
});

describe('a client that wants what is paid', () => {
  it('diverts nothing: the outside HIS hears that it was given back', async () => {
    const { kiosk, desk, client, heard, outside } = world();
    const messageId = await kiosk.pay();
    await client('a').prepare();
    await desk.giveBack(messageId);
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

describe('who only tried', () => {
  it('leaves nothing behind: the encounter is not its own, and anybody may bill it', async () => {
    const { bench, kiosk, client, heard, outside } = world();
    bench.sides.forecast = (to, what) => (to === 'centre' && what === '9001' ? 'lostBefore' : 'fine');
    const ref = await client('a')
      .meet()
      .catch(() => null);
    expect(ref).toBeNull();
    bench.sides.forecast = () => 'fine';
    await client('a').meet();
    bench.sides.forecast = (to, what) => (to === 'centre' && what === '2201' ? 'notSent' : 'fine');
    expect(codeOf(await client('a').prepare())).toBe('CENTRE_UNREACHABLE');
    bench.sides.forecast = () => 'fine';
    await bench.quiet();
    expect(await kiosk.pay()).toBe(outside());
    expect(heard('a')).toEqual(['released']);
  });
});
