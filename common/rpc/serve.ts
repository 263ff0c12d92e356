import type { z } from 'zod';
import type { Channel } from './channel.ts';
import { newCounters, type RpcCounters } from './counters.ts';
import { describeIssues } from './error.ts';
import { decodeFrame, encodeFrame, type Frame, serverFrameSchema } from './frames.ts';
import type { Link } from './link.ts';

/** One function per verb. It gets checked input; what it returns is checked before it is sent. */
export type Handlers<L extends Link> = {
  readonly [V in keyof L['verbs']]: (
    input: z.output<L['verbs'][V]['in']>,
  ) => z.input<L['verbs'][V]['out']> | Promise<z.input<L['verbs'][V]['out']>>;
};

export interface Served<L extends Link> {
  /** Sends an event. A body that the link's schema refuses is counted, reported and not sent. */
  emit<E extends keyof L['events'] & string>(event: E, body: z.input<L['events'][E]>): void;
  /** Ends the link; answers still in work are dropped. */
  close(): void;
  readonly counters: Readonly<RpcCounters>;
}

export interface ServeOptions {
  /** Told of what is wrong on this side (a handler threw, an answer or event does not fit), for the log. */
  readonly report?: (what: string, cause: unknown) => void;
}

/** Calls that one link may have open at a time; more are counted and dropped. */
export const MAX_OPEN_CALLS = 1024;

/**
 * Serves `link` on a channel. No frame, however broken, makes it throw: broken frames are counted and dropped; a call
 * of a known verb with bad input, or whose handler throws, is refused with a code and no text.
 */
export function serve<const L extends Link>(
  channel: Channel,
  link: L,
  handlers: Handlers<L>,
  options: ServeOptions = {},
): Served<L> {
  const counters = newCounters();
  const open = new Set<number>();
  let closed = false;
  const report = (what: string, cause: unknown): void => options.report?.(what, cause);

  const send = (frame: Frame): boolean => {
    if (closed) return true;
    const text = encodeFrame(frame);
    if (text === null) return false;
    counters.sent += 1;
    channel.post(text);
    return true;
  };

  const answer = (id: number, verb: string, schema: z.ZodType, result: unknown): void => {
    const out = schema.safeParse(result);
    if (out.success && send({ t: 'answer', id, out: out.data })) return;
    counters.badOutput += 1;
    report(`${verb}: answer ${out.success ? 'too large' : describeIssues(out.error)}`, null);
    send({ t: 'refused', id, kind: 'badOutput' });
  };

  const run = async (id: number, verb: keyof L['verbs'] & string, rawInput: unknown): Promise<void> => {
    try {
      const schemas = link.verbs[verb] as L['verbs'][typeof verb];
      const input = schemas.in.safeParse(rawInput);
      if (!input.success) {
        counters.badInput += 1;
        send({ t: 'refused', id, kind: 'badInput' });
        return;
      }
      // The schema that made `input` is the one that types this handler; TypeScript cannot follow that by key.
      const handler = handlers[verb] as (input: unknown) => unknown;
      answer(id, verb, schemas.out, await handler(input.data));
    } catch (cause) {
      counters.threw += 1;
      report(`${verb}: handler threw`, cause);
      send({ t: 'refused', id, kind: 'internal' });
    } finally {
      open.delete(id);
    }
  };

  channel.onText((text) => {
    counters.frames += 1;
    const decoded = decodeFrame(text, serverFrameSchema);
    if ('refused' in decoded) counters[decoded.refused] += 1;
    else {
      const { id, verb } = decoded.frame;
      if (!Object.hasOwn(link.verbs, verb)) counters.unknown += 1;
      else if (open.has(id)) counters.unmatched += 1;
      else if (open.size >= MAX_OPEN_CALLS) counters.flooded += 1;
      else {
        open.add(id);
        void run(id, verb, decoded.frame.in);
      }
    }
  });
  channel.onClose(() => {
    closed = true;
  });

  return {
    emit(event, body) {
      const schema = Object.hasOwn(link.events, event) ? link.events[event] : undefined;
      const parsed = schema?.safeParse(body);
      if (parsed?.success && send({ t: 'event', event, body: parsed.data })) return;
      counters.badEvent += 1;
      const why = parsed === undefined ? 'unknown' : parsed.success ? 'too large' : describeIssues(parsed.error);
      report(`event ${event}: ${why}`, null);
    },
    close() {
      closed = true;
      channel.close();
    },
    counters,
  };
}
