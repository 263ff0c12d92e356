import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrapPii } from '../../../common/kernel/pii.ts';
import { gatewayBench, good } from './testing/gateway-bench.ts';

const bench = gatewayBench();
const { request, say, settle } = bench;

describe('junk', () => {
  /** Each has 150 connections of its own. */
  const patient = { timeout: 60_000 };
  const setl = fc.record({ setlinfo: fc.anything(), setldetail: fc.anything() });
  const envelope = fc.record({ infcode: fc.anything(), err_msg: fc.anything(), output: fc.oneof(fc.anything(), setl) });

  it('of any kind is an outcome, never a throw, and never "settled" by accident', patient, async () => {
    const bodies = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      fc.json().map((text) => Buffer.from(text)),
      envelope.map((value) =>
        Buffer.from(JSON.stringify(value, (_k, v) => (typeof v === 'bigint' ? String(v) : v)) ?? ''),
      ),
    );
    await fc.assert(
      fc.asyncProperty(bodies, fc.constantFrom(200, 200, 200, 400, 500), async (body, status) => {
        say(body, status);
        const outcome = await settle();
        expect(['unknown', 'refused']).toContain(outcome.kind);
      }),
      { numRuns: 150 },
    );
  });

  it('a good answer with one byte changed is settled with sound types, or unknown', patient, async () => {
    const bytes = Buffer.from(JSON.stringify(good));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }), async (at, value) => {
        const changed = Buffer.from(bytes);
        changed[at] = value;
        say(changed);
        const outcome = await settle();
        if (outcome.kind === 'ok') expect(Number.isSafeInteger(outcome.output.setlinfo.medfee_sumamt)).toBe(true);
        else expect(['unknown', 'refused']).toContain(outcome.kind);
      }),
      { numRuns: 150 },
    );
  });
});

describe('9102 answers with a file', () => {
  const zip = Buffer.from('504b0304ffee0080', 'hex');
  it('whole, byte for byte, whatever type it claims to be', async () => {
    for (const type of ['application/octet-stream', 'application/json']) {
      say(zip, 200, { 'content-type': type });
      const outcome = await bench.gateway.send(request('9102'));
      if (outcome.kind !== 'ok') throw new Error(JSON.stringify(outcome));
      expect(Buffer.from(outcome.output.data.file).equals(zip)).toBe(true);
      expect(unwrapPii(outcome.reply)).toBe(zip.toString('base64'));
    }
  });

  it('or with an envelope that says no; anything else is unknown, also to another transaction', async () => {
    say({ infcode: '-1', err_msg: '文件查询号不存在' });
    expect(await bench.gateway.send(request('9102'))).toMatchObject({ kind: 'refused', message: '文件查询号不存在' });
    say({ infcode: '0', err_msg: null, output: { data: { filename: 'x' } } });
    expect((await bench.gateway.send(request('9102'))).kind).toBe('unknown');
    say(zip, 500);
    expect((await bench.gateway.send(request('9102'))).kind).toBe('unknown');
    say(zip);
    expect((await bench.gateway.send(request('3202'))).kind).toBe('unknown');
  });
});
