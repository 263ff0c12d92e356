import type { z } from 'zod';
import type { Clock } from '../kernel/ports.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Channel } from './channel.ts';
import { newCounters, type RpcCounters } from './counters.ts';
import { describeIssues, type RpcError } from './error.ts';
import { clientFrameSchema, decodeFrame, encodeFrame } from './frames.ts';
import type { EventBody, Link, VerbIn, VerbOut } from './link.ts';

export interface ConnectOptions {
  /** How long an answer may take, ms, where a call does not say otherwise. */
  readonly timeoutMs: number;
  readonly clock: Clock;
  /** Told when an event listener threw, for the log. */
  readonly report?: (what: string, cause: unknown) => void;
}

export interface Client<L extends Link> {
  /** Asks the other end. Always resolves; `timeoutMs` overrides the link's for this call. */
  call<V extends keyof L['verbs'] & string>(
    verb: V,
    input: VerbIn<L, V>,
    options?: { readonly timeoutMs?: number },
  ): Promise<Result<VerbOut<L, V>, RpcError>>;
  /** Listens to an event from now on; the returned function ends that. Register before awaiting anything. */
  on<E extends keyof L['events'] & string>(event: E, listener: (body: EventBody<L, E>) => void): () => void;
  onClose(listener: () => void): void;
  /** Ends the link; open calls resolve with `closed`. */
  close(): void;
  readonly counters: Readonly<RpcCounters>;
}

interface OpenCall {
  readonly verb: string;
  readonly out: z.ZodType;
  readonly settle: (result: Result<unknown, RpcError>) => void;
}

/** The calling end of `link`. What comes in is checked like anything from outside; nothing here throws for it. */
export function connect<const L extends Link>(channel: Channel, link: L, options: ConnectOptions): Client<L> {
  const counters = newCounters();
  const open = new Map<number, OpenCall>();
  const listeners = new Map<string, Set<(body: never) => void>>();
  let lastId = 0;
  let closed = false;

  const fail = (kind: RpcError['kind'], verb: string, message: string) => err<RpcError>({ kind, verb, message });

  const onAnswer = (id: number, give: (call: OpenCall) => Result<unknown, RpcError>): void => {
    const call = open.get(id);
    if (call === undefined) counters.unmatched += 1;
    else call.settle(give(call));
  };

  const checkOutput = (call: OpenCall, raw: unknown): Result<unknown, RpcError> => {
    const out = call.out.safeParse(raw);
    if (out.success) return ok(out.data);
    counters.badOutput += 1;
    return fail('badOutput', call.verb, `the answer does not fit: ${describeIssues(out.error)}`);
  };

  const onEvent = (event: string, raw: unknown): void => {
    const schema = Object.hasOwn(link.events, event) ? link.events[event] : undefined;
    if (schema === undefined) {
      counters.unknown += 1;
      return;
    }
    const body = schema.safeParse(raw);
    if (!body.success) {
      counters.badEvent += 1;
      return;
    }
    for (const listener of listeners.get(event) ?? []) {
      try {
        listener(body.data as never);
      } catch (cause) {
        counters.threw += 1;
        options.report?.(`event ${event}: listener threw`, cause);
      }
    }
  };

  channel.onText((text) => {
    counters.frames += 1;
    const decoded = decodeFrame(text, clientFrameSchema);
    if ('refused' in decoded) {
      counters[decoded.refused] += 1;
      return;
    }
    const frame = decoded.frame;
    if (frame.t === 'event') onEvent(frame.event, frame.body);
    else if (frame.t === 'answer') onAnswer(frame.id, (call) => checkOutput(call, frame.out));
    else onAnswer(frame.id, (call) => fail(frame.kind, call.verb, `refused by the other end: ${frame.kind}`));
  });
  channel.onClose(() => {
    closed = true;
    for (const call of [...open.values()]) call.settle(fail('closed', call.verb, 'the link ended before the answer'));
  });

  return {
    call(verb, input, { timeoutMs = options.timeoutMs } = {}) {
      type Out = VerbOut<L, typeof verb>;
      const schemas = Object.hasOwn(link.verbs, verb) ? link.verbs[verb] : undefined;
      if (schemas === undefined) return Promise.resolve(fail('unknownVerb', verb, 'this link has no such verb'));
      if (closed) return Promise.resolve(fail('closed', verb, 'the link has ended'));
      const parsed = schemas.in.safeParse(input);
      if (!parsed.success) {
        counters.badInput += 1;
        return Promise.resolve(fail('badInput', verb, `the input does not fit: ${describeIssues(parsed.error)}`));
      }
      lastId += 1;
      const id = lastId;
      const text = encodeFrame({ t: 'call', id, verb, in: parsed.data });
      if (text === null) {
        counters.badInput += 1;
        return Promise.resolve(fail('badInput', verb, 'the input is larger or deeper than a frame may be'));
      }
      return new Promise<Result<Out, RpcError>>((resolve) => {
        const cancel = options.clock.after(timeoutMs, () => {
          open.delete(id);
          resolve(fail('timeout', verb, `no answer within ${timeoutMs} ms`));
        });
        const settle = (result: Result<unknown, RpcError>): void => {
          cancel();
          open.delete(id);
          resolve(result as Result<Out, RpcError>);
        };
        open.set(id, { verb, out: schemas.out, settle });
        counters.sent += 1;
        channel.post(text);
      });
    },
    on(event, listener) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set);
      set.add(listener);
      return () => set.delete(listener);
    },
    onClose: (listener) => channel.onClose(listener),
    close: () => channel.close(),
    counters,
  };
}
