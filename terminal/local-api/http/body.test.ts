import { request } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { endAll } from '../../settlement/testing/start.ts';
import { MAX_BODY_BYTES } from './body.ts';
import { KEY } from './testing/bill.ts';
import { type HttpBench, httpBench, TOKEN } from './testing/http-bench.ts';

let bench: HttpBench;
afterEach(async () => {
  await bench.end();
  endAll();
});

/** A body in pieces, of no announced length: what the server said, or how the connection broke. */
function pour({ port }: HttpBench, bytes: number): Promise<{ status: number; text: string } | string> {
  const headers = {
    authorization: `Bearer ${TOKEN}`,
    'content-type': 'application/json',
    'idempotency-key': KEY,
    'transfer-encoding': 'chunked',
  };
  const piece = Buffer.alloc(64 * 1024, 'x');
  return new Promise((resolve) => {
    const asked = request(
      { port, host: '127.0.0.1', method: 'POST', path: '/minka/v1/bills/settle', headers },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      },
    );
    asked.on('error', (cause: NodeJS.ErrnoException) => resolve(cause.code ?? 'error'));
    let sent = 0;
    const more = (): void => {
      if (sent >= bytes) return void asked.end();
      sent += piece.length;
      asked.write(piece, more);
    };
    more();
  });
}

it('a body beyond the limit is refused in words, though its length was not announced', async () => {
  bench = await httpBench();
  const answer = await pour(bench, MAX_BODY_BYTES + 1_000_000);
  expect(answer).toMatchObject({ status: 413, text: expect.stringContaining('TOO_LARGE') });
  expect(bench.terminal.store.clientKeys.find('his', KEY)).toBeNull();
  expect((await bench.ask('GET', '/terminal')).status).toBe(200);
});

it('one in pieces below it is read', async () => {
  bench = await httpBench();
  expect(await pour(bench, 64 * 1024)).toMatchObject({ status: 400, text: expect.stringContaining('BAD_JSON') });
});
