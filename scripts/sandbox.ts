/**
 * `npm run sandbox`: everything that a HIS vendor needs to write a client against, until Ctrl-C: reference servers,
 * emulated reader, pad and printer, drawn test people, and a terminal without a screen whose HIS API listens on loopback.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { HIS_API_PREFIX, scopeNames } from '../common/contracts/billing/billing.ts';
import { languageOf } from '../common/strings/language.ts';
import { type SandboxKey, sandboxStrings } from '../common/strings/sandbox.ts';
import { tokenHash, writeApiClients } from '../kiosk-config/api-clients.ts';
import { requireNoOtherLab } from '../simulator/dock/lab-file.ts';
import { playOptions, type RunningDock, startDock } from '../simulator/dock/start.ts';
import { type Lab, startLab } from '../simulator/lab/lab.ts';

const { values } = parseArgs({ options: { port: { type: 'string' }, json: { type: 'boolean' } } });
const language = languageOf(process.env);
const say = (key: SandboxKey, facts: Readonly<Record<string, string>> = {}): string =>
  sandboxStrings[key][language].replace(/\{(\w+)\}/g, (mark, name: string) => facts[name] ?? mark);
/** `npm run sandbox` as a whole ends within 5 s; whoever started us waits 4. */
const END_LIMIT_MS = 3800;
const PORT = 7340;
const END_OF_TIME = '2099-12-31';

const dir = mkdtempSync(join(tmpdir(), 'minka-sandbox-'));
let here: { readonly lab: Lab; readonly dock: RunningDock } | null = null;
let ending = false;

function end(code: number): void {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(1), END_LIMIT_MS).unref();
  const stop = async (): Promise<void> => {
    await here?.dock.stop();
    await here?.lab.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  void stop()
    .catch(() => undefined)
    .finally(() => process.exit(code));
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => end(0));

/** A client with every scope; its token stands in a file of this user's. */
function makeClient(): { readonly clientsFile: string; readonly tokenFile: string } {
  const [clientsFile, tokenFile] = [join(dir, 'api-clients.json'), join(dir, 'token')];
  const token = randomBytes(32).toString('base64url');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const client = { name: 'sandbox', tokenSha256: tokenHash(token), scopes: [...scopeNames], expiresOn: END_OF_TIME };
  writeApiClients(clientsFile, { clients: [{ ...client, encounters: 'own' }] });
  writeFileSync(tokenFile, `${token}\n`, { mode: 0o600 });
  return { clientsFile, tokenFile };
}

try {
  await requireNoOtherLab(process.env);
  const { clientsFile, tokenFile } = makeClient();
  const hisApi = { port: Number(values.port ?? PORT), clientsFile };
  const lab = await startLab({ ...playOptions, dir, face: 'desk', screen: false, profile: { hisApi } });
  const dock = await startDock(lab, { env: process.env });
  here = { lab, dock };
  const port = readFileSync(join(dir, 'run', 'his-api.port'), 'utf8').trim();
  const url = `http://127.0.0.1:${port}`;
  const facts = { url, tokenFile, document: `${url}${HIS_API_PREFIX}/openapi.json`, dock: dock.link() };
  if (values.json) process.stdout.write(`${JSON.stringify({ ...facts, profile: lab.profileFile })}\n`);
  else process.stdout.write(`${say('ready', facts)}\n`);
  void lab.shell.exited.then(() => end(1));
} catch (error) {
  process.stderr.write(`${say('failed', { why: error instanceof Error ? error.message : String(error) })}\n`);
  end(1);
}
