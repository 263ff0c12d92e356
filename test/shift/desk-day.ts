import { chromium } from '@playwright/test';
import { browserOptions } from '../../scripts/browser.ts';
import type { DrawnVisit } from '../../simulator/lab/draw.ts';
import { drawCase } from '../../simulator/lab/draw-case.ts';
import { type Lab, startLab } from '../../simulator/lab/lab.ts';
import { enrolStaff } from '../../simulator/lab/staff.ts';
import { Cashier } from './cashier.ts';
import { apart, type CentreLogEntry, expectedRows, lostAnswers, type ShiftRunReport } from './report.ts';
import { type Story, storiesOf } from './stories.ts';

/** After this the person at the desk is told that nobody knows yet, ms. */
const LIMIT_MS = 2500;
const FLOAT_FEN = 20_000;
/** For whatever is still being found out, ms. */
const REST_MS = 120_000;

interface LedgerRow {
  readonly setlId: string;
  /** Of a refund: the settlement that it gave back. */
  readonly refundOf: string | null;
  readonly msgid: string;
  readonly state: string;
  readonly total: number;
  readonly cash: number;
}

const lose = (infno: string, kind: string, times: number) => ({ target: 'centre', infno, kind, times });

/** Arms what the story wants of the centre. */
async function arm(lab: Lab, story: Story, { encounter }: DrawnVisit): Promise<void> {
  const settles = encounter.stay === undefined || encounter.stay === null ? '2207' : '2304';
  const faults = {
    lostAfter: [lose(settles, 'loseReplyAfterCommit', 1)],
    lostBefore: [lose(settles, 'loseBeforeCommit', 1)],
    lostLate: [lose(settles, 'loseReplyAfterCommit', 1), lose('5203', 'loseBeforeCommit', 200)],
  }[story as string];
  if (faults !== undefined) await lab.admin('POST', '/admin/faults', { arm: faults });
}

async function admit(lab: Lab, visit: DrawnVisit): Promise<void> {
  const person = { identityNumber: visit.identityNumber, name: visit.name };
  await lab.admin('POST', '/admin/people', { people: [visit.person] });
  await lab.admin('POST', '/admin/encounters', { encounters: [{ person, encounter: visit.encounter }] });
}

/** The hospital takes the last line off its bill. */
async function shorten(lab: Lab, { encounter, identityNumber, name }: DrawnVisit): Promise<void> {
  const lines = encounter.lines.slice(0, -1);
  const total = lines.reduce((sum, line) => sum + Math.round(Number(line.amount) * 100), 0);
  const shorter = { ...encounter, lines, total: (total / 100).toFixed(2) };
  await lab.admin('POST', '/admin/encounters', {
    encounters: [{ person: { identityNumber, name }, encounter: shorter }],
  });
}

/** One visit from the card in to the card out; answers how its money was told to have ended. */
async function bill(cashier: Cashier, visit: DrawnVisit): Promise<string> {
  await cashier.comes(visit);
  await cashier.key('F4');
  await cashier.offers('F5');
  await cashier.key('F5');
  const before = await cashier.entries();
  await cashier.key('Enter');
  await cashier.settles(visit.pin, before);
  return cashier.result();
}

async function story(lab: Lab, cashier: Cashier, visit: DrawnVisit, told: Story): Promise<void> {
  await admit(lab, visit);
  await arm(lab, told, visit);
  if (told === 'cardPulled') await cashier.pullsTheCard(visit);
  if (told === 'paperOut') await lab.sim.command('printer.set', { settings: { paper: 'out' } });
  const result = await bill(cashier, visit);
  if (told === 'paperOut') await lab.sim.command('printer.set', { settings: { paper: 'plenty' } });
  await cashier.leaves();
  if (told === 'refund' || told === 'partial') {
    if (result !== 'settled') throw new Error(`a bill to be given back was ${result}`);
    await cashier.givesBack(told === 'partial');
  }
  await cashier.key('Enter');
  await cashier.screen('waiting');
  if (told.startsWith('lost')) await lab.admin('POST', '/admin/faults', { clear: true });
  if (told === 'lostBefore') {
    // Known to be nothing once it is fenced: the person comes again, and it is another message.
    await cashier.known();
    await bill(cashier, visit);
    await cashier.leaves();
    await cashier.key('Enter');
    await cashier.screen('waiting');
  }
  if (told !== 'partial') return;
  await shorten(lab, visit);
  await bill(cashier, visit);
  await cashier.leaves();
  await cashier.key('Enter');
  await cashier.screen('waiting');
}

/** A day at the desk: a real browser, keys and cards only; what came of it is asked of the centre. */
export async function deskDay(visits: number, seed: number, say: (line: string) => void): Promise<ShiftRunReport> {
  const lab = await startLab({ face: 'desk', profile: { policy: { personLimitMs: LIMIT_MS } } });
  const browser = await chromium.launch(browserOptions());
  try {
    const control = await lab.control();
    await enrolStaff(lab, control);
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' });
    const cashier = new Cashier(lab, page);
    await cashier.sitDown();
    await cashier.openShift(String(FLOAT_FEN / 100));
    for (const [place, told] of storiesOf(visits, seed).entries()) {
      const drawn = drawCase(seed * 100_000 + place, Date.now());
      await story(lab, cashier, drawn, told);
      say(
        `visit ${place + 1} of ${visits}: ${drawn.kind}, ${drawn.scheme.insutype}${drawn.elsewhere ? ', insured elsewhere' : ''}: ${told}`,
      );
    }
    const idle = await control.call('waitIdle', { waitMs: REST_MS }, { timeoutMs: REST_MS + 5000 });
    if (!idle.ok || !idle.value.idle) say('not everything had come to its end');
    const expected = await cashier.closeShift();
    const { entries } = (await lab.admin('GET', '/admin/log')) as { entries: readonly CentreLogEntry[] };
    const ledger = ((await lab.admin('GET', '/admin/ledger')) as { settlements: readonly LedgerRow[] }).settlements;
    const journal = await control.call('settlements', {});
    if (!journal.ok) throw new Error(journal.error.message);
    const refunded = new Set(ledger.flatMap(({ refundOf }) => (refundOf === null ? [] : [refundOf])));
    const isStanding = ({ refundOf, state, setlId }: LedgerRow): boolean =>
      refundOf === null && state === 'settled' && !refunded.has(setlId);
    const standing = ledger.filter(isStanding);
    const theirs = standing.map(({ msgid: id, total, cash }) => ({ id, total, cash }));
    const given = new Set(ledger.filter((row) => !isStanding(row)).map(({ msgid }) => msgid));
    const ours = journal.value.rows
      .filter(({ state, messageId }) => state === 'settled' && !given.has(messageId))
      .map(({ messageId: id, totalFen: total, cashFen }) => ({ id, total, cash: cashFen ?? 0 }));
    const lost = lostAnswers(entries);
    const known = journal.value.rows.filter(({ messageId, state }) => lost.includes(messageId) && state !== 'unknown');
    const drawer = Math.abs(expected - FLOAT_FEN - theirs.reduce((sum, { cash }) => sum + cash, 0));
    return {
      visits,
      settled: theirs.length,
      refused: journal.value.rows.filter(({ state }) => state === 'refused').length,
      unknownResolved: known.length,
      workList: await cashier.openRows(),
      expectedWorkList: expectedRows(entries, LIMIT_MS),
      differenceFen: apart(ours, theirs) + drawer,
    };
  } finally {
    await browser.close();
    await lab.stop();
  }
}
