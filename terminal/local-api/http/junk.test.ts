import { connect } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { endAll } from '../../settlement/testing/start.ts';
import { type HttpBench, httpBench } from './testing/http-bench.ts';

let bench: HttpBench;
const open = async (options?: Parameters<typeof httpBench>[0]): Promise<HttpBench> => {
  bench = await httpBench(options);
  return bench;
};
afterEach(async () => {
  await bench.end();
  endAll();
});

describe('junk', () => {
  it('bytes that are no HTTP, and half a request', async () => {
    const { port, ask } = await open();
    for (const text of ['\0\0\0\0', 'GET / HTTP/9.9\r\n\r\n', 'POST /minka/v1/persons HTTP/1.1\r\nhost: 127']) {
      await new Promise<void>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => socket.end(text));
        socket.on('close', () => resolve());
        socket.on('error', () => undefined);
        socket.resume();
        setTimeout(() => socket.destroy(), 50);
      });
    }
    expect((await ask('GET', '/terminal')).status).toBe(200);
  });

  it('whatever is asked, the answer is a documented one', async () => {
    const { ask, reports, apiAudit } = await open();
    const paths = [
      '/persons',
      '/bills/prepare',
      '/bills/settle',
      '/bills/compare',
      '/notices/1/ack',
      '/stays/admit',
      '/x',
    ];
    const documented = new Set([200, 400, 404, 405, 409, 415, 422, 429]);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'POST', 'DELETE', 'PATCH'),
        fc.constantFrom(...paths),
        fc.oneof(fc.json(), fc.string(), fc.constant(`{"__proto__":{"x":1}}`)),
        async (method, path, raw) => {
          const { status } = await ask(method, path, { raw, key: 'k'.repeat(20) });
          expect(documented).toContain(status);
        },
      ),
      { numRuns: 150 },
    );
    expect(reports).toEqual([]);
    // Nobody fills the audit chain by asking for nonsense.
    expect(apiAudit.filter(([code]) => code === 'api.refused').length).toBeLessThan(5);
  });
});
