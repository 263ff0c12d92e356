import { drawCase } from '../../simulator/lab/draw-case.ts';
import { readYuan } from '../../simulator/lab/person.ts';
import { enrolStaff } from '../../simulator/lab/staff.ts';
import { expect, type Scene, test } from '../e2e/fixtures.ts';
import { Cashier } from '../shift/cashier.ts';
import { padEntries } from '../shift/staff-stand.ts';
import { type Booked, balanceOf, booked } from './testing/bills.ts';
import { amountShown, course, daysOf, handled, payersShown, sumOf, takeIn } from './testing/desk-stay.ts';
import { printedSlip } from './testing/slip.ts';

/** A hospital stay, by the keyboard of the billing desk. */
test.use({ labOptions: { face: 'desk' }, viewport: { width: 1920, height: 1080 } });

/** Seven days of an employee with money in the account. */
const SEED = 2212;
const FLOAT_FEN = 20_000;

async function sitsDown(scene: Scene): Promise<Cashier> {
  const control = await scene.lab.control();
  await enrolStaff(scene.lab, control);
  control.close();
  const cashier = new Cashier(scene.lab, scene.page);
  await cashier.sitDown();
  await cashier.openShift(String(FLOAT_FEN / 100));
  return cashier;
}

/** A screen as the report counts it. */
const saw = ({ person }: Scene, screen: string): void => void person.seen.add(`desk ${screen}`);

type Row = Booked & { readonly refundOf: string | null; readonly setlId: string };
const rows = async (scene: Scene): Promise<readonly Row[]> => (await booked(scene)) as readonly Row[];

/** The glass has what the ledger has: total, every payer by its field, what is left to pay. */
async function agrees(scene: Scene, cashier: Cashier, ledger: Booked): Promise<void> {
  const { total, account, cash, byFund, hospital } = ledger;
  expect(await amountShown(cashier, 'total')).toBe(total);
  const [, due = ''] = /应收 ([\d,]+\.\d\d)/.exec((await cashier.glass()).text) ?? [];
  expect(readYuan(due.replaceAll(',', ''))).toBe(cash);
  const { acct_pay: fromAccount = 0, hosp_part_amt: fromHospital = 0, ...funds } = await payersShown(cashier);
  expect([fromAccount, fromHospital]).toEqual([account, hospital]);
  const paid = (all: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(all).filter(([, amount]) => amount > 0));
  expect(paid(funds)).toEqual(paid(byFund));
  await scene.settledDown();
  expect(await scene.journal()).toContainEqual(
    expect.objectContaining({ messageId: ledger.msgid, totalFen: total, accountFen: account, cashFen: cash }),
  );
}

test('[S1] a hospital stay: admission, fee days, discharge, pre-settlement, settlement, and all of it given back', async ({
  scene,
}) => {
  const drawn = drawCase(SEED, Date.now(), 'stay');
  const { encounter, pin } = drawn;
  const { encounterId, stay } = encounter;
  const psnNo = String(drawn.person['psnNo']);
  await takeIn(scene, drawn);
  const cashier = await sitsDown(scene);

  // In hospital still: nothing can be settled, and nothing is sent.
  await cashier.comes(drawn);
  await expect(scene.page.locator('.visit-line', { hasText: '在院' })).toBeVisible();
  saw(scene, 'bill of a stay');
  await cashier.key('F4');
  await expect(scene.page.locator('.denied')).toHaveText('F4 现在不能按：还在院');
  saw(scene, 'not discharged');
  expect(await handled(scene, '2401', '2301', '2402', '2303')).toEqual({ 2401: 0, 2301: 0, 2402: 0, 2303: 0 });
  await cashier.leaves();
  await cashier.screen('waiting');

  // The ward goes on day by day, in another bed, and lets the person go.
  const [, ...later] = daysOf(encounter);
  for (const addLines of later) await course(scene, encounterId, { addLines });
  await course(scene, encounterId, { bed: '61', discharge: { ...stay?.discharge, bed: '61' } });

  await cashier.comes(drawn);
  await expect(scene.page.locator('.visit-line', { hasText: '出院' })).toBeVisible();
  const before = await balanceOf(scene, psnNo, '310');
  await cashier.key('F4');
  await cashier.offers('F5');
  for (const step of ['check', 'admission', 'fees', 'discharge', 'quote'])
    await expect(scene.page.locator(`[data-step="${step}"]`), step).toHaveAttribute('data-state', 'done');
  saw(scene, 'quote of a stay');
  expect(await handled(scene, '2401', '2402', '2304')).toEqual({ 2401: 1, 2402: 1, 2304: 0 });
  const quoted = await payersShown(cashier);
  expect(await amountShown(cashier, 'total')).toBe(Number(sumOf(encounter.lines).replace('.', '')));

  await cashier.key('F5');
  const entries = await padEntries(scene.lab.sim);
  await cashier.key('Enter');
  await cashier.settles(pin, entries);
  expect(await cashier.result()).toBe('settled');
  saw(scene, 'settled');
  const [settled, ...more] = await rows(scene);
  if (settled === undefined) throw new Error('the centre has no settlement');
  expect(more).toEqual([]);
  expect(settled).toMatchObject({ insutype: '310', total: Number(encounter.total.replace('.', '')) });
  expect(settled.deductible).toBeGreaterThan(0);
  expect(await payersShown(cashier)).toEqual(quoted);
  await agrees(scene, cashier, settled);
  expect(await handled(scene, '2304', '2207')).toEqual({ 2304: 1, 2207: 0 });
  expect(await balanceOf(scene, psnNo, '310')).toBe(before - settled.account);
  await expect(async () => {
    const slip = await printedSlip(scene, '医疗费结算单');
    expect([slip.fen('基金支付合计'), slip.fen('现金支付')]).toEqual([settled.funds, settled.cash]);
  }).toPass({ timeout: 20_000 });

  // Two people stand for giving it back; the centre's books are as they were, and the person has the money again.
  expect(await cashier.givesBack(false)).toBe('refunded');
  saw(scene, 'refunded');
  expect(await amountShown(cashier, 'returned')).toBe(settled.cash);
  await scene.settledDown();
  const back = (await rows(scene)).filter(({ refundOf }) => refundOf !== null);
  // A refund's row has the settlement's amounts, and counts against it.
  expect(back).toMatchObject([{ refundOf: settled.setlId, total: settled.total, cash: settled.cash }]);
  expect(await balanceOf(scene, psnNo, '310')).toBe(before);
  expect(await handled(scene, '2304', '2305')).toEqual({ 2304: 1, 2305: 1 });
  await cashier.nextPerson();
  expect(await cashier.closeShift()).toBe(FLOAT_FEN);
});

test('[S1] a stay by its own keys: admitted, its days, a bed, discharged, undone, settled, and taken back step by step', async ({
  scene,
}) => {
  // Six days' worth of keys, each as slow as a finger.
  test.setTimeout(180_000);
  const drawn = drawCase(SEED, Date.now(), 'stay');
  const { encounter, pin } = drawn;
  const { encounterId, stay } = encounter;
  const days = daysOf(encounter);
  await takeIn(scene, drawn);
  const cashier = await sitsDown(scene);
  const lines = scene.page.locator('[data-course]');

  // The first day: F4 says why it is dashed; Z has her steps, and Enter is the one that comes.
  await cashier.comes(drawn);
  await cashier.key('F4');
  await expect(scene.page.locator('.denied')).toContainText('还在院');
  await cashier.stayStep('Enter', 'admit done');
  saw(scene, 'admitted');
  await cashier.stayStep('2', 'addFees done');
  await expect(lines).toContainText(`明细 ${days[0]?.length} 行`);
  saw(scene, 'lines sent');
  await cashier.leaves();
  await cashier.screen('waiting');

  // The second: what the ward has written meanwhile comes by G, with another bed.
  await cashier.comes(drawn);
  await expect(lines).toHaveAttribute('data-course', 'admitted');
  await course(scene, encounterId, { addLines: days.slice(1).flat(), bed: '61' });
  await cashier.key('g');
  await expect(lines).toContainText('有变更没报');
  await cashier.stayStep('Enter', 'change done');
  await cashier.stayStep('Enter', 'addFees done');
  expect(await handled(scene, '2401', '2301', '2403', '2303')).toEqual({ 2401: 1, 2301: 2, 2403: 1, 2303: 0 });

  // The last: discharged, pre-settled, taken back after one question, and done again.
  await course(scene, encounterId, { discharge: { ...stay?.discharge, bed: '61' } });
  await cashier.key('g');
  await cashier.stayStep('5', 'discharge done');
  saw(scene, 'discharged');
  await cashier.key('F4');
  await cashier.offers('F5');
  await cashier.stayStep('6', 'undoDischarge done');
  await cashier.key('F5');
  await expect(scene.page.locator('.denied')).toContainText('先预结算');
  await cashier.stayStep('5', 'discharge done');
  await cashier.key('F4');
  await cashier.offers('F5');
  await cashier.key('F5');
  const entries = await padEntries(scene.lab.sim);
  await cashier.key('Enter');
  await cashier.settles(pin, entries);
  expect(await cashier.result()).toBe('settled');
  saw(scene, 'settled');
  const [settled] = await rows(scene);
  expect(settled).toMatchObject({ total: Number(encounter.total.replace('.', '')) });
  expect(await handled(scene, '2301', '2402', '2405', '2302', '2304')).toEqual({
    ...{ 2301: 2, 2402: 2, 2405: 1, 2302: 0, 2304: 1 },
  });

  // Given back as a part: the stay stays, and goes by its own keys.
  expect(await cashier.givesBack(true)).toBe('refunded');
  await scene.settledDown();
  await cashier.nextPerson();
  await cashier.comes(drawn);
  await cashier.stayStep('6', 'undoDischarge done');
  await cashier.stayStep('7', 'cancel done');
  saw(scene, 'cancelled');
  await expect(lines).toHaveAttribute('data-course', 'none');
  expect(await handled(scene, '2401', '2302', '2404', '2405')).toEqual({ 2401: 1, 2302: 1, 2404: 1, 2405: 2 });
  await cashier.leaves();
  await cashier.screen('waiting');
  expect(await cashier.closeShift()).toBe(FLOAT_FEN);
});

test('[S1] an admission whose answer was lost is told as unknown, and its own key finds it', async ({ scene }) => {
  const drawn = drawCase(SEED, Date.now(), 'stay');
  await takeIn(scene, drawn);
  const cashier = await sitsDown(scene);
  await scene.arm(
    { target: 'centre', infno: '2401', kind: 'loseReplyAfterCommit', times: 1 },
    { target: 'centre', infno: '5201', kind: 'loseBeforeCommit', times: 1 },
  );
  await cashier.comes(drawn);
  await cashier.stayStep('1', 'admit unknown');
  saw(scene, 'admission unknown');
  await expect(scene.page.locator('.stay-said')).toContainText('还不知道');
  await cashier.key('z');
  await scene.page.locator('[data-overlay="stay"]').waitFor();
  await cashier.key('7');
  await expect(scene.page.locator('.denied')).toContainText('先问清上一步');
  await cashier.key('1');
  await scene.page.locator('[data-said="admit done"]').waitFor();
  expect(await handled(scene, '2401', '2601')).toEqual({ 2401: 1, 2601: 0 });
  await cashier.leaves();
  await cashier.screen('waiting');
});
