import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../bin/testing/run.ts';
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
    const half = (await scene.newest()).messageId;

    // Somebody else settles: the half is still the first one's, and the new slip is the only one of its settlement.
    await scene.toConfirm('5');
    await scene.pay();
    await expect.poll(scene.slip, { timeout: 20_000 }).toBe('printed');
    await scene.press('card.remove');
    await scene.printer('paper.tear');
    await scene.newestIs('agree');
    const { rows } = (await scene.state()).ledgers;
    expect(rows[0]).toMatchObject({ words: ['allAgree'], originals: 1 });
    expect(rows.find(({ messageId }) => messageId === half)).toMatchObject({ words: ['paperHalf'], originals: 0 });
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

  test('a late answer is set with its time in sight; one that could never meet a request is refused', async () => {
    await scene.page.locator('.any select[data-field="kind"]').evaluate((field) => {
      field.closest('details')?.setAttribute('open', '');
    });
    await scene.page.locator('[data-field="kind"]').selectOption('delayMs');
    expect(await scene.page.locator('[data-field="ms"]').inputValue()).toBe('2000');
    await scene.press('fault.arm');
    expect(await scene.page.locator('[data-fault="delayMs"]').innerText()).toContain('2000 ms');
    await scene.press('fault.clear');
    await scene.page.locator('[data-fault]').waitFor({ state: 'detached' });
    const env = { XDG_STATE_HOME: scene.dir };
    const never = await run(['sim', ...'fault http500 --target his --infno 2207 --json'.split(' ')], env);
    expect(never.json()).toMatchObject({ error: { code: 'DOCK_FAULT_NO_INFNO' } });
  });

  test('put in backwards, then turned round: the kiosk reads it and asks for the PIN', async () => {
    await scene.glass.sees(['insertCard'], 40_000);
    await scene.page.locator('[data-person="6"] input').check();
    await scene.press('card.wrongWay');
    await scene.glass.sees(['cardProblem'], 20_000);
    await scene.press('card.turn');
    await scene.page.locator('[data-slot="0"][data-holds=""]').waitFor();
    await scene.glass.sees(['enterPin'], 20_000);
    expect((await scene.state()).slots[0]).toMatchObject({ person: '6', wrongWay: false });
  });

  test('a wrong PIN stays with the card when it is pulled out, until it is a new one', async () => {
    await scene.page.locator('[data-next="next_typePin"]').waitFor();
    await scene.press('pin.wrong');
    await expect.poll(async () => (await scene.state()).slots[0].triesLeft).toBe(5);
    const again = async (): Promise<number | null> => {
      await scene.press('card.insert');
      await expect.poll(async () => (await scene.state()).slots[0].person, { timeout: 10_000 }).toBe('6');
      return (await scene.state()).slots[0].triesLeft;
    };
    await scene.press('card.remove');
    expect(await again()).toBe(5);
    await scene.press('card.remove');
    await scene.page.locator('[data-slot="0"][data-holds=""]').waitFor();
    await scene.press('card.renew');
    expect(await again()).toBe(6);
    await scene.press('card.remove');
  });

  test('the emulator process dies: page and command line say so at once', async () => {
    const env = { XDG_STATE_HOME: scene.dir };
    process.kill(scene.lab.emulators.pid, 'SIGKILL');
    await scene.page.locator('[data-next="next_gone"]').waitFor({ timeout: 5000 });
    await scene.press('card.insert');
    await scene.page.locator('[data-error="DOCK_PART_GONE"]').waitFor({ timeout: 5000 });
    for (const line of ['card insert 1', 'status', 'paper tear'])
      expect((await run(['sim', ...line.split(' '), '--json'], env)).json()).toMatchObject({
        error: { code: 'DOCK_PART_GONE' },
      });
  });
});
