import { randomUUID } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageOutput } from './port.ts';

/** A4 pages kept as files, each whole or not at all, for its owner alone: for a site that prints them elsewhere. */
export function createPageFolder(dir: string): PageOutput {
  return {
    async send(pdf, name) {
      try {
        await mkdir(dir, { recursive: true, mode: 0o700 });
        const part = join(dir, `.${randomUUID()}`);
        const file = await open(part, 'wx', 0o600);
        try {
          await file.writeFile(pdf);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(part, join(dir, `${name}.pdf`));
        return 'saved';
      } catch {
        return 'refused';
      }
    },
  };
}
