import { afterEach, expect, it } from 'vitest';
import { endAll, start } from './testing/start.ts';

afterEach(endAll);

it('figures that come after the bill was settled on those before them make nothing ready again', async () => {
  const t = start(1);
  const { terminal, clock } = t;
  const prepared = await t.prepare(terminal);
  const { send } = t.sides.centre;
  let slow = true;
  Object.assign(t.sides.centre, {
    async send(request: Parameters<typeof send>[0]) {
      const answer = await send(request);
      if (request.infno === '2206' && slow) await new Promise<void>((resolve) => clock.after(60_000, () => resolve()));
      return answer;
    },
  });
  const repricing = terminal.settlements.reprice(prepared, false);
  const settled = await clock.until(terminal.settlements.settle(prepared, 45_000, () => {}));
  expect(settled).toMatchObject({ kind: 'settled' });
  // Long enough for the HIS to be told: from then on nothing of it is open here.
  await clock.advance(50_000);
  expect(await clock.until(repricing)).toMatchObject({ ok: false, error: { code: 'SETTLEMENT_OPEN' } });
  slow = false;
  expect(terminal.store.visits.open(prepared.encounter.encounterId)).toBeNull();
  expect(t.sides.arrived.filter(({ infno }) => infno === '2207')).toHaveLength(1);
});
