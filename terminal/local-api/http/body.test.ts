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

/** A body in pieces, of no announced length, sent to its end: what the server said, or how the connection broke. */
function pour({ port }: HttpBench, pieces: number, piece: Buffer): Promise<{ status: number; text: string } | string> {
  const headers = {
    authorization: `Bearer ${TOKEN}`,
    'content-type': 'application/json',
    'idempotency-key': KEY,
    'transfer-encoding': 'chunked',
  };
  const where = { port, host: '127.0.0.1', method: 'POST', path: '/minka/v1/bills/settle', headers };
  return new Promise((resolve) => {
    let answer: { status: number; text: string } | null = null;
    let isSent = false;
    const done = (): void => {
      if (isSent && answer !== null) resolve(answer);
    };
    const asked = request(where, (said) => {
      let text = '';
      said.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      said.on('end', () => {
        answer = { status: said.statusCode ?? 0, text };
        done();
      });
    });
    asked.on('error', (cause: NodeJS.ErrnoException) => resolve(cause.code ?? 'error'));
    let left = pieces;
    const more = (): void => {
      if (left-- > 0) return void asked.write(piece, more);
      asked.end(() => {
        isSent = true;
        done();
      });
    };
    more();
  });
}

it('a body beyond the limit is refused in words, though its length was not announced', async () => {
  bench = await httpBench();
  const answer = await pour(bench, 16, Buffer.alloc(MAX_BODY_BYTES / 4, 'x'));
  expect(answer).toMatchObject({ status: 413, text: expect.stringContaining('TOO_LARGE') });
  expect(bench.terminal.store.clientKeys.find('his', KEY)).toBeNull();
  expect((await bench.ask('GET', '/terminal')).status).toBe(200);
});

it('one in pieces below it is read', async () => {
  bench = await httpBench();
  expect(await pour(bench, 3, Buffer.from('xyz'))).toMatchObject({
    status: 400,
    text: expect.stringContaining('BAD_JSON'),
  });
});
