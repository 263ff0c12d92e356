import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DockScene, startDockScene } from './testing/dock-scene.ts';

// One lab for all of it: the settlements of one test are what the ledgers of the next have to bear.
let scene: DockScene;
beforeAll(async () => {
  scene = await startDockScene();
});
afterAll(() => scene?.stop());

describe('a person breaks things at the dock', () => {
  test('the paper runs out half-way: refilled, the same slip completes by itself, once', async () => {
    await scene.toConfirm('2');
    await scene.printer('soon');
    await scene.pay();
    await scene.page.locator('[data-do="paper"].on').waitFor();
    expect((await scene.newest()).words).toContain('paperPrinting');
    await scene.printer('paper.tear');
    await scene.page.locator('[data-error="DOCK_STILL_PRINTING"]').waitFor();
    await scene.press('card.remove');
    await scene.printer('paper');
    await expect.poll(scene.slip, { timeout: 20_000 }).toBe('printed');
    await scene.newestIs('agree');
    expect((await scene.newest()).originals).toBe(1);
    await scene.printer('paper.tear');
  });

  test('the cable is pulled in the middle: the receipt’s state is unknown and stays so; nothing is printed twice', async () => {
    await scene.toConfirm('3');
    await scene.pay();
    await scene.glass.sees(['done']);
    await scene.page.locator('[data-room="paper"] [data-bytes]:not([data-bytes="0"])').waitFor();
    await scene.printer('cable');
    await expect.poll(scene.slip, { timeout: 20_000 }).toBe('unknown');
    await scene.printer('cable');
    await scene.press('card.remove');
    await scene.glass.sees(['insertCard'], 40_000);
    const row = await scene.newest();
    expect(row.centre.amounts).toEqual(row.journal.amounts);
    expect(row.words).not.toContain('paperTwice');
    expect(row.originals).toBeLessThanOrEqual(1);
    if ((await scene.state()).printer.hangingMm > 0) await scene.printer('paper.tear');
    expect((await scene.newest()).originals).toBe(row.originals);
  });

  test('the reply is lost: unknown on screen and in the ledgers, then found; settled once', async () => {
    await scene.press('preset.lostReply');
    await scene.page.locator('[data-fault="loseReplyAfterCommit"]').waitFor();
    await scene.toConfirm('4');
    await scene.pay();
    await scene.glass.sees(['unknown', 'working', 'done'], 20_000);
    await scene.newestIs('agree').catch(() => undefined);
    await scene.glass.sees(['done', 'insertCard'], 40_000);
    await scene.press('card.remove');
    await expect.poll(async () => (await scene.newest()).journal.state, { timeout: 20_000 }).toBe('settled');
    const all = (await scene.state()).ledgers.rows;
    expect(all.filter((row) => row.encounterId === all[0]?.encounterId)).toHaveLength(1);
    expect((await scene.newest()).differences).toEqual([]);
  });
});
