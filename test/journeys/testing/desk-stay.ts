import type { HisEncounter, HisLine } from '../../../common/contracts/his/his.ts';
import type { DrawnCase } from '../../../simulator/lab/draw-case.ts';
import type { Scene } from '../../e2e/fixtures.ts';
import type { Cashier } from '../../shift/cashier.ts';

/** The days of a drawn stay, each with its lines: `ZY…D01-…` is of the first. */
export function daysOf({ lines }: HisEncounter): readonly (readonly HisLine[])[] {
  const days = new Map<string, HisLine[]>();
  for (const line of lines) {
    const day = /D\d+-/.exec(line.lineId)?.[0] ?? '';
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return [...days.values()];
}

/** Puts a drawn stay into the hospital as on its first evening: the lines of one day, nobody discharged. */
export async function takeIn({ lab }: Scene, { person, encounter, identityNumber, name }: DrawnCase): Promise<void> {
  const [lines = []] = daysOf(encounter);
  await lab.admin('POST', '/admin/people', { people: [person] });
  const inside = { ...encounter, lines, total: sumOf(lines), stay: { ...encounter.stay, discharge: null } };
  await lab.admin('POST', '/admin/encounters', {
    encounters: [{ person: { identityNumber, name }, encounter: inside }],
  });
}

/** The sum of lines in yuan, worked out here. */
export function sumOf(lines: readonly HisLine[]): string {
  const fen = lines.reduce((sum, { amount }) => sum + Number(amount.replace('.', '')), 0);
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}

/** The hospital goes on with a stay: lines, a bed, discharge. */
export async function course({ lab }: Scene, encounterId: string, more: object): Promise<void> {
  await lab.admin('POST', '/admin/course', { encounterId, ...more });
}

/** Who pays what, as the desk's glass has it: fen by the centre's own field (`hifp_pay`, `acct_pay`, …). */
export async function payersShown({ page }: Cashier): Promise<Readonly<Record<string, number>>> {
  const shown: Record<string, number> = {};
  for (const row of await page.locator('.payers li').all()) {
    const field = (await row.locator('.code').innerText()).trim();
    shown[field] = Number(await row.locator('[data-amount]').first().getAttribute('data-amount'));
  }
  return shown;
}

/** One amount of the glass by its kind, fen. */
export async function amountShown({ page }: Cashier, kind: string): Promise<number> {
  const place = page.locator(`[data-amount-kind="${kind}"]`).first();
  await place.waitFor();
  return Number(await place.getAttribute('data-amount'));
}

/** How often the centre did each of these, by its own log. */
export async function handled(scene: Scene, ...infnos: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const counts = infnos.map(async (infno) => [infno, (await scene.centreCount(infno)).handled] as const);
  return Object.fromEntries(await Promise.all(counts));
}
