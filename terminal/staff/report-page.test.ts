import { expect, it } from 'vitest';
import type { PrintOutcome } from '../../common/contracts/devices/printer.ts';
import type { ReconcileReport } from '../../common/contracts/reconcile.ts';
import type { StaffViewOf } from '../../common/contracts/session/staff-view.ts';
import { err, ok } from '../../common/kernel/result.ts';
import { SAMPLE } from '../reconcile/testing/sample-report.ts';
import { failure } from '../settlement/deps.ts';
import { createReportPage, type ReportPageDeps } from './report-page.ts';
import { deskBench } from './testing/bench.ts';

/** The day before the bench's. */
const YESTERDAY = '2026-11-21';

/** The report page over a real desk, with books that a test makes up. */
function reportBench(
  more: Partial<ReportPageDeps> = {},
  options: Parameters<typeof deskBench>[0] = { people: [{ persona: 'staff-cashier' }] },
) {
  const bench = deskBench(options);
  const asked: unknown[] = [];
  const last = (day: string | null): ReconcileReport | null => (day === YESTERDAY ? { ...SAMPLE, day, run: 12 } : null);
  let printed: PrintOutcome = { kind: 'printed', printerMs: 1 };
  const page = createReportPage({
    ...{ clock: bench.clock, desk: bench.desk, lent: bench.glass, fault: () => null },
    reconcile: () => ({
      last,
      async run(day, by) {
        asked.push({ day, by });
        return ok({ ...SAMPLE, day: day ?? '', run: 13, by });
      },
    }),
    async print(report) {
      asked.push({ print: report.run });
      return printed;
    },
    save(report) {
      asked.push({ save: report.run });
      return ok(`/reports/${report.run}.csv`);
    },
    ...more,
  });
  const view = (): StaffViewOf<'report'> => {
    const shown = bench.views.at(-1);
    if (shown?.kind !== 'report') throw new Error(`${shown?.kind} is on the glass`);
    return shown;
  };
  return {
    ...{ ...bench, page, asked, view },
    press: (intent: Parameters<typeof page.intent>[0]) => bench.until(page.intent(intent)),
    printer: (outcome: PrintOutcome) => {
      printed = outcome;
    },
  };
}

const open = { kind: 'staffReport', day: null } as const;

it('shows yesterday to whoever proved herself for it, and every fen of the difference has its reason', async () => {
  const { press, view, codes } = reportBench();
  await press(open);
  const { day, newest, report } = view();
  expect([day, newest]).toEqual([YESTERDAY, false]);
  expect(codes()).toContain('staff.acted');
  expect(report?.ours).toEqual({ count: 50, total: 2_878_050 });
  const { difference, ours, theirs, causes } = report ?? { causes: [] };
  expect(causes.reduce((sum, { total }) => sum + total, 0)).toBe(difference?.total);
  expect((theirs?.total ?? 0) - (ours?.total ?? 0)).toBe(difference?.total);
  expect(report?.rows).toMatchObject([
    { verdict: 'deniedHere', open: true, ours: null, theirs: 62_850, difference: 62_850, worklist: 7 },
    { verdict: 'takenUp', open: false },
  ]);
  // The frame of a snapshot has its limit, and nobody is named.
  expect(JSON.stringify(report)).not.toContain('messageId');
});

it('opens for nobody without the role, and no key does anything before', async () => {
  const { press, view, views, asked } = reportBench(
    {},
    {
      people: [{ persona: 'staff-cashier' }],
      members: [
        { id: 'S001', persona: 'staff-cashier', roles: ['technician'] },
        { id: 'S002', persona: 'staff-auditor', roles: ['auditor'] },
      ],
    },
  );
  await press({ kind: 'staffCompare', day: YESTERDAY });
  await press({ kind: 'staffPrint', run: 12 });
  await press({ kind: 'staffSave', run: 12 });
  expect([views, asked]).toEqual([[], []]);
  await press(open);
  expect(views.at(-1)).toMatchObject({ kind: 'refused', mayGoBack: true });
  expect(view).toThrow('refused');
});

it('turns day by day under the same proof; a day to come is not a day', async () => {
  const { press, view } = reportBench();
  await press(open);
  await press({ kind: 'staffReport', day: '2026-11-20' });
  expect(view()).toMatchObject({ day: '2026-11-20', report: null, told: null });
  await press({ kind: 'staffReport', day: '2026-11-22' });
  expect(view()).toMatchObject({ day: '2026-11-22', newest: true });
  await press({ kind: 'staffReport', day: '2026-11-23' });
  expect(view()).toMatchObject({ day: '2026-11-22', told: { kind: 'failed', failure: 'RECONCILE_DAY' } });
});

it('compares in the name of whoever stands there, and only the day that she sees', async () => {
  const { press, view, asked, views } = reportBench();
  await press(open);
  await press({ kind: 'staffReport', day: '2026-11-20' });
  await press({ kind: 'staffCompare', day: YESTERDAY });
  expect(asked).toEqual([]);
  await press({ kind: 'staffCompare', day: '2026-11-20' });
  expect(asked).toEqual([{ day: '2026-11-20', by: 'S001' }]);
  expect(views.some((one) => one.kind === 'report' && one.doing === 'comparing')).toBe(true);
  expect(view()).toMatchObject({ report: { run: 13 }, doing: null, told: null });
});

it('says why a day was not compared, and what stood there stands', async () => {
  const { press, view } = reportBench({
    reconcile: () => ({ last: () => ({ ...SAMPLE, run: 12 }), run: async () => err(failure('CENTRE_UNREACHABLE')) }),
  });
  await press(open);
  await press({ kind: 'staffCompare', day: YESTERDAY });
  expect(view()).toMatchObject({ report: { run: 12 }, told: { kind: 'failed', failure: 'CENTRE_UNREACHABLE' } });
});

it('prints and saves the report on the glass, no other, and says what came of it', async () => {
  const { press, view, asked, printer } = reportBench();
  await press(open);
  await press({ kind: 'staffPrint', run: 11 });
  expect(asked).toEqual([]);
  await press({ kind: 'staffPrint', run: 12 });
  expect(view().told).toEqual({ kind: 'printed' });
  printer({ kind: 'unknown', trouble: 'noAnswer', acknowledged: 1, blocks: 2 });
  await press({ kind: 'staffPrint', run: 12 });
  expect(view().told).toEqual({ kind: 'printUnknown' });
  await press({ kind: 'staffSave', run: 12 });
  expect(view().told).toEqual({ kind: 'saved', file: '/reports/12.csv' });
  expect(asked).toEqual([{ print: 12 }, { print: 12 }, { save: 12 }]);
});

it('left while it compares, it shows nothing any more, and the next to come proves herself again', async () => {
  let finish: () => void = () => undefined;
  const running = new Promise<void>((done) => {
    finish = done;
  });
  const { press, page, views, come, until } = reportBench({
    reconcile: () => ({
      last: () => null,
      async run(day) {
        await running;
        return ok({ ...SAMPLE, day: day ?? '' });
      },
    }),
  });
  await press(open);
  const comparing = page.intent({ kind: 'staffCompare', day: YESTERDAY });
  expect(page.busy()).toBe(true);
  page.leave();
  const seen = views.length;
  finish();
  await comparing;
  expect([views.length, page.busy()]).toEqual([seen, false]);
  come({ persona: 'staff-auditor' });
  await until(page.intent(open));
  expect(views.slice(seen).some((one) => one.kind === 'proof')).toBe(true);
});
