import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_DEPTH } from './frames.ts';
import { MAX_OPEN_CALLS } from './serve.ts';
import { linked, rawClient, rawServer } from './testing/linked.ts';

const flush = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('the serving end', () => {
  it.each(['constructor', '__proto__', 'toString', 'unheardOf'])('drops and counts a call of %s', async (verb) => {
    const { a, sent, server } = rawServer();
    a.post(JSON.stringify({ t: 'call', id: 1, verb, in: {} }));
    await flush();
    expect(server.counters.unknown).toBe(1);
    expect(sent).toEqual([]);
  });

  it('refuses bad input with a code', async () => {
    const { a, sent, server } = rawServer();
    a.post('{"t":"call","id":7,"verb":"greet","in":{"name":5}}');
    a.post('{"t":"call","id":8,"verb":"greet","in":null}');
    await flush();
    expect(sent).toEqual([7, 8].map((id) => ({ t: 'refused', id, kind: 'badInput' })));
    expect(server.counters.badInput).toBe(2);
  });

  it('counts junk, oversized, too deep and repeated frames, and goes on', async () => {
    const { a, sent, server } = rawServer({ greet: () => new Promise(() => undefined) });
    for (const text of ['', '{', '7', '{"t":"call"}', '{"t":"answer","id":1,"out":{}}']) a.post(text);
    a.post(`${'['.repeat(MAX_DEPTH + 1)}${']'.repeat(MAX_DEPTH + 1)}`);
    a.post('{"t":"call","id":1,"verb":"greet","in":{"name":"a"}}');
    a.post('{"t":"call","id":1,"verb":"greet","in":{"name":"b"}}');
    await flush();
    expect(server.counters).toMatchObject({ frames: 8, junk: 5, tooDeep: 1, unmatched: 1, threw: 0 });
    a.post('{"t":"call","id":2,"verb":"keep","in":{"value":null}}');
    await flush();
    expect(sent).toEqual([{ t: 'answer', id: 2, out: {} }]);
  });

  it('drops calls beyond the most that may be open', async () => {
    const { a, server } = rawServer({ greet: () => new Promise(() => undefined) });
    for (let id = 1; id <= MAX_OPEN_CALLS + 5; id++) a.post(`{"t":"call","id":${id},"verb":"greet","in":{"name":""}}`);
    await flush();
    expect(server.counters.flooded).toBe(5);
  });

  it('does not send an event that its schema refuses', async () => {
    const { client, server } = linked();
    const seen: number[] = [];
    client.on('count', ({ n }) => seen.push(n));
    server.emit('count', { n: -1 });
    server.emit('constructor' as 'count', { n: 1 });
    server.emit('count', { n: 2 });
    await flush();
    expect(seen).toEqual([2]);
    expect(server.counters.badEvent).toBe(2);
  });

  it('survives any text', async () => {
    const { a, server } = rawServer();
    let posted = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), async (text) => {
        a.post(text);
        posted += 1;
        await Promise.resolve();
      }),
      { numRuns: 500 },
    );
    await flush();
    const { frames, junk, threw } = server.counters;
    expect({ frames, junk, threw }).toEqual({ frames: posted, junk: posted, threw: 0 });
  });
});

describe('the calling end', () => {
  it('drops answers to no call, repeated ones, and calls that are none of its business', async () => {
    const { b, client } = rawClient();
    const call = client.call('greet', { name: 'Li' });
    b.post('{"t":"answer","id":2,"out":{"text":"wrong id"}}');
    b.post('{"t":"answer","id":1,"out":{"text":"first"}}');
    b.post('{"t":"answer","id":1,"out":{"text":"again"}}');
    b.post('{"t":"call","id":1,"verb":"greet","in":{"name":"x"}}');
    expect(await call).toEqual({ ok: true, value: { text: 'first' } });
    await flush();
    expect(client.counters).toMatchObject({ unmatched: 2, junk: 1 });
  });

  it('checks the answer that it gets', async () => {
    const { b, client } = rawClient();
    const call = client.call('greet', { name: 'Li' });
    b.post('{"t":"answer","id":1,"out":{"text":["李秀兰"]}}');
    const result = await call;
    expect(result).toMatchObject({ ok: false, error: { kind: 'badOutput' } });
    expect(JSON.stringify(result)).not.toContain('李秀兰');
  });

  it('checks events, and a listener that throws harms nobody', async () => {
    const { b, client } = rawClient();
    const seen: number[] = [];
    client.on('count', () => {
      throw new Error('listener');
    });
    const stop = client.on('count', ({ n }) => seen.push(n));
    for (const body of ['{"n":1}', '{"n":"1"}', 'null', '{"n":2}'])
      b.post(`{"t":"event","event":"count","body":${body}}`);
    b.post('{"t":"event","event":"__proto__","body":{"n":3}}');
    await flush();
    expect(seen).toEqual([1, 2]);
    expect(client.counters).toMatchObject({ badEvent: 2, unknown: 1, threw: 2 });
    stop();
    b.post('{"t":"event","event":"count","body":{"n":4}}');
    await flush();
    expect(seen).toEqual([1, 2]);
  });

  it('survives any text while a call is open', async () => {
    const { b, client } = rawClient();
    const call = client.call('greet', { name: 'Li' });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), async (text) => {
        b.post(text);
        await Promise.resolve();
      }),
      { numRuns: 500 },
    );
    b.post('{"t":"answer","id":1,"out":{"text":"still here"}}');
    expect(await call).toEqual({ ok: true, value: { text: 'still here' } });
  });
});
