import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cardSchema } from '../../../common/contracts/benefits/card.ts';
import { cardLossSchema } from '../../../common/contracts/benefits/card-loss.ts';
import { loadCareers } from '../../people/load.ts';
import { type Bench, read, startBench } from '../testing/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.stop());

const call = (verb: string, body: unknown) => bench.benefits(verb, body);
const who = (name: string) => {
  const { identityNumber, name: own, cardNumber } = loadCareers().get(name) ?? expect.unreachable();
  return { identityNumber, name: own, cardNumber };
};
const withPin = { assurance: 'cardAndPin' } as const;
async function tokenOf(name: string): Promise<string> {
  const { identityNumber } = who(name);
  const issued = await bench.admin('POST', '/admin/electronic-cards', { identityNumber });
  return z.object({ token: z.string() }).parse(issued).token;
}

describe('the card over HTTPS', () => {
  test('lost by electronic card, found again, and back in use by card and PIN', async () => {
    const token = await tokenOf('beijing-turner');
    const asked = await call('card-loss', { token });
    expect(cardLossSchema.parse(read(asked))).toMatchObject({ state: 'normal', mayReport: true });
    const { identityNumber, name, cardNumber } = who('beijing-turner');
    for (const clear of [identityNumber, name, cardNumber]) expect(asked.body.toString()).not.toContain(clear);
    const reported = cardLossSchema.parse(read(await call('card-loss-report', { token })));
    expect(reported).toMatchObject({ state: 'lost', mayReport: false });
    expect(read(await call('card-loss-report', { token }))).toMatchObject({ number: reported.number });
    expect(cardSchema.parse(read(await call('card', who('beijing-turner'))))).toMatchObject({ state: 'lost' });
    const found = await call('card-withdraw', { ...who('beijing-turner'), ...withPin });
    expect(cardSchema.parse(read(found))).toMatchObject({ state: 'normal' });
  });

  test('another’s card, a token that nobody was given, a request without what it takes', async () => {
    expect((await call('card', { ...who('beijing-turner'), cardNumber: 'K99999999' })).status).toBe(404);
    expect((await call('card-loss', { token: 'ESSC-LAB-00' })).status).toBe(404);
    expect((await call('card-loss-report', { token: 'ESSC-LAB-00' })).status).toBe(404);
    const { cardNumber: _, ...cardless } = who('beijing-turner');
    expect((await call('card', cardless)).status).toBe(422);
    for (const junk of [{}, { assurance: 'card' }, { ...withPin, pin: '123456' }]) {
      expect((await call('card-withdraw', { ...who('beijing-turner'), ...junk })).status).toBe(422);
    }
    for (const token of ['', 'x'.repeat(513), 7]) expect((await call('card-loss', { token })).status).toBe(422);
  });

  test('tokens cannot be tried out: there is a limit for all of them together', async () => {
    const statuses = new Set<number>();
    for (let batch = 0; batch < 25; batch++) {
      const tries = Array.from({ length: 10 }, (_, n) => call('card-loss', { token: `ESSC-LAB-${batch}-${n}` }));
      for (const { status } of await Promise.all(tries)) statuses.add(status);
    }
    expect([...statuses].toSorted()).toEqual([404, 429]);
  });
});
