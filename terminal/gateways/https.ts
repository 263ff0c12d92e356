import type { IncomingHttpHeaders } from 'node:http';
import { Agent, type RequestOptions, request } from 'node:https';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect } from 'node:tls';
import type { Clock } from '../../common/kernel/ports.ts';
import { type BrokenReason, brokenReason, ConnectTimeout, type NotSentReason, notSentReason } from './https-errors.ts';
import { retryAfterMs, serverTimingMs } from './https-headers.ts';

export type { BrokenReason, NotSentReason } from './https-errors.ts';

/** Where one client may go, and how long it waits. */
export interface HttpsTarget {
  /** `https://host:port[/prefix]`. */
  readonly url: string;
  /** PEM of the only authority whose certificates are believed; the system's own are not asked. */
  readonly ca: string;
  /** Name look-up, TCP and TLS together, ms. */
  readonly connectMs: number;
  /** From the first request byte to the last answer byte, ms: a slow drip ends here too. */
  readonly answerMs: number;
  readonly maxReplyBytes: number;
  readonly clock: Clock;
  /** Told the other side's time, where an answer bears one. */
  readonly onServerTime?: (time: ServerTime) => void;
}

/** The other side's time (`Date`, whole seconds) as an answer's head came in. Ms. */
export interface ServerTime {
  readonly serverMs: number;
  /** Our own clock at that moment. */
  readonly wallMs: number;
  /** Since the exchange began. */
  readonly roundTripMs: number;
}

export interface HttpsRequest {
  readonly method: 'GET' | 'POST';
  /** Path below the target's prefix, with its leading slash. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  /**
   * Never on a connection that was used before. The other side may have closed an idle one at the very moment at
   * which we write, which looks like "reset after the request was sent" though nothing was read; what changes
   * something goes out on a connection of its own, so that its "unknown" is a true one.
   */
  readonly fresh: boolean;
}

/** Ms: `wallMs` from call to end, `serverMs` of it the other side's own (`Server-Timing`), null where it is silent. */
export interface HttpsTiming {
  readonly wallMs: number;
  readonly serverMs: number | null;
}

/** How one exchange ended. `detail` names the cause for staff and holds nothing of a body. */
export type HttpsOutcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** Names in lower case. */
      readonly headers: IncomingHttpHeaders;
      readonly body: Uint8Array;
      readonly retryAfterMs: number | null;
      readonly timing: HttpsTiming;
    }
  /** Not one byte of the request was written. */
  | { readonly kind: 'notSent'; readonly reason: NotSentReason; readonly detail: string }
  /** Something may have been read by the other side; no complete answer came back. */
  | {
      readonly kind: 'broken';
      readonly reason: BrokenReason;
      readonly detail: string;
      readonly timing: HttpsTiming;
    };

export interface HttpsClient {
  /** One exchange. Never throws, never follows a redirect, never sends twice. */
  exchange(request: HttpsRequest): Promise<HttpsOutcome>;
  /** Closes every connection. */
  close(): void;
}

/** An idle connection is kept this long, ms: below the five seconds after which common servers close theirs. */
const IDLE_MS = 4000;

/**
 * Hands a connection to `node:https` only once TLS stands and the certificate and name are proven. Until then nothing
 * of a request exists on the wire, which is what makes "not sent" certain.
 */
class PinnedAgent extends Agent {
  readonly #target: HttpsTarget;

  constructor(target: HttpsTarget, keepAlive: boolean) {
    super(keepAlive ? { keepAlive, timeout: IDLE_MS, maxFreeSockets: 2 } : { keepAlive });
    this.#target = target;
  }

  override createConnection(
    options: RequestOptions,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    const host = options.host ?? '';
    const socket = connect({
      host,
      port: Number(options.port),
      ...(isIP(host) === 0 ? { servername: host } : {}),
      ca: this.#target.ca,
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
      ALPNProtocols: ['http/1.1'],
    });
    const cancel = this.#target.clock.after(this.#target.connectMs, () => socket.destroy(new ConnectTimeout()));
    const failed = (error: Error): void => {
      cancel();
      callback?.(error, socket);
    };
    socket.once('error', failed);
    socket.once('secureConnect', () => {
      cancel();
      socket.off('error', failed);
      // Between here and the request's own listener, and while idle, an error needs someone to hear it.
      socket.on('error', () => undefined);
      callback?.(null, socket);
    });
    return undefined;
  }
}

/** A client of one server. Connections are pinned to `target.ca`; redirects are answers, not instructions. */
export function createHttpsClient(target: HttpsTarget): HttpsClient {
  const base = new URL(target.url);
  if (base.protocol !== 'https:') throw new TypeError('an https URL is needed');
  const agents = { reused: new PinnedAgent(target, true), fresh: new PinnedAgent(target, false) };
  return {
    exchange: (message) => exchange(target, base, message.fresh ? agents.fresh : agents.reused, message),
    close: () => {
      agents.reused.destroy();
      agents.fresh.destroy();
    },
  };
}

function exchange(target: HttpsTarget, base: URL, agent: Agent, message: HttpsRequest): Promise<HttpsOutcome> {
  const { clock } = target;
  const startedAt = clock.monotonic();
  return new Promise((resolve) => {
    let sending = false;
    let serverMs: number | null = null;
    let cancelDeadline = (): void => undefined;
    const timing = (): HttpsTiming => ({ wallMs: clock.monotonic() - startedAt, serverMs });
    const finish = (outcome: HttpsOutcome): void => {
      cancelDeadline();
      resolve(outcome);
    };
    const broken = (reason: BrokenReason, detail: string): void => {
      finish({ kind: 'broken', reason, detail, timing: timing() });
      outgoing.destroy();
    };

    const outgoing = request({
      protocol: 'https:',
      host: base.hostname.replace(/^\[|\]$/g, ''),
      port: base.port === '' ? 443 : Number(base.port),
      method: message.method,
      path: base.pathname.replace(/\/$/, '') + message.path,
      headers: {
        accept: 'application/json',
        'accept-encoding': 'identity',
        ...message.headers,
        ...(message.body === null ? {} : { 'content-length': String(message.body.byteLength) }),
      },
      agent,
    });
    outgoing.on('socket', (socket) => {
      if (socket.destroyed || !socket.writable) {
        // Gone between handshake and use: node would only say "socket hang up"; nothing has been written yet.
        finish({ kind: 'notSent', reason: 'closed', detail: 'connection closed before use' });
        outgoing.destroy();
        return;
      }
      sending = true;
      cancelDeadline = clock.after(target.answerMs, () => broken('timeout', `no answer in ${target.answerMs} ms`));
    });
    outgoing.on('error', (error) => {
      if (sending) broken(brokenReason(error), errorName(error));
      else finish({ kind: 'notSent', reason: notSentReason(error), detail: errorName(error) });
    });
    outgoing.on('upgrade', (_answer, socket) => {
      // Without a listener node leaves the exchange hanging until the limit.
      socket.destroy();
      broken('protocol', 'HTTP 101');
    });
    outgoing.on('response', (incoming) => {
      serverMs = serverTimingMs(incoming.headers['server-timing']);
      const date = Date.parse(incoming.headers.date ?? '');
      const roundTripMs = clock.monotonic() - startedAt;
      if (!Number.isNaN(date)) target.onServerTime?.({ serverMs: date, wallMs: clock.now(), roundTripMs });
      const chunks: Buffer[] = [];
      let size = 0;
      incoming.on('data', (chunk: Buffer) => {
        size += chunk.byteLength;
        if (size > target.maxReplyBytes) broken('tooBig', `answer longer than ${target.maxReplyBytes} bytes`);
        else chunks.push(chunk);
      });
      incoming.on('error', (error) => broken(brokenReason(error), errorName(error)));
      incoming.on('end', () => {
        finish({
          kind: 'answered',
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: Buffer.concat(chunks),
          retryAfterMs: retryAfterMs(incoming.headers['retry-after'], clock.now()),
          timing: timing(),
        });
      });
    });
    outgoing.end(message.body ?? undefined);
  });
}

/** "ECONNRESET", "HPE_INVALID_CONSTANT": a code where there is one, never a message that might quote data. */
function errorName(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
