import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { staticFile } from './static-files.ts';

const dir = mkdtempSync(join(tmpdir(), 'minka-static-'));
const root = join(dir, 'dist');
mkdirSync(join(root, 'assets'), { recursive: true });
writeFileSync(join(root, 'index.html'), '<p>page');
writeFileSync(join(root, 'assets', 'a-1_b.js'), 'js');
writeFileSync(join(root, 'notes.txt'), 'not ours to serve');
writeFileSync(join(root, '.hidden.js'), 'hidden');
writeFileSync(join(dir, 'secret.js'), 'secret');
symlinkSync(join(dir, 'secret.js'), join(root, 'link.js'));
symlinkSync(dir, join(root, 'up'));
afterAll(() => rmSync(dir, { recursive: true }));

it.each([
  ['/', 'text/html; charset=utf-8', '<p>page'],
  ['/index.html', 'text/html; charset=utf-8', '<p>page'],
  ['/assets/a-1_b.js', 'text/javascript; charset=utf-8', 'js'],
])('serves %s', (path, type, body) => {
  const file = staticFile(root, path);
  expect([file?.type, file?.body.toString()]).toEqual([type, body]);
});

it.each([
  '/../secret.js',
  '/assets/../../secret.js',
  '/..%2fsecret.js',
  '/%2e%2e/secret.js',
  '/..\\secret.js',
  '//secret.js',
  '/./index.html',
  '/assets//a-1_b.js',
  '/link.js',
  '/up/secret.js',
  '/.hidden.js',
  '/notes.txt',
  '/assets',
  '/missing.js',
  '/index.html\0.js',
  'secret.js',
  '',
])('does not serve %j', (path) => {
  expect(staticFile(root, path)).toBeNull();
});

it('never reaches beyond its folder', () => {
  const segment = fc.constantFrom(
    '..',
    '.',
    '',
    'assets',
    'up',
    'link.js',
    'secret.js',
    '%2e%2e',
    '..%5c',
    'index.html',
  );
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 6 }), (segments) => {
      expect(staticFile(root, `/${segments.join('/')}`)?.body.toString() ?? '').not.toContain('secret');
    }),
  );
});
