import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expiredAuthority } from '../../bin/testing/expired-authority.ts';
import { cliConfigCheckSchema } from '../../common/contracts/cli/outputs.ts';
import { makeAuthority, startHttps } from '../../terminal/gateways/testing/test-server.ts';
import { commandsIn, type Mending, mending } from './testing/mending.ts';
import { green, named } from './testing/named.ts';

/**
 * Seeded faults of the profile, the certificates, the clock, the slot and the other sides, on real parts, each named rightly by
 * `minka selftest`. Then what its remedy says is done, by its own words and with the commands that it names, and nothing is
 * wrong any more. Where the words change, so must the deed: each test has them. The rest: `remedies-machine.full.test.ts`.
 */

let site: Mending;
beforeAll(async () => {
  site = await mending();
});
afterAll(() => site?.stop());

it('a terminal in order', () => green(site));

it('a typo in the profile', async () => {
  site.edit((profile) => Object.assign(profile['centre'] ?? {}, { tiemout: 3 }));
  const says = 'Run `minka config check` and correct the line it names in the site profile.';
  const { remedy } = await named(site, 'config', 'CONFIG_INVALID', says);
  const [command = ''] = commandsIn(remedy);
  const ran = await site.minka(...command.split(' '));
  const [problem, ...more] = cliConfigCheckSchema.parse(ran.json).problems;
  expect([ran.code, problem?.path, more]).toEqual([1, 'centre.tiemout', []]);
  const [group = '', key = ''] = problem?.path.split('.') ?? [];
  expect(problem?.allowed.split(', ')).not.toContain(key);
  site.edit((profile) => delete profile[group]?.[key]);
  expect((await site.minka(...command.split(' '))).code).toBe(0);
  await green(site);
});

it('our own certificate is over', async () => {
  const { certFile } = site.profile()['identity'] as { certFile: string };
  writeFileSync(certFile, expiredAuthority().cert);
  const says =
    'Put in a certificate that is in force: ours by `minka provision` with a new one-time code, theirs by whoever runs that server.';
  const { remedy, message } = await named(site, 'certificates', 'CERT_EXPIRED', says);
  expect(message).toContain('identity.certFile');
  const [command = ''] = commandsIn(remedy);
  const ran = await site.minka(command, site.file(), '--into', site.into, '--code', await site.code());
  expect(ran).toMatchObject({ code: 0, json: { ok: true, enrolled: true } });
  const own = site.profile()['identity'] as { certFile: string };
  expect(Date.parse(new X509Certificate(readFileSync(own.certFile)).validTo)).toBeGreaterThan(Date.now());
  await green(site);
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
  // Whoever runs that server has renewed it: the hospital's system again, behind another certificate.
  const ca = readFileSync('.lab/tls/ca.pem');
  const renewed = await startHttps(
    { ...authority, cert: authority.renewed },
    ({ method, url, headers, body }, response) => {
      const { host: _, ...rest } = headers;
      const asked = request(`${site.lab.urls.his}${url}`, { method, headers: rest, ca }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      asked.on('error', () => response.destroy());
      asked.end(body);
    },
  );
  site.edit((profile) => Object.assign(profile['his'] ?? {}, { url: renewed.url }));
  await green(site);
  await renewed.stop();
  writeFileSync(site.profileFile, before);
});

it.each([
  ['ahead', 600],
  ['behind', -600],
])('the clock is ten minutes %s', async (_name, seconds) => {
  site.lab.clocks?.set('terminal', seconds);
  const says = 'The clock is over five minutes off and settling is stopped: set it right; it comes back by itself.';
  await named(site, 'clock', 'CLOCK_WRONG', says);
  site.lab.clocks?.set('terminal', 0);
  await green(site);
});

it('another authority than the one that signed', async () => {
  const caFile = String(site.profile()['centre']?.['caFile']);
  const right = readFileSync(resolve('.lab/tls/ca.pem'), 'utf8');
  const theirs = join(site.into, 'centre-ca.pem');
  writeFileSync(theirs, makeAuthority().ca);
  site.edit((profile) => Object.assign(profile['centre'] ?? {}, { caFile: theirs }));
  const says =
    'The caFile of the site profile did not sign this certificate: get the authority from that side, compare its fingerprint and put it in.';
  const { message } = await named(site, 'centre', 'CERT_AUTHORITY', says);
  expect(message).toContain('centre.caFile');
  // That side reads its fingerprint out; the file that came is held against it.
  const told = execFileSync('openssl', ['x509', '-noout', '-fingerprint', '-sha256', '-in', '.lab/tls/ca.pem']);
  expect(told.toString()).toContain(new X509Certificate(right).fingerprint256);
  writeFileSync(theirs, right);
  await green(site);
  site.edit((profile) => Object.assign(profile['centre'] ?? {}, { caFile }));
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
  await named(site, 'slot', 'SLOT_USED', says);
  const free = await site.minka('provision', atSlot(8), '--into', site.into, '--code', await site.code());
  expect(free).toMatchObject({ code: 0, json: { ok: true } });
  await green(site);
  // Or it replaces the other one: that is retired first, and no sooner is there its slot.
  const wish = ['provision', atSlot(7), '--into', site.into, '--code', await site.code()];
  expect((await site.minka(...wish)).json).toMatchObject({ error: { code: 'SLOT_USED', remedy: says } });
  await retire(7);
  expect((await site.minka(...wish)).code).toBe(0);
  await green(site);
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
  [
    'benefits',
    'BENEFITS_UNREACHABLE',
    'Check the cable and the route to the benefits server; if it is down, call the network desk.',
  ],
  [
    'cashier',
    'CASHIER_UNREACHABLE',
    'Check the power, cable and program of the cashier, and that cashier.url of the site profile is its address. Until then cash is paid at the window.',
  ],
] as const)('%s is down', async (server, code, says) => {
  site.cables[server].set('down', 0);
  await named(site, server, code, says);
  site.cables[server].set('up', 0);
  await green(site);
});

it('every cable is out: each other side is named by its own name', async () => {
  for (const cable of Object.values(site.cables)) cable.set('down', 0);
  expect((await site.selftest()).bad).toEqual([
    ['centre', 'CENTRE_UNREACHABLE'],
    ['his', 'HIS_UNREACHABLE'],
    ['operator', 'OPERATOR_UNREACHABLE'],
    ['benefits', 'BENEFITS_UNREACHABLE'],
    ['cashier', 'CASHIER_UNREACHABLE'],
  ]);
  for (const cable of Object.values(site.cables)) cable.set('up', 0);
  await green(site);
});
