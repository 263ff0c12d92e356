import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('npm itself is the parent of every script, so that its end, by SIGKILL too, is seen', () => {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  // npm starts scripts through `sh -c`; without `exec` that shell stays in between and outlives npm.
  for (const [name, line] of Object.entries(scripts)) expect(line).toBe(`exec node scripts/run.mjs ${name}`);
});
