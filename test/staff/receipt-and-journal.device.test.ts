import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from '../../bin/testing/run.ts';
import { cliErrorSchema } from '../../common/contracts/cli/outputs.ts';
import { cliReceiptCopySchema } from '../../common/contracts/cli/receipt-verbs.ts';
import { cliStoreStatusSchema } from '../../common/contracts/cli/store-verbs.ts';
import { drawVisit } from '../../simulator/lab/draw.ts';
import { openGlass } from '../../simulator/lab/glass.ts';
import { type Lab, startLab } from '../../simulator/lab/lab.ts';
import { type Comes, enrolStaff, labStaff, meanwhile } from '../../simulator/lab/staff.ts';
import { admit, walkToConfirm } from '../../simulator/lab/walk.ts';
import { readReceipts } from '../readers/paper-text.ts';

/**
 * Two acts of the staff on real parts, card, PIN, printer and centre: a copy of a receipt, marked; and another journal
 * where the terminal's own was lost, by people of the list that outlived it.
 */
const options = { screen: false, profile: { policy: { resultMs: 1000 } } } as const;
const cashier: Comes = { persona: 'staff-cashier' };
const auditor: Comes = { persona: 'staff-auditor' };
const technician: Comes = { persona: 'three-tries' };
const visit = drawVisit(91, Date.now());
const dir = mkdtempSync(join(tmpdir(), 'minka-staff-'));
let lab: Lab;
let messageId = '';

beforeAll(async () => {
  lab = await startLab({ ...options, dir });
  const control = await lab.control();
  await enrolStaff(lab, control, [...labStaff, { id: 'S003', persona: technician.persona, roles: ['technician'] }]);
  await admit(lab, visit);
  const glass = await openGlass(lab);
  await glass.press({ kind: 'confirm', cash: await walkToConfirm(lab, glass, visit) });
  await glass.sees(['done']);
  await lab.sim.command('card.remove');
  await glass.sees(['insertCard']);
  const settled = await control.call('settlements', {});
  messageId = settled.ok ? (settled.value.rows[0]?.messageId ?? '') : '';
  glass.close();
  control.close();
}, 60_000);
afterAll(async () => {
  await lab?.stop();
  rmSync(dir, { recursive: true, force: true });
}, 20_000);

const minka = (line: readonly string[], people: readonly Comes[]) => {
  const args = [...line, '--json', '--wait', '8', '--profile', join(dir, 'profile.json')];
  return meanwhile(lab, people, run(args, {}));
};
const slips = async () => {
  const { bytes } = (await lab.sim.command('printer.paper')) as { bytes: string };
  return readReceipts(Buffer.from(bytes, 'base64'));
};

it('a copy comes out marked, with the staff id and the same amounts, for a cashier; a technician has none', async () => {
  const refused = await minka(['receipt', 'copy', messageId], [technician]);
  expect([refused.code, cliErrorSchema.parse(refused.json()).error.code]).toEqual([1, 'STAFF_ROLE']);
  const ran = await minka(['receipt', 'copy', messageId], [cashier]);
  expect(ran.code, ran.out).toBe(0);
  expect(cliReceiptCopySchema.parse(ran.json())).toMatchObject({ messageId, copy: 1, outcome: { kind: 'printed' } });
  const [original, copy] = await slips();
  expect([original?.copy, copy?.copy]).toEqual([0, 1]);
  expect(copy?.lines.join('\n')).toMatch(/补打人 S001/);
  expect(copy?.amounts).toEqual(original?.amounts);
  expect(original?.amounts).not.toBeNull();
});

it('a journal that was lost: who can use the socket begins none; an auditor and a cashier do, and are still known', async () => {
  const early = await minka(['store', 'adopt-new', '--reason', 'nothing is lost'], []);
  expect(cliErrorSchema.parse(early.json()).error.code).toBe('STORE_NOT_LOST');
  await lab.stop();
  for (const name of ['terminal.db', 'terminal.db-wal']) rmSync(join(dir, 'data', name), { force: true });
  lab = await startLab({ ...options, dir });
  const control = await lab.control();
  const reason = '与中心对过账';
  expect(await control.call('storeAdopt', { ticket: null, reason })).toMatchObject({
    value: { ok: false, code: 'STAFF_TICKET_NEEDED' },
  });
  control.close();
  const alone = await minka(['store', 'adopt-new', '--reason', reason], [cashier, technician]);
  expect(cliErrorSchema.parse(alone.json()).error.code).toBe('STAFF_ROLE');
  const ran = await minka(['store', 'adopt-new', '--reason', reason], [auditor, cashier]);
  expect(ran.code, ran.out).toBe(0);
  expect(cliStoreStatusSchema.parse(ran.json())).toMatchObject({
    ...{ settling: true, code: null },
    adopted: { by: 'S002', second: 'S001', reason },
  });
  // The list is in force in the new journal.
  const list = await minka(['worklist', 'list'], [technician]);
  expect(list.code, list.out).toBe(0);
}, 60_000);
