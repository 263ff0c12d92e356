import { closeSync, openSync, readSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { err, ok, type Result } from '../common/kernel/result.ts';
import { centreWithFiles } from './centre.ts';
import { findJsonFault } from './json-text.ts';
import { knownKeysOf, valueAt } from './known-keys.ts';
import { type ConfigProblem, problemOf } from './problems.ts';
import { productionProblems } from './production-guard.ts';
import { type SiteProfile, siteProfileSchema } from './schema.ts';

export type { ConfigProblem } from './problems.ts';

export interface LoadedProfile {
  readonly profile: SiteProfile;
  /** Absolute folder of the profile; relative paths in it start here. */
  readonly dir: string;
}

const MAX_BYTES = 1_048_576;

/** At most `most` bytes: a device file given by mistake has no end. */
function readStart(file: string, most: number): Buffer {
  const fd = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(most);
    let length = 0;
    for (let read = 1; read > 0 && length < most; length += read)
      read = readSync(fd, bytes, length, most - length, null);
    return bytes.subarray(0, length);
  } finally {
    closeSync(fd);
  }
}

const knownKeys = knownKeysOf(siteProfileSchema);

/** A serial port's path; COM3 and \\.\COM3 are Windows names, not files beside the profile. */
function devicePath(dir: string, path: string): string {
  return /^(?:\\\\\.\\|COM\d)/i.test(path) || isAbsolute(path) ? path : resolve(dir, path);
}

/** The profile with every file and folder absolute. */
function absolute(profile: SiteProfile, dir: string): SiteProfile {
  const at = (path: string): string => resolve(dir, path);
  /** A server that is known by an authority and asked with a token. */
  const server = <S extends { readonly caFile: string; readonly tokenFile: string }>(one: S): S => ({
    ...one,
    caFile: at(one.caFile),
    tokenFile: at(one.tokenFile),
  });
  const { pinPad, printer } = profile.devices;
  const { centre, his, operator, benefits, cashier, pages, policyPages, paths, identity, hisApi } = profile;
  return {
    ...profile,
    devices: {
      ...profile.devices,
      pinPad: pinPad === null ? null : { ...pinPad, path: devicePath(dir, pinPad.path) },
      printer: printer === null ? null : { ...printer, path: devicePath(dir, printer.path) },
    },
    identity: identity === null ? null : { certFile: at(identity.certFile), keyFile: at(identity.keyFile) },
    centre: centreWithFiles(centre, at),
    his: server(his),
    operator: server(operator),
    benefits: benefits === null ? null : server(benefits),
    cashier: cashier === null ? null : server(cashier),
    pages:
      pages === null
        ? null
        : {
            ...pages,
            folder: pages.folder === null ? null : at(pages.folder),
            regularFont: at(pages.regularFont),
            boldFont: at(pages.boldFont),
          },
    hisApi: hisApi === null ? null : { ...hisApi, clientsFile: at(hisApi.clientsFile) },
    policyPages: policyPages === null ? null : { ...policyPages, folder: at(policyPages.folder) },
    paths: {
      data: at(paths.data),
      run: at(paths.run),
      ...(paths.keyFile === undefined ? {} : { keyFile: at(paths.keyFile) }),
    },
  };
}

/**
 * Checks a profile's text. `dir` is the absolute folder from which its relative paths start. Answers every problem
 * at once, by place; never throws.
 */
export function parseProfile(text: string, dir: string): Result<SiteProfile, readonly ConfigProblem[]> {
  const source = text.replace(/^\uFEFF/, '');
  const fault = findJsonFault(source);
  if (fault !== null) {
    const path = `line ${fault.line}, column ${fault.column}`;
    return err([{ code: 'CONFIG_INVALID', path, message: 'This is not JSON', allowed: fault.expected }]);
  }
  const raw: unknown = JSON.parse(source);
  const absent = (path: readonly PropertyKey[]): boolean => valueAt(raw, path) === undefined;
  const parsed = siteProfileSchema.safeParse(raw);
  if (!parsed.success) return err(parsed.error.issues.flatMap((issue) => problemOf(issue, knownKeys, absent)));
  const profile = absolute(parsed.data, dir);
  const refused = productionProblems(profile);
  return refused.length > 0 ? err(refused) : ok(profile);
}

/**
 * Reads and checks the site profile in `file`. Problems carry CONFIG_MISSING (cannot be read), CONFIG_INVALID or
 * CONFIG_PRODUCTION_LAB_DEVICE. Never throws.
 */
export function loadProfile(file: string): Result<LoadedProfile, readonly ConfigProblem[]> {
  const dir = dirname(resolve(file));
  let bytes: Buffer;
  try {
    bytes = readStart(file, MAX_BYTES + 1);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return err([
      { code: 'CONFIG_MISSING', path: '', message: `The profile cannot be read (${code})`, allowed: 'a file' },
    ]);
  }
  const text = bytes.length <= MAX_BYTES ? decodeUtf8(bytes) : null;
  if (text === null) {
    return err([{ code: 'CONFIG_INVALID', path: '', message: 'This is not a profile', allowed: 'UTF-8 text ≤ 1 MiB' }]);
  }
  const profile = parseProfile(text, dir);
  return profile.ok ? ok({ profile: profile.value, dir }) : profile;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
