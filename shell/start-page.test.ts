import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../common/kernel/seeded.ts';
import { manualClock } from '../common/rpc/testing/manual-clock.ts';
import { createTokenDesk, startPageHtml, TOKEN_LIFE_MS, writeStartPage } from './start-page.ts';

function desk() {
  const clock = manualClock();
  return { clock, tokens: createTokenDesk(clock, seededRandom(7)) };
}

describe('a start token', () => {
  it('has 256 random bits and is good once', () => {
    const { tokens } = desk();
    const token = tokens.issue();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(tokens.use(token)).toBe('accepted');
    expect(tokens.use(token)).toBe('reused');
    expect(tokens.use(token)).toBe('reused');
  });

  it('dies after five seconds', () => {
    const { clock, tokens } = desk();
    const inTime = tokens.issue();
    clock.advance(TOKEN_LIFE_MS);
    expect(tokens.use(inTime)).toBe('accepted');
    const late = tokens.issue();
    clock.advance(TOKEN_LIFE_MS + 1);
    expect(tokens.use(late)).toBe('late');
    expect(tokens.use(late)).toBe('reused');
  });

  it('dies when the next one is made', () => {
    const { tokens } = desk();
    const first = tokens.issue();
    const second = tokens.issue();
    expect(tokens.use(first)).toBe('unknown');
    expect(tokens.use(second)).toBe('accepted');
  });

  it('cannot be guessed from nothing', () => {
    const { tokens } = desk();
    expect(tokens.use('')).toBe('unknown');
    tokens.issue();
    expect(tokens.use('')).toBe('unknown');
  });
});

describe('the start page', () => {
  it('is readable by this user only, also where an older, wider file stood', () => {
    const dir = mkdtempSync(join(tmpdir(), 'minka-page-'));
    const file = join(dir, 'start.html');
    writeStartPage(file, 'one');
    writeStartPage(file, 'two');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toBe('two');
    rmSync(dir, { recursive: true });
  });

  it('posts the token to our origin and may do nothing else', () => {
    const html = startPageHtml('http://127.0.0.1:4711', 'TOKEN');
    expect(html).toContain('method="post" action="http://127.0.0.1:4711/enter"');
    expect(html).toContain('value="TOKEN"');
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('form-action http://127.0.0.1:4711;');
  });
});
