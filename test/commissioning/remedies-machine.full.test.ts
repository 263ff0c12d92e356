import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startChild } from '../../simulator/lab/children.ts';
import { labStaff, meanwhile, staffListOf } from '../../simulator/lab/staff.ts';
import { onSmallDisk } from '../stress/testing/on-small-disk.ts';
import { commandsIn, type Mending, mending } from './testing/mending.ts';
import { comes, green, named } from './testing/named.ts';

/**
 * Seeded faults of devices, disk and journal, on real parts, each named rightly by
 * `minka selftest`. Then what its remedy says is done, by its own words and with the commands that it names, and nothing is
 * wrong any more. Where the words change, so must the deed: each test has them. The rest: `remedies-site.full.test.ts`.
 */

let site: Mending;
beforeAll(async () => {
  site = await mending();
});
afterAll(() => site?.stop());

it('a terminal in order', () => green(site));

it('a printer at another rate', async () => {
  await site.lab.sim.command('printer.set', { settings: { rateBound: true, baudRate: 9600 } });
  const says =
    'Set devices.printer.baudRate of the site profile to the rate at which the printer answers, and restart the terminal.';
  const { message } = await named(site, 'printer', 'PRINTER_BAUD', says);
  const rate = Number(/devices\.printer\.baudRate: (\d+)/.exec(message)?.[1]);
  site.edit((profile) => Object.assign(profile['devices']?.['printer'] as object, { baudRate: rate }));
  await green(site);
  await site.lab.sim.command('printer.set', { settings: { rateBound: false } });
});

it('a dead printer', async () => {
  await site.lab.sim.command('printer.set', { settings: { power: false } });
  const says = 'Check the printer power and serial cable, then run `minka printer status`.';
  const { remedy } = await named(site, 'printer', 'PRINTER_OFFLINE', says);
  await site.lab.sim.command('printer.set', { settings: { power: true } });
  const [command = ''] = commandsIn(remedy);
  const status = async () => (await site.minka(...command.split(' '), '--profile', site.profileFile)).code;
  await comes(status).toBe(0);
  await green(site);
});

it('a full disk', async () => {
  const says = 'The disk is full: free at least 1 GB (not the database); it comes back by itself.';
  const seen = await onSmallDisk('../../commissioning/testing/disk-selftest.ts', 64, [site.profileFile], 120_000);
  expect(seen).toEqual({
    before: [],
    // The journal says so too.
    full: expect.arrayContaining([['disk', 'STORE_FULL', says]]),
    mended: [],
    journalKept: true,
  });
});

it('the reader is missing', async () => {
  const reader = (name: string | null) =>
    site.edit((profile) => Object.assign(profile['devices']?.['cardReader'] as object, { reader: name }));
  // One that stands nowhere; then the one that stands here, as after a change.
  reader('No Such Reader 00 00');
  const says = 'Push the reader cable in; if its lamp is dark, use another port; else change the reader.';
  await named(site, 'reader', 'READER_GONE', says);
  reader('Virtual PCD 00 00');
  await green(site);
  reader(null);
});

it('a damaged database', async () => {
  const { lab, into, profileFile } = site;
  const profile = ['--profile', profileFile] as const;
  writeFileSync(join(into, 'staff.json'), JSON.stringify(staffListOf(labStaff)), { mode: 0o600 });
  expect((await site.minka('staff', 'import', join(into, 'staff.json'), ...profile)).code).toBe(0);
  const data = join(lab.dir, 'data');
  const file = join(data, 'terminal.db');
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 8192, bytes.length);
  writeFileSync(file, bytes);
  const terminal = await startChild('shell/main.ts', [...profile, '--no-screen'], 20_000, lab.clocks?.env('terminal'));
  try {
    const says =
      'The damaged file is kept under another name; keep it. Reconcile, then run `minka store adopt-new` with a reason.';
    const { remedy } = await named(site, 'database', 'STORE_CORRUPT', says);
    const kept = readdirSync(data).filter((name) => name !== 'terminal.db' && name.startsWith('terminal.db'));
    expect(kept.map((name) => readFileSync(join(data, name)).equals(bytes))).toContain(true);
    // Against the centre's own books: nothing of this terminal's stands there.
    expect(await lab.admin('GET', '/admin/ledger')).toMatchObject({ settlements: [] });
    const [command = ''] = commandsIn(remedy);
    const asked = site.minka(...command.split(' '), '--reason', '与中心对过账', '--wait', '20', ...profile);
    const ran = await meanwhile(lab, [{ persona: 'staff-auditor' }, { persona: 'staff-cashier' }], asked);
    expect(ran, JSON.stringify(ran.json)).toMatchObject({ code: 0, json: { settling: true } });
    await green(site);
    for (const name of kept) expect(existsSync(join(data, name)), name).toBe(true);
  } finally {
    await terminal.stop();
  }
});
