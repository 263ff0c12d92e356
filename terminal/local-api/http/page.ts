import { errors, HIS_API_PREFIX, scopes } from '../../../common/contracts/billing/billing.ts';
import { routes } from '../../../common/contracts/billing/routes.ts';
import { refusalRemedies } from '../../../common/strings/refusals.ts';
import { code, escaped, prose, table } from './page-html.ts';
import { operationHtml } from './page-operation.ts';
import { STYLE } from './page-style.ts';
import type { Reply } from './problem.ts';

/** Nothing of the page may run or load anything. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const GROUPS: Readonly<Record<string, string>> = {
  person: '人员 Person, card and PIN',
  bills: '结算 Bills',
  visits: '门诊 Visits, step by step',
  stays: '住院 Stays',
  terminal: '终端 Terminal',
  receipts: '凭条 Receipts',
  notices: '通知 Notices',
};

function operations(): string {
  const tags = [...new Set(routes.map(({ tag }) => tag))];
  return tags
    .map((tag) => {
      const mine = routes.filter((route) => route.tag === tag);
      return `<section><h2 id="${escaped(tag)}">${escaped(GROUPS[tag] ?? tag)}</h2>${mine.map(operationHtml).join('')}</section>`;
    })
    .join('');
}

function contents(): string {
  const rows = routes.map(({ name, method, path, summary, scope, money }) => [
    code(method),
    `<a href="#${name}">${code(path.slice(HIS_API_PREFIX.length))}</a>`,
    `${prose(summary)}${money ? ' <b>Idempotency-Key</b>' : ''}`,
    code(scope),
  ]);
  return table(['', 'path', 'what it does', 'scope'], rows);
}

function refusals(): string {
  const rows = Object.entries(errors).map(([name, { status, message }]) => {
    const { zh, en } = refusalRemedies[name as keyof typeof errors];
    return [`${status}`, code(name), escaped(message), `${escaped(zh)}<br>${escaped(en)}`];
  });
  return table(['status', 'code', 'cause', '怎么办 what to do'], rows);
}

const granted = (): string =>
  table(
    ['scope', 'allows'],
    Object.entries(scopes).map(([name, means]) => [code(name), escaped(means)]),
  );

const INTRO = `<p>What a hospital’s own system may do at this terminal. JSON over loopback HTTP, ${code('Authorization: Bearer TOKEN')}.
Amounts are text in yuan with two places; times are ${code('yyyy-MM-dd HH:mm:ss')}, China Standard Time.
What moves money takes an ${code('Idempotency-Key')} and is answered as ${code('settled')}, ${code('refused')} or ${code('unknown')}.
No PIN goes through it.</p>
<p><a href="${HIS_API_PREFIX}/openapi.json">OpenAPI 3.1 document</a> · events: ${code(`GET ${HIS_API_PREFIX}/events`)}, server-sent ·
from a shell: ${code('minka api help')}</p>`;

/** The API as a page, made from its contract: each operation with its fields and an example, scopes, refusals. */
export function apiPage(): Reply {
  const body = [
    `<h1>Minka HIS API</h1>${INTRO}`,
    `<nav><a href="#operations">Operations</a> <a href="#scopes">Scopes</a> <a href="#refusals">Refusals</a></nav>`,
    `<h2 id="operations">Operations</h2>${contents()}`,
    operations(),
    `<h2 id="scopes">Scopes</h2>${granted()}`,
    `<h2 id="refusals">Refusals</h2><p>Each has the body ${code('{"defined":true,"code","status","message","data"?}')}; nothing was begun.</p>${refusals()}`,
  ].join('');
  const head = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Minka HIS API</title><style>${STYLE}</style>`;
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY },
    body: `${head}<main>${body}</main></html>`,
  };
}
