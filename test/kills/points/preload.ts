/**
 * Loaded before `terminal/main.ts` (node --import), which it leaves as it is: it wraps the library of the database,
 * `node:https` and `node:net`, so that every point of a settlement has a name and the process can die at one.
 * `MINKA_POINTS` = {"trace": FILE, "arm": {"label", "nth"} | null}; later orders come over the parent's IPC channel.
 */
import { z } from 'zod';
import { watchCommits } from './commits.ts';
import { watchExchanges } from './exchanges.ts';
import { watchHostLink } from './host-link.ts';
import { createTrigger } from './trigger.ts';

const armSchema = z.object({ label: z.string(), nth: z.int().min(1) }).nullable();
const orderSchema = z.object({ arm: armSchema });
const orders = orderSchema.extend({ trace: z.string() }).parse(JSON.parse(process.env['MINKA_POINTS'] ?? 'null'));

const trigger = createTrigger(orders.trace);
trigger.arm(orders.arm);
watchCommits(trigger);
watchExchanges(trigger);
watchHostLink(trigger);
process.on('message', (message) => {
  trigger.arm(orderSchema.parse(message).arm);
  process.send?.('armed');
});
// The channel must not keep a process alive that is told to end.
process.channel?.unref();
