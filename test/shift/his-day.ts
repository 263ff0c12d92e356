import { carriedOut, expectedRows, newest } from './centre-log.ts';
import { openRows } from './closing.ts';
import { type Asked, beginDay, type Day, dayFolder, judgeDay, LIMIT_MS, serveAll } from './day.ts';
import { readHisBook } from './his-book.ts';
import { enrolHis, type HisPlace } from './his-program.ts';
import { openHisWindow } from './his-window.ts';
import { isStay, type Planned, planDay } from './plan.ts';
import type { ShiftRunReport } from './report.ts';
import { unknownSlips } from './slips.ts';
import { standAtDesk } from './staff-stand.ts';

/** With somebody at the end whose end the program is not told before it fails, where the day has such a one. */
function failingLast(plan: readonly Planned[]): readonly Planned[] {
  const at = plan.findLastIndex(({ story }) => story === 'lostLate');
  const last = plan[at];
  return last === undefined ? plan : [...plan.slice(0, at), ...plan.slice(at + 1), last];
}

/** The day itself, in a lab that stands. */
async function theDay(day: Day, place: HisPlace, { visits, seed, say }: Asked, began: number): Promise<ShiftRunReport> {
  const { lab, control, log } = day;
  const window = openHisWindow(lab, place);
  const plan = failingLast(planDay(visits, seed, Date.now()));
  // Of every bill before it the program was told how it ended: it comes back until it is.
  let failsAfter: number | null = null;
  const serve = async (planned: Planned, isLast: boolean) => {
    if (!isLast || planned.story !== 'lostLate') return window.serve(planned);
    await log.read();
    failsAfter = newest(log.entries());
    return window.serveAndFail(planned);
  };
  const violations = [...(await serveAll(day, plan, serve, say)), ...(await day.rest())];
  await log.read();
  const staffed = { lab, control, proves: (persona: string) => standAtDesk(lab, persona) };
  const slips = await unknownSlips(lab);
  const late = failsAfter === null ? 0 : expectedRows(log.entries(), LIMIT_MS, failsAfter);
  const expectedWorkList = late + slips;
  const down = await openRows(staffed);
  say(`the hospital's program is down; on the work-list: ${down.open} (${down.kinds})`);

  await window.comeBack();
  violations.push(...(await day.rest()));
  const left = await openRows(staffed);
  if (left.open !== slips) violations.push(`the program is back, and the work-list still has ${left.kinds}`);
  const book = readHisBook(place.bookFile);
  if (book.open > 0) violations.push(`the hospital does not know the end of ${book.open} of its wishes`);
  const [stays, moves] = [plan.filter(({ visit }) => isStay(visit)).length, carriedOut(log.entries(), '2403')];
  if (moves < stays) violations.push(`${stays} people were given another bed, and the centre was told of ${moves}`);
  if (book.twice > 0) violations.push(`cash was moved twice, ${book.twice} times`);
  await window.stop();
  return judgeDay(day, { plan, seed, began }, staffed, {
    via: 'his',
    hospital: book.standing,
    cashFen: book.cashFen,
    workList: down.open,
    expectedWorkList,
    unknownSlips: slips,
    staysByKeys: 0,
    violations,
  });
}

/**
 * A day of a hospital whose own system is the screen: the example HIS, a stranger's program, bills over real HTTP; cards,
 * PINs and paper are at the terminal. The work-list is counted while the program is down, before it asks what became of
 * its last bill; then it comes back, and nothing may be left on the list.
 */
export async function hisDay(asked: Asked): Promise<ShiftRunReport> {
  const began = performance.now();
  const { dir, remove } = dayFolder();
  const place = enrolHis(dir);
  try {
    const profile = { hisApi: { port: 0, clientsFile: place.clientsFile } };
    const day = await beginDay(dir, { profile, screen: false }, asked.province);
    asked.onStop(day.lab.stop);
    try {
      return await theDay(day, place, asked, began);
    } finally {
      await day.lab.stop();
    }
  } finally {
    remove();
  }
}
