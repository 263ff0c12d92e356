import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Clock } from '../kernel/ports.ts';
import { MAX_FRAME } from './channel.ts';
import { connect } from './connect.ts';
import { MAX_DEPTH } from './frames.ts';
import { defineLink } from './link.ts';
import { memoryChannelPair } from './memory-channel.ts';
import { type Handlers, MAX_OPEN_CALLS, serve } from './serve.ts';

const link = defineLink({
  verbs: {
    greet: { in: z.object({ name: z.string().max(10) }), out: z.object({ text: z.string() }) },
    keep: { in: z.object({ value: z.json() }), out: z.object({}) },
  },
  events: { count: z.object({ n: z.int().nonnegative() }) },
});

function manualClock(): Clock & { advance(ms: number): void; readonly pending: () => number } {
  let now = 0;
  let timers: { readonly at: number; readonly fn: () => void }[] = [];
  return {
    now: () => now,
    monotonic: () => now,
    after(ms, fn) {
      const timer = { at: now + ms, fn };
      timers.push(timer);
      return () => {
        timers = timers.filter((t) => t !== timer);
      };
    },
    advance(ms) {
      now += ms;
      const due = timers.filter((t) => t.at <= now);
      timers = timers.filter((t) => t.at > now);
      for (const timer of due) timer.fn();
    },
    pending: () => timers.length,
  };
}

const healthy: Handlers<typeof link> = { greet: ({ name }) => ({ text: `hello ${name}` }), keep: () => ({}) };

function linked(handlers: Partial<Handlers<typeof link>> = {}) {
  const [a, b] = memoryChannelPair();
  const clock = manualClock();
  const reports: string[] = [];
  const report = (what: string, cause: unknown): void => {
    reports.push(`${what} ${String(cause)}`);
  };
  const server = serve(b, link, { ...healthy, ...handlers }, { report });
  const client = connect(a, link, { timeoutMs: 1000, clock, report });
  return { a, b, clock, server, client, reports };
}

/** The serving end alone, with raw frames in and out. */
function rawServer(handlers: Partial<Handlers<typeof link>> = {}) {
  const [a, b] = memoryChannelPair();
  const sent: unknown[] = [];
  a.onText((text) => sent.push(JSON.parse(text)));
  const server = serve(b, link, { ...healthy, ...handlers });
  return { a, sent, server };
}

/** The calling end alone, with raw frames in and out. */
function rawClient() {
  const [a, b] = memoryChannelPair();
  const clock = manualClock();
  const client = connect(a, link, { timeoutMs: 1000, clock });
  return { b, client, clock };
}

const flush = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('a call', () => {
  it('brings the checked answer', async () => {
    const { client, clock } = linked();
    expect(await client.call('greet', { name: 'Li' })).toEqual({ ok: true, value: { text: 'hello Li' } });
    expect(clock.pending()).toBe(0);
  });

  it('with bad input is refused before anything is sent', async () => {
    const { client, server } = linked();
    const result = await client.call('greet', { name: 'far too long a name' });
    expect(result).toMatchObject({ ok: false, error: { kind: 'badInput', verb: 'greet' } });
    expect(JSON.stringify(result)).not.toContain('far too long');
    expect(client.counters.sent).toBe(0);
    expect(server.counters.frames).toBe(0);
  });

  it('with input too large or too deep for a frame is refused here', async () => {
    const { client } = linked();
    expect(await client.call('keep', { value: 'x'.repeat(MAX_FRAME) })).toMatchObject({ error: { kind: 'badInput' } });
    let deep: z.util.JSONType = 1;
    for (let i = 0; i < MAX_DEPTH; i++) deep = [deep];
    expect(await client.call('keep', { value: deep })).toMatchObject({ error: { kind: 'badInput' } });
    expect(client.counters.sent).toBe(0);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'nothing'])('of %s is no verb', async (verb) => {
    const { client } = linked();
    expect(await client.call(verb as 'greet', { name: '' })).toMatchObject({ error: { kind: 'unknownVerb' } });
  });

  it('times out with a clear error, and a late answer is counted, not delivered', async () => {
    const late = Promise.withResolvers<{ text: string }>();
    const { client, clock } = linked({ greet: () => late.promise });
    const call = client.call('greet', { name: 'Li' });
    await flush();
    clock.advance(1000);
    expect(await call).toEqual({
      ok: false,
      error: { kind: 'timeout', verb: 'greet', message: 'no answer within 1000 ms' },
    });
    late.resolve({ text: 'late' });
    await flush();
    expect(client.counters.unmatched).toBe(1);
  });

  it('may have a time of its own', async () => {
    const { client, clock } = linked({ greet: () => new Promise(() => undefined) });
    const call = client.call('greet', { name: 'Li' }, { timeoutMs: 5000 });
    clock.advance(4999);
    let done = false;
    void call.then(() => {
      done = true;
    });
    await flush();
    expect(done).toBe(false);
    clock.advance(1);
    expect(await call).toMatchObject({ error: { kind: 'timeout' } });
  });

  it('ends with closed when the link ends, on either side, and later ones at once', async () => {
    for (const side of ['a', 'b'] as const) {
      const both = linked({ greet: () => new Promise(() => undefined) });
      const calls = [both.client.call('greet', { name: '1' }), both.client.call('greet', { name: '2' })];
      await flush();
      both[side].close();
      for (const call of calls) expect(await call).toMatchObject({ error: { kind: 'closed' } });
      expect(await both.client.call('greet', { name: '3' })).toMatchObject({ error: { kind: 'closed' } });
      expect(both.clock.pending()).toBe(0);
    }
  });

  it('whose handler throws says internal and nothing of the text', async () => {
    const thrown = linked({
      greet: () => {
        throw new Error('the password is 123');
      },
    });
    const result = await thrown.client.call('greet', { name: 'Li' });
    expect(result).toMatchObject({ ok: false, error: { kind: 'internal' } });
    expect(JSON.stringify(result)).not.toContain('password');
    expect(thrown.reports.join()).toContain('the password is 123');
    const rejected = linked({ greet: () => Promise.reject(new Error('secret')) });
    expect(await rejected.client.call('greet', { name: 'Li' })).toMatchObject({ error: { kind: 'internal' } });
  });

  it('whose answer does not fit is refused where it is made', async () => {
    const { client, server } = linked({ greet: () => ({ text: 7 }) as never });
    expect(await client.call('greet', { name: 'Li' })).toMatchObject({ error: { kind: 'badOutput' } });
    expect(server.counters.badOutput).toBe(1);
    const large = linked({ greet: () => ({ text: 'x'.repeat(MAX_FRAME) }) });
    expect(await large.client.call('greet', { name: 'Li' })).toMatchObject({ error: { kind: 'badOutput' } });
  });

  it('leaves out what the schemas do not name, both ways', async () => {
    let seen: unknown;
    const { client } = linked({
      greet: (input) => {
        seen = input;
        return { text: 'x', secret: 1 } as { text: string };
      },
    });
    const input = { name: 'Li', extra: 1 };
    expect(await client.call('greet', input)).toEqual({ ok: true, value: { text: 'x' } });
    expect(seen).toEqual({ name: 'Li' });
  });
});

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
