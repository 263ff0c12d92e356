import { expect, test } from '../e2e/fixtures.ts';
import { audited } from './testing/audited.ts';
import { careerPerson, choose, toHome } from './testing/career-person.ts';

test('[S2] one card and one PIN open every service; nothing of it is left when the card is out', async ({ scene }) => {
  const { person, page } = scene;
  const own = careerPerson('beijing-clerk');
  await toHome(scene, own);
  for (const service of ['养老保险', '医保账户', '缴费记录', '失业金', '待遇和补贴']) {
    await choose(scene, service);
    // Whoever looks over the shoulder reads no whole name and no number.
    const drawn = await page.content();
    expect(drawn.includes(own.career.name) || drawn.includes(own.career.identityNumber), service).toBe(false);
    await person.press('back');
    await person.sees('home');
  }
  // The whole name, while the key is held.
  const key = page.locator('[data-key="reveal"]');
  await key.dispatchEvent('pointerdown', { pointerType: 'touch', button: 0, isPrimary: true });
  await expect(page.locator('[data-revealed="true"]')).toHaveText(own.career.name);
  await key.dispatchEvent('pointerup', { pointerType: 'touch', button: 0, isPrimary: true });
  await expect(page.locator('[data-revealed="false"]')).toBeVisible();

  await person.takeCard();
  await person.sees('insertCard');
  const left = await page.content();
  for (const one of [own.career.name, own.career.identityNumber, own.career.cardNumber])
    expect(left).not.toContain(one);
  // One PIN was asked for, and each service was shown once.
  const { shown, pins } = await audited(scene);
  expect(pins).toBe(1);
  expect(shown.toSorted()).toEqual(['contributions', 'entitlements', 'medical', 'pension', 'unemployment']);
});
