import { join } from 'node:path';
import { enrolmentApi } from '../../common/contracts/operator/enrolment.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { ConfigProblem } from '../../kiosk-config/problems.ts';
import type { SiteProfile } from '../../kiosk-config/schema.ts';
import { certificateFiles, secretFiles } from '../../kiosk-config/secret-files.ts';
import { type CliFailure, failure } from '../failure.ts';
import { IDENTITY, type Provisioning, profileAt, readProvisioning } from './file.ts';
import { enrolmentRequest, newKey } from './identity.ts';
import { keyInPlace } from './key-in-place.ts';
import { callOperator } from './operator-call.ts';
import { openFolder, PROFILE, pendingKey, putInPlace, STAFF, setFolder, writeSet } from './write.ts';

/** Why nothing was put in place: what is wrong in the file, or what else. */
export type Refusal =
  | { readonly kind: 'problems'; readonly problems: readonly ConfigProblem[] }
  | { readonly kind: 'failure'; readonly failure: CliFailure };

export interface Provisioned {
  readonly profileFile: string;
  /** False: everything stood there already. */
  readonly changed: boolean;
  readonly enrolled: boolean;
}

export interface ProvisionOptions {
  readonly file: string;
  /** Where the site is put. */
  readonly into: string;
  /** The one-time code, where it does not stand in the file. */
  readonly code: string | null;
  readonly timeoutMs: number;
}

const refused = (code: CliFailure['code'], detail: string | null = null): Result<never, Refusal> =>
  err({ kind: 'failure', failure: failure(code, detail) });

/**
 * Sets a terminal up from one file: checks all of it, enrols, puts the files and then the profile in place. The same file
 * again changes nothing. Until the last step the site that stood there before is untouched.
 */
export async function provision(options: ProvisionOptions): Promise<Result<Provisioned, Refusal>> {
  const read = readProvisioning(options.file);
  if (!read.ok) return err({ kind: 'problems', problems: read.error });
  const { provisioning, profileText } = read.value;
  const draft = profileAt(provisioning, profileText, join(options.into, 'sets', 'draft'));
  if (!draft.ok) return err({ kind: 'problems', problems: draft.error });
  const missing = missingFiles(provisioning, draft.value, join(options.into, 'sets', 'draft'));
  if (missing.length > 0) return err({ kind: 'problems', problems: missing });

  try {
    const access = openFolder(options.into);
    const enrolled = await enrol(options, provisioning, draft.value);
    if (!enrolled.ok) return enrolled;
    const files = { ...provisioning.files, ...enrolled.value };
    const set = setFolder(options.into, files);
    const profile = profileAt(provisioning, profileText, set);
    if (!profile.ok) return err({ kind: 'problems', problems: profile.error });
    writeSet(set, files, access);
    const put = (name: typeof PROFILE | typeof STAFF, value: object): boolean =>
      putInPlace(options.into, name, `${JSON.stringify(value, null, 2)}\n`, access);
    if (provisioning.staff !== null) put(STAFF, provisioning.staff);
    const changed = put(PROFILE, profile.value);
    return ok({ profileFile: join(options.into, PROFILE), changed, enrolled: provisioning.enrol !== null });
  } catch (cause) {
    // Nothing half done: the profile is the last thing that is written.
    return refused('STORE_IO', cause instanceof Error && 'code' in cause ? String(cause.code) : null);
  }
}

/** Files that the profile names beside itself and nobody brings. */
function missingFiles(provisioning: Provisioning, profile: SiteProfile, set: string): readonly ConfigProblem[] {
  const brought: ReadonlySet<string> = new Set([
    ...Object.keys(provisioning.files),
    ...(provisioning.enrol === null ? [] : [...Object.values(IDENTITY), ...operatorTokenIn(profile, set)]),
  ]);
  const named = [...secretFiles(profile), ...certificateFiles(profile)].filter(({ file }) =>
    file.startsWith(`${set}/`),
  );
  const missing = named.filter(({ file }) => !brought.has(file.slice(set.length + 1)));
  const enrolCa = provisioning.enrol === null || provisioning.enrol.caFile in provisioning.files;
  return [
    ...missing.map(({ path, file }) => ({
      code: 'CONFIG_INVALID' as const,
      path: `files.${file.slice(set.length + 1)}`,
      message: `profile.${path} names a file that is not there`,
      allowed: 'its text',
    })),
    ...(enrolCa
      ? []
      : [
          {
            code: 'CONFIG_INVALID' as const,
            path: 'enrol.caFile',
            message: 'This is none of the files',
            allowed: 'one of files',
          },
        ]),
  ];
}

const operatorTokenIn = ({ operator }: SiteProfile, set: string): readonly string[] =>
  operator.tokenFile.startsWith(`${set}/`) ? [operator.tokenFile.slice(set.length + 1)] : [];

/** What the enrolment adds to the files; nothing where there is none. */
async function enrol(
  { into, code: given, timeoutMs }: ProvisionOptions,
  { enrol: wish, files }: Provisioning,
  profile: SiteProfile,
): Promise<Result<Readonly<Record<string, string>>, Refusal>> {
  if (wish === null) return ok({});
  const code = given ?? wish.code;
  if (code === null) return refused('ENROL_REFUSED', 'enrol.code, --code');
  const { institutionCode, terminalSlot, terminalLabel, place } = profile.site;
  const key = pendingKey(into, code, () => keyInPlace(into, { institutionCode, terminalSlot }) ?? newKey());
  const called = await callOperator({
    ...{ url: wish.url, ca: files[wish.caFile] ?? '', timeoutMs, token: null },
    ...{ path: enrolmentApi.enrol.path, out: enrolmentApi.enrol.out },
    body: enrolmentRequest(key, { code, institutionCode, terminalSlot, terminalLabel, place }),
  });
  if (called.answer !== null) {
    const token = operatorTokenIn(profile, join(into, 'sets', 'draft'));
    return ok({
      [IDENTITY.certFile]: called.answer.certificate,
      [IDENTITY.keyFile]: key,
      ...Object.fromEntries(token.map((name) => [name, `${called.answer?.operatorToken}\n`])),
    });
  }
  if (called.code === 'SLOT_USED') return refused('SLOT_USED', `site.terminalSlot ${terminalSlot}`);
  if (called.code === 'ENROL_REFUSED') return refused('ENROL_REFUSED');
  return refused(called.sent ? 'ENROL_UNKNOWN' : 'OPERATOR_UNREACHABLE', called.detail);
}
