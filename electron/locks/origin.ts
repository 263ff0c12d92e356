/** The scheme and origin of our own pages. The scheme is standard and secure, so it has an origin like https. */
export const SCHEME = 'app';
export const ORIGIN = 'app://minka';
export const HOME = `${ORIGIN}/index.html`;
export const QUIET = `${ORIGIN}/quiet.html`;

/**
 * Whether an address is one of our own pages, by parser and not by prefix: `app://minka.evil/`, `app://minka@evil/`
 * and `app://minka:1/` begin alike. A standard scheme may or may not be known to the parser of this process, so host
 * and path are compared as parsed and as written.
 */
export function isOurPage(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return (
    parsed !== null &&
    parsed.protocol === `${SCHEME}:` &&
    parsed.host === 'minka' &&
    parsed.username === '' &&
    parsed.password === '' &&
    (parsed.pathname === '/index.html' || parsed.pathname === '/quiet.html')
  );
}
