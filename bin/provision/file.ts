import { readFileSync } from 'node:fs';
import { isAbsolute, normalize } from 'node:path';
import { z } from 'zod';
import { enrolmentCodeSchema } from '../../common/contracts/operator/enrolment.ts';
import { staffListFileSchema } from '../../common/contracts/staff.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import { findJsonFault } from '../../kiosk-config/json-text.ts';
import { knownKeysOf, valueAt } from '../../kiosk-config/known-keys.ts';
import { parseProfile } from '../../kiosk-config/load.ts';
import { type ConfigProblem, problemOf } from '../../kiosk-config/problems.ts';
import type { SiteProfile } from '../../kiosk-config/schema.ts';

const isInside = (name: string): boolean => !isAbsolute(name) && normalize(name) === name && !name.startsWith('..');

/**
 * One file for one terminal: its whole site profile, the text of every file that the profile names beside itself, and how
 * it enrols with its operator. It holds secrets and is for one machine.
 */
const provisioningSchema = z.strictObject({
  provisioning: z.literal(1),
  profile: z.record(z.string(), z.unknown()),
  /** By the name under which the profile names them: "tls/ca.pem", "secrets/his-token". */
  files: z.record(z.string().refine(isInside, { error: 'a path below the profile' }), z.string().min(1).max(100_000)),
  /** Null: no certificate of its own. The code may also come by `--code`. */
  enrol: z
    .strictObject({
      url: z.url({ protocol: /^https$/ }),
      /** One of `files`: the operator's authority. */
      caFile: z.string().min(1),
      code: enrolmentCodeSchema.nullable().default(null),
    })
    .nullable(),
  /** The first staff list, with which a desk can open its shift; it is put beside the profile for `minka staff import`. */
  staff: staffListFileSchema.nullable().default(null),
});
export type Provisioning = z.output<typeof provisioningSchema>;

const knownKeys = knownKeysOf(provisioningSchema);

/** Where in `files` the enrolment puts what it gets. */
export const IDENTITY = { certFile: 'tls/terminal.pem', keyFile: 'secrets/terminal.key' } as const;

const problem = (path: string, message: string, allowed: string): ConfigProblem => ({
  code: 'CONFIG_INVALID',
  path,
  message,
  allowed,
});

/** The provisioning file, and its profile with `identity` where it enrols; every problem at once, by place. */
export function readProvisioning(
  file: string,
): Result<{ readonly provisioning: Provisioning; readonly profileText: string }, readonly ConfigProblem[]> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unreadable';
    return err([{ ...problem('', `The file cannot be read (${code})`, 'a file'), code: 'CONFIG_MISSING' }]);
  }
  const fault = findJsonFault(text);
  if (fault !== null) {
    return err([problem(`line ${fault.line}, column ${fault.column}`, 'This is not JSON', fault.expected)]);
  }
  const raw: unknown = JSON.parse(text);
  const parsed = provisioningSchema.safeParse(raw);
  if (!parsed.success) {
    const absent = (path: readonly PropertyKey[]): boolean => valueAt(raw, path) === undefined;
    return err(parsed.error.issues.flatMap((issue) => problemOf(issue, knownKeys, absent)));
  }
  const { profile, enrol } = parsed.data;
  const whole = enrol === null ? profile : { ...profile, identity: IDENTITY };
  return ok({ provisioning: parsed.data, profileText: JSON.stringify(whole) });
}

/**
 * The profile as it will stand when its files lie in `filesDir`. What is kept from one provisioning to the next (journal,
 * sockets, its key, the HIS API's clients where the file does not bring them) has to have a place of its own, so those paths
 * are absolute.
 */
export function profileAt(
  { profile, files }: Provisioning,
  profileText: string,
  filesDir: string,
): Result<SiteProfile, readonly ConfigProblem[]> {
  const paths = z.record(z.string(), z.unknown()).safeParse(profile['paths']);
  const clients = z.object({ clientsFile: z.string() }).safeParse(profile['hisApi']);
  const own = clients.success && !(clients.data.clientsFile in files) ? clients.data.clientsFile : null;
  const kept = [
    ...Object.entries(paths.success ? paths.data : {}).map(([name, value]) => [`paths.${name}`, value] as const),
    ['hisApi.clientsFile', own] as const,
  ];
  const relative = kept.flatMap(([name, value]) =>
    typeof value === 'string' && !isAbsolute(value)
      ? [problem(`profile.${name}`, 'This path is kept, and must not lie among the files', 'an absolute path')]
      : [],
  );
  const parsed = parseProfile(profileText, filesDir);
  if (parsed.ok) return relative.length === 0 ? parsed : err(relative);
  return err([...parsed.error.map((one) => ({ ...one, path: `profile.${one.path}` })), ...relative]);
}
