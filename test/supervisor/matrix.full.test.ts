import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endsRight } from './testing/ends-right.ts';
import { type Fault, pause, type Scene, startScene } from './testing/scene.ts';

/** Every part, killed, frozen and blanked, with an empty kiosk and with a settlement open: back within 10 s, and right. */
const faults: readonly Fault[] = [
  'terminal killed',
  'terminal frozen',
  'host killed',
  'host frozen',
  'browser killed',
  'browser frozen',
  'page killed',
  'page frozen',
  'page blank',
];
const LIMIT_MS = 10_000;
const figures: { fault: Fault; settlement: string; backMs: number }[] = [];

let scene: Scene;
beforeEach(async () => {
  scene = await startScene(31 + figures.length);
  await scene.screenStands();
}, 60_000);
afterEach(() => scene?.stop(), 30_000);
afterAll(() => {
  mkdirSync('out/test', { recursive: true });
  writeFileSync('out/test/supervisor.json', `${JSON.stringify(figures, null, 2)}\n`);
  for (const { fault, settlement, backMs } of figures) console.log(`${fault}, ${settlement}: back after ${backMs} ms`);
});

describe.each(faults)('%s', (fault) => {
  it('with nobody there: back within ten seconds, and only that part was touched', async () => {
    const backMs = await scene.strike(fault);
    figures.push({ fault, settlement: 'none', backMs });
    await scene.finger.sees('insertCard');
    expect(backMs).toBeLessThan(LIMIT_MS);
    await pause(3000);
    expect(scene.events('part-restart')).toBe(1);
  }, 90_000);

  it.each([
    // The centre settles at once and its answer takes its time; or the request is lost before it is heard.
    ['answer late', { target: 'centre', infno: '2207', kind: 'slowDrip', ms: 20 }],
    ['request lost', { target: 'centre', infno: '2207', kind: 'loseBeforeCommit', afterMs: 4000 }],
  ] as const)(
    'with a settlement open (%s): it ends right',
    async (name, arm) => {
      await scene.lab.admin('POST', '/admin/faults', { arm: [arm] });
      await scene.finger.confirm(scene.visit);
      await sent(scene);
      const backMs = await scene.strike(fault);
      const ended = await endsRight(scene);
      figures.push({ fault, settlement: `${name}, ${ended}`, backMs });
      expect(backMs).toBeLessThan(LIMIT_MS);
      expect(scene.events('part-quiet')).toBe(0);
      if (fault.startsWith('browser') || fault.startsWith('page')) {
        expect(scene.events('part-restart', 'terminal'), 'a screen takes no terminal along').toBe(0);
      }
    },
    120_000,
  );
});

async function sent({ lab }: Scene): Promise<void> {
  const until = performance.now() + 20_000;
  for (;;) {
    const log = (await lab.admin('GET', '/admin/log')) as { byInfno: Record<string, { count: number }> };
    if ((log.byInfno['2207']?.count ?? 0) > 0) return;
    if (performance.now() > until) throw new Error('2207 never came');
    await pause(30);
  }
}
