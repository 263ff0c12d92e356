import { request } from 'node:http';
import type { Clock } from '../../../common/kernel/ports.ts';
import { sleep } from '../../../common/kernel/ports.ts';
import type { PageOutput } from '../../certificates/port.ts';
import { type IppAttribute, type IppReply, ippReply, ippRequest, OPERATION } from './codec.ts';
import { endOf, troubleOf } from './words.ts';

export interface IppPrinterOptions {
  /** A queue of this machine's CUPS, `http://127.0.0.1:631/printers/NAME`. */
  readonly queue: string;
  readonly clock: Clock;
  /** How long a page is followed, ms. */
  readonly followMs?: number;
  readonly pollMs?: number;
}

const [FOLLOW_MS, POLL_MS, CALL_MS] = [20_000, 500, 5000];
const MAX_REPLY_BYTES = 64 * 1024;
/** Replies from here on say no (RFC 8011 §B.1). */
const FIRST_REFUSAL = 0x0100;

/** One exchange; null where nobody answers in time, or not rightly. */
function exchange(url: string, body: Uint8Array): Promise<IppReply | null> {
  return new Promise((resolve) => {
    const give = (reply: IppReply | null): void => resolve(reply);
    const headers = { 'content-type': 'application/ipp', 'content-length': body.length };
    const outgoing = request(url, { method: 'POST', headers, timeout: CALL_MS }, (incoming) => {
      const chunks: Buffer[] = [];
      let size = 0;
      incoming.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MAX_REPLY_BYTES) incoming.destroy();
        else chunks.push(chunk);
      });
      incoming.on('error', () => give(null));
      incoming.on('close', () => give(null));
      incoming.on('end', () => {
        const reply = incoming.statusCode === 200 ? ippReply(Buffer.concat(chunks)) : null;
        give(reply?.ok === true ? reply.value : null);
      });
    });
    outgoing.on('timeout', () => outgoing.destroy());
    outgoing.on('error', () => give(null));
    outgoing.end(body);
  });
}

/**
 * A4 pages by IPP: the job is sent, followed until the printer says that it came out, and told in words. A page that
 * waits for paper when the person is told so is cancelled: it must not come out later, for whoever stands there then.
 */
export function createIppPrinter({
  queue,
  clock,
  followMs = FOLLOW_MS,
  pollMs = POLL_MS,
}: IppPrinterOptions): PageOutput {
  const uri: IppAttribute = { name: 'printer-uri', kind: 'uri', values: [queue.replace(/^http:/, 'ipp:')] };
  const user: IppAttribute = { name: 'requesting-user-name', kind: 'name', values: ['minka'] };
  let requestId = 0;
  const ask = (operation: number, attributes: readonly IppAttribute[], document?: Uint8Array) => {
    requestId = (requestId % 0x7fff_ffff) + 1;
    return exchange(queue, ippRequest(operation, requestId, [uri, ...attributes], document));
  };
  const wanted = (...names: readonly string[]): IppAttribute => {
    return { name: 'requested-attributes', kind: 'keyword', values: names };
  };

  const follow = async (job: IppAttribute): ReturnType<PageOutput['send']> => {
    const until = clock.monotonic() + followMs;
    for (;;) {
      const [state, printer] = await Promise.all([
        ask(OPERATION.jobAttributes, [job, user, wanted('job-state', 'job-state-reasons')]),
        ask(OPERATION.printerAttributes, [user, wanted('printer-state', 'printer-state-reasons')]),
      ]);
      const end = state === null ? null : endOf(state);
      if (end !== null) return end;
      if (clock.monotonic() >= until) {
        const trouble = printer === null ? 'offline' : troubleOf(printer);
        if (trouble === null) return 'printing';
        const cancelled = await ask(OPERATION.cancelJob, [job, user]);
        // One that ended meanwhile cannot be cancelled any more; whoever reads this looks at the tray.
        return cancelled !== null && cancelled.status < FIRST_REFUSAL ? trouble : 'printing';
      }
      await sleep(clock, pollMs);
    }
  };

  return {
    async send(pdf, name) {
      const sent = await ask(
        OPERATION.printJob,
        [
          user,
          { name: 'job-name', kind: 'name', values: [name] },
          { name: 'document-format', kind: 'mime', values: ['application/pdf'] },
        ],
        pdf,
      );
      if (sent === null) return 'offline';
      const job = sent.attributes.get('job-id')?.[0];
      if (sent.status >= FIRST_REFUSAL || typeof job !== 'number') return 'refused';
      return follow({ name: 'job-id', kind: 'integer', values: [job] });
    },
  };
}
