import { exampleRequest } from '../../../common/contracts/billing/example.ts';
import { allowedBy, choices, type FieldNode, fieldsOf, nodeOf } from '../../../common/contracts/billing/field-node.ts';
import type { Route } from '../../../common/contracts/billing/routes.ts';
import { code, escaped, prose, table } from './page-html.ts';

function fields(node: FieldNode): string {
  const rows = fieldsOf(node).map(({ path, must, node: field }) => [
    code(path),
    must ? 'yes' : '',
    escaped(allowedBy(field)),
    prose(field.description ?? ''),
  ]);
  return rows.length === 0 ? '<p class="soft">nothing</p>' : table(['field', 'must', 'form', 'is'], rows);
}

/** An answer that has several forms, each by itself. */
function answers(node: FieldNode): string {
  const forms = choices(node);
  if (forms.length === 0) return fields(node);
  return forms.map((form) => `<p><b>${prose(form.description ?? '')}</b></p>${fields(form)}`).join('');
}

/** What goes over the wire, as an HTTP client shows it. */
function request(route: Route): string {
  const { path, body } = exampleRequest(route);
  const key = route.money ? ['Idempotency-Key: A-KEY-OF-YOURS-0001'] : [];
  const head = [`${route.method} ${path} HTTP/1.1`, 'Authorization: Bearer TOKEN', ...key];
  const lines =
    route.method === 'POST' ? [...head, 'Content-Type: application/json', '', JSON.stringify(body, null, 1)] : head;
  return `<pre>${escaped(lines.join('\n'))}</pre>`;
}

/** One operation: closed it is a line, open it is its fields and an example. */
export function operationHtml(route: Route): string {
  const { name, method, path, summary, description, money } = route;
  const key = money ? ' <b>Idempotency-Key</b>' : '';
  const line = `<span class="verb">${code(method)}</span> ${code(path)} <span class="soft">${prose(summary)}</span>${key}`;
  return [
    `<details><summary>${line}</summary><p id="${name}">${prose(description)} <span class="soft">${code(name)}</span></p>`,
    `<h3>An example</h3>${request(route)}`,
    `<h3>It takes</h3>${fields(nodeOf(route.input))}`,
    `<h3>200 answers</h3>${answers(nodeOf(route.output))}</details>`,
  ].join('');
}
