import { afterAll, beforeAll, expect, it } from 'vitest';
import { endsRight } from './testing/ends-right.ts';
import { type Scene, startScene } from './testing/scene.ts';

/** The quick half of `matrix.full.test.ts`: one of each kind, in one lab, the last with a settlement open. */
let scene: Scene;
beforeAll(async () => {
  scene = await startScene(21);
  await scene.screenStands();
});
afterAll(() => scene?.stop());

it.each(['host frozen', 'page blank', 'browser frozen'] as const)('%s: back within ten seconds', async (fault) => {
  expect(await scene.strike(fault)).toBeLessThan(10_000);
  await scene.finger.sees('insertCard');
});

it('the terminal freezes between 2207 and its answer: back within ten seconds, and it ends right', async () => {
  const { lab, finger, visit } = scene;
  await lab.admin('POST', '/admin/faults', { arm: [{ target: 'centre', infno: '2207', kind: 'slowDrip', ms: 20 }] });
  await finger.confirm(visit);
  await expect
    .poll(
      async () => {
        const log = (await lab.admin('GET', '/admin/log')) as { byInfno: Record<string, { count: number }> };
        return log.byInfno['2207']?.count ?? 0;
      },
      { timeout: 20_000, interval: 30 },
    )
    .toBe(1);
  expect(await scene.strike('terminal frozen')).toBeLessThan(10_000);
  expect(await endsRight(scene)).toBe('settled');
  expect(scene.events('part-quiet')).toBe(0);
});
