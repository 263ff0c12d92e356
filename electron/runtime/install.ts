import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import { readZip } from './unzip.ts';
import { verifyRuntimeZip } from './verify.ts';

/**
 * Unpacks a runtime that came from a mirror or on a stick into `node_modules/electron/dist`, after its hash was found
 * in the package's own list. The bytes that are checked are the bytes that are unpacked; a failure leaves nothing.
 */
export function installRuntime(
  zipFile: string,
  root: string,
  machine: { readonly platform: string; readonly arch: string } = process,
): Result<{ readonly dir: string; readonly version: string }, string> {
  let zip: Buffer;
  try {
    zip = readFileSync(zipFile);
  } catch {
    return err(`${zipFile} cannot be read`);
  }
  const genuine = verifyRuntimeZip(zip, root, machine);
  if (!genuine.ok) return genuine;
  const read = readZip(zip);
  if (!read.ok) return read;
  const dir = join(root, 'node_modules/electron/dist');
  const beside = `${dir}.new`;
  try {
    rmSync(beside, { recursive: true, force: true });
    for (const { path, kind, executable, body } of read.value) {
      const place = join(beside, path);
      // Links exist only in the macOS runtime, which this terminal does not ship.
      if (kind === 'link') return err('links are not unpacked here');
      mkdirSync(kind === 'folder' ? place : dirname(place), { recursive: true });
      if (kind === 'file') writeFileSync(place, body, { mode: executable ? 0o755 : 0o644 });
    }
    rmSync(dir, { recursive: true, force: true });
    renameSync(beside, dir);
    return ok({ dir, version: genuine.value.version });
  } catch {
    return err(`the runtime cannot be unpacked into ${dir}`);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}
