import { afterEach, expect, it } from 'vitest';
import { endAll } from '../settlement/testing/start.ts';
import { billingBench } from './testing/bench.ts';
import { callers, codeOf } from './testing/callers.ts';

/** The process dies at one commit or another of a client's bill; then a resident wants the same encounter at the kiosk. */

afterEach(endAll);

async function deathAt(commit: number, of: 'prepare' | 'pay') {
  const bench = billingBench({ seed: commit });
  const { kiosk, client } = callers(bench);
  let [armed, commits, died] = [false, 0, false];
  await bench.restart({
    onCommit: () => {
      if (!armed || ++commits !== commit) return 'go';
      died = true;
      return 'after';
    },
  });
  await client('a').meet();
  armed = true;
  // The death itself comes out as a refusal, as an exception, or not at all.
  await client('a')
    [of]()
    .catch(() => undefined);
  await bench.clock.advance(60_000);
  armed = false;
  await bench.restart();
  await bench.clock.until(bench.terminal.settlements.recover());
  await bench.clock.advance(1_200_000);
  const tried = await kiosk.prepare();
  const code = codeOf(tried);
  if (tried.ok) await kiosk.pay();
  await bench.quiet();
  const notices = bench.terminal.store.clientNotices.list('a', 0, 20, true).map(({ kind }) => kind);
  const outside = bench.hisRow()?.settlement?.messageId ?? null;
  const stands = bench.sides.kit.ledger
    .settlements()
    .filter(({ state, refundOf }) => state === 'settled' && refundOf === null);
  bench.terminal.kill();
  return { died, code, notices, outside, stands: stands.length };
}

it('a preparation leaves the encounter to the kiosk, and its end to the client alone', async () => {
  let deaths = 0;
  for (let commit = 1; ; commit += 2) {
    const { died, code, notices, outside, stands } = await deathAt(commit, 'prepare');
    expect([code, stands]).toEqual(['ok', 1]);
    expect(outside).not.toBeNull();
    expect([[], ['released']]).toContainEqual(notices);
    if (!died) break;
    deaths += 1;
  }
  expect(deaths).toBeGreaterThan(4);
}, 120_000);

it('a payment is the client’s or was never made: it is paid once, and the side that paid hears of it', async () => {
  let paid = 0;
  for (let commit = 9; ; commit += 3) {
    const { died, code, notices, outside, stands } = await deathAt(commit, 'pay');
    expect(stands).toBe(1);
    const byClient = notices.includes('settled');
    expect([code, outside !== null]).toEqual(byClient ? ['HIS_NOTHING_UNPAID', false] : ['ok', true]);
    if (byClient) paid += 1;
    if (!died) break;
  }
  expect(paid).toBeGreaterThan(1);
}, 120_000);
