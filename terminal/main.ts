// Before every schema: each is compiled when it is first used, and checks what crosses a boundary in half the time.
import 'zod/compile';

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { controlLink } from '../common/contracts/cli/control-link.ts';
import { serve } from '../common/rpc/serve.ts';
import { installationProblem } from '../kiosk-config/installation.ts';
import { loadProfile } from '../kiosk-config/load.ts';
import { systemClock, systemRandom } from '../wire/system.ts';
import { listenUnix } from '../wire/unix-socket.ts';
import { terminalArguments } from './assemble/arguments.ts';
import { startHeartbeat } from './assemble/heartbeat.ts';
import { auditLine, createLogger, describeCause, reporter } from './assemble/log.ts';
import { openParent } from './assemble/parent.ts';
import { connectShell } from './assemble/shell.ts';
import { createTerminal } from './assemble/terminal.ts';
import { createAuditLog } from './audit/log.ts';
import { listenHisApi } from './local-api/http/listen.ts';

/**
 * The terminal's entry and composition root: `--profile FILE --run DIR`. The first line on stdin hands over the
 * database key; the open stdin then is the lifeline. One line on stdout says ready, or why not; logs go to stderr.
 * Under Electron all of that goes over its parent's port (`assemble/parent.ts`).
 */
const root = resolve(import.meta.dirname, '..');
/** Everything that must be recorded is recorded within this; the shell kills what takes longer. */
const STOP_MS = 2500;

const parent = openParent();

function refuse(code: string, message: string): never {
  parent.failed(code, message);
  process.exit(1);
}

// Whatever this process makes, the database first of all, is its user's alone.
process.umask(0o077);
const args = terminalArguments(process.argv.slice(2));
if (args === null) refuse('CONFIG_INVALID', 'usage: terminal/main.ts --profile FILE --run DIR');
const runDir = resolve(args.run);
const { lifeline } = parent;
const databaseKey = await lifeline.databaseKey;
if (databaseKey === null) refuse('STORE_KEY', 'the first line on stdin holds no database key');

const loaded = loadProfile(args.profile);
if (!loaded.ok) {
  const [first] = loaded.error;
  const what = loaded.error.map(({ path, message, allowed }) => `${path}: ${message} (${allowed})`).join('; ');
  refuse(first?.code ?? 'CONFIG_INVALID', what.slice(0, 480));
}
const { profile, dir: profileDir } = loaded.value;
const foreign = installationProblem(profile, root);
if (foreign !== null) refuse('CONFIG_PRODUCTION_LAB_DEVICE', foreign);

const log = createLogger(profile.site.terminalLabel);
const clock = systemClock();
const audit = createAuditLog({ clock, line: auditLine(log), report: reporter(log) });
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

/** Where `minka api` finds the HIS API. */
const portFile = join(runDir, 'his-api.port');
const listeners: { close(): Promise<void> }[] = [];
let stopping = false;

const shell = await connectShell(() => parent.dialShell(runDir), clock, log, {
  onStopping: () => void stop('the shell is going down', 0),
  onTokenReused: () => terminal.tokenReused(),
  onQuiet: (part) => terminal.quiet(part),
});

const terminal = createTerminal({
  profile,
  profileDir,
  databaseKey,
  clock,
  random: systemRandom,
  audit,
  report: reporter(log),
  version,
  dialHost: () => parent.dialHost(runDir),
  replaceHost: shell.replaceHost,
});

async function stop(why: string, code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ why }, 'stopping');
  const late = setTimeout(() => process.exit(1), STOP_MS);
  rmSync(portFile, { force: true });
  for (const listener of listeners) await listener.close();
  await terminal.stop(why);
  shell.close();
  clearTimeout(late);
  process.exit(code);
}

process.once('SIGTERM', () => void stop('SIGTERM', 0));
process.once('SIGINT', () => void stop('SIGINT', 0));
lifeline.onEnd(() => void stop('the parent is gone', 0));
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (cause: unknown) => {
    log.fatal({ cause: describeCause(cause) }, event);
    void stop(event, 1);
  });
}

const control = await listenUnix(join(runDir, 'control.sock'), (channel) => {
  serve(channel, controlLink, terminal.control(channel.onClose), { report: reporter(log) });
});
const screen = await parent.acceptScreens(runDir, (channel) => terminal.screen(channel));
for (const listener of [control, screen]) {
  if (!listener.ok) refuse('CONFIG_INVALID', `a socket cannot be opened: ${listener.error.message}`);
  listeners.push(listener.value);
}

const { hisApi } = terminal;
if (hisApi !== null) {
  const listener = await listenHisApi(hisApi.serve, hisApi.port);
  if (!listener.ok) refuse('CONFIG_INVALID', `hisApi.port: ${hisApi.port} cannot be listened on: ${listener.error}`);
  listeners.push(listener.value);
  writeFileSync(portFile, `${listener.value.port}\n`, { mode: 0o600 });
}

// First, so that the first checkpoint for the operator holds it.
audit.audit('terminal.started', { mode: profile.mode, version });
terminal.start();
parent.ready();
await shell.ready();
startHeartbeat(clock, terminal.vitals, shell.beat);
