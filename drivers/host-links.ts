import { ok, type Result } from '../common/kernel/result.ts';
import type { Channel } from '../common/rpc/channel.ts';
import type { ParentPort } from '../wire/parent-port.ts';
import { listenUnix, type SocketError } from '../wire/unix-socket.ts';

/** Takes the terminal's links: message ports from Electron's main process, else a Unix socket at `path`. */
export async function acceptTerminals(
  parent: ParentPort | null,
  path: string,
  onChannel: (channel: Channel) => void,
): Promise<Result<{ close(): Promise<void> }, SocketError>> {
  if (parent === null) return listenUnix(path, onChannel);
  parent.onLink('terminal', onChannel);
  return ok({ close: () => Promise.resolve() });
}

export function sayReady(parent: ParentPort | null): void {
  if (parent !== null) parent.say({ kind: 'ready' });
  else process.stdout.write(`${JSON.stringify({ ready: true, pid: process.pid })}\n`);
}

export function sayFailed(parent: ParentPort | null, code: string, message: string): void {
  if (parent !== null) parent.say({ kind: 'failed', code, message });
  else process.stdout.write(`${JSON.stringify({ ready: false, error: { code, message } })}\n`);
}
