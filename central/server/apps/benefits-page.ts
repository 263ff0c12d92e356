import type { OpenAPI } from '@orpc/openapi';

/** The OpenAPI document as one HTML page: no script, nothing fetched from anywhere. */

const STYLE = `body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#10201e;background:#fff}
code,pre{font:14px/1.45 monospace}pre{background:#eef4f1;padding:1rem;overflow-x:auto}
table{border-collapse:collapse}td,th{border:1px solid #8aa39b;padding:.3rem .6rem;text-align:left;vertical-align:top}`;

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

type Schema = Exclude<OpenAPI.MediaTypeObject['schema'], undefined>;

function schemaOf(content: OpenAPI.RequestBodyObject['content'] | undefined): Schema | undefined {
  return content?.['application/json']?.schema;
}

function schemaBlock(schema: Schema | undefined): string {
  return schema === undefined ? '' : `<pre>${escaped(JSON.stringify(schema, null, 2))}</pre>`;
}

function responseRow([status, response]: [string, OpenAPI.ResponseObject | OpenAPI.ReferenceObject]): string {
  const text = 'description' in response ? (response.description ?? '') : '';
  const headers = 'headers' in response ? Object.keys(response.headers ?? {}) : [];
  return `<tr><th>${escaped(status)}</th><td>${escaped(text)}</td><td>${escaped(headers.join(', '))}</td></tr>`;
}

function operationSection(path: string, method: string, operation: OpenAPI.OperationObject): string {
  const body = operation.requestBody;
  const request = body !== undefined && 'content' in body ? schemaOf(body.content) : undefined;
  const ok = operation.responses?.['200'];
  const answer = ok !== undefined && 'content' in ok ? schemaOf(ok.content) : undefined;
  return `<section><h2><code>${method.toUpperCase()} ${escaped(path)}</code></h2>
<p><b>${escaped(operation.summary ?? '')}</b></p><p>${escaped(operation.description ?? '')}</p>
<h3>Request</h3>${schemaBlock(request)}
<h3>Answers</h3><table><tr><th>status</th><th>meaning</th><th>headers</th></tr>${Object.entries(
    operation.responses ?? {},
  )
    .map(responseRow)
    .join('')}</table>
<h3>Answer 200</h3>${schemaBlock(answer)}</section>`;
}

export function benefitsPage(document: OpenAPI.Document): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    item?.post === undefined ? [] : [operationSection(path, 'post', item.post)],
  );
  const { title, version, description } = document.info;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><h1>${escaped(title)} ${escaped(version)}</h1><p>${escaped(description ?? '')}</p>
<p>Every call carries <code>Authorization: Bearer</code>. The same as OpenAPI 3.1: <a href="openapi.json">openapi.json</a></p>
${operations.join('\n')}</body></html>`;
}
