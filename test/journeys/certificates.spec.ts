import { certificateContent } from '../../central/certificates/content.ts';
import { groupCertificateCode, isCertificateCode } from '../../common/kernel/certificate-code.ts';
import { formatDate } from '../../common/kernel/dates.ts';
import { maskName } from '../../common/kernel/masking.ts';
import { readYuan } from '../../simulator/lab/person.ts';
import { expect, type Scene, test } from '../e2e/fixtures.ts';
import { type CareerPerson, careerPerson, choose, toHome } from './testing/career-person.ts';
import { printService } from './testing/slip.ts';

/** What the reference centre certifies of the person today, worked out from the career itself. */
function ledgerOf({ career, people }: CareerPerson, kind: 'payments' | 'transfer') {
  const { identityNumber, name, cardNumber } = career;
  const content = certificateContent(people, Date.now(), { kind, identityNumber, name, cardNumber, year: undefined });
  if (typeof content === 'string') throw new Error(`nothing to certify: ${content}`);
  return content;
}

/** Has a certificate issued and printed; answers the slip and its code, which must be the one on the glass. */
async function issue(scene: Scene, own: CareerPerson, key: string, title: string) {
  const { person, page } = scene;
  await toHome(scene, own);
  await choose(scene, '开证明');
  await page.getByRole('button', { name: key }).click();
  await page.locator('[data-service="issued"]').waitFor();
  person.seen.add(`service 开证明 ${key}`);
  await page.getByRole('button', { name: '看查验码' }).click();
  const code = (await page.locator('[data-service="code"]').innerText()).replace(/\s/g, '');
  const slip = await printService(scene, title);
  const { qr } = await scene.paper();
  expect(isCertificateCode(code)).toBe(true);
  expect(qr).toEqual([`minka:certificate:1:${code}`]);
  expect(slip.lines.join('')).toContain(groupCertificateCode(code).slice(0, 9));
  return { code, slip };
}

/** Types a code at the empty machine, digit by digit on the glass. */
async function check({ person, page }: Scene, code: string): Promise<void> {
  await person.press('openCheck');
  await person.sees('checkCode');
  for (const digit of code) await page.locator(`[data-key="typeCode"][data-pad="${digit}"]`).click();
  await page.locator('[data-check="told"]').waitFor();
}

test('[S12] a payment certificate: sums as the centre has them, on paper with code and QR; checked by anybody', async ({
  scene,
}) => {
  const { person, page, lab } = scene;
  const own = careerPerson('harbin-engineer');
  const ledger = ledgerOf(own, 'payments');
  const { code, slip } = await issue(scene, own, '缴费证明', '社会保险缴费证明');
  expect(slip.fen('合计')).toBe(readYuan(ledger.total));
  for (const { insurance, firm, person: paid } of ledger.insurances) {
    const name = {
      pension: '养老保险',
      medical: '医疗保险',
      unemployment: '失业保险',
      injury: '工伤保险',
      maternity: '生育保险',
    };
    const at = slip.lines.findIndex((line) => line.trim().startsWith(name[insurance]));
    expect(slip.lines.slice(at, at + 3).join(' ')).toMatch(new RegExp(`${firm}[^0-9]+个人缴费\\s+${paid}`));
  }
  const drawn = await page.content();
  expect(drawn.includes(own.career.name) || drawn.includes(own.career.identityNumber)).toBe(false);

  // Another day, another person: whoever was handed the paper needs no card.
  await person.takeCard();
  await person.sees('insertCard');
  await check(scene, code);
  await expect(page.locator('[data-row="name"]')).toContainText(maskName(own.career.name));
  expect(readYuan(await page.locator('[data-row="total"] [data-amount]').innerText())).toBe(readYuan(ledger.total));
  const shown = (await page.locator('[data-row="digest"]').innerText()).match(/[0-9a-f]{16}/)?.[0] ?? '';
  expect(slip.text('内容摘要')).toBe(shown);

  // And by the staff's tool, over the control link.
  const control = await lab.control();
  const verified = await control.call('certificateVerify', { code });
  control.close();
  expect(verified).toMatchObject({
    ok: true,
    value: { ok: true, certificate: { state: 'valid', issuedOn: formatDate(Date.now()), total: ledger.total } },
  });
});

test('[S21] a transfer certificate; a code that nobody issued, and one mistyped digit', async ({ scene }) => {
  const { person, page } = scene;
  const own = careerPerson('shanghai-worker');
  const ledger = ledgerOf(own, 'transfer');
  const { code, slip } = await issue(scene, own, '转移凭证', '养老保险参保缴费凭证');
  expect(slip.fen('合计')).toBe(readYuan(ledger.total));
  const months = new RegExp(`^养老保险\\s+${ledger.insurances[0]?.months} 个月$`);
  expect(slip.lines.some((line) => months.test(line.trim()))).toBe(true);
  expect(slip.text('起止年月')).toBe(`${ledger.from} 至 ${ledger.to}`);
  expect(slip.lines.join('')).not.toContain('医疗保险');

  await person.takeCard();
  await person.sees('insertCard');
  await check(scene, '00000000000000000195');
  await expect(page.locator('h1')).toHaveText('没有这个查验码的证明');
  await person.press('eraseCode');
  const wrong = `${code.slice(0, 19)}${(Number(code[19]) + 1) % 10}`;
  for (const digit of wrong) await page.locator(`[data-key="typeCode"][data-pad="${digit}"]`).click();
  await expect(page.locator('h1')).toContainText('有一位不对');
  await person.press('eraseCode');
  await page.locator(`[data-key="typeCode"][data-pad="${code[19]}"]`).click();
  await expect(page.locator('[data-row="kind"]')).toContainText('转移凭证');
});

test('[S11] proof of entitlement: due, sent by card and PIN, and a year is given for it', async ({ scene }) => {
  const { person, page } = scene;
  const own = careerPerson('tianjin-retired');
  await toHome(scene, own);
  await choose(scene, '资格认证');
  await expect(page.locator('[data-service="state"]')).toHaveText('还没做资格认证');
  await person.press('turnService');
  await expect(page.locator('[data-service="state"]')).toHaveText('认证好了');
  const today = formatDate(Date.now());
  const slip = await printService(scene, '领取待遇资格认证');
  expect(slip.text('认证日期')).toBe(today);
  expect(slip.text('有效期至').slice(0, 4)).toBe(`${Number(today.slice(0, 4)) + 1}`);
});
