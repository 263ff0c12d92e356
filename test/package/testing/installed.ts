/**
 * Runs inside the scratch root (scratch-root.sh): installs the package with apt as a person would, starts the unit's
 * ExecStart as its user against servers and emulators of the checkout, and says what happened in one JSON line.
 * usage: installed.ts DEB PICTURE
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { startPcsc } from '../../../scripts/setup/pcsc.mjs';
import { startLab } from '../../../simulator/lab/lab.ts';
import { besideInstalled, installedProfile, type Profile, writeProfile } from './installed-lab.ts';
import { startUnit } from './unit-process.ts';
import { settleOneVisit } from './visit.ts';

const UNIT = '/usr/lib/systemd/system/minka.service';
const [deb = '', picture = ''] = process.argv.slice(2);
const run = (command: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
  });
  return { status, words: `${stdout}${stderr}` };
};

/** The unit with this profile: what its first line says; it is ended again. */
async function tryProfile(profile: Profile | null, env: Readonly<Record<string, string>> = {}): Promise<unknown> {
  if (profile !== null) writeProfile(profile);
  const unit = startUnit(UNIT, env);
  const first = await unit.first;
  unit.child.kill('SIGTERM');
  return { first, exit: await unit.exited };
}

const simulated = run('apt-get', '-s', '--no-install-recommends', 'install', deb);
const installed = run('apt-get', '-y', '-q', '--no-install-recommends', 'install', deb);
const state = ['/var/lib/minka', '/var/lib/minka.begun', '/run/minka', '/etc/minka/profile.json'];
const owners = run('stat', '-c', '%U %G %a %n', ...state).words;
const units = run('systemd-analyze', 'verify', '--man=no', 'minka.service', 'minka-display.service').words;
const asShipped = await tryProfile(null);
const example = JSON.parse(readFileSync('/etc/minka/profile.json', 'utf8')) as Record<string, Record<string, unknown>>;

const display = spawn('Xvfb', [':0', '-screen', '0', '1080x1920x24', '-nolisten', 'tcp'], { stdio: 'ignore' });
const pcsc = await startPcsc();
Object.assign(process.env, pcsc.env);
mkdirSync('/tmp/lab', { mode: 0o700 });
const lab = await startLab({ dir: '/tmp/lab', screen: false });
await lab.shell.stop();
const profile = installedProfile(lab);

const real = { ...example };
for (const name of ['centre', 'his', 'operator', 'benefits'])
  if (real[name]) real[name] = { ...real[name], url: `https://${name}.example.org` };
const devices = { cardReader: { reader: null }, pinPad: null, printer: null };
const labDevices = profile['devices'] as typeof devices;
const production = {
  pty: await tryProfile({ ...real, devices: labDevices }),
  reader: await tryProfile({ ...real, devices: { ...devices, cardReader: { reader: 'Virtual PCD 00 00' } } }),
  centre: await tryProfile({ ...real, devices, centre: { ...real['centre'], url: lab.urls.centre } }),
  noKey: await tryProfile({ ...real, devices }),
};
mkdirSync('/run/credentials-of-minka');
writeFileSync('/run/credentials-of-minka/minka-database-key', 'ab'.repeat(32), { mode: 0o444 });
const key = { CREDENTIALS_DIRECTORY: '/run/credentials-of-minka' };
const good = await tryProfile({ ...real, devices }, key);
mkdirSync('/opt/minka/simulator');
const beside = await tryProfile({ ...real, devices }, key);
run('rmdir', '/opt/minka/simulator');
// The journal under the production key, and that there was one.
const journal = ['', '-wal', '-shm', '.begun'].map((end) => `/var/lib/minka/terminal.db${end}`);
run('rm', '-f', ...journal, '/var/lib/minka.begun/terminal.db');

writeProfile(profile);
const unit = startUnit(UNIT);
const first = await unit.first;
let ledger: unknown = null;
let failure: string | null = null;
try {
  ledger = await settleOneVisit(besideInstalled(lab), 11);
} catch (error) {
  failure = String(error);
}
// Who runs what, while it runs; and what listens.
await wait(1000);
const processes = execFileSync('ps', ['-eo', 'user:20,args'], { encoding: 'utf8' });
const listening = execFileSync('ss', ['-Hltnp'], { encoding: 'utf8' });
run('import', '-display', ':0', '-window', 'root', picture);
unit.child.kill('SIGTERM');
const exit = await unit.exited;
await lab.stop();
await pcsc.stop();
display.kill('SIGTERM');
const removed = run('dpkg', '--purge', 'minka');
const left = run('find', '/opt/minka', '/usr/lib/minka', UNIT).words.replace(
  /^find: .*No such file or directory\n/gm,
  '',
);
const said = {
  ...{ simulated, installed, owners, units, asShipped, production, good, beside },
  visit: { first, ledger, failure, exit, processes, listening, words: unit.words() },
  ...{ removed, stateKept: run('ls', '/var/lib/minka').words, left },
};
process.stdout.write(`${JSON.stringify(said)}\n`);
process.exit(0);
