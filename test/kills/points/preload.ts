/**
 * Loaded before `terminal/main.ts` (node --import), which it leaves as it is: it wraps the library of the database,
 * `node:https` and `node:net`, so that every point of a settlement has a name and the process can die at one.
 * `MINKA_POINTS` = {"trace": FILE, "arm": {"label", "nth"} | null}; later orders come over the parent's IPC channel.
 */
import { watchCommits } from './commits.ts';
import { watchExchanges } from './exchanges.ts';
import { watchHostLink } from './host-link.ts';
import { type Arm, createTrigger } from './trigger.ts';

/** From this lane's own parent, and read at every start: without a schema library, whose start is a tenth of ours. */
interface Orders {
  readonly trace: string;
  readonly arm: Arm | null;
}
const { trace, arm } = JSON.parse(process.env['MINKA_POINTS'] ?? '{}') as Partial<Orders>;
if (trace === undefined) throw new Error('MINKA_POINTS names no trace');

const trigger = createTrigger(trace);
trigger.arm(arm ?? null);
watchCommits(trigger);
watchExchanges(trigger);
watchHostLink(trigger);
process.on('message', (message) => {
  trigger.arm((message as Orders).arm);
  process.send?.('armed');
});
// The channel must not keep a process alive that is told to end.
process.channel?.unref();
