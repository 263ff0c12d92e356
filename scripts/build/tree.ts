import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One file of a built tree. */
export interface ShippedFile {
  /** Relative to the tree, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** Every file below `dir`, by name, with its hash. Links are not followed: a built tree has none. */
export function listFiles(dir: string): readonly ShippedFile[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .sort()
    .map((path) => {
      const content = readFileSync(join(dir, path));
      return { path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
    });
}
