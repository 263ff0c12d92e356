/**
 * Runs beside a Debian root that is booted with its own systemd (boot-root.sh): a lab's servers and devices outside, and inside
 * the one command, bills, kills, a stop, the next start of the machine, and a production site with a sealed key. Says what
 * happened in one JSON line. usage: booted-machine.ts ROOT PICTURE
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { drawVisit } from '../../../simulator/lab/draw.ts';
import { startLab } from '../../../simulator/lab/lab.ts';
import { byHisApi, newClient } from './bills.ts';
import { boot } from './in-booted.ts';
import { plugReader } from './plugged.ts';
import { becomesProduction, productionSite } from './production.ts';
import { inAndBesideUnit } from './sandbox.ts';
import { DESK, PACKAGED, siteOfLab } from './site-of-lab.ts';
import { untilWell, type Well } from './well.ts';
import { byKeyboard } from './x-cashier.ts';

const [root = '', picture = ''] = process.argv.slice(2);
const UNITS = ['minka-display.service', 'minka.service'] as const;
const STATE = ['ActiveState', 'NRestarts', 'Result'] as const;

plugReader(root, 35963);
const dir = mkdtempSync(join(tmpdir(), 'minka-booted-lab-'));
const lab = await startLab({ dir, screen: false });
await lab.shell.stop();
const site = await siteOfLab(lab, PACKAGED, DESK);
writeFileSync(join(root, 'root/site.json'), JSON.stringify(site), { mode: 0o600 });

let machine = await boot(root);
const bare = (await machine.run('sh', '-c', 'command -v node chromium pcscd minka; true')).out;
const begun = Date.now();
const commissioned = await machine.run('sh', '/root/minka-commission', '/root/site.json');
const tookS = Math.round((Date.now() - begun) / 1000);
const again = await machine.run('sh', '/root/minka-commission', '/root/site.json');
const enabled = (await machine.run('systemctl', 'is-enabled', ...UNITS)).out;
const state = await machine.show('minka.service', ...STATE);

const bills: unknown[] = [];
const well: Record<string, Well> = {};
const killed: unknown[] = [];
let failure: string | null = null;
let stopped: unknown = null;
try {
  const token = await newClient(machine);
  bills.push(await byHisApi(lab, token, 11));
  await untilWell(machine, 'screen');
  await byKeyboard(lab, drawVisit(12, Date.now()));
  spawnSync('import', ['-display', ':0', '-window', 'root', picture]);

  // Killed; a command meanwhile has a terminal of its own, for which the unit waits.
  await machine.run('systemctl', 'kill', '--signal=KILL', '--kill-whom=main', 'minka.service');
  await machine.run('minka', 'selftest');
  well['killed'] = await untilWell(machine);
  killed.push(await machine.show('minka.service', ...STATE));
  bills.push(await byHisApi(lab, token, 13));
  await machine.run('systemctl', 'kill', '--signal=KILL', 'minka-display.service');
  await wait(3000);
  well['display'] = await untilWell(machine, 'screen');
  killed.push(await machine.show('minka-display.service', ...STATE));

  const from = Date.now();
  await machine.run('systemctl', 'stop', 'minka.service');
  stopped = { ...(await machine.show('minka.service', ...STATE, 'ExecMainStatus')), inTime: Date.now() - from < 8000 };
  await machine.powerOff();
  machine = await boot(root);
  well['nextStart'] = await untilWell(machine, 'screen');
  bills.push(await byHisApi(lab, token, 14));
} catch (error) {
  failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
}
const sandbox = await inAndBesideUnit(machine, root);
const analysis = await machine.run('systemd-analyze', 'security', '--no-pager', 'minka.service');
const security = analysis.out.trim().split('\n').at(-1);
const failed = (await machine.run('systemctl', '--failed', '--plain', '--no-legend')).out;
const words = (await machine.run('journalctl', '--no-pager', '-u', 'minka', '-u', 'minka-display')).out.slice(-60_000);
const ledger = await lab.admin('GET', '/admin/ledger');
writeFileSync(join(root, 'root/production.json'), JSON.stringify(productionSite(site)), { mode: 0o600 });
const production = await becomesProduction(machine);
await machine.powerOff();
await lab.stop();
rmSync(dir, { recursive: true, force: true });
const said = {
  ...{ bare, commissioned, tookS, again, enabled, state, bills, well, killed, stopped, failure },
  ...{ sandbox, security, failed, ledger, production, words },
};
// More than a pipe holds: it is over when all of it is out.
process.stdout.write(`${JSON.stringify(said)}\n`, () => process.exit(0));
