import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { HIS_API_PREFIX } from '../../../common/contracts/billing/billing.ts';
import type { VirtualClock } from './clock.ts';
import type { Process } from './process.ts';

/** One request of a client to the HIS API: production's own server code, without a socket. */
export interface Asked {
  readonly method: 'GET' | 'POST';
  /** Below the prefix, with its query. */
  readonly path: string;
  readonly token: string;
  readonly body?: object;
  readonly key?: string;
  /** The client's connection is gone after so long, ms. */
  readonly patience?: number;
  /** Its answer is taken by the client's machine, and by nobody else. */
  readonly deaf?: boolean;
  /** The answer has been handed over whole, and the process has heard that. */
  readonly delivered?: (said: Said) => void;
  /** The process is done with it, whether or not anybody heard its answer. */
  readonly handled?: () => void;
}

export interface Said {
  readonly status: number;
  readonly replayed: boolean;
  readonly body: unknown;
}

const PORT = 7340;
/** How often a client looks whether the other end is still there, ms. */
const LOOK_MS = 300;

/** As much of a request as a server reads. */
function messageOf({ method, path, token, body, key }: Asked): IncomingMessage {
  const text = body === undefined ? null : Buffer.from(JSON.stringify(body));
  const stream = new Readable({
    read() {
      if (text !== null) this.push(text);
      this.push(null);
    },
  });
  const headers = {
    ...{ host: `127.0.0.1:${PORT}`, authorization: `Bearer ${token}` },
    ...(text === null ? {} : { 'content-type': 'application/json', 'content-length': `${text.length}` }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  };
  const request = Object.assign(stream, { method, url: `${HIS_API_PREFIX}${path}`, headers, complete: true });
  return request as unknown as IncomingMessage;
}

/** As much of a response as a server writes. */
class Answer extends EventEmitter {
  destroyed = false;
  headersSent = false;
  #status = 0;
  #headers: Readonly<Record<string, string>> = {};
  readonly #whole: (said: Said) => void;

  constructor(whole: (said: Said) => void) {
    super();
    this.#whole = whole;
  }

  writeHead(status: number, headers: Readonly<Record<string, string>>): this {
    this.#status = status;
    this.#headers = headers;
    return this;
  }

  end(text: string): this {
    if (this.destroyed || this.headersSent) return this;
    this.headersSent = true;
    const replayed = this.#headers['idempotency-replayed'] === 'true';
    this.#whole({ status: this.#status, replayed, body: JSON.parse(text) });
    return this;
  }

  destroy(): void {
    this.destroyed = true;
  }
}

/** What was said, or null: the connection is gone without an answer, because the process or the client is. */
export function askApi(clock: VirtualClock, life: Process, asked: Asked): Promise<Said | null> {
  const { faces } = life;
  if (faces === null) throw new Error('faults: nobody serves the HIS API here');
  return new Promise((resolve) => {
    let over = false;
    const end = (said: Said | null): void => {
      if (!over) resolve(said);
      over = true;
    };
    const answer = new Answer((said) => {
      if (over || !life.alive()) return end(null);
      end(asked.deaf === true ? null : said);
      faces.soon(() => {
        try {
          answer.emit('finish');
          answer.emit('close');
        } finally {
          if (asked.deaf !== true) asked.delivered?.(said);
        }
      });
    });
    const leave = (): void => {
      if (over) return;
      end(null);
      answer.destroyed = true;
      if (life.alive()) faces.soon(() => void answer.emit('close'));
    };
    const look = (): void => {
      if (over) return;
      if (!life.alive()) end(null);
      else clock.after(LOOK_MS, look);
    };
    if (asked.patience !== undefined) clock.after(asked.patience, leave);
    clock.after(LOOK_MS, look);
    void faces.serve(messageOf(asked), answer as unknown as ServerResponse, PORT).then(asked.handled);
  });
}

const problemSchema = z.object({
  code: z.string(),
  data: z.object({ failure: z.object({ code: z.string() }).optional() }).optional(),
});

/** The failure that a refusal names, or its own code. */
export function codeOf({ body }: Said): string {
  const parsed = problemSchema.safeParse(body);
  return parsed.success ? (parsed.data.data?.failure?.code ?? parsed.data.code) : 'NO_PROBLEM';
}
