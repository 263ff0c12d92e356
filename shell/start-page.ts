import { createHash } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import type { Clock, Random } from '../common/kernel/ports.ts';

/** The token of a start page lives this long, ms: a browser opens it at once. */
export const TOKEN_LIFE_MS = 5000;
/** The token of a link lives this long, ms: a person carries it to a browser by hand. */
export const LINK_LIFE_MS = 60_000;

/** How a token travels: in the start page (a file), or behind the `#` of a link. It is good on its own way only. */
export type TokenWay = 'file' | 'link';
export type TokenUse = 'accepted' | 'reused' | 'late' | 'unknown';

/**
 * One-time tokens for the screen: 256 random bits, good for one use within their life; a new one ends the one
 * before. Used ones are remembered (as hashes), because their second use is an alarm: somebody else has read it.
 */
export interface TokenDesk {
  issue(way?: TokenWay): string;
  use(token: string, way?: TokenWay): TokenUse;
  /** A token was issued and nobody came with it yet. */
  waiting(): boolean;
}

export function createTokenDesk(clock: Clock, random: Random): TokenDesk {
  let live: { readonly hash: string; readonly way: TokenWay; readonly until: number } | null = null;
  const used = new Set<string>();
  const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
  return {
    issue(way = 'file') {
      const token = Buffer.from(random.bytes(32)).toString('base64url');
      // Monotonic: a jump of the wall clock must not lengthen a token's life.
      const until = clock.monotonic() + (way === 'file' ? TOKEN_LIFE_MS : LINK_LIFE_MS);
      live = { hash: hashOf(token), way, until };
      return token;
    },
    use(token, way = 'file') {
      const hash = hashOf(token);
      if (used.has(hash)) return 'reused';
      if (live === null || live.hash !== hash || live.way !== way) return 'unknown';
      const inTime = clock.monotonic() <= live.until;
      live = null;
      used.add(hash);
      return inTime ? 'accepted' : 'late';
    },
    waiting: () => live !== null,
  };
}

const SUBMIT = 'document.forms[0].submit()';

/** The page that a browser opens from the run directory; it posts its token to `/enter` at once. */
export function startPageHtml(origin: string, token: string): string {
  const script = createHash('sha256').update(SUBMIT).digest('base64');
  const policy = `default-src 'none'; script-src 'sha256-${script}'; form-action ${origin}; base-uri 'none'`;
  return [
    '<!doctype html><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer"><title>民卡</title>',
    `<form method="post" action="${origin}/enter"><input type="hidden" name="token" value="${token}"></form>`,
    `<script>${SUBMIT}</script>`,
    '',
  ].join('\n');
}

/** Writes a start page so that only this user can read it, never half: whole or not at all. */
export function writeStartPage(file: string, html: string): void {
  const draft = `${file}.new`;
  writeFileSync(draft, html, { mode: 0o600 });
  renameSync(draft, file);
}
