import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readCertificateCode } from '../common/kernel/certificate-code.ts';
import { err, ok, type Result } from '../common/kernel/result.ts';
import { AUDIT_TAKES, type AuditCommand, limitOf, parseAudit } from './audit-arguments.ts';
import { givenOptions } from './given-options.ts';
import { parseReconcile, RECONCILE_TAKES, type ReconcileCommand } from './reconcile-arguments.ts';
import { parseStaff, STAFF_TAKES, type StaffCommand } from './staff-arguments.ts';
import { parseStore, STORE_TAKES, type StoreCommand } from './store-arguments.ts';

/** What was asked, checked. `profileFile` null: the built-in lab profile. */
export type Command = (
  | {
      readonly kind: 'cardRead';
      readonly reader: string | null;
      readonly waitSeconds: number;
      readonly reveal: boolean;
    }
  | { readonly kind: 'printerStatus' }
  | { readonly kind: 'printerTest' }
  | { readonly kind: 'queueList' }
  | { readonly kind: 'verify'; readonly code: string }
  | { readonly kind: 'certificateList'; readonly limit: number }
  | { readonly kind: 'queueShow'; readonly id: number }
  /** Null: the profile of this machine's own terminal. */
  | { readonly kind: 'configCheck'; readonly file: string | null }
  | { readonly kind: 'selftest' }
  | { readonly kind: 'codes'; readonly type: string }
  | { readonly kind: 'provision'; readonly file: string; readonly into: string; readonly code: string | null }
  | (StaffCommand & { readonly waitSeconds: number })
  | AuditCommand
  | StoreCommand
  | (ReconcileCommand & { readonly waitSeconds: number })
) & { readonly json: boolean; readonly profileFile: string | null };

export type Asked = Command | { readonly kind: 'help' };

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  profile: { type: 'string' },
  reader: { type: 'string' },
  wait: { type: 'string' },
  reveal: { type: 'boolean' },
  all: { type: 'boolean' },
  as: { type: 'string' },
  reason: { type: 'string' },
  salt: { type: 'string' },
  'setl-id': { type: 'string' },
  limit: { type: 'string' },
  against: { type: 'string' },
  database: { type: 'string' },
  'key-file': { type: 'string' },
  day: { type: 'string' },
  last: { type: 'boolean' },
  csv: { type: 'string' },
  print: { type: 'boolean' },
  into: { type: 'string' },
  code: { type: 'string' },
} as const;

/** Beside `--json`, which every command takes. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  'card read': ['profile', 'reader', 'wait', 'reveal'],
  'printer status': ['profile'],
  'printer test': ['profile'],
  'queue list': ['profile'],
  'queue show': ['profile'],
  'config check': [],
  selftest: ['profile'],
  codes: ['profile'],
  provision: ['into', 'code'],
  verify: ['profile'],
  'certificate list': ['profile', 'limit'],
  ...STAFF_TAKES,
  ...AUDIT_TAKES,
  ...RECONCILE_TAKES,
  ...STORE_TAKES,
};

const DEFAULT_WAIT_SECONDS = 30;
const MAX_WAIT_SECONDS = 600;
/** Somebody walks to the terminal and finds her card. */
const DEFAULT_PROOF_SECONDS = 60;
/** As long as one call may wait for a card. */
const MAX_PROOF_SECONDS = 300;

/** Commands that take one operand; the others take none. */
const WITH_OPERAND: readonly string[] = [
  'queue show',
  'config check',
  'provision',
  'codes',
  'worklist resolve',
  'staff import',
  'receipt copy',
  'verify',
];

/** Commands of one word. */
const ONE_WORD: readonly string[] = ['verify', 'selftest', 'provision', 'codes'];

/** Where a site is set up where nothing else is said: what the package's service reads. */
const SITE_FOLDER = '/etc/minka';

/** The command line as a command; the failure says what is wrong with it (exit 2). */
export function parseCommand(args: readonly string[]): Result<Asked, string> {
  const parsed = givenOptions(() => parse(args));
  if (!parsed.ok) return parsed;
  const { values, positionals, given } = parsed.value;
  if (values.help === true) return ok({ kind: 'help' });

  const words = ONE_WORD.includes(positionals[0] ?? '') ? 1 : 2;
  const name = positionals.slice(0, words).join(' ');
  const rest = positionals.slice(words);
  const takes = Object.hasOwn(TAKES, name) ? TAKES[name] : undefined;
  if (takes === undefined) return err(name === '' ? 'no command' : `unknown command: ${name}`);
  const foreign = given.find((option) => option !== 'json' && !takes.includes(option));
  if (foreign !== undefined) return err(`${name} takes no --${foreign}`);
  if (values.profile === '') return err('--profile is empty');
  const common = { json: values.json === true, profileFile: values.profile ?? null };

  const wanted = WITH_OPERAND.includes(name) ? 1 : 0;
  if (rest.length > wanted) return err(`too many arguments: ${rest.slice(wanted).join(' ')}`);
  const [operand = ''] = rest;
  if ([STAFF_TAKES, AUDIT_TAKES, RECONCILE_TAKES, STORE_TAKES].some((takes) => Object.hasOwn(takes, name))) {
    const waitSeconds = secondsOf(values.wait, DEFAULT_PROOF_SECONDS, MAX_PROOF_SECONDS);
    if (waitSeconds === null) return err(`--wait takes whole seconds, 0 to ${MAX_PROOF_SECONDS}`);
    if (Object.hasOwn(AUDIT_TAKES, name)) {
      const audit = parseAudit(name, values, waitSeconds);
      return audit.ok ? ok({ ...audit.value, ...common }) : audit;
    }
    if (Object.hasOwn(RECONCILE_TAKES, name)) {
      const reconcile = parseReconcile(values);
      return reconcile.ok ? ok({ ...reconcile.value, waitSeconds, ...common }) : reconcile;
    }
    if (Object.hasOwn(STORE_TAKES, name)) {
      const store = parseStore(name, values.reason ?? '', waitSeconds);
      return store.ok ? ok({ ...store.value, ...common }) : store;
    }
    const staff = parseStaff(name, operand, values);
    return staff.ok ? ok({ ...staff.value, waitSeconds, ...common }) : staff;
  }
  switch (name) {
    case 'card read': {
      const waitSeconds = secondsOf(values.wait, DEFAULT_WAIT_SECONDS, MAX_WAIT_SECONDS);
      if (waitSeconds === null) return err(`--wait takes whole seconds, 0 to ${MAX_WAIT_SECONDS}`);
      if (values.reader === '' || (values.reader ?? '').length > 200) return err('--reader takes a name');
      const reveal = values.reveal === true;
      return ok({ kind: 'cardRead', reader: values.reader ?? null, waitSeconds, reveal, ...common });
    }
    case 'printer status':
      return ok({ kind: 'printerStatus', ...common });
    case 'printer test':
      return ok({ kind: 'printerTest', ...common });
    case 'codes':
      if (!/^[a-z_]{1,30}$/.test(operand)) return err('codes takes the name of a table, such as med_type');
      return ok({ kind: 'codes', type: operand, ...common });
    case 'selftest':
      return ok({ kind: 'selftest', ...common });
    case 'provision':
      if (operand === '') return err('provision takes a file');
      if (values.into === '' || values.code === '') return err('--into and --code take a value');
      return ok({
        kind: 'provision',
        file: operand,
        into: resolve(values.into ?? SITE_FOLDER),
        code: values.code ?? null,
        ...common,
      });
    case 'queue list':
      return ok({ kind: 'queueList', ...common });
    case 'certificate list': {
      const limit = limitOf(values.limit);
      return limit.ok ? ok({ kind: 'certificateList', limit: limit.value, ...common }) : limit;
    }
    case 'verify': {
      const code = readCertificateCode(operand);
      if (code === null) return err('verify takes the twenty digits of a check code; one of these is mistyped');
      return ok({ kind: 'verify', code, ...common });
    }
    case 'queue show':
      if (!/^[1-9]\d{0,14}$/.test(operand)) return err('queue show takes the number of a row');
      return ok({ kind: 'queueShow', id: Number(operand), ...common });
    default:
      return ok({ kind: 'configCheck', file: operand === '' ? null : operand, ...common });
  }
}

function secondsOf(text: string | undefined, missing: number, most: number): number | null {
  if (text === undefined) return missing;
  return /^\d{1,3}$/.test(text) && Number(text) <= most ? Number(text) : null;
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true, tokens: true });
}
