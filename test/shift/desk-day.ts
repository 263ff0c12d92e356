import { type Browser, chromium } from '@playwright/test';
import { browserOptions } from '../../scripts/browser.ts';
import type { Lab } from '../../simulator/lab/lab.ts';
import { arm, breakPrinter, breaksPrinter, disarm, mendPrinter } from './arm.ts';
import { hospitalBooks } from './books.ts';
import { Cashier } from './cashier.ts';
import { expectedRows } from './centre-log.ts';
import { type Asked, beginDay, type Day, dayFolder, judgeDay, LIMIT_MS, serveAll } from './day.ts';
import { looksUp } from './looks-up.ts';
import { type Planned, planDay, shortened } from './plan.ts';
import type { ShiftRunReport } from './report.ts';
import { unknownSlips } from './slips.ts';
import { goesByKeys, stayByKeys } from './stay-keys.ts';
import type { Story } from './stories.ts';

const FLOAT_FEN = 20_000;

/** The hospital says what is on the bill, the first time and when it has taken something off. */
async function offers(lab: Lab, { visit }: Planned, encounter = visit.encounter): Promise<void> {
  const person = { identityNumber: visit.identityNumber, name: visit.name };
  await lab.admin('POST', '/admin/encounters', { encounters: [{ person, encounter }] });
}

/** The slip of a settled bill; of one that nobody knows of there is no other: the printer's own record judges that. */
async function slipOf(lab: Lab, cashier: Cashier, story: Story): Promise<readonly string[]> {
  const came = await cashier.paper();
  if (breaksPrinter(story)) await mendPrinter(lab);
  if (came === 'unknown') return [];
  if (!breaksPrinter(story)) return came === 'printed' ? [] : [`the slip is ${came}`];
  if (came !== 'notPrinted') return [`with a broken printer the slip is ${came}`];
  const copy = await cashier.copies();
  return copy === 'printed' ? [] : [`its copy is ${copy}`];
}

/** One person at the desk, from her card to her card; what was not as it had to be. */
async function serve(lab: Lab, cashier: Cashier, planned: Planned): Promise<readonly string[]> {
  const { visit, story } = planned;
  const wrong: string[] = [];
  const must = (is: string, meant: string, what: string): void =>
    void (is === meant || wrong.push(`${what} was ${is}`));
  await lab.admin('POST', '/admin/people', { people: visit.people });
  await arm(lab, story, 'bill', visit);
  if (goesByKeys(planned)) await stayByKeys(cashier, planned, (encounter) => offers(lab, planned, encounter));
  else await offers(lab, planned);
  await breakPrinter(lab, story);
  if (story === 'cardPulled') await cashier.pullsTheCard(visit);
  const first = await cashier.bill(visit, async () => {
    wrong.push(...(await looksUp(cashier, visit)));
  });
  if (first === 'settled') wrong.push(...(await slipOf(lab, cashier, story)));
  if (story === 'refund' || story === 'partial' || story === 'refundLost') {
    must(first, 'settled', 'the bill');
    await arm(lab, story, 'refund', visit);
    must(await cashier.givesBack(story === 'partial'), 'refunded', 'the refund');
  }
  await cashier.nextPerson();
  wrong.push(...(await disarm(lab)));
  if (story === 'lostBefore' || story === 'refused') {
    // Known to be nothing, and fenced where it must be: she comes again, and it is another message.
    if (first === 'settled') wrong.push('the first try was settled');
    await cashier.known();
    must(await cashier.bill(visit), 'settled', 'the second try');
    await cashier.nextPerson();
  } else if (story === 'partial') {
    await offers(lab, planned, shortened(visit));
    must(await cashier.bill(visit), 'settled', 'what is left of the bill');
    await cashier.nextPerson();
  } else if (story === 'lostLate') must(first, 'unknown', 'the bill');
  else must(first, 'settled', 'the bill');
  return wrong;
}

/** The day itself, in a lab that stands. */
async function theDay(
  day: Day,
  browser: Browser,
  { visits, seed, say }: Asked,
  began: number,
): Promise<ShiftRunReport> {
  const { lab, control, log } = day;
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' });
  const cashier = new Cashier(lab, page);
  await cashier.sitDown();
  await cashier.openShift(String(FLOAT_FEN / 100));
  const plan = planDay(visits, seed, Date.now());
  const served = await serveAll(day, plan, (planned) => serve(lab, cashier, planned), say);
  const violations = [...served, ...(await day.rest())];
  await log.read();
  const slips = await unknownSlips(lab);
  const own = {
    workList: await cashier.openRows(),
    expectedWorkList: expectedRows(log.entries(), LIMIT_MS) + slips,
    unknownSlips: slips,
    staysByKeys: plan.filter(goesByKeys).length,
    cashFen: (await cashier.closeShift()) - FLOAT_FEN,
    hospital: await hospitalBooks(lab),
  };
  const staffed = { lab, control, proves: (persona: string) => cashier.proves(persona) };
  return judgeDay(day, { plan, seed, began }, staffed, { via: 'desk', ...own, violations });
}

/** A day at the desk: a real browser, keys and cards only; what came of it is asked of the centre. */
export async function deskDay(asked: Asked): Promise<ShiftRunReport> {
  const began = performance.now();
  const { dir, remove } = dayFolder();
  try {
    const day = await beginDay(dir, { screen: true }, asked.province);
    asked.onStop(day.lab.stop);
    try {
      // What a browser that is ended in the middle leaves goes with the day.
      const env = { ...process.env, TMPDIR: dir };
      const browser = await chromium.launch({ ...browserOptions(), env });
      asked.onStop(() => Promise.all([browser.close(), day.lab.stop()]));
      try {
        return await theDay(day, browser, asked, began);
      } finally {
        await browser.close();
      }
    } finally {
      await day.lab.stop();
    }
  } finally {
    remove();
  }
}
