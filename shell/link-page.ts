import { createHash } from 'node:crypto';
import { linkStrings } from '../common/strings/quiet.ts';

/** Where the link's page is; the token stands behind `#` and so in no request, no log and no Referer. */
export const LINK_PATH = '/start';

export function linkTo(origin: string, token: string): string {
  return `${origin}${LINK_PATH}#${token}`;
}

// The address is cleared before the token leaves the page, so that the browser's history does not hold it.
const SCRIPT = `
const token = location.hash.slice(1);
history.replaceState(null, '', '${LINK_PATH}');
document.forms[0].elements[0].value = token;
if (token !== '') document.forms[0].submit();
`;

/** The page of the one-time link: takes the token from behind the `#` and posts it to `/enter`. */
export const LINK_PAGE = [
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>民卡</title>',
  '<form method="post" action="/enter"><input type="hidden" name="token"></form>',
  `<p>${linkStrings['link.opening'].zh} <span lang="en">${linkStrings['link.opening'].en}</span></p>`,
  `<noscript>${linkStrings['link.script'].zh} <span lang="en">${linkStrings['link.script'].en}</span></noscript>`,
  `<script>${SCRIPT}</script></html>`,
  '',
].join('\n');

export const LINK_POLICY = [
  "default-src 'none'",
  `script-src 'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Under `no-referrer` a form would come with the opaque origin of a file; to our own origin it shall name ours. */
export const LINK_HEADERS = { 'referrer-policy': 'same-origin' } as const;
