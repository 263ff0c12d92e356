import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { afterEach, expect, it, vi } from 'vitest';
import { endAll } from '../../settlement/testing/start.ts';
import { type HttpBench, httpBench, TOKEN } from './testing/http-bench.ts';

const BEAT_MS = 15_000;
/** A socket's own time. */
const WAIT = { timeout: 5000, interval: 5 };

let bench: HttpBench;
afterEach(async () => {
  await bench.end();
  endAll();
});

/** A stream of the client's: what it has heard, and whether it has ended. */
async function listen({ port }: HttpBench) {
  const stream = { ended: false, text: '' };
  const headers = { authorization: `Bearer ${TOKEN}` };
  const asked = request({ port, host: '127.0.0.1', path: '/minka/v1/events', headers }, (answer) => {
    answer.on('data', (chunk: Buffer) => {
      stream.text += chunk.toString('utf8');
    });
    answer.on('close', () => {
      stream.ended = true;
    });
  });
  asked.on('error', () => undefined);
  asked.end();
  await vi.waitFor(() => expect(stream.text).toMatch(/event: hello/), WAIT);
  return stream;
}

it('a stream goes on while its token is good', async () => {
  bench = await httpBench();
  const stream = await listen(bench);
  await bench.clock.advance(BEAT_MS);
  await vi.waitFor(() => expect(stream.text).toMatch(/: still here/), WAIT);
  bench.api.events.send({ kind: 'card', card: 'empty' });
  await vi.waitFor(() => expect(stream.text).toMatch(/event: card/), WAIT);
  expect(stream.ended).toBe(false);
});

it.each([
  ['was taken out of the file', () => []],
  ['may not listen any more', (clients: object[]) => clients.map((one) => ({ ...one, scopes: ['bill'] }))],
  ['is past its day', (clients: object[]) => clients.map((one) => ({ ...one, expiresOn: '2026-01-01' }))],
] as const)('it ends at the next beat after its token %s', async (_what, change) => {
  bench = await httpBench();
  const stream = await listen(bench);
  const { clients } = JSON.parse(readFileSync(bench.file, 'utf8')) as { clients: object[] };
  writeFileSync(bench.file, JSON.stringify({ clients: change(clients) }), { mode: 0o600 });
  await bench.clock.advance(BEAT_MS);
  bench.api.events.send({ kind: 'card', card: 'empty' });
  await vi.waitFor(() => expect(stream.ended).toBe(true), WAIT);
  expect(stream.text).not.toMatch(/event: card/);
});
