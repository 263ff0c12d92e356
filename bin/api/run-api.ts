import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Route, routes } from '../../common/contracts/billing/routes.ts';
import type { ApiEvent } from '../../common/contracts/billing/terminal.ts';
import { type ApiKey, apiStrings } from '../../common/strings/api.ts';
import { loadProfile } from '../../kiosk-config/load.ts';
import { describeFailure, failure } from '../failure.ts';
import { findPlace, namedProfile } from '../place.ts';
import { runningLab } from '../running-lab.ts';
import { languageOf, say } from '../text.ts';
import { type ApiAsked, parseApi } from './arguments.ts';
import { apiPort, callApi } from './call.ts';
import { changeClients } from './clients.ts';
import { followEvents } from './events.ts';
import { helpOf } from './help.ts';

export interface ApiCli {
  /** From `api` or `client` on. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly root: string;
  readonly out: (text: string) => void;
  readonly note: (text: string) => void;
}

/** A file, or standard input for "-", as JSON of an object. */
function bodyOf(file: string | null): Readonly<Record<string, unknown>> | null {
  if (file === null) return {};
  try {
    const value: unknown = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

function secretOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}

/** Operations whose answer says how it ended. */
const ENDS: readonly string[] = ['settleBill', 'refundBill', 'printReceipt', 'copyReceipt', 'enterPin'];

/** What an answer must say where it says how something ended: money moved, paper came out, the PIN was right. */
const GOOD = z.object({
  kind: z.literal('settled').optional(),
  outcome: z.literal('printed').optional(),
  result: z.literal('verified').optional(),
});

/** Done as it was wished. A script must not go on after a slip that did not come out, or a PIN that was wrong. */
function isGood({ name }: Route, status: number, body: unknown): boolean {
  if (status !== 200) return false;
  return ENDS.includes(name) ? GOOD.safeParse(body).success : true;
}

/** `minka api …`: every verb of the HIS API from a shell. `minka client …`: who may ask it. Answers the exit code. */
export async function runApi(cli: ApiCli): Promise<number> {
  const language = languageOf(cli.env);
  const words = (key: ApiKey, values: Readonly<Record<string, string>> = {}): string =>
    apiStrings[key][language].replace(/\{(\w+)\}/g, (mark, name: string) => values[name] ?? mark);
  if (cli.args.length < 2 || cli.args.includes('--help') || cli.args.includes('-h')) {
    cli.out(`${apiStrings.usage.zh}\n\n${apiStrings.usage.en}\n`);
    return cli.args.length < 2 ? 2 : 0;
  }
  const parsed = parseApi(cli.args);
  if (!parsed.ok) {
    cli.note(`minka: ${say(language, 'wrongUsage', { what: parsed.error })}\n`);
    return 2;
  }
  const { asked, json } = parsed.value;
  const profileFile = namedProfile(parsed.value.profileFile, cli.env);
  const failed = (code: 'CONFIG_INVALID' | 'TERMINAL_UNREACHABLE', detail: string): number => {
    const error = describeFailure(failure(code, detail), language);
    if (json) cli.out(`${JSON.stringify({ error })}\n`);
    else cli.note(`minka: ${error.code}: ${error.message}\n${say(language, 'remedy', { what: error.remedy })}\n`);
    return 1;
  };

  if (asked.kind === 'list') {
    const list = routes.map(({ name, method, path, summary, scope, money }) => ({
      ...{ name, method, path, summary, scope, money },
    }));
    const lines = list.map(({ name, summary, scope }) => words('operation', { name, summary, scope }));
    cli.out(json ? `${JSON.stringify({ operations: list })}\n` : `${lines.join('\n')}\n`);
    return 0;
  }

  if (asked.kind === 'help') {
    const helps = asked.of.map((route) => helpOf(route, (file) => words('bodyIs', { file })));
    const all = helps.map(({ name, command, body }) => ({ name, command, body }));
    cli.out(json ? `${JSON.stringify({ operations: all })}\n` : `${helps.map(({ text }) => text).join('\n\n')}\n`);
    return 0;
  }

  const place = findPlace(profileFile ?? (await runningLab(cli.env, cli.root)), cli.env);
  if (!place.ok) return failed('CONFIG_INVALID', place.error.detail ?? '');

  if (asked.kind === 'events') return follow(asked, place.value.runDir);
  if (asked.kind !== 'call') {
    const loaded = loadProfile(place.value.profileFile);
    const file = loaded.ok ? (loaded.value.profile.hisApi?.clientsFile ?? null) : null;
    if (file === null) return failed('CONFIG_INVALID', words('noApi'));
    const done = changeClients(file, asked, Date.now());
    if (!done.ok) return failed('CONFIG_INVALID', words(done.error.key, done.error.values));
    const { output, lines } = done.value;
    cli.out(json ? `${JSON.stringify(output)}\n` : `${lines.map((one) => words(one.key, one.values)).join('\n')}\n`);
    return 0;
  }
  return call(asked, place.value.runDir);

  async function follow(one: Extract<ApiAsked, { kind: 'events' }>, runDir: string): Promise<number> {
    const [token, port] = [secretOf(one.tokenFile), apiPort(runDir)];
    if (token === null) return failed('CONFIG_INVALID', `--token-file ${one.tokenFile}`);
    if (port === null) return failed('TERMINAL_UNREACHABLE', words('notListening'));
    const events: ApiEvent[] = [];
    const tell = (event: ApiEvent): void => {
      if (json) events.push(event);
      else cli.out(`${JSON.stringify(event)}\n`);
    };
    const ended = await followEvents(port, token, one.listening, tell);
    if (!ended.ok) return failed('TERMINAL_UNREACHABLE', ended.error);
    if (json) cli.out(`${JSON.stringify({ events })}\n`);
    return 0;
  }

  async function call(one: Extract<ApiAsked, { kind: 'call' }>, runDir: string): Promise<number> {
    const [body, token, port] = [bodyOf(one.body), secretOf(one.tokenFile), apiPort(runDir)];
    if (body === null) return failed('CONFIG_INVALID', `--body ${one.body}`);
    if (token === null) return failed('CONFIG_INVALID', `--token-file ${one.tokenFile}`);
    if (port === null) return failed('TERMINAL_UNREACHABLE', words('notListening'));
    const key = one.route.money ? (one.key ?? randomUUID()) : null;
    if (key !== null && one.key === null) cli.note(`${words('usingKey', { key })}\n`);
    const answer = await callApi(port, token, one.route, { ...body, ...one.values }, key);
    if (!answer.ok) return failed('TERMINAL_UNREACHABLE', answer.error);
    cli.out(`${JSON.stringify(answer.value.body, null, json ? 0 : 2)}\n`);
    return isGood(one.route, answer.value.status, answer.value.body) ? 0 : 1;
  }
}
