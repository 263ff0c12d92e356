import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPageFolder } from './folder.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'minka-pages-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

test('a page is a file of its owner alone, whole, and leaves nothing beside it', async () => {
  const pages = join(dir, 'pages');
  const bytes = new TextEncoder().encode('%PDF');
  expect(await createPageFolder(pages).send(bytes, 'minka-rights-1')).toBe('saved');
  expect(readdirSync(pages)).toEqual(['minka-rights-1.pdf']);
  expect(readFileSync(join(pages, 'minka-rights-1.pdf'), 'utf8')).toBe('%PDF');
  expect(statSync(join(pages, 'minka-rights-1.pdf')).mode & 0o777).toBe(0o600);
});

test('a folder that is none', async () => {
  writeFileSync(join(dir, 'file'), '');
  expect(await createPageFolder(join(dir, 'file')).send(new Uint8Array(), 'x')).toBe('refused');
});
