import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createUnreadNotices } from '../../billing/unread-notices.ts';
import { endAll } from '../../settlement/testing/start.ts';
import { KEY, quoted as quote } from './testing/bill.ts';
import { type HttpBench, httpBench, OTHER, TOKEN } from './testing/http-bench.ts';

let bench: HttpBench;
const open = async (options?: Parameters<typeof httpBench>[0]): Promise<HttpBench> => {
  bench = await httpBench(options);
  return bench;
};
afterEach(async () => {
  await bench.end();
  endAll();
});

describe('notices and events', () => {
  it('are read from a number, acknowledged once, and are nobody else’s', async () => {
    const { post, ask, quiet } = await open();
    await post('/bills/settle', { quote: await quote(bench) }, { key: KEY });
    await quiet();
    const [notice] = (await ask('GET', '/notices')).body['notices'] as { id: number }[];
    const id = notice?.id ?? 0;
    expect(await post(`/notices/${id}/ack`, {}, { token: OTHER })).toMatchObject({ status: 404 });
    expect(await post(`/notices/${id}/ack`, {})).toMatchObject({ body: { notice: { acknowledged: true } } });
    expect((await ask('GET', '/notices')).body['notices']).toEqual([]);
    expect((await ask('GET', '/notices?all=1')).body['notices']).toHaveLength(1);
    expect((await ask('GET', `/notices?all=1&after=${id}`)).body['notices']).toEqual([]);
    expect(await ask('GET', '/notices?limit=0')).toMatchObject({ status: 422 });
  });

  it('an acknowledgement ends by itself what called people because nobody had read it', async () => {
    const { post, quiet, terminal, clock } = await open();
    await post('/bills/settle', { quote: await quote(bench) }, { key: KEY });
    await quiet();
    const { store, outbox } = terminal;
    const watch = createUnreadNotices({ store, outbox, clock, audit: () => undefined, report: () => undefined });
    watch.start();
    const called = () => store.worklist.list('open', 9).map(({ kind }) => kind);
    expect(called()).toEqual(['settlement-after-session']);
    expect(await post('/notices/1/ack', {})).toMatchObject({ status: 200 });
    expect(called()).toEqual([]);
    watch.stop();
  });

  it('come to who listens, and only what is its own', async () => {
    const { port, through, api } = await open();
    const heard: Record<string, string> = { [TOKEN]: '', [OTHER]: '' };
    const streams = Object.keys(heard).map((token) => {
      const headers = { authorization: `Bearer ${token}` };
      const stream = request({ port, host: '127.0.0.1', path: '/minka/v1/events', headers }, (answer) => {
        answer.on('data', (chunk: Buffer) => {
          heard[token] += chunk.toString('utf8');
        });
        answer.on('error', () => undefined);
      });
      stream.on('error', () => undefined);
      stream.end();
      return stream;
    });
    await through(new Promise((resolve) => setTimeout(resolve, 60)));
    await quote(bench);
    api.events.send({ kind: 'card', card: 'empty' });
    await through(new Promise((resolve) => setTimeout(resolve, 60)));
    expect(heard[TOKEN]).toMatch(/event: hello[\s\S]*event: step[\s\S]*event: bill[\s\S]*event: card/);
    expect(heard[OTHER]).not.toMatch(/event: (step|bill)/);
    expect(heard[OTHER]).toMatch(/event: card/);
    for (const stream of streams) stream.destroy();
  });
});
