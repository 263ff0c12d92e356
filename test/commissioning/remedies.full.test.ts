import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expiredAuthority } from '../../bin/testing/expired-authority.ts';
import { cliConfigCheckSchema } from '../../common/contracts/cli/outputs.ts';
import type { SelftestId } from '../../common/contracts/cli/selftest.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import { startChild } from '../../simulator/lab/children.ts';
import { labStaff, meanwhile, staffListOf } from '../../simulator/lab/staff.ts';
import { makeAuthority, startHttps } from '../../terminal/gateways/testing/test-server.ts';
import { onSmallDisk } from '../stress/testing/on-small-disk.ts';
import { commandsIn, type Mending, mending } from './testing/mending.ts';
import { plugReader, readerCanGo } from './testing/reader-cable.ts';

/**
 * Twelve seeded faults on real parts, each named rightly by `minka selftest`; then what its remedy says is done, by its own
 * words and with the commands that it names, and the self-test finds nothing wrong any more. Where the words change, so must
 * the deed: each test has them.
 */

let site: Mending;
beforeAll(async () => {
  site = await mending();
  expect((await site.selftest()).bad).toEqual([]);
});
afterAll(() => site?.stop());

const WAIT = { timeout: 60_000, interval: 500 };

/** These looks alone are bad, the first for this reason; its remedy and what was found, to be done by. */
async function named(id: SelftestId, code: FailureCode, says: string, ...besides: readonly SelftestId[]) {
  await expect.poll(async () => (await site.selftest()).bad.map(([bad]) => bad), WAIT).toEqual([id, ...besides]);
  const { checks } = await site.selftest();
  const check = checks.find((one) => one.id === id);
  expect(check).toMatchObject({ ok: false, code, remedy: says });
  return { remedy: check?.remedy ?? '', message: check?.message ?? '' };
}

async function green(): Promise<void> {
  await expect.poll(async () => (await site.selftest()).bad, WAIT).toEqual([]);
}

it('a typo in the profile', async () => {
  site.edit((profile) => Object.assign(profile['centre'] ?? {}, { tiemout: 3 }));
  const says = 'Run `minka config check` and correct the line it names in the site profile.';
  const { remedy } = await named('config', 'CONFIG_INVALID', says);
  const [command = ''] = commandsIn(remedy);
  const ran = await site.minka(...command.split(' '), site.profileFile);
  const [problem, ...more] = cliConfigCheckSchema.parse(ran.json).problems;
  expect([ran.code, problem?.path, more]).toEqual([1, 'centre.tiemout', []]);
  const [group = '', key = ''] = problem?.path.split('.') ?? [];
  expect(problem?.allowed.split(', ')).not.toContain(key);
  site.edit((profile) => delete profile[group]?.[key]);
  expect((await site.minka(...command.split(' '), site.profileFile)).code).toBe(0);
  await green();
});

it('a printer at another rate', async () => {
  await site.lab.sim.command('printer.set', { settings: { rateBound: true, baudRate: 9600 } });
  const says =
    'Set devices.printer.baudRate of the site profile to the rate at which the printer answers, and restart the terminal.';
  const { message } = await named('printer', 'PRINTER_BAUD', says);
  const rate = Number(/devices\.printer\.baudRate: (\d+)/.exec(message)?.[1]);
  site.edit((profile) => Object.assign(profile['devices']?.['printer'] as object, { baudRate: rate }));
  await green();
  await site.lab.sim.command('printer.set', { settings: { rateBound: false } });
});

it('a dead printer', async () => {
  await site.lab.sim.command('printer.set', { settings: { power: false } });
  const says = 'Check the printer power and serial cable, then run `minka printer status`.';
  const { remedy } = await named('printer', 'PRINTER_OFFLINE', says);
  await site.lab.sim.command('printer.set', { settings: { power: true } });
  const [command = ''] = commandsIn(remedy);
  const status = async () => (await site.minka(...command.split(' '), '--profile', site.profileFile)).code;
  await expect.poll(status, WAIT).toBe(0);
  await green();
});

it('our own certificate is over', async () => {
  const { certFile } = site.profile()['identity'] as { certFile: string };
  writeFileSync(certFile, expiredAuthority().cert);
  const says =
    'Put in a certificate that is in force: ours by `minka provision` with a new one-time code, theirs by whoever runs that server.';
  const { remedy, message } = await named('certificates', 'CERT_EXPIRED', says);
  expect(message).toContain('identity.certFile');
  const [command = ''] = commandsIn(remedy);
  const ran = await site.minka(command, site.file(), '--into', site.into, '--code', await site.code());
  expect(ran).toMatchObject({ code: 0, json: { ok: true, enrolled: true } });
  const own = site.profile()['identity'] as { certFile: string };
  expect(Date.parse(new X509Certificate(readFileSync(own.certFile)).validTo)).toBeGreaterThan(Date.now());
  await green();
});

it('a server’s certificate is over', async () => {
  const authority = expiredAuthority();
  const old = await startHttps(authority, (_request, response) => void response.end());
  const caFile = join(site.into, 'his-ca.pem');
  writeFileSync(caFile, authority.ca);
  const before = readFileSync(site.profileFile, 'utf8');
  site.edit((profile) => Object.assign(profile['his'] ?? {}, { url: old.url, caFile }));
  const { checks, bad } = await site.selftest();
  expect(bad).toEqual([['his', 'CERT_EXPIRED']]);
  expect(checks.find(({ id }) => id === 'his')?.remedy).toContain('theirs by whoever runs that server');
  await old.stop();
  const renewed = await startHttps(
    { ...authority, cert: authority.renewed },
    (_request, response) => void response.end(),
  );
  site.edit((profile) => Object.assign(profile['his'] ?? {}, { url: renewed.url }));
  await green();
  await renewed.stop();
  writeFileSync(site.profileFile, before);
});

it.each([
  ['ahead', 600],
  ['behind', -600],
])('the clock is ten minutes %s', async (_name, seconds) => {
  site.lab.clocks?.set('terminal', seconds);
  const says = 'The clock is over five minutes off and settling is stopped: set it right; it comes back by itself.';
  await named('clock', 'CLOCK_WRONG', says);
  site.lab.clocks?.set('terminal', 0);
  await green();
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

it('another authority than the one that signed', async () => {
  const caFile = String(site.profile()['centre']?.['caFile']);
  const right = readFileSync(resolve('.lab/tls/ca.pem'), 'utf8');
  const theirs = join(site.into, 'centre-ca.pem');
  writeFileSync(theirs, makeAuthority().ca);
  site.edit((profile) => Object.assign(profile['centre'] ?? {}, { caFile: theirs }));
  const says =
    'The caFile of the site profile did not sign this certificate: get the authority from that side, compare its fingerprint and put it in.';
  const { message } = await named('centre', 'CERT_AUTHORITY', says);
  expect(message).toContain('centre.caFile');
  // That side reads its fingerprint out; the file that came is held against it.
  const told = execFileSync('openssl', ['x509', '-noout', '-fingerprint', '-sha256', '-in', '.lab/tls/ca.pem']);
  expect(told.toString()).toContain(new X509Certificate(right).fingerprint256);
  writeFileSync(theirs, right);
  await green();
  site.edit((profile) => Object.assign(profile['centre'] ?? {}, { caFile }));
});

it.skipIf(!readerCanGo)('the reader is missing: its cable', async () => {
  await plugReader(false);
  try {
    const says = 'Push the reader cable in; if its lamp is dark, use another port; else change the reader.';
    await named('reader', 'READER_GONE', says);
  } finally {
    await plugReader(true);
  }
  await green();
});

it('the reader is missing: another one stands here', async () => {
  site.edit((profile) =>
    Object.assign(profile['devices']?.['cardReader'] as object, { reader: 'No Such Reader 00 00' }),
  );
  const { checks, bad } = await site.selftest();
  expect(bad).toEqual([['reader', 'READER_GONE']]);
  expect(checks.find(({ id }) => id === 'reader')?.remedy).toContain('else change the reader');
  site.edit((profile) => Object.assign(profile['devices']?.['cardReader'] as object, { reader: 'Virtual PCD 00 00' }));
  await green();
  site.edit((profile) => Object.assign(profile['devices']?.['cardReader'] as object, { reader: null }));
});

/** The operator retires the machine of a slot. */
const retire = (terminalSlot: number) =>
  site.lab.admin('POST', '/admin/slots/free', { institutionCode: 'H99010100017', terminalSlot });
const atSlot = (terminalSlot: number): string =>
  site.file(({ profile }) => Object.assign(profile['site'] as object, { terminalSlot }));

it('the slot is another machine’s', async () => {
  await retire(7);
  const elsewhere = join(site.lab.dir, 'other-machine');
  expect((await site.minka('provision', site.file(), '--into', elsewhere, '--code', await site.code())).code).toBe(0);
  const says =
    'Choose a terminalSlot that is free; where this machine replaces another, have the operator retire the old one first.';
  await named('slot', 'SLOT_USED', says);
  const free = await site.minka('provision', atSlot(8), '--into', site.into, '--code', await site.code());
  expect(free).toMatchObject({ code: 0, json: { ok: true } });
  await green();
  // Or it replaces the other one: that is retired first, and no sooner is there its slot.
  const wish = ['provision', atSlot(7), '--into', site.into, '--code', await site.code()];
  expect((await site.minka(...wish)).json).toMatchObject({ error: { code: 'SLOT_USED', remedy: says } });
  await retire(7);
  expect((await site.minka(...wish)).code).toBe(0);
  await green();
});

it.each([
  [
    'his',
    'HIS_UNREACHABLE',
    'Check the hospital network; if it is up, ask the IT department whether the interface service runs.',
  ],
  [
    'centre',
    'CENTRE_UNREACHABLE',
    'Check the cable and the route to the insurance network; if it is down, call the network desk.',
  ],
] as const)('%s is down', async (server, code, says) => {
  site.cables[server].set('down', 0);
  await named(server, code, says);
  site.cables[server].set('up', 0);
  await green();
});

it('every cable is out: each other side is named by its own name', async () => {
  for (const cable of Object.values(site.cables)) cable.set('down', 0);
  expect((await site.selftest()).bad).toEqual([
    ['centre', 'CENTRE_UNREACHABLE'],
    ['his', 'HIS_UNREACHABLE'],
    ['operator', 'OPERATOR_UNREACHABLE'],
  ]);
  for (const cable of Object.values(site.cables)) cable.set('up', 0);
  await green();
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
    const { remedy } = await named('database', 'STORE_CORRUPT', says);
    const kept = readdirSync(data).filter((name) => name !== 'terminal.db' && name.startsWith('terminal.db'));
    expect(kept.map((name) => readFileSync(join(data, name)).equals(bytes))).toContain(true);
    // Against the centre's own books: nothing of this terminal's stands there.
    expect(await lab.admin('GET', '/admin/ledger')).toMatchObject({ settlements: [] });
    const [command = ''] = commandsIn(remedy);
    const asked = site.minka(...command.split(' '), '--reason', '与中心对过账', '--wait', '20', ...profile);
    const ran = await meanwhile(lab, [{ persona: 'staff-auditor' }, { persona: 'staff-cashier' }], asked);
    expect(ran, JSON.stringify(ran.json)).toMatchObject({ code: 0, json: { settling: true } });
    await green();
    for (const name of kept) expect(existsSync(join(data, name)), name).toBe(true);
  } finally {
    await terminal.stop();
  }
});
