import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from '../../bin/testing/run.ts';
import type { controlLink } from '../../common/contracts/cli/control-link.ts';
import { cliErrorSchema } from '../../common/contracts/cli/outputs.ts';
import { cliReconcileSchema } from '../../common/contracts/cli/reconcile-verbs.ts';
import { cliWorklistSchema } from '../../common/contracts/cli/staff-outputs.ts';
import { formatDate } from '../../common/kernel/dates.ts';
import type { Client } from '../../common/rpc/connect.ts';
import { drawVisit } from '../../simulator/lab/draw.ts';
import { type Glass, openGlass } from '../../simulator/lab/glass.ts';
import { type Lab, startLab } from '../../simulator/lab/lab.ts';
import { type Comes, enrolStaff, labStaff, meanwhile } from '../../simulator/lab/staff.ts';
import { admit, walkToConfirm } from '../../simulator/lab/walk.ts';

/**
 * A day's books on real parts: settled at the glass, compared over HTTPS with the real reference centre, by a person
 * who proves herself with card and PIN; the zip goes up and comes back, the slip is printed, the file is written.
 */
let lab: Lab;
let control: Client<typeof controlLink>;
let glass: Glass;
/** Whichever side of midnight this runs on: the day on which the centre settled. */
let day: string;

const cashier: Comes = { persona: 'staff-cashier' };
const auditor: Comes = { persona: 'staff-auditor' };
const technician: Comes = { persona: 'three-tries' };

beforeAll(async () => {
  lab = await startLab({ screen: false, profile: { policy: { resultMs: 1000 } } });
  control = await lab.control();
  glass = await openGlass(lab);
  await enrolStaff(lab, control, [...labStaff, { id: 'S003', persona: technician.persona, roles: ['technician'] }]);
  const visit = drawVisit(73, Date.now());
  await admit(lab, visit);
  await glass.press({ kind: 'confirm', cash: await walkToConfirm(lab, glass, visit) });
  await glass.sees(['done']);
  day = formatDate(Date.now());
  await lab.sim.command('card.remove');
  await glass.sees(['insertCard']);
}, 60_000);
afterAll(async () => {
  glass?.close();
  control?.close();
  await lab?.stop();
}, 20_000);

async function minka(line: readonly string[], people: readonly Comes[]) {
  const args = [...line, '--json', '--wait', '3', '--profile', join(lab.dir, 'profile.json')];
  return meanwhile(lab, people, run(args, {}));
}
const disagree = (...statement: unknown[]) => lab.admin('POST', '/admin/settings', { statement });
const differences = async () =>
  cliWorklistSchema
    .parse((await minka(['worklist', 'list'], [cashier])).json())
    .rows.filter(({ kind }) => kind === 'difference');

it('agrees to the fen, for a cashier; exit 0', async () => {
  const ran = await minka(['reconcile', '--day', day], [cashier]);
  const { report, printed, csv } = cliReconcileSchema.parse(ran.json());
  expect([ran.code, report.state, report.by, printed, csv]).toEqual([0, 'agreed', 'S001', null, null]);
  const settled = await control.call('settlements', {});
  const total = settled.ok ? (settled.value.rows[0]?.totalFen ?? 0) : 0;
  expect(report.parts.reduce((sum, { ours }) => sum + ours.total, 0)).toBe(total);
  expect(total).toBeGreaterThan(0);
});

it('is refused to a technician', async () => {
  const ran = await minka(['reconcile', '--day', day], [technician]);
  expect([ran.code, cliErrorSchema.parse(ran.json()).error.code]).toEqual([1, 'STAFF_ROLE']);
});

it('differs by a fen: up goes the file, the row is on the work-list, exit 1; file and slip say so', async () => {
  await disagree({ kind: 'amount', fen: 1 });
  const file = join(lab.dir, 'reconcile.csv');
  const ran = await minka(['reconcile', '--day', day, '--csv', file, '--print'], [auditor]);
  expect(ran.code).toBe(1);
  expect(cliErrorSchema.parse(ran.json()).error.code).toBe('RECONCILE_OPEN');
  const { report, printed } = cliReconcileSchema.parse(ran.json());
  expect(report).toMatchObject({ state: 'open', by: 'S002', open: { rows: 1, fen: 1 } });
  expect(report.rows).toMatchObject([{ result: '3', verdict: 'amountDiffers' }]);
  expect(printed).toBe('printed');
  const text = readFileSync(file, 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text).toContain(report.rows[0]?.setlId);
  expect(text).toContain(',0.01,');
  expect(await differences()).toMatchObject([{ amountFen: 1, encounterId: report.rows[0]?.encounterId }]);
});

it('on the terminal’s own screen: each row with its cause, the slip, the file; compared anew in her name', async () => {
  const opened = await minka(['staff', 'page'], [technician]);
  expect(opened.json()).toEqual({ shown: true });
  const view = () => {
    const { screen } = glass.snapshot();
    return screen.kind === 'staff' ? screen.view : null;
  };
  const seen = async (what: object) => {
    await expect.poll(view, { timeout: 15_000, interval: 20 }).toMatchObject(what);
  };
  await seen({ kind: 'list' });
  const books = { kind: 'staffReport', day } as const;
  await glass.press(books);
  await meanwhile(lab, [technician], seen({ kind: 'refused', failure: 'STAFF_ROLE', mayGoBack: true }));
  await glass.press({ kind: 'staffBack' });
  await seen({ kind: 'list' });
  await glass.press(books);
  const row = { verdict: 'amountDiffers', difference: 1, open: true, worklist: expect.any(Number) };
  const report = { state: 'open', by: 'S002', open: { rows: 1, fen: 1 }, difference: { total: 1 }, rows: [row] };
  await meanwhile(lab, [cashier], seen({ kind: 'report', day, newest: true, report }));
  const shown = view();
  const run = shown?.kind === 'report' ? (shown.report?.run ?? 0) : 0;
  await glass.press({ kind: 'staffPrint', run });
  await seen({ doing: null, told: { kind: 'printed' } });
  await glass.press({ kind: 'staffSave', run });
  const file = join(lab.dir, 'data', 'reports', `reconcile-${day}-${run}.csv`);
  await seen({ told: { kind: 'saved', file } });
  expect(readFileSync(file, 'utf8')).toContain(',0.01,');
  await glass.press({ kind: 'staffCompare', day });
  await seen({ doing: null, told: null, report: { ...report, by: 'S001' } });
  await glass.press({ kind: 'staffEnd' });
  await glass.sees(['insertCard']);
});

it('--last shows it again without asking the centre', async () => {
  const ran = await minka(['reconcile', '--day', day, '--last'], [cashier]);
  const { report } = cliReconcileSchema.parse(ran.json());
  expect([ran.code, report.by, report.open.rows]).toEqual([1, 'S001', 1]);
});

it('agrees once the centre has mended its books, and the work-list row ends by itself', async () => {
  await disagree();
  const ran = await minka(['reconcile', '--day', day], [cashier]);
  expect([ran.code, cliReconcileSchema.parse(ran.json()).report.state]).toEqual([0, 'agreed']);
  expect(await differences()).toEqual([]);
});
