/** Abilities of a browser that no screen of ours uses: a script of a stranger in our page shall not have them either. */
const ABILITIES_OFF = [
  'camera',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'local-fonts',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'serial',
  'usb',
  'window-management',
];

/** Headers of every answer: nothing is stored, framed, sniffed or shared with another site. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'permissions-policy': ABILITIES_OFF.map((name) => `${name}=()`).join(', '),
};

/** Nothing may be loaded, run or embedded: for answers that are no page of ours. */
export const NOTHING_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * What the screen may load: its own files and its own WebSocket. No inline script, no inline style. `sandbox` takes
 * from the page what a kiosk's page has no use for and a stranger's script in it would: windows, dialogs (print too),
 * downloads, forms.
 */
export function pagePolicy(origin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${origin.replace(/^http/, 'ws')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    'sandbox allow-scripts allow-same-origin',
  ].join('; ');
}
