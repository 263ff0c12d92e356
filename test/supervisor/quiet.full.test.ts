import { afterEach, beforeEach, expect, it } from 'vitest';
import { pause, type Scene, startScene } from './testing/scene.ts';

/** Five crashes of one part within ten minutes, on real processes. */
let scene: Scene;
beforeEach(async () => {
  scene = await startScene(71);
  await scene.screenStands();
}, 60_000);
afterEach(() => scene?.stop(), 30_000);

it.each([
  ['terminal', 'terminal killed'],
  ['host', 'host killed'],
  ['browser', 'browser killed'],
] as const)(
  'of the %s: the quiet page stands, and nothing starts again',
  async (what, fault) => {
    for (let nth = 1; nth <= 4; nth++) expect(await scene.strike(fault)).toBeLessThan(10_000);
    const pid = scene.pid(what);
    if (pid === null) throw new Error(`no ${what} runs`);
    const starts = scene.events('browser-started');
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => scene.events('part-quiet'), { timeout: 5000 }).toBe(1);
    // The browser comes back once more, for the quiet page.
    await expect.poll(() => scene.events('browser-started'), { timeout: 10_000 }).toBe(starts + 1);
    await expect.poll(() => scene.pid('page'), { timeout: 10_000 }).not.toBeNull();
    const [browser, restarts] = [scene.pid('browser'), scene.events('part-restart')];
    await pause(12_000);
    expect(scene.pid('browser')).toBe(browser);
    expect(scene.events('part-restart')).toBe(restarts);
    if (what !== 'browser') expect(scene.pid(what)).toBeNull();
    expect(await scene.openPage()).toContain('请到窗口办理');
    // A living terminal has told the operator.
    if (what !== 'terminal') {
      const told = async (): Promise<readonly unknown[]> => {
        const { records } = (await scene.lab.admin('GET', '/admin/operator')) as { records: { body: unknown }[] };
        return records.map((record) => record.body);
      };
      const part = what === 'browser' ? 'screen' : what;
      await expect.poll(told, { timeout: 15_000 }).toContainEqual(expect.objectContaining({ fault: 'quiet', part }));
    }
  },
  120_000,
);
