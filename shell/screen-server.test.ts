import { describe, expect, it } from 'vitest';
import { TOKEN_LIFE_MS } from './start-page.ts';
import { closeCode, screenServerBench } from './testing/screen-server-bench.ts';

const bench = screenServerBench();
const { ask, enter, cookie, dial } = bench;

describe('the one-time token', () => {
  it('opens the screen at its first use, with a strict cookie', async () => {
    const answer = await enter(bench.tokens.issue());
    expect(answer.status).toBe(200);
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^minka_screen_\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const page = await ask('GET', '/', { cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '' });
    expect(page.status).toBe(200);
    expect(page.body).toContain('stub screen');
    expect(bench.alarms).toBe(0);
  });

  it('is refused at its second use, which is an alarm', async () => {
    const token = bench.tokens.issue();
    await enter(token);
    const second = await enter(token);
    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(bench.alarms).toBe(1);
  });

  it('is refused when it comes late', async () => {
    const token = bench.tokens.issue();
    bench.clock.advance(TOKEN_LIFE_MS + 1);
    expect((await enter(token)).status).toBe(403);
    expect(bench.alarms).toBe(0);
  });

  it('is taken only from the start page, as a small form', async () => {
    const token = bench.tokens.issue();
    expect((await enter(token, { origin: bench.server.origin })).status).toBe(403);
    expect((await enter(token, { origin: 'http://evil.example' })).status).toBe(403);
    expect((await enter(token, { host: 'localhost' })).status).toBe(421);
    expect((await enter(token, { 'content-type': 'text/plain' })).status).toBe(403);
    const large = `token=${token}&x=${'x'.repeat(5000)}`;
    const form = { origin: 'null', 'content-type': 'application/x-www-form-urlencoded' };
    expect((await ask('POST', '/enter', { ...form, 'content-length': `${large.length}` }, large)).status).toBe(403);
    expect((await enter(token)).status).toBe(200);
  });

  it('never appears in the log', async () => {
    const token = bench.tokens.issue();
    await enter(token);
    await enter(token);
    expect(bench.logged.length).toBeGreaterThan(0);
    expect(bench.logged.join()).not.toContain(token);
  });

  it('ends the session before it', async () => {
    const first = await cookie();
    const socket = await dial({ cookie: first, origin: bench.server.origin });
    if (typeof socket === 'number') throw new Error('refused');
    const closed = closeCode(socket);
    const second = await cookie();
    expect(await closed).toBe(1008);
    expect((await ask('GET', '/', { cookie: first })).status).toBe(403);
    expect((await ask('GET', '/', { cookie: second })).status).toBe(200);
  });
});

describe('every request', () => {
  it('needs the cookie', async () => {
    const good = await cookie();
    expect((await ask('GET', '/')).status).toBe(403);
    expect((await ask('GET', '/screen.js')).status).toBe(403);
    expect((await ask('GET', '/', { cookie: `${good.slice(0, -1)}!` })).status).toBe(403);
    expect((await ask('GET', '/', { cookie: `${good.split('=')[0]}=` })).status).toBe(403);
    expect((await ask('GET', '/', { cookie: `${good}; ${good.split('=')[0]}=planted` })).status).toBe(403);
    expect((await ask('GET', '/', { cookie: `other=1; ${good}` })).status).toBe(200);
  });

  it.each(['localhost', '127.0.0.1', '127.0.0.1:1', 'evil.example'])('needs our exact Host, not %j', async (host) => {
    expect((await ask('GET', '/', { cookie: await cookie(), host })).status).toBe(421);
  });

  it.each(['null', 'http://localhost', 'https://127.0.0.1', 'http://evil.example', ''])(
    'needs our exact Origin where it has one, not %j',
    async (origin) => {
      const good = await cookie();
      expect((await ask('GET', '/', { cookie: good, origin })).status).toBe(403);
      expect((await ask('GET', '/', { cookie: good, origin: bench.server.origin })).status).toBe(200);
    },
  );

  it('reads files of the page only, by GET or HEAD', async () => {
    const good = { cookie: await cookie() };
    for (const path of ['/../screen-server.ts', '/%2e%2e/log.ts', '/../../package.json', '/missing.js', '/enter']) {
      expect([path, (await ask('GET', path, good)).status]).toEqual([path, 404]);
    }
    for (const method of ['PUT', 'DELETE', 'POST', 'OPTIONS']) {
      expect([method, (await ask(method, '/', good)).status]).toEqual([method, 405]);
    }
    expect(await ask('HEAD', '/', good)).toMatchObject({ status: 200, body: '' });
  });

  it('is answered with a policy that allows next to nothing, and never stored', async () => {
    const good = { cookie: await cookie() };
    for (const answer of [await ask('GET', '/', good), await ask('GET', '/screen.js', good), await ask('GET', '/')]) {
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
      expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    }
    const policy = String((await ask('GET', '/', good)).headers['content-security-policy']);
    expect(policy).toContain(`connect-src 'self' ${bench.server.origin.replace('http', 'ws')};`);
    expect(policy).not.toMatch(/unsafe|\*/);
  });
});
