import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** SHA-256 (hex) over names and contents of all files below `roots`; a root that is not there counts as empty. */
export function hashSources(roots) {
  const hash = createHash('sha256');
  const walk = (path) => {
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) if (name !== 'node_modules') walk(join(path, name));
    } else {
      hash.update(path).update(readFileSync(path));
    }
  };
  for (const root of roots) if (existsSync(root)) walk(root);
  return hash.digest('hex');
}
