import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../wire/system.ts';
import { ippReply, ippRequest, OPERATION } from './codec.ts';
import { createIppPrinter } from './printer.ts';
import { troubleOf } from './words.ts';

const pdf = new TextEncoder().encode('%PDF-1.7 a page');

describe('the bytes', () => {
  test('a request by hand: version 2.0, operation, number, attributes, end, document', () => {
    const bytes = Buffer.from(
      ippRequest(OPERATION.printJob, 7, [{ name: 'job-name', kind: 'name', values: ['x'] }], pdf),
    );
    expect(bytes.subarray(0, 9).toString('hex')).toBe('020000020000000701');
    const text = bytes.toString('latin1');
    expect(text).toContain(
      '\x47\x00\x12attributes-charset\x00\x05utf-8\x48\x00\x1battributes-natural-language\x00\x02en',
    );
    expect(text).toContain('\x42\x00\x08job-name\x00\x01x\x03%PDF');
  });

  test('a list bears its name once, and is read back as a list', () => {
    const asked = ippRequest(0, 1, [{ name: 'a', kind: 'keyword', values: ['b', 'c'] }]);
    const read = ippReply(asked);
    expect(read.ok && read.value.attributes.get('a')).toEqual(['b', 'c']);
  });

  test('junk, and every cut of a reply, is refused or read; it never throws', () => {
    const whole = ippRequest(0, 1, [{ name: 'job-id', kind: 'integer', values: [9] }]);
    for (let n = 0; n < whole.length; n++) expect(ippReply(whole.subarray(0, n)).ok, `${n}`).toBe(false);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void ippReply(bytes)));
  });
});

test.each([
  [['media-empty-error'], 'paper'],
  [['cover-open-report', 'media-empty'], 'paper'],
  [['door-open'], 'cover'],
  [['toner-empty-error'], 'toner'],
  [['media-jam'], 'jam'],
  [['connecting-to-device'], 'offline'],
  [['paused'], 'stopped'],
  [['toner-low-warning', 'media-empty-warning'], null],
  [['none'], null],
] as const)('%s in words: %s', (reasons, word) => {
  expect(troubleOf({ attributes: new Map([['printer-state-reasons', reasons]]) })).toBe(word);
});

let server: Server | null = null;
afterEach(() => new Promise<void>((resolve) => (server === null ? resolve() : server.close(() => resolve()))));

type Reply = {
  readonly status?: number;
  readonly attributes?: readonly [string, 'integer' | 'keyword', (string | number)[]][];
};

/** A printer's side, from the requests that come; what it does not know it refuses. */
async function printer(answer: (operation: number, body: Buffer) => Reply | null): Promise<string> {
  server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      const reply = answer(body.readUInt16BE(2), body);
      if (reply === null) {
        outgoing.destroy();
        return;
      }
      const attributes = (reply.attributes ?? []).map(([name, kind, values]) => ({ name, kind, values }));
      outgoing.writeHead(200, { 'content-type': 'application/ipp' });
      outgoing.end(ippRequest(reply.status ?? 0, body.readInt32BE(4), attributes));
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/printers/a4`;
}

const job = { attributes: [['job-id', 'integer', [41]]] } satisfies Reply;
const jobState = (state: number): Reply => ({ attributes: [['job-state', 'integer', [state]]] });
const reasons = (...words: string[]): Reply => ({ attributes: [['printer-state-reasons', 'keyword', words]] });
const open = (queue: string, followMs = 60) => createIppPrinter({ queue, clock: systemClock(), followMs, pollMs: 5 });

describe('a page on its way', () => {
  test('goes out whole, with a name and a queue, and is followed until it came out', async () => {
    const asked: Buffer[] = [];
    let looks = 0;
    const queue = await printer((operation, body) => {
      asked.push(body);
      if (operation === OPERATION.printJob) return job;
      return operation === OPERATION.jobAttributes ? jobState(++looks < 3 ? 5 : 9) : reasons('none');
    });
    expect(await open(queue, 5000).send(pdf, 'minka-payments-1')).toBe('printed');
    const first = asked[0]?.toString('latin1') ?? '';
    expect(first.endsWith('\x03%PDF-1.7 a page')).toBe(true);
    expect(first).toContain('application/pdf');
    expect(first).toContain(queue.replace('http:', 'ipp:'));
    expect(looks).toBe(3);
  });

  test('one that waits for paper is cancelled, so that nobody else finds it; the word is paper', async () => {
    const operations: number[] = [];
    const queue = await printer((operation) => {
      operations.push(operation);
      if (operation === OPERATION.printJob) return job;
      return operation === OPERATION.jobAttributes ? jobState(6) : reasons('media-empty-error');
    });
    expect(await open(queue).send(pdf, 'x')).toBe('paper');
    expect(operations.filter((one) => one === OPERATION.cancelJob)).toHaveLength(1);
  });

  test('where it could not be cancelled, it may be coming out', async () => {
    const queue = await printer((operation) => {
      if (operation === OPERATION.printJob) return job;
      if (operation === OPERATION.cancelJob) return { status: 0x0404 };
      return operation === OPERATION.jobAttributes ? jobState(6) : reasons('cover-open');
    });
    expect(await open(queue).send(pdf, 'x')).toBe('printing');
  });

  test('a slow printer is not hurried: nothing is cancelled', async () => {
    const operations: number[] = [];
    const queue = await printer((operation) => {
      operations.push(operation);
      return operation === OPERATION.printJob ? job : jobState(5);
    });
    expect(await open(queue).send(pdf, 'x')).toBe('printing');
    expect(operations).not.toContain(OPERATION.cancelJob);
  });

  test('refused, aborted, broken off, nobody there', async () => {
    expect(await open(await printer(() => ({ status: 0x040a }))).send(pdf, 'x')).toBe('refused');
    const aborting = await printer((operation) => (operation === OPERATION.printJob ? job : jobState(8)));
    expect(await open(aborting).send(pdf, 'x')).toBe('refused');
    expect(await open(await printer(() => null)).send(pdf, 'x')).toBe('offline');
    expect(await open('http://127.0.0.1:9/printers/none').send(pdf, 'x')).toBe('offline');
  });
});
