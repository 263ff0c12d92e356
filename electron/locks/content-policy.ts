/**
 * The policy of our pages, sent as a header, which only a custom protocol allows. Nothing but our own files; no
 * connection at all (frames go over the preload); no text becomes script. `sandbox` without allow-modals,
 * allow-popups, allow-downloads, allow-forms and allow-top-navigation closes dialogs, `window.print()`, second
 * windows and saving inside the page, before any lock of the main process is asked.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
  'sandbox allow-scripts allow-same-origin',
].join('; ');

/** Headers of every answer of our scheme. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': PAGE_POLICY,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), bluetooth=(), midi=(), payment=(), ' +
    'display-capture=(), clipboard-read=(), clipboard-write=(), fullscreen=(), screen-wake-lock=()',
};
