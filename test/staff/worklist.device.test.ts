import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../bin/testing/run.ts';
import type { controlLink } from '../../common/contracts/cli/control-link.ts';
import { cliErrorSchema } from '../../common/contracts/cli/outputs.ts';
import { cliWorklistResolvedSchema, cliWorklistSchema } from '../../common/contracts/cli/staff-outputs.ts';
import type { Snapshot } from '../../common/contracts/session/snapshot.ts';
import type { Client } from '../../common/rpc/connect.ts';
import { type Glass, openGlass } from '../../simulator/lab/glass.ts';
import { type Comes, enrolStaff, labStaff, meanwhile, proveStaff } from '../../simulator/lab/staff.ts';
import { type LateLab, startLateLab } from './late-settlement.ts';

/**
 * A settlement that came after its reversal, on real parts: reader service, pad, terminal, centre. Two people end it by
 * the command line; one person, the same one twice, the wrong role, a wrong PIN, a used ticket and a ticket for another
 * row are refused, each by its own code, and leave it open.
 */
let late: LateLab;
let control: Client<typeof controlLink>;
let glass: Glass;

const members = [
  ...labStaff,
  { id: 'S003', persona: 'three-tries', roles: ['technician'] },
  { id: 'S004', persona: 'second-generation', roles: ['cashier'], to: '2026-02-01' },
] as const;
const cashier: Comes = { persona: 'staff-cashier' };
const auditor: Comes = { persona: 'staff-auditor' };

beforeAll(async () => {
  late = await startLateLab(41);
  control = await late.lab.control();
  glass = await openGlass(late.lab);
  await enrolStaff(late.lab, control, members);
}, 60_000);
afterAll(async () => {
  glass?.close();
  control?.close();
  await late?.stop();
});

/** `minka` on this terminal, while these people go there. */
async function minka(line: readonly string[], people: readonly Comes[], waitSeconds = 8) {
  const args = [...line, '--json', '--wait', `${waitSeconds}`, '--profile', join(late.lab.dir, 'profile.json')];
  return meanwhile(late.lab, people, run(args, {}));
}

const list = async () => {
  const ran = await minka(['worklist', 'list'], [cashier]);
  return cliWorklistSchema.parse(ran.json());
};

const resolve = (id: number, people: readonly Comes[], waitSeconds?: number) =>
  minka(['worklist', 'resolve', `${id}`, '--as', 'refund', '--reason', '在中心系统里看到'], people, waitSeconds);

const viewOf = ({ screen }: Snapshot) => (screen.kind === 'staff' ? screen.view : null);

let id = 0;

it('the late settlement is on the work-list, with what is known of it', async () => {
  await expect.poll(async () => (await list()).open, { timeout: 20_000, interval: 500 }).toBe(1);
  const [row] = (await list()).rows;
  expect(row).toMatchObject({ kind: 'settlement-late', encounterId: late.encounterId, resolution: null });
  expect(row?.amountFen).toBeGreaterThan(0);
  id = row?.id ?? 0;
});

describe('refused, and the row stays open', () => {
  it.each([
    ['one person', 'STAFF_TIMEOUT', [cashier]],
    ['the same person twice', 'STAFF_SAME_PERSON', [cashier, cashier]],
    ['a wrong role', 'STAFF_ROLE', [cashier, { persona: 'three-tries' }]],
    ['a wrong PIN', 'STAFF_PIN', [cashier, { ...auditor, pin: '000000' }]],
    ['days that are over', 'STAFF_NOT_VALID', [{ persona: 'second-generation' }]],
    ['a stranger', 'STAFF_UNKNOWN', [{ persona: 'by-number' }]],
  ] as const)('%s: %s', async (_, code, people) => {
    // Only where nobody else comes is the end of the waiting itself what is looked at.
    const ran = await resolve(id, people, code === 'STAFF_TIMEOUT' ? 2 : undefined);
    expect(ran.code).toBe(1);
    expect(cliErrorSchema.parse(ran.json()).error.code).toBe(code);
  });

  it('a ticket for another answer, and the same ticket again', async () => {
    const answer = { resolution: 'refund', reason: '在中心系统里看到', setlId: null } as const;
    const act = { act: 'worklistResolve', id, ...answer, resolution: 'void' } as const;
    const proved = await proveStaff(late.lab, control, act, [cashier, auditor]);
    expect(proved).toMatchObject({ ok: true, by: 'S001', second: 'S002' });
    const ticket = proved.ok ? proved.ticket : '';
    const use = () => control.call('worklistResolve', { ticket, id, ...answer });
    expect(await use()).toMatchObject({ value: { ok: false, code: 'STAFF_TICKET_OTHER' } });
    expect(await use()).toMatchObject({ value: { ok: false, code: 'STAFF_TICKET_USED' } });
    const none = await control.call('worklistResolve', { ticket: null, id, ...answer });
    expect(none).toMatchObject({ value: { ok: false, code: 'STAFF_TICKET_NEEDED' } });
  });

  it('while a resident is there', async () => {
    await late.lab.sim.command('card.insert', { persona: 'by-number' });
    await glass.sees(['enterPin']);
    const ran = await resolve(id, []);
    expect(cliErrorSchema.parse(ran.json()).error.code).toBe('STAFF_SESSION');
    await late.lab.sim.command('card.remove');
    await glass.sees(['insertCard']);
  });
});

it('the page on the terminal’s own screen: opened by a proof, refuses one person twice, and is given back', async () => {
  const ran = await minka(['staff', 'page'], [auditor]);
  expect(ran.json()).toEqual({ shown: true });
  const seen = async (kind: string) => {
    await expect.poll(() => viewOf(glass.snapshot())?.kind, { timeout: 10_000, interval: 20 }).toBe(kind);
    return viewOf(glass.snapshot());
  };
  expect(await seen('list')).toMatchObject({ name: '许*', total: 1, rows: [{ id, encounterId: late.encounterId }] });
  const busy = await resolve(id, []);
  expect(cliErrorSchema.parse(busy.json()).error.code).toBe('STAFF_BUSY');
  await glass.press({ kind: 'staffResolve', id, resolution: 'refund', reason: 'seenAtCentre' });
  await meanwhile(late.lab, [cashier, cashier], seen('refused'));
  expect(viewOf(glass.snapshot())).toMatchObject({ failure: 'STAFF_SAME_PERSON', mayGoBack: true });
  await glass.press({ kind: 'staffBack' });
  expect(await seen('list')).toMatchObject({ total: 1 });
  await glass.press({ kind: 'staffEnd' });
  await glass.sees(['insertCard']);
});

it('two people with their own cards and PINs end it: the money goes back at the centre', async () => {
  const ran = await resolve(id, [cashier, auditor]);
  expect(ran.note).toContain('Go to the terminal');
  expect(ran.code, ran.out).toBe(0);
  const { row } = cliWorklistResolvedSchema.parse(ran.json());
  expect(row).toMatchObject({ id, resolution: 'refund', by: 'S001', second: 'S002', reason: '在中心系统里看到' });
  await expect
    .poll(
      async () => {
        const { settlements } = (await late.lab.admin('GET', '/admin/ledger')) as {
          settlements: { state: string; refundOf: string | null }[];
        };
        return settlements.some(({ refundOf }) => refundOf !== null);
      },
      { timeout: 15_000 },
    )
    .toBe(true);
  expect((await list()).open).toBe(0);
});
