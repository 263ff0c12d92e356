import { z } from 'zod';
import { connect } from '../connect.ts';
import { defineLink } from '../link.ts';
import { memoryChannelPair } from '../memory-channel.ts';
import { type Handlers, serve } from '../serve.ts';
import { manualClock } from './manual-clock.ts';

export const link = defineLink({
  verbs: {
    greet: { in: z.object({ name: z.string().max(10) }), out: z.object({ text: z.string() }) },
    keep: { in: z.object({ value: z.json() }), out: z.object({}) },
  },
  events: { count: z.object({ n: z.int().nonnegative() }) },
});

const healthy: Handlers<typeof link> = { greet: ({ name }) => ({ text: `hello ${name}` }), keep: () => ({}) };

export function linked(handlers: Partial<Handlers<typeof link>> = {}) {
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
export function rawServer(handlers: Partial<Handlers<typeof link>> = {}) {
  const [a, b] = memoryChannelPair();
  const sent: unknown[] = [];
  a.onText((text) => sent.push(JSON.parse(text)));
  const server = serve(b, link, { ...healthy, ...handlers });
  return { a, sent, server };
}

/** The calling end alone, with raw frames in and out. */
export function rawClient() {
  const [a, b] = memoryChannelPair();
  const clock = manualClock();
  const client = connect(a, link, { timeoutMs: 1000, clock });
  return { b, client, clock };
}
