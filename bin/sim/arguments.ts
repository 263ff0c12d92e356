import { parseArgs } from 'node:util';
import { type DockCommand, dockCommandSchema } from '../../common/contracts/dock/commands.ts';
import { faultKinds } from '../../common/contracts/fault-kinds.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import { givenOptions } from '../given-options.ts';

/** What was asked of a running lab, checked. */
export type SimAsked =
  | { readonly kind: 'do'; readonly command: DockCommand }
  | { readonly kind: 'paper'; readonly file: string | null }
  | { readonly kind: 'people' | 'ledgers' | 'status' | 'dock' };
export interface SimCommand {
  readonly asked: SimAsked;
  readonly json: boolean;
}

const OPTIONS = {
  json: { type: 'boolean' },
  slot: { type: 'string' },
  'wrong-way': { type: 'boolean' },
  out: { type: 'string' },
  target: { type: 'string' },
  infno: { type: 'string' },
  path: { type: 'string' },
  times: { type: 'string' },
  skip: { type: 'string' },
  ms: { type: 'string' },
  everyone: { type: 'boolean' },
} as const;
type Values = ReturnType<typeof parse>['values'];

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true, tokens: true });
}

const PAD_KEYS: readonly string[] = ['enter', 'cancel', 'clear', 'backspace'];

/** `sim paper …` beside the look at it: what a hand does to the printer. */
const PRINTER: Readonly<Record<string, object>> = {
  tear: { do: 'paper.tear' },
  out: { do: 'printer', paper: 'out' },
  soon: { do: 'printer', outAfterMm: 60 },
  refill: { do: 'printer', paper: 'plenty' },
  'cover open': { do: 'printer', coverOpen: true },
  'cover close': { do: 'printer', coverOpen: false },
  jam: { do: 'printer', cutterJam: true },
  unjam: { do: 'printer', cutterJam: false },
  'cable out': { do: 'printer', cable: false },
  'cable in': { do: 'printer', cable: true },
};

/** The whole number that an option bears, or what was written, for the schema to refuse. */
const number = (text: string | undefined): number | string | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : text;

/** The options a verb takes beside --json; what is not here takes none. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  'card insert': ['slot', 'wrong-way'],
  'card remove': ['slot'],
  'card turn': ['slot'],
  paper: ['out'],
  clock: ['everyone'],
  fault: ['target', 'infno', 'path', 'times', 'skip', 'ms'],
};

function cardCommand(verb: string | undefined, who: string | undefined, values: Values): object | string {
  const given = number(values.slot);
  if (given !== undefined && given !== 1 && given !== 2) return '--slot takes 1 or 2';
  const slot = given === 2 ? 1 : 0;
  if (verb === 'insert') {
    if (who === undefined) return 'sim card insert takes a person: see minka sim people';
    return { do: 'card.insert', person: who, slot, wrongWay: values['wrong-way'] === true };
  }
  if (who !== undefined && verb === 'new') return { do: 'card.renew', person: who };
  if (verb === 'new') return 'sim card new takes a person: see minka sim people';
  if (who !== undefined) return `too many arguments: ${who}`;
  if (verb === 'remove' || verb === 'turn') return { do: `card.${verb}`, slot };
  return 'sim card takes insert PERSON, new PERSON, remove or turn';
}

/** What a value may be that the contract refused, by its field. */
const ALLOWED: Readonly<Record<string, string>> = {
  person: 'a person is named by at most 40 characters: see minka sim people',
  target: '--target takes centre, his, operator, benefits or cashier',
  infno: '--infno takes four digits, such as 2207',
  path: '--path takes a path, such as /his/v1/settled',
  times: '--times takes 1 to 100000',
  skip: '--skip takes 0 to 1000',
  ms: 'milliseconds are a whole number: --ms takes 0 to 600000, net slow takes 1 to 60000',
  seconds: 'sim clock goes 300 days on or back at most',
};

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

function clockCommand([direction, far]: readonly string[], values: Values): object | string {
  const match = /^(\d{1,6})([smhd])$/.exec(far ?? '');
  const moved = (direction === 'on' || direction === 'back') && match !== null;
  if (!moved && (direction !== 'right' || far !== undefined))
    return 'sim clock takes right, on 10m or back 2h (s, m, h, d)';
  const seconds = Number(match?.[1] ?? 0) * (UNITS[match?.[2] ?? 's'] ?? 1);
  return { do: 'clock', seconds: direction === 'back' ? -seconds : seconds, everyone: values.everyone === true };
}

function faultCommand(kind: string | undefined, values: Values): object | string {
  if (kind === 'clear') return { do: 'fault.clear' };
  if (!faultKinds.some((each) => each === kind)) return `sim fault takes clear or one of: ${faultKinds.join(', ')}`;
  const { target, infno, path } = values;
  const fault = {
    target,
    kind,
    infno,
    path,
    times: number(values.times),
    skip: number(values.skip),
    ms: number(values.ms),
  };
  return { do: 'fault.arm', fault: Object.fromEntries(Object.entries(fault).filter(([, v]) => v !== undefined)) };
}

/** A command of the dock, or a sentence that says what is wrong. */
function commandOf(room: string, rest: readonly string[], values: Values): object | string {
  const [first, second] = rest;
  if (room === 'card') return rest.length > 2 ? `too many arguments: ${rest[2]}` : cardCommand(first, second, values);
  if (room === 'paper') return PRINTER[rest.join(' ')] ?? `unknown: sim paper ${rest.join(' ')}`;
  if (room === 'net') {
    if (first === 'slow') return { do: 'net', state: 'slow', ms: number(second ?? '2000') };
    return rest.length === 1 && (first === 'up' || first === 'down')
      ? { do: 'net', state: first }
      : 'sim net takes up, down or slow MS';
  }
  if (room === 'pad') {
    const plugged = rest.join(' ') === 'cable in';
    return plugged || rest.join(' ') === 'cable out'
      ? { do: 'pad.cable', plugged }
      : 'sim pad takes cable out or cable in';
  }
  if (room === 'clock') {
    return rest.length > 2 ? `too many arguments: ${rest[2]}` : clockCommand(rest, values);
  }
  if (rest.length !== 1) return `sim ${room} takes one argument`;
  if (room === 'fault') return faultCommand(first, values);
  if (room === 'pin') {
    if (first !== undefined && PAD_KEYS.includes(first)) return { do: 'pin.key', key: first };
    return /^\d{1,16}$/.test(first ?? '')
      ? { do: 'pin.type', digits: first }
      : 'sim pin takes digits, enter, cancel, clear or backspace';
  }
  return first === 'draw' ? { do: 'people.draw' } : 'sim people takes nothing or draw';
}

/** What follows `minka sim`; the failure says what is wrong with it (exit 2). */
export function parseSim(args: readonly string[]): Result<SimCommand, string> {
  const parsed = givenOptions(() => parse(args));
  if (!parsed.ok) return parsed;
  const { values, positionals, given } = parsed.value;
  const [room, ...rest] = positionals;
  const json = values.json === true;
  const name = room === 'card' ? `card ${rest[0] ?? ''}` : (room ?? '');
  const takes = room === 'paper' && rest.length > 0 ? [] : (TAKES[name] ?? []);
  const foreign = given.find((option) => option !== 'json' && !takes.includes(option));
  if (foreign !== undefined) return err(`sim ${name.trim()} takes no --${foreign}`);

  switch (room) {
    case undefined:
      return err('sim takes people, card, pin, pad, paper, net, clock, fault, ledgers, status or dock');
    case 'ledgers':
    case 'status':
    case 'dock':
      return rest.length === 0 ? ok({ asked: { kind: room }, json }) : err(`too many arguments: ${rest.join(' ')}`);
    case 'people':
      if (rest.length === 0) return ok({ asked: { kind: 'people' }, json });
      break;
    case 'paper':
      if (rest.length > 0) break;
      if (values.out === '') return err('--out takes a file');
      return ok({ asked: { kind: 'paper', file: values.out ?? null }, json });
    case 'card':
    case 'pin':
    case 'pad':
    case 'net':
    case 'clock':
    case 'fault':
      break;
    default:
      return err(`unknown command: sim ${room}`);
  }
  const wanted = commandOf(room, rest, values);
  if (typeof wanted === 'string') return err(wanted);
  const command = dockCommandSchema.safeParse(wanted);
  if (!command.success) {
    const field = String(command.error.issues[0]?.path.at(-1) ?? '');
    return err(ALLOWED[field] ?? `sim ${room} does not take this`);
  }
  return ok({ asked: { kind: 'do', command: command.data }, json });
}
