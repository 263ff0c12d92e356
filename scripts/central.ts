/** `npm run central`: the reference centre, HIS and operator by hand, with the lab's certificates, until Ctrl-C. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { ports: { type: 'string' }, dir: { type: 'string' }, json: { type: 'boolean' } },
});
const dir = resolve(values.dir ?? 'out/central');
mkdirSync(dir, { recursive: true, mode: 0o700 });

const child = spawn(
  '/usr/bin/setpriv',
  [
    '--pdeathsig',
    'TERM',
    '--',
    process.execPath,
    'central/server/main.ts',
    '--dir',
    dir,
    '--tls',
    resolve('.lab/tls'),
    '--secrets',
    `${dir}/secrets`,
    '--ports',
    values.ports ?? '8443,8444,8445,8446,8447,8448',
  ],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
child.stdout.on('data', (data: Buffer) => {
  for (const line of data.toString().split('\n').filter(Boolean)) {
    const ready = JSON.parse(line) as Record<string, string>;
    if (values.json) console.log(line);
    else {
      console.log(
        `centre   ${ready['centre']}\nHIS      ${ready['his']}\noperator ${ready['operator']}\nadmin    ${ready['admin']}\nbenefits ${ready['benefits']}/benefits/v1/\ncashier  ${ready['cashier']}`,
      );
      console.log(`tokens   ${dir}/secrets\nCA       ${resolve('.lab/tls/ca.pem')}\nCtrl-C ends them.`);
    }
  }
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => child.kill('SIGTERM'));
child.once('exit', (code, signal) => process.exit(signal === 'SIGTERM' ? 0 : (code ?? 1)));
