import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import { packageVersion } from './find.ts';

const checksumsSchema = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/));

/** The name under which Electron's makers publish the runtime of this version and machine. */
export function runtimeZipName(version: string, platform: string, arch: string): string {
  return `electron-v${version}-${platform}-${arch}.zip`;
}

/**
 * Whether `zip` is the runtime that the installed `electron` package names: its SHA-256 must stand in the package's
 * own `checksums.json`, under the name for this version, platform and architecture. The name of the file, and whatever
 * a mirror publishes beside it, count for nothing.
 */
export function verifyRuntimeZip(
  zip: Uint8Array,
  root: string,
  machine: { readonly platform: string; readonly arch: string } = process,
): Result<{ readonly version: string; readonly sha256: string }, string> {
  const version = packageVersion(root);
  if (version === null) return err('the electron package is not installed');
  const name = runtimeZipName(version, machine.platform, machine.arch);
  const wanted = checksumOf(root, name);
  if (wanted === null) return err(`the package knows no ${name}`);
  const sha256 = createHash('sha256').update(zip).digest();
  if (!timingSafeEqual(sha256, Buffer.from(wanted, 'hex'))) return err(`this is not the genuine ${name}`);
  return ok({ version, sha256: wanted });
}

function checksumOf(root: string, name: string): string | null {
  try {
    const text = readFileSync(join(root, 'node_modules/electron/checksums.json'), 'utf8');
    const checksums = checksumsSchema.parse(JSON.parse(text));
    return Object.hasOwn(checksums, name) ? (checksums[name] ?? null) : null;
  } catch {
    return null;
  }
}
