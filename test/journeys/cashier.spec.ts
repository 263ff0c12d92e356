import { readYuan } from '../../simulator/lab/person.ts';
import { expect, type Scene, test } from '../e2e/fixtures.ts';

/** 11: a person who has something left to pay. */
test.use({ labOptions: { cashier: true, profile: { cashier: { collectMs: 20_000 } } }, seed: 11 });

interface Drawer {
  readonly requests: readonly { readonly key: string; readonly answer: { readonly result: string } | null }[];
  readonly payments: readonly { readonly key: string; readonly amount: string; readonly reference: string }[];
}

const drawer = async ({ lab }: Scene): Promise<Drawer> => (await lab.admin('GET', '/admin/cashier')) as Drawer;
const habit = ({ lab }: Scene, does: string, afterMs = 0) =>
  lab.admin('POST', '/admin/settings', { cashier: { does, afterMs } });

/** To the result screen, the cashier having been told what the person does there. */
async function toDone(scene: Scene): Promise<void> {
  const { person, visit } = scene;
  await person.comeToTheKiosk();
  await person.goToSplit(visit);
  await person.press('acceptSplit');
  await person.sees('confirm');
  await person.press('confirm');
  await person.sees('done');
}

const slipOut = ({ page }: Scene) => page.locator('[data-print="printed"]').waitFor({ state: 'attached' });
const words = async (scene: Scene): Promise<string> => (await scene.paper()).lines.join('\n').replaceAll(' ', '');

/** The settlement stands as the centre has it, once, whatever the cashier did. */
async function stands(scene: Scene): Promise<number> {
  await scene.settledDown();
  const [ledger, ...more] = await scene.ledger();
  const [journal] = await scene.journal();
  expect(more).toEqual([]);
  expect(ledger).toMatchObject({ state: 'settled', cash: journal?.cashFen });
  expect((await scene.centreCount('2207')).handled).toBe(1);
  expect((await scene.paper()).cuts).toBe(1);
  return ledger?.cash ?? 0;
}

test('[S1] the rest is paid at the cashier beside the kiosk: taken once, on screen and on the slip', async ({
  scene,
}) => {
  await habit(scene, 'pays', 2500);
  await toDone(scene);
  const { page, person } = scene;
  await page.getByText('请在旁边收款机付').waitFor();
  person.seen.add('done collecting');
  await slipOut(scene);
  await expect(page.locator('[data-collection="collected"]')).toBeVisible();
  const cash = await stands(scene);
  const { payments } = await drawer(scene);
  expect(payments).toHaveLength(1);
  expect(readYuan(payments[0]?.amount ?? '')).toBe(cash);
  const slip = await words(scene);
  expect(slip).toContain(`已收${payments[0]?.amount}元`);
  expect(slip.replaceAll('\n', '')).toContain(payments[0]?.reference);
  expect(slip).not.toContain('号窗口交');
  expect((await scene.operatorKinds()).filter((kind) => kind === 'collection')).toHaveLength(1);
});

test('[S1] rather at the window: the cashier is closed, the slip says where to pay', async ({ scene }) => {
  await habit(scene, 'nothing');
  await toDone(scene);
  await scene.person.press('payAtWindow');
  await slipOut(scene);
  await expect(scene.page.locator('[data-collection="notCollected"]')).toBeVisible();
  await stands(scene);
  const { requests, payments } = await drawer(scene);
  expect(payments).toEqual([]);
  expect(requests.map(({ answer }) => answer?.result)).toEqual(['notCollected']);
  expect(await words(scene)).toContain('收款机没有收钱');
});

test('[S1] the cashier’s answer is lost: it is asked again with the same key, and takes once', async ({ scene }) => {
  await habit(scene, 'pays');
  await scene.arm(
    { target: 'cashier', kind: 'loseReplyAfterCommit', path: '/cashier/v1/collect' },
    { target: 'cashier', kind: 'http500', path: '/cashier/v1/collect' },
  );
  await toDone(scene);
  await slipOut(scene);
  await expect(scene.page.locator('[data-collection="collected"]')).toBeVisible();
  await stands(scene);
  const { requests, payments } = await drawer(scene);
  expect([requests.length, payments.length]).toEqual([1, 1]);
});

test('[S1] nobody answers: the person is told not to pay again, and it is found out afterwards', async ({ scene }) => {
  await habit(scene, 'pays');
  await scene.arm(
    { target: 'cashier', kind: 'loseReplyAfterCommit', path: '/cashier/v1/collect', times: 40 },
    { target: 'cashier', kind: 'http500', path: '/cashier/v1/close', times: 4 },
  );
  await toDone(scene);
  await scene.person.press('payAtWindow');
  // At once: it is being found out while the slip is still printed.
  await expect(scene.page.locator('[data-collection="unknown"]')).toBeVisible();
  expect(await words(scene)).toContain('收没收到还不知道');
  await slipOut(scene);
  await stands(scene);
  await expect(async () => {
    // That nobody knew, and then what it was.
    expect((await scene.operatorKinds()).filter((kind) => kind === 'collection')).toHaveLength(2);
  }).toPass({ timeout: 40_000 });
  const { requests, payments } = await drawer(scene);
  expect([requests.length, payments.length]).toEqual([1, 1]);
});
