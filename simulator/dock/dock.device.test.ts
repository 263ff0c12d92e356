import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../bin/testing/run.ts';
import { type DockScene, startDockScene } from './testing/dock-scene.ts';

// One lab for all of it: the settlements of one test are what the ledgers of the next have to bear.
let scene: DockScene;
beforeAll(async () => {
  scene = await startDockScene();
});
afterAll(() => scene?.stop());

describe('the dock with a real lab, in a real browser', () => {
  test('card, PIN, settlement, slip, tear: four ledgers agree to the fen', async () => {
    await scene.toConfirm('1');
    await scene.pay();
    await scene.glass.sees(['done']);
    await scene.page.locator('[data-next="next_takeCard"]').waitFor();
    await expect.poll(scene.slip, { timeout: 20_000 }).toBe('printed');
    await scene.press('card.remove');
    await scene.printer('paper.tear');
    await scene.newestIs('agree');
    const row = await scene.newest();
    expect(row).toMatchObject({ words: ['allAgree'], differences: [], originals: 1, person: expect.any(String) });
    for (const name of ['his', 'journal', 'paper'] as const) expect(row[name].amounts).toEqual(row.centre.amounts);
    expect(row.centre.amounts?.total).toBeGreaterThan(0);
    expect(await scene.page.locator('[data-person="1"]').getAttribute('data-visit')).toBe('settled');
  });

  test('clocks: a terminal that is ten minutes off is refused, and everybody a day later settles', async () => {
    await scene.press('clock.600');
    await scene.page.locator('[data-clock="600"]').waitFor();
    // The processes read their clock again within a second.
    await scene.page.waitForTimeout(1500);
    await scene.page.locator('[data-person="5"] input').check();
    await scene.press('card.insert');
    await scene.page.locator('[data-next="next_typePin"]').waitFor();
    await scene.press('pin.type');
    await scene.glass.sees(['stepFailed', 'outOfService'], 20_000);
    await scene.press('card.remove');
    await scene.glass.sees(['insertCard'], 40_000);

    await scene.page.getByRole('checkbox', { name: '各方的钟一起拨' }).check();
    await scene.press('clock.86400');
    await scene.page.locator('[data-clock="86400"]').waitFor();
    await scene.page.waitForTimeout(1500);
    await scene.toConfirm('5');
    await scene.pay();
    await scene.glass.sees(['done']);
    await scene.press('card.remove');
    await scene.newestIs('agree');
    const tomorrow = new Date(Date.now() + 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');
    expect((await scene.newest()).messageId.slice(12, 20)).toBe(tomorrow);
    await scene.printer('paper.tear');
    await scene.press('clock.0');
  });

  test('no breach of axe’s rules, wide in Chinese, narrow in English', async () => {
    for (const width of [826, 420]) {
      await scene.page.setViewportSize({ width, height: 1000 });
      await scene.page.locator('details').evaluateAll((all) => {
        for (const each of all) each.setAttribute('open', '');
      });
      const { violations } = await new AxeBuilder({ page: scene.page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      const overflow = await scene.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await scene.press('language');
    }
  });

  test('the keyboard reaches every key', async () => {
    await scene.page.setViewportSize({ width: 960, height: 1000 });
    const keys = await scene.page.locator('button').count();
    const reached = new Set<string>();
    await scene.page.locator('body').press('Home');
    for (let i = 0; i < keys * 3; i++) {
      await scene.page.keyboard.press('Tab');
      const at = await scene.page.evaluate(() => {
        const on = document.activeElement;
        return on instanceof HTMLButtonElement
          ? `${on.closest('section')?.dataset['room']} ${on.dataset['do']} ${on.innerText}`
          : '';
      });
      if (at !== '') reached.add(at);
    }
    expect(reached.size).toBeGreaterThanOrEqual(keys - 4);
    expect([...reached].join('\n')).toMatch(/paper cable/);
  });

  test('minka sim finds this lab, and says the same', async () => {
    const file = join(scene.dir, 'minka', 'lab.json');
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('dock.sock');
    const env = { XDG_STATE_HOME: scene.dir };
    // The ledgers stand still once the queue is empty; before that each look may show a row less.
    await expect.poll(async () => (await scene.state()).ledgers.queue.waiting, { timeout: 20_000 }).toBe(0);
    const ledgers = await run(['sim', 'ledgers', '--json'], env);
    expect(ledgers.json()).toEqual((await scene.state()).ledgers);
    expect((await run(['sim', 'card', 'insert', 'mute'], env)).code).toBe(0);
    expect((await scene.state()).slots[0].person).toBe('mute');
    expect((await run(['sim', 'card', 'remove'], env)).code).toBe(0);
    const again = await run(['sim', 'card', 'remove', '--json'], env);
    expect(again.json()).toMatchObject({ error: { code: 'DOCK_NO_CARD' } });
  });
});
