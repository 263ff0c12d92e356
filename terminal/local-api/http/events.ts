import type { ServerResponse } from 'node:http';
import type { z } from 'zod';
import { type ApiEvent, apiEventSchema } from '../../../common/contracts/billing/terminal.ts';
import type { Clock } from '../../../common/kernel/ports.ts';

/** A comment line so often, ms, that both ends notice a line that is dead. */
const BEAT_MS = 15_000;
/** Bytes that a client may leave unread before it is let go: it reads the state anew when it comes back. */
const MOST_UNREAD = 256 * 1024;
const MOST_STREAMS = 16;

/** A client that listens. */
export interface Listener {
  readonly client: string;
  readonly mayListen: () => boolean;
}

export interface EventHub {
  /** Serves one client's stream, for as long as it may listen, asked at each beat; false where there are too many. */
  open(listener: Listener, response: ServerResponse, headers: Readonly<Record<string, string>>): boolean;
  /** To one client, or to all. */
  send(event: z.input<typeof apiEventSchema>, client?: string): void;
  close(): void;
}

const line = (event: ApiEvent): string => `event: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`;

/** Server-sent events: what happens at the terminal, as it happens. Nothing is kept for who is not there. */
export function createEventHub(clock: Clock, version: string): EventHub {
  const streams = new Map<ServerResponse, Listener>();
  const write = (response: ServerResponse, text: string): void => {
    if (response.writableLength > MOST_UNREAD) response.destroy();
    else response.write(text);
  };
  /** Out of the list first: a write to one that has ended is an error that nobody catches. */
  const end = (response: ServerResponse): void => {
    streams.delete(response);
    response.end();
  };
  let cancelBeat = (): void => {};
  const beat = (): void => {
    cancelBeat = clock.after(BEAT_MS, () => {
      for (const [response, { mayListen }] of streams) {
        if (mayListen()) write(response, ': still here\n\n');
        else end(response);
      }
      if (streams.size > 0) beat();
    });
  };
  return {
    open(listener, response, headers) {
      if (streams.size >= MOST_STREAMS) return false;
      response.writeHead(200, { ...headers, 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.once('close', () => streams.delete(response));
      if (streams.size === 0) {
        cancelBeat();
        beat();
      }
      streams.set(response, listener);
      write(response, line({ kind: 'hello', version }));
      return true;
    },
    send(event, client) {
      const text = line(apiEventSchema.parse(event));
      for (const [response, whose] of streams) {
        if (client === undefined || client === whose.client) write(response, text);
      }
    },
    close() {
      cancelBeat();
      for (const response of streams.keys()) end(response);
    },
  };
}
