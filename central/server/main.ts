// Before every schema: each is compiled when it is first used, and checks what crosses a boundary in half the time.
import 'zod/compile';

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gateSettings } from './gate/switch.ts';
import { loadSecrets } from './secrets.ts';
import { startCentral } from './start.ts';

/**
 * The reference centre, HIS, operator, benefits and cashier as one process:
 *   node central/server/main.ts --dir DIR --tls DIR --secrets DIR [--ports centre,his,operator,admin[,benefits[,cashier]]] [--transport WORDS] [--lifeline]
 * WORDS: x-tif (the default), csb, single-url, single-url/apikey, single-url/none; encrypted with +sm2 or +sm3 behind it,
 * the proof in a header with +sm2-header or +sm3-header. One JSON line on stdout when ready; people read stderr. Ends on SIGTERM or SIGINT, and with --lifeline at the end of stdin.
 */
const USAGE =
  'usage: main.ts --dir DIR --tls DIR --secrets DIR [--ports centre,his,operator,admin[,benefits[,cashier]]] [--transport WORDS] [--lifeline]';

// Ledgers and tokens are the owner's alone.
process.umask(0o077);

const { values } = parseArgs({
  options: {
    dir: { type: 'string' },
    tls: { type: 'string' },
    secrets: { type: 'string' },
    ports: { type: 'string', default: '0,0,0,0' },
    transport: { type: 'string', default: 'x-tif' },
    lifeline: { type: 'boolean', default: false },
  },
});
const ports = values.ports.split(',').map(Number);
const [centre = -1, his = -1, operator = -1, admin = -1, benefits = 0, cashier = 0] = ports;
const portsFit =
  ports.length >= 4 && ports.length <= 6 && ports.every((port) => Number.isInteger(port) && port >= 0 && port < 65_536);
if (values.dir === undefined || values.tls === undefined || values.secrets === undefined || !portsFit) {
  console.error(USAGE);
  process.exit(2);
}

const secrets = loadSecrets(values.secrets);
const gate = gateSettings(values.transport, values.secrets, secrets.xtif);
if (gate === null) {
  console.error(USAGE);
  process.exit(2);
}

const central = await startCentral({
  dir: values.dir,
  tls: {
    cert: readFileSync(join(values.tls, 'server.pem'), 'utf8'),
    key: readFileSync(join(values.tls, 'server.key'), 'utf8'),
  },
  secrets,
  gate,
  ports: { centre, his, operator, admin, benefits, cashier },
  say: (line) => console.error(`${new Date().toISOString()} ${line}`),
});

let ending = false;
function end(why: string): void {
  if (ending) return;
  ending = true;
  console.error(`ending: ${why}`);
  // A connection that will not close must not keep the process.
  setTimeout(() => process.exit(1), 4000).unref();
  central.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
}
process.on('SIGTERM', () => end('SIGTERM'));
process.on('SIGINT', () => end('SIGINT'));
if (values.lifeline) {
  process.stdin.on('end', () => end('stdin closed'));
  process.stdin.on('error', () => end('stdin failed'));
  process.stdin.resume();
}

const { stop: _stop, ...urls } = central;
console.log(JSON.stringify({ ready: true, ...urls }));
