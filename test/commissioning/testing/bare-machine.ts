/**
 * Runs beside a bare Debian root (bare-root.sh): a lab's servers and devices outside, and inside the one command, the unit,
 * and a bill. Says what happened in one JSON line. usage: bare-machine.ts ROOT PICTURE
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startPcsc } from '../../../scripts/setup/pcsc.mjs';
import { drawVisit } from '../../../simulator/lab/draw.ts';
import { startLab } from '../../../simulator/lab/lab.ts';
import { byHisApi, newClient } from './bills.ts';
import { bareMachine } from './in-bare.ts';
import { DESK, PACKAGED, siteOfLab } from './site-of-lab.ts';
import { byKeyboard } from './x-cashier.ts';

const [root = '', picture = ''] = process.argv.slice(2);
const machine = bareMachine(root);
const pcsc = await startPcsc();
Object.assign(process.env, pcsc.env);
const dir = mkdtempSync(join(tmpdir(), 'minka-bare-lab-'));
const lab = await startLab({ dir, screen: false });
await lab.shell.stop();

const site = await siteOfLab(lab, PACKAGED, DESK);
writeFileSync(join(root, 'root/site.json'), JSON.stringify(site), { mode: 0o600 });
const bare = machine.run('sh', '-c', 'command -v node chromium pcscd minka; true').out;

const commissioned = machine.run('sh', '/root/minka-commission', '/root/site.json');
const again = machine.run('sh', '/root/minka-commission', '/root/site.json');
const places = ['/etc/minka/profile.json', '/etc/minka/staff.json', '/var/lib/minka', '/var/lib/minka/terminal.db'];
const owners = machine.run('stat', '-c', '%U %G %a %n', ...places).out;
const strangers = machine.run('find', '/var/lib/minka', '/run/minka', '!', '-user', 'minka').out;

const display = spawn('Xvfb', [':0', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], { stdio: 'ignore' });
await wait(1000);
const unit = machine.start('/usr/lib/systemd/system/minka.service');
const first = await unit.first;
const selftest = machine.json('minka', 'selftest', '--json');

let failure: string | null = null;
let outcome: unknown = null;
try {
  outcome = await byHisApi(lab, await newClient(machine), 11);
  for (let tries = 0; tries < 60 && !/"part-up".*"part":"screen"/.test(unit.words()); tries++) await wait(1000);
  await wait(3000);
  await byKeyboard(lab, drawVisit(12, Date.now()));
} catch (error) {
  failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
}
spawnSync('import', ['-display', ':0', '-window', 'root', picture]);
const processes = spawnSync('ps', ['-eo', 'uid:9,args'], { encoding: 'utf8' }).stdout;
const ledger = await lab.admin('GET', '/admin/ledger');
const exit = await unit.stop();
await lab.stop();
await pcsc.stop();
display.kill('SIGTERM');
rmSync(dir, { recursive: true, force: true });
const said = { bare, commissioned, again, owners, strangers, first, selftest, outcome, failure, ledger, exit };
const line = `${JSON.stringify({ ...said, processes, words: unit.words() })}\n`;
// More than a pipe holds: it is over when all of it is out.
process.stdout.write(line, () => process.exit(0));
