import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { endAll } from '../../settlement/testing/start.ts';
import { type HttpBench, httpBench, TOKEN } from './testing/http-bench.ts';

let bench: HttpBench;
afterEach(async () => {
  await bench.end();
  endAll();
});

const moment = () => new Promise((resolve) => setTimeout(resolve, 40));

/** A stream of the client's, and whether it has ended. */
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
  await moment();
  expect(stream.text).toMatch(/event: hello/);
  return stream;
}

async function beat({ clock }: HttpBench): Promise<void> {
  await clock.advance(15_000);
  await moment();
}

it('a stream goes on while its token is good', async () => {
  bench = await httpBench();
  const stream = await listen(bench);
  await beat(bench);
  expect(stream.ended).toBe(false);
  expect(stream.text).toMatch(/: still here/);
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
  await beat(bench);
  bench.api.events.send({ kind: 'card', card: 'empty' });
  await moment();
  expect(stream.ended).toBe(true);
  expect(stream.text).not.toMatch(/event: card/);
});
