import { errors, HIS_API_PREFIX, scopes } from '../../../common/contracts/billing/billing.ts';
import { routes } from '../../../common/contracts/billing/routes.ts';
import type { Reply } from './problem.ts';

/** Nothing of the page may run or load anything. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const STYLE =
  'body{font:15px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}td{padding:.2rem .8rem .2rem 0;vertical-align:top}code{font:14px monospace}';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const row = (...cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const code = (text: string): string => `<code>${escaped(text)}</code>`;

/** The API at a glance, made from its contract; the whole of it is in the document beside it. */
export function apiPage(): Reply {
  const operations = routes.map(({ method, path, summary, scope, money }) =>
    row(code(`${method} ${path}`), `${escaped(summary)}${money ? ' <b>Idempotency-Key</b>' : ''}`, code(scope)),
  );
  const refusals = Object.entries(errors).map(([name, { status, message }]) =>
    row(`${status}`, code(name), escaped(message)),
  );
  const granted = Object.entries(scopes).map(([name, means]) => row(code(name), escaped(means)));
  const body = [
    '<h1>Minka HIS API</h1>',
    `<p>OpenAPI 3.1: <a href="${HIS_API_PREFIX}/openapi.json">${HIS_API_PREFIX}/openapi.json</a>. Events: ${code(`GET ${HIS_API_PREFIX}/events`)}.</p>`,
    `<h2>Operations</h2><table>${operations.join('')}</table>`,
    `<h2>Scopes</h2><table>${granted.join('')}</table>`,
    `<h2>Refusals</h2><table>${refusals.join('')}</table>`,
  ].join('');
  const head = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Minka HIS API</title><style>${STYLE}</style>`;
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY },
    body: `${head}${body}</html>`,
  };
}
