/**
 * The names of the locks, as an attempt's declaration has them:
 * `page` the renderer's own handlers · `csp:DIRECTIVE` the policy header · `permissions` the Permissions-Policy header
 * · `policy:KEY` a key of Chromium's managed policy · `flag:--NAME` a flag · `wm` the window manager without bindings.
 */
export type Lock = 'page' | `csp:${string}` | 'permissions' | `policy:${string}` | `flag:--${string}` | 'wm';
