import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { denominations } from '../../common/contracts/desk/shift.ts';
import type { Lab } from '../../simulator/lab/lab.ts';
import { type Receipt, readReceipt } from '../readers/paper-text.ts';

/** The cashier whose shift ends, as far as it is about its end. */
interface Leaving {
  readonly lab: Pick<Lab, 'sim'>;
  readonly page: Page;
  key(name: string): Promise<void>;
  /** How the slip on the glass came out. */
  paper(): Promise<string>;
}

async function slips({ sim }: Leaving['lab']): Promise<Receipt> {
  const { bytes } = (await sim.command('printer.paper')) as { bytes: string };
  return readReceipt(Buffer.from(bytes, 'base64'));
}

/** Types into the cash count what comes to `sum` (fen), in as few pieces as there can be. */
export async function countsDrawer({ page }: Pick<Leaving, 'page'>, sum: number): Promise<void> {
  let left = sum;
  for (const kind of denominations) {
    const pieces = Math.floor(left / kind);
    left -= pieces * kind;
    await page.locator(`[data-field="pieces.${kind}"]`).focus();
    await page.keyboard.type(String(pieces), { delay: 40 });
  }
}

/**
 * P and S on a shift that was closed: a slip comes out, and the file that the glass names is there, both with what was
 * counted (fen). Rejects where one of them says something else.
 */
export async function keepsReport(cashier: Leaving, counted: number): Promise<void> {
  const yuan = (counted / 100).toFixed(2);
  const before = await slips(cashier.lab);
  await cashier.key('p');
  const came = await cashier.paper();
  if (came !== 'printed') throw new Error(`the slip of the shift is ${came}`);
  const after = await slips(cashier.lab);
  const lines = after.lines.slice(before.lines.length).join('\n').replaceAll(' ', '');
  if (after.cuts !== before.cuts + 1 || !lines.includes(`点到现金${yuan}`))
    throw new Error(`the slip of the shift says ${lines}`);

  await cashier.key('s');
  const saved = cashier.page.locator('p.ok', { hasText: /shift-\d+\.csv/ });
  await saved.waitFor({ timeout: 30_000 });
  const [file = ''] = /\/\S+\.csv/.exec(await saved.innerText()) ?? [];
  const text = readFileSync(file, 'utf8');
  if (!text.includes(`点到现金,${yuan}\r\n`)) throw new Error(`${file} says ${text}`);
}
