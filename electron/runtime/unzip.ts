import { inflateRawSync } from 'node:zlib';
import { err, ok, type Result } from '../../common/kernel/result.ts';

export interface ZipEntry {
  /** With `/`, relative, without `..`. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link';
  readonly executable: boolean;
  readonly body: Buffer;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const S_IFMT = 0o170000;
const S_IFLNK = 0o120000;

/**
 * The entries of a zip (PKWARE APPNOTE 4.3: stored or deflated, one disk, no ZIP64, no encryption: what Electron's
 * makers publish). `zip` was checked by its hash before; a path that leaves the folder is refused all the same.
 */
export function readZip(zip: Buffer): Result<readonly ZipEntry[], string> {
  try {
    return entries(zip);
  } catch {
    return err('the zip is damaged');
  }
}

function entries(zip: Buffer): Result<readonly ZipEntry[], string> {
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) return err('this is no zip');
  const found: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== CENTRAL) return err('the zip is damaged');
    const method = zip.readUInt16LE(at + 10);
    const packed = zip.readUInt32LE(at + 20);
    const size = zip.readUInt32LE(at + 24);
    const nameLength = zip.readUInt16LE(at + 28);
    const mode = zip.readUInt32LE(at + 38) >>> 16;
    const path = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (!/^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))[^\\\0:]+$/.test(path)) return err(`a path leaves the folder: ${path}`);
    const local = zip.readUInt32LE(at + 42);
    if (zip.readUInt32LE(local) !== LOCAL) return err('the zip is damaged');
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const raw = zip.subarray(start, start + packed);
    if (method !== 0 && method !== 8) return err('a method of packing that is not read here');
    const body = method === 0 ? raw : inflateRawSync(raw, { maxOutputLength: Math.max(1, size) });
    if (body.length !== size) return err('the zip is damaged');
    const link = (mode & S_IFMT) === S_IFLNK;
    const kind = link ? 'link' : path.endsWith('/') ? 'folder' : 'file';
    found.push({ path, kind, executable: (mode & 0o111) !== 0, body });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return ok(found);
}
