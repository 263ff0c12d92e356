import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { MAX_FRAME } from './channel.ts';
import { MAX_DEPTH } from './frames.ts';
import { linked } from './testing/linked.ts';

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
