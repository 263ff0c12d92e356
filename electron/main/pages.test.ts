import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPages, servePages } from './pages.ts';

let dir: string;
let serve: (request: Request) => Response;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'minka-pages-'));
  mkdirSync(join(dir, 'page/assets'), { recursive: true });
  writeFileSync(join(dir, 'page/index.html'), '<!doctype html>');
  writeFileSync(join(dir, 'page/assets/app-1.js'), 'export {};');
  writeFileSync(join(dir, 'page/app.js.map'), '{}');
  writeFileSync(join(dir, 'secret.html'), 'secret');
  symlinkSync(join(dir, 'secret.html'), join(dir, 'page/link.html'));
  symlinkSync(dir, join(dir, 'page/up'));
  serve = servePages(readPages(join(dir, 'page')));
});
afterAll(() => rmSync(dir, { recursive: true }));

/** Requests as Chromium hands them over: a standard scheme's address is not rewritten by Node's own parser. */
const get = (url: string, method = 'GET'): Response => serve({ url, method } as Request);

describe('checklist 18: our own scheme instead of file://', () => {
  it('serves the page and its files by their exact address', async () => {
    const page = get('app://minka/index.html');
    expect([page.status, await page.text()]).toEqual([200, '<!doctype html>']);
    expect(get('app://minka/assets/app-1.js').headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    'app://minka/',
    'app://minka',
    'app://minka/link.html',
    'app://minka/up/secret.html',
    'app://minka/../secret.html',
    'app://minka/assets/../../secret.html',
    'app://minka/%2e%2e/secret.html',
    'app://minka/..%2fsecret.html',
    'app://minka/assets/%2e%2e%2f%2e%2e%2fsecret.html',
    'app://minka/..\\secret.html',
    'app://minka//secret.html',
    'app://minka/./index.html',
    'app://minka/index.html%00.js',
    'app://minka/index.html?x',
    'app://minka/INDEX.HTML',
    'app://minka/app.js.map',
    'app://minka/etc/passwd',
    'app://minka/__proto__',
    'app://minka/constructor',
    'app://evil/index.html',
    'app://minka.evil/index.html',
    'app://minka@evil/index.html',
    'https://minka/index.html',
    'file:///etc/passwd',
    '',
  ])('has nothing at %s', (url) => {
    expect(get(url).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'HEAD', 'OPTIONS', 'CONNECT'])('does not answer %s', (method) => {
    expect(get('app://minka/index.html', method).status).toBe(404);
  });
});

describe('checklist 7: the policy', () => {
  it('is on every answer, also on a refusal, and allows nothing by default', () => {
    for (const url of ['app://minka/index.html', 'app://minka/assets/app-1.js', 'app://minka/none']) {
      const policy = get(url).headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("connect-src 'none'");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toMatch(/unsafe|\*|https?:|allow-(?:modals|popups|downloads|forms|top-navigation)/);
      expect(get(url).headers.get('cache-control')).toBe('no-store');
    }
  });

  it('may be stricter for a page of its own', () => {
    const own = servePages(
      new Map([['/quiet.html', { type: 'text/html', body: new Uint8Array(), policy: "default-src 'none'" }]]),
    );
    expect(
      own({ url: 'app://minka/quiet.html', method: 'GET' } as Request).headers.get('content-security-policy'),
    ).toBe("default-src 'none'");
  });
});
