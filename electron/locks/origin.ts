import type { SiteProfile } from '../../kiosk-config/schema.ts';

/** The scheme and origin of our own pages. The scheme is standard and secure, so it has an origin like https. */
export const SCHEME = 'app';
export const ORIGIN = 'app://minka';
export const QUIET = `${ORIGIN}/quiet.html`;

/** Who stands before this terminal: a resident at the kiosk, or a cashier at the desk. */
export type Face = SiteProfile['face'];

/** The page of a face. */
export function homeOf(face: Face): string {
  return `${ORIGIN}/${face === 'desk' ? 'desk' : 'index'}.html`;
}

/**
 * Whether an address is this terminal's home or the quiet page, by parser and not by prefix: `app://minka.evil/`, `app://minka@evil/`
 * and `app://minka:1/` begin alike. A standard scheme may or may not be known to the parser of this process, so host
 * and path are compared as parsed and as written.
 */
export function isOurPage(url: string, home: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return (
    parsed !== null &&
    parsed.protocol === `${SCHEME}:` &&
    parsed.host === 'minka' &&
    parsed.username === '' &&
    parsed.password === '' &&
    [home, QUIET].some((page) => page === `${ORIGIN}${parsed.pathname}`)
  );
}
