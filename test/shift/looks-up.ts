import { filingsSchema } from '../../central/people/filings.ts';
import type { LookupName, LookupRow } from '../../common/contracts/desk/lookups.ts';
import { lookupNameSchema } from '../../common/contracts/desk/lookups.ts';
import type { DrawnCase } from '../../simulator/lab/draw-case.ts';
import type { Cashier } from './cashier.ts';
import { isStay } from './plan.ts';

/** A row of an answer as it stands on the glass. */
export interface Looked {
  readonly code: string;
  readonly standing: LookupRow['standing'];
}

/** Key B and a digit: asks the centre about whoever is on the glass, reads what it answers, and goes back. */
export async function asksCentre(cashier: Cashier, about: LookupName): Promise<readonly Looked[] | 'no answer'> {
  const { page } = cashier;
  await cashier.key('b');
  await page.locator('[data-overlay="lookups"]').waitFor();
  await cashier.key(String(lookupNameSchema.options.indexOf(about) + 1));
  const answer = page.locator(`[data-about="${about}"]:not([data-answer="awaited"])`);
  await answer.waitFor({ timeout: 40_000 });
  const rows = await page
    .locator('[data-lookup]')
    .evaluateAll((found) =>
      found.map((row) => ({ code: row.getAttribute('data-lookup'), standing: row.getAttribute('data-standing') })),
    );
  const isCome = (await answer.getAttribute('data-answer')) === 'come';
  await cashier.key('Escape');
  await cashier.screen('bill', 'person');
  return isCome ? (rows as Looked[]) : 'no answer';
}

/**
 * What a cashier looks up before a bill: of a chronic illness its filing and its benefit, of a stay whether she is in
 * hospital already. Answers what is not as the centre was given it.
 */
export async function looksUp(cashier: Cashier, visit: DrawnCase): Promise<readonly string[]> {
  const wrong: string[] = [];
  const must = (about: LookupName, found: unknown, meant: unknown): void => {
    const [shown, wanted] = [JSON.stringify(found), JSON.stringify(meant)];
    if (shown !== wanted) wrong.push(`${about} of ${visit.kind} shows ${shown}, not ${wanted}`);
  };
  if (visit.kind === 'chronic') {
    const filed = filingsSchema.parse(visit.person['filings']).chronic.map(({ code }) => ({ code, standing: 'holds' }));
    must('chronic', await asksCentre(cashier, 'chronic'), filed);
    const funds = await asksCentre(cashier, 'benefit');
    must('benefit', funds !== 'no answer' && funds.some(({ standing }) => standing === 'holds'), true);
    const against = await cashier.page.locator('[data-notice]').count();
    if (against > 0) wrong.push('a bill whose disease is filed has something against it');
  } else if (isStay(visit)) must('inHospital', await asksCentre(cashier, 'inHospital'), []);
  return wrong;
}
