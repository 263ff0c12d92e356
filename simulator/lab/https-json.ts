import { request } from 'node:https';

/** One JSON call to a reference server, with the lab's authority as the only one trusted. Rejects on a non-2xx answer. */
export function callJson(
  url: string,
  options: { readonly method: 'GET' | 'POST'; readonly ca: string; readonly token: string; readonly body?: unknown },
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const text = options.body === undefined ? undefined : JSON.stringify(options.body);
    const call = request(
      url,
      {
        method: options.method,
        ca: options.ca,
        headers: {
          authorization: `Bearer ${options.token}`,
          ...(text === undefined ? {} : { 'content-type': 'application/json' }),
        },
        timeout: 10_000,
      },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          body += chunk;
        });
        response.on('end', () => {
          const status = response.statusCode ?? 0;
          if (status < 200 || status > 299)
            reject(new Error(`${options.method} ${url} answered ${status}: ${body.slice(0, 400)}`));
          else resolve(body === '' ? null : JSON.parse(body));
        });
        response.on('error', reject);
      },
    );
    call.on('timeout', () => call.destroy(new Error(`${url} did not answer within 10 s`)));
    call.on('error', reject);
    call.end(text);
  });
}
