import { afterEach, expect, it } from 'vitest';
import { endAll, start } from './testing/start.ts';

afterEach(endAll);

/**
 * The 2207 was done, its answer lost; 5203 shows nothing yet. The first 2601 is held up on its way for `heldMs`; the ones
 * after it are refused for `refusedMs`, for a reason that proves nothing.
 */
function world(heldMs: number, refusedMs: number) {
  const t = start(5);
  const { kit } = t.sides;
  const { newestSettlement } = kit.ledger;
  const real = kit.handle;
  let blind = true;
  let held = false;
  let refuse = false;
  kit.ledger.newestSettlement = (psnNo, mdtrtId) => (blind ? null : newestSettlement(psnNo, mdtrtId));
  const handle: typeof real = (bytes, ...rest) => {
    const text = new TextDecoder().decode(bytes);
    if (!text.includes('"2601"')) return real(bytes, ...rest);
    const other = refuse ? text.replace('"oinfno":"2207"', '"oinfno":"9999"') : text;
    return real(new TextEncoder().encode(other), ...rest);
  };
  Object.assign(kit, { handle });
  t.sides.forecast = (to, what) => {
    if (to !== 'centre') return 'fine';
    if (what === '2207') return 'lostAfter';
    if (what !== '2601' || held) return 'fine';
    held = true;
    blind = false;
    const message = t.terminal.store.messages.get(t.terminal.store.settlements.get(1)?.fenceMessageRow ?? 0);
    t.clock.after(heldMs, () => {
      if (message !== null) real(message.request, kit.ledger, t.clock, t.random);
    });
    refuse = true;
    t.clock.after(refusedMs, () => {
      refuse = false;
    });
    return 'lostBefore';
  };
  const journal = () => t.terminal.store.settlements.get(1)?.state;
  const centre = () => kit.ledger.settlements()[0]?.state;
  return { ...t, journal, centre };
}

it('a refused copy proves nothing while another may be under way: books and journal agree in the end', async () => {
  const t = world(90_000, 80_000);
  await t.settle(300_000);
  await t.quiet();
  expect(t.centre()).toBe('reversed');
  expect(t.journal()).toBe('reversed');
});

it('after two minutes without a copy in doubt a refusal is believed, and 5203 has the word again', async () => {
  const t = world(3_600_000, 3_000_000);
  await t.settle(600_000);
  expect(t.journal()).toBe('settled');
  expect(t.centre()).toBe('settled');
});
