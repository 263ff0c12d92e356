import { parseArgs } from 'node:util';
import { type Scope, scopeNames } from '../../common/contracts/billing/billing.ts';
import { type Route, routes } from '../../common/contracts/billing/routes.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import { givenOptions } from '../given-options.ts';
import type { Listening } from './events.ts';

/** What was asked of the HIS API, or of the file of its clients. */
export type ApiAsked =
  | { readonly kind: 'list' }
  /** Of these operations, how they are asked. */
  | { readonly kind: 'help'; readonly of: readonly Route[] }
  | { readonly kind: 'clients' }
  | {
      readonly kind: 'call';
      readonly route: Route;
      readonly values: Readonly<Record<string, string | boolean>>;
      readonly body: string | null;
      readonly key: string | null;
      readonly tokenFile: string;
    }
  | { readonly kind: 'events'; readonly listening: Listening; readonly tokenFile: string }
  | {
      readonly kind: 'add';
      readonly name: string;
      readonly scopes: readonly Scope[];
      readonly days: number;
      readonly encounters: 'own' | 'all';
    }
  | { readonly kind: 'remove'; readonly name: string };

export interface ApiCommand {
  readonly asked: ApiAsked;
  readonly json: boolean;
  readonly profileFile: string | null;
}

const OPTIONS = {
  json: { type: 'boolean' },
  profile: { type: 'string' },
  body: { type: 'string' },
  key: { type: 'string' },
  'token-file': { type: 'string' },
  scopes: { type: 'string' },
  days: { type: 'string' },
  encounters: { type: 'string' },
  count: { type: 'string' },
  seconds: { type: 'string' },
} as const;

const DEFAULT_DAYS = 365;
const MOST_DAYS = 1100;
const NAME = /^[a-z0-9][a-z0-9-]{0,29}$/;

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true, tokens: true });
}
type Values = ReturnType<typeof parse>['values'];

function valuesOf(words: readonly string[]): Result<Readonly<Record<string, string | boolean>>, string> {
  const values: Record<string, string | boolean> = {};
  for (const word of words) {
    const at = word.indexOf('=');
    if (at < 1) return err(`${word}: name=value`);
    const text = word.slice(at + 1);
    values[word.slice(0, at)] = text === 'true' || text === 'false' ? text === 'true' : text;
  }
  return ok(values);
}

const MOST_EVENTS = 100_000;
const MOST_SECONDS = 86_400;

/** A whole number from 1 to `most`; null where it was not given. */
function wholeOf(name: string, text: string | undefined, most: number): Result<number | null, string> {
  if (text === undefined) return ok(null);
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= most ? ok(number) : err(`--${name} takes 1 to ${most}`);
}

function eventsOf(words: readonly string[], values: Values): Result<ApiAsked, string> {
  if (words.length > 0) return err(`events takes no ${words[0]}`);
  const [count, seconds] = [
    wholeOf('count', values.count, MOST_EVENTS),
    wholeOf('seconds', values.seconds, MOST_SECONDS),
  ];
  if (!count.ok) return count;
  if (!seconds.ok) return seconds;
  const tokenFile = values['token-file'];
  if (tokenFile === undefined || tokenFile === '') return err('--token-file takes the file of the token');
  if (values.json === true && count.value === null && seconds.value === null)
    return err('events with --json takes --count or --seconds: one object is told at the end');
  return ok({ kind: 'events', listening: { count: count.value, seconds: seconds.value }, tokenFile });
}

function callOf(words: readonly string[], values: Values): Result<ApiAsked, string> {
  const [name, ...rest] = words;
  if (name === 'list' && rest.length === 0) return ok({ kind: 'list' });
  if (name === 'events') return eventsOf(rest, values);
  if (values.count !== undefined || values.seconds !== undefined) return err('--count and --seconds are of events');
  if (name === 'help' && rest.length === 0) return ok({ kind: 'help', of: routes });
  const wanted = name === 'help' ? rest[0] : name;
  const route = routes.find((one) => one.name === wanted);
  if (route === undefined) return err(`unknown operation: ${wanted ?? ''}`);
  if (name === 'help' && rest.length === 1) return ok({ kind: 'help', of: [route] });
  const fields = valuesOf(rest);
  if (!fields.ok) return fields;
  const tokenFile = values['token-file'];
  if (tokenFile === undefined || tokenFile === '') return err('--token-file takes the file of the token');
  if (values.key !== undefined && !route.money) return err(`${route.name} takes no --key`);
  const asked = { values: fields.value, body: values.body ?? null, key: values.key ?? null, tokenFile };
  return ok({ kind: 'call', route, ...asked });
}

function clientOf(words: readonly string[], values: Values): Result<ApiAsked, string> {
  const [verb, name = '', ...rest] = words;
  if (verb === 'list' && name === '') return ok({ kind: 'clients' });
  if ((verb !== 'add' && verb !== 'remove') || rest.length > 0) return err('client takes add, list or remove');
  if (!NAME.test(name)) return err('a client is named with small letters, digits and hyphens, 30 at most');
  if (verb === 'remove') return ok({ kind: 'remove', name });
  const asked = (values.scopes ?? '').split(',').filter((scope) => scope !== '');
  const scopes = scopeNames.filter((scope) => asked.includes(scope));
  if (scopes.length === 0 || scopes.length !== new Set(asked).size)
    return err(`--scopes takes ${scopeNames.join(',')}`);
  const days = values.days === undefined ? DEFAULT_DAYS : Number(values.days);
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) return err(`--days takes 1 to ${MOST_DAYS}`);
  const { encounters = 'own' } = values;
  if (encounters !== 'own' && encounters !== 'all') return err('--encounters takes own or all');
  return ok({ kind: 'add', name, scopes, days, encounters });
}

/** `minka api …` and `minka client …`; the failure says what is wrong with it (exit 2). */
export function parseApi(args: readonly string[]): Result<ApiCommand, string> {
  const parsed = givenOptions(() => parse(args));
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const [word, ...rest] = positionals;
  const asked = word === 'client' ? clientOf(rest, values) : callOf(rest, values);
  if (!asked.ok) return asked;
  return ok({ asked: asked.value, json: values.json === true, profileFile: values.profile ?? null });
}
