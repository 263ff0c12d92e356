/**
 * `npm start`: the kiosk for a person, until Ctrl-C. Without `--profile` a whole lab stands around it: reference
 * servers, emulated reader, pad and printer, drawn people, the dock.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { languageOf } from '../common/strings/language.ts';
import { findElectronRuntime } from '../electron/runtime.ts';
import { displayAnswers } from '../shell/browser/display.ts';
import { findChromium } from '../shell/browser/find-chromium.ts';
import { chooseShell, type ShellKind } from './start/choose.ts';
import { type Running, startParts } from './start/parts.ts';
import { hasLinks, type Started, sayStart, startedWords } from './start/words.ts';

const { values } = parseArgs({
  options: {
    windowed: { type: 'boolean' },
    profile: { type: 'string' },
    electron: { type: 'boolean' },
    chromium: { type: 'boolean' },
    url: { type: 'boolean' },
    json: { type: 'boolean' },
  },
});
/** `npm start` as a whole ends within 5 s; whoever started us waits 4. */
const END_LIMIT_MS = 3800;
const language = languageOf(process.env);
const linkSchema = z.object({ link: z.object({ url: z.string() }) });

let starting: Promise<Running> | undefined;
let ending = false;
/** Ends what runs; what is still starting is let come up first, for only then is it known what there is to end. */
function end(code: number): void {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(1), END_LIMIT_MS).unref();
  const stopped = starting?.then((here) => here.stop()) ?? Promise.resolve();
  void stopped.catch(() => undefined).finally(() => process.exit(code));
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => end(0));

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

const kinds = ['electron', 'chromium', 'url'] as const satisfies readonly ShellKind[];
const runtime = findElectronRuntime(process.cwd(), process.env);
const electron = runtime.ok ? runtime.value.executable : null;
// A runtime that is there and cannot be used is a mistake to be told; one that was never installed is not.
if (!runtime.ok && (values.electron || runtime.error.kind !== 'absent'))
  process.stderr.write(`${runtime.error.message}\n`);
const { DISPLAY: display = '', WAYLAND_DISPLAY: wayland = '' } = process.env;
const named = display !== '' || wayland !== '';
if (named && !values.url && !(await displayAnswers(process.env))) fail(sayStart(language, 'deadDisplay', { display }));
const asked = kinds.find((kind) => values[kind] === true) ?? null;
const chosen = chooseShell(asked, {
  display: named,
  electron,
  chromium: findChromium(),
});
if (!chosen.ok) fail(sayStart(language, chosen.error, { kind: asked ?? '' }));
const kind = chosen.value;

async function screenLink({ shell }: Running): Promise<string | null> {
  if (kind !== 'url') return null;
  const line = shell.nextLine(5000);
  shell.send({ cmd: 'link' });
  return linkSchema.parse(await line).link.url;
}

async function tell(here: Running, first: boolean): Promise<void> {
  const started: Started = {
    shell: kind,
    on: values.profile === undefined ? 'lab' : 'site',
    profile: here.profile,
    screen: await screenLink(here),
    dock: here.dock === null ? null : here.dock.link(),
    servers: here.servers,
  };
  if (first && values.json) process.stdout.write(`${JSON.stringify(started)}\n`);
  else if (first) process.stdout.write(startedWords(started, process.stdin.isTTY === true, language));
  else if (hasLinks(started)) process.stderr.write(startedWords({ ...started, servers: null }, true, language));
}

try {
  starting = startParts({
    shell: kind,
    windowed: values.windowed ?? false,
    profile: values.profile ?? null,
    electron: kind === 'electron' ? electron : null,
  });
  const here = await starting;
  if (!ending) await tell(here, true);
  void here.shell.exited.then(() => {
    if (!ending) process.stderr.write(`${sayStart(language, 'ended')}\n`);
    end(0);
  });
  process.stdin.setEncoding('utf8').on('data', () => void tell(here, false).catch(() => undefined));
  process.stdin.on('error', () => undefined);
} catch (error) {
  const why = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${sayStart(language, 'failed', { why })}\n`);
  end(1);
}
