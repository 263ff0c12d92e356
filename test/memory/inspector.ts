import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { WebSocket } from 'ws';
import { z } from 'zod';

/** Where Node's own inspector listens in a process that was sent SIGUSR1; one process at a time. */
const PORT = 9229;
const TRIES = 100;
const TRY_MS = 100;

const targetsSchema = z.array(z.object({ webSocketDebuggerUrl: z.string() })).min(1);
const messageSchema = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  params: z.object({ chunk: z.string() }).partial().optional(),
  result: z.unknown().optional(),
});
const valueSchema = z.object({ result: z.object({ value: z.unknown().optional() }) });

/** The address of whoever listens there, or null. */
async function listening(): Promise<string | null> {
  const answer = await fetch(`http://127.0.0.1:${PORT}/json/list`).catch(() => null);
  const targets = targetsSchema.safeParse(await answer?.json());
  return targets.data?.[0]?.webSocketDebuggerUrl ?? null;
}

async function until<T>(what: string, look: () => Promise<T | null>): Promise<T> {
  for (let tried = 0; tried < TRIES; tried++) {
    const found = await look();
    if (found !== null) return found;
    await pause(TRY_MS);
  }
  throw new Error(what);
}

/** V8 cuts strings in a snapshot at 1024 characters, and much stands in longer ones. */
const WHOLE_STRINGS = '--heap-snapshot-string-limit=100000000';
/** The same for a browser, as an argument of its own. */
export const browserWritesWholeStrings = `--js-flags=${WHOLE_STRINGS}`;

/**
 * The heap snapshot of a Node process that knows nothing of being looked at: SIGUSR1 opens the inspector, which is
 * closed again. The process stands still meanwhile, a second or several.
 */
export async function heapOfProcess(pid: number): Promise<string> {
  if ((await listening()) !== null) throw new Error(`port ${PORT} is taken: whose heap would that be?`);
  process.kill(pid, 'SIGUSR1');
  const address = await until(`process ${pid} opened no inspector`, listening);
  const socket = new WebSocket(address, { perMessageDeflate: false, maxPayload: 0 });
  const chunks: string[] = [];
  const waiting = new Map<number, (result: unknown) => void>();
  socket.on('message', (data) => {
    const { id, method, params, result } = messageSchema.parse(JSON.parse(data.toString()));
    if (method === 'HeapProfiler.addHeapSnapshotChunk') chunks.push(params?.chunk ?? '');
    if (id !== undefined) waiting.get(id)?.(result);
  });
  await new Promise((opened) => socket.once('open', opened));
  const call = (method: string, params: object): Promise<unknown> =>
    new Promise((done) => {
      const id = waiting.size + 1;
      waiting.set(id, done);
      socket.send(JSON.stringify({ id, method, params }));
    });
  const evaluate = async (expression: string): Promise<unknown> =>
    valueSchema.parse(await call('Runtime.evaluate', { expression, returnByValue: true })).result.value;

  const set = `process.getBuiltinModule('node:v8').setFlagsFromString('${WHOLE_STRINGS}'); process.pid`;
  if ((await evaluate(set)) !== pid) throw new Error(`port ${PORT} is not that of process ${pid}`);
  await call('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await evaluate("void setTimeout(() => process.getBuiltinModule('node:inspector').close(), 50)");
  // Closing waits for whoever is connected.
  socket.terminate();
  await until(`process ${pid} did not close its inspector`, async () => ((await listening()) === null ? true : null));
  return chunks.join('');
}

/** The heap snapshot of everything that runs in a page, the parts of the browser that it holds among it. */
export async function heapOfPage(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('');
}
