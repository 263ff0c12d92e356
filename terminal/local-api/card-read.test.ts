import { describe, expect, test } from 'vitest';
import type { CardReadResult, CardStatus } from '../../common/contracts/devices/card.ts';
import { cardReading, HOLDER } from '../testing/people.ts';
import { control, EMPTY, PRESENT, PROVED, READ } from './testing/control.ts';

const ask = { reader: null, waitMs: 0, reveal: false };

describe('card read', () => {
  test('masked without --reveal: no name, no number, no birth data', async () => {
    const { client } = control();
    const answer = await client.call('cardRead', ask);
    expect(answer).toMatchObject({
      ok: true,
      value: { ok: true, card: { name: '李*兰', birthDate: null, birthPlace: null } },
    });
    const text = JSON.stringify(answer);
    for (const secret of [HOLDER.name, HOLDER.number, HOLDER.cardNumber, '990100D1560000051122']) {
      expect(text).not.toContain(secret);
    }
  });

  test('in clear to whoever proved herself, on record; refused to others without touching the card', async () => {
    const lab = control();
    expect(await lab.client.call('cardRead', { ...ask, reveal: true, ticket: PROVED })).toMatchObject({
      value: { card: { name: HOLDER.name } },
    });
    expect(lab.audited).toEqual(['staff.revealed']);
    let reads = 0;
    const read = (): CardReadResult => {
      reads += 1;
      return READ;
    };
    const real = control({ mode: 'production', read });
    expect(await real.client.call('cardRead', { ...ask, reveal: true })).toMatchObject({
      value: { ok: false, code: 'STAFF_TICKET_NEEDED' },
    });
    expect(real.audited).toEqual([]);
    expect(reads).toBe(0);
    expect(await real.client.call('cardRead', ask)).toMatchObject({ value: { ok: true } });
  });

  test('an expired card and one that needs the HSM are read, not refused', async () => {
    const expired = cardReading({ expiresOn: '2020-01-01', warnings: ['CARD_EXPIRED'] });
    const { client } = control({ read: () => ({ ok: true, value: expired, cardMs: 1 }) });
    expect(await client.call('cardRead', ask)).toMatchObject({
      value: { ok: true, card: { warnings: ['CARD_EXPIRED'] } },
    });
    const third = cardReading({ needsHsm: true, name: null, socialSecurityNumber: null });
    const other = control({ read: () => ({ ok: true, value: third, cardMs: 1 }) });
    expect(await other.client.call('cardRead', ask)).toMatchObject({ value: { ok: true, card: { name: null } } });
  });

  test('waits for a card', async () => {
    let looks = 0;
    const { client } = control({ card: () => (++looks > 4 ? PRESENT : EMPTY) });
    expect(await client.call('cardRead', { ...ask, waitMs: 60_000 })).toMatchObject({ value: { ok: true } });
    // The first look that shows it is the last.
    expect(looks).toBe(5);
  });

  test.each([
    ['CARD_ABSENT', EMPTY],
    ['CARD_MUTE', { kind: 'mute', reader: 'Reader 0', generation: 1 }],
    ['CARD_TOO_MANY', { kind: 'tooMany', readers: ['Reader 0', 'Reader 1'] }],
    ['READER_GONE', { kind: 'noReader' }],
    ['READER_SERVICE_DOWN', { kind: 'serviceDown' }],
  ] as const)('%s', async (code, card) => {
    const { client } = control({ card: () => card as CardStatus });
    expect(await client.call('cardRead', { ...ask, waitMs: 50 })).toMatchObject({ value: { ok: false, code } });
  });

  test.each(['CARD_FOREIGN', 'CARD_REMOVED', 'CARD_GARBAGE', 'CARD_MUTE'] as const)(
    'the card’s own failure: %s',
    async (error) => {
      const { client } = control({ read: () => ({ ok: false, error }) });
      expect(await client.call('cardRead', ask)).toMatchObject({ value: { ok: false, code: error } });
    },
  );

  test('another reader is watched for the call and given back; never under a session', async () => {
    const one = control();
    expect(await one.client.call('cardRead', { ...ask, reader: 'Reader 1', waitMs: 50 })).toMatchObject({
      value: { code: 'CARD_ABSENT' },
    });
    expect(one.watched).toEqual(['Reader 1', null]);
    const named = control();
    expect(await named.client.call('cardRead', { ...ask, reader: 'Reader 0' })).toMatchObject({ value: { ok: true } });
    expect(named.watched).toEqual([]);
    const empty = control({ card: () => EMPTY });
    await empty.client.call('cardRead', { ...ask, reader: 'Reader 0' });
    expect(empty.watched).toEqual(['Reader 0', null]);
    let card: CardStatus = { kind: 'tooMany', readers: ['Reader 0', 'Reader 1'] };
    const two = control({ card: () => card });
    const read = two.client.call('cardRead', { ...ask, reader: 'Reader 0' });
    setTimeout(() => {
      card = PRESENT;
    }, 200);
    expect(await read).toMatchObject({ value: { ok: true } });
    const busy = control({ inSession: true });
    expect(await busy.client.call('cardRead', { ...ask, reader: 'Reader 1' })).toMatchObject({
      value: { code: 'CARD_BUSY' },
    });
    expect(busy.watched).toEqual([]);
  });
});
