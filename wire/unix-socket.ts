import { chmodSync, lstatSync, mkdirSync, statSync, unlinkSync } from 'node:fs';
import { createServer, connect as netConnect, type Server, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { err, ok, type Result } from '../common/kernel/result.ts';
import type { CountingChannel } from '../common/rpc/channel.ts';
import { socketChannel } from './socket-channel.ts';

/** Why a socket could not be opened. `inUse`: somebody answers there; `place`: the folder or path is not fit for it. */
export interface SocketError {
  readonly kind: 'inUse' | 'place' | 'absent';
  readonly message: string;
}

export interface UnixListener {
  readonly path: string;
  /** Ends the listener and every link it took; resolves when the socket's file is gone. */
  close(): Promise<void>;
}

/** sun_path of Linux holds 108 bytes with its end mark; a longer path would be cut silently. */
const MAX_PATH_BYTES = 107;
const PROBE_MS = 1000;

/**
 * Listens on a Unix socket that only this user reaches: 0600, in a folder of 0700 (made when missing). A file left by
 * a dead process is removed, but only after nobody answered on it; a file that is no socket is never touched.
 */
export async function listenUnix(
  path: string,
  onChannel: (channel: CountingChannel) => void,
): Promise<Result<UnixListener, SocketError>> {
  const place = checkPlace(path);
  if (place !== null) return err({ kind: 'place', message: place });
  const cleared = await clearStale(path);
  if (!cleared.ok) return cleared;

  const open = new Set<CountingChannel>();
  const server = createServer((socket) => {
    const channel = socketChannel(socket);
    open.add(channel);
    channel.onClose(() => open.delete(channel));
    onChannel(channel);
  });
  const failure = await started(server, path);
  if (failure !== null) {
    return err({ kind: failure.code === 'EADDRINUSE' ? 'inUse' : 'place', message: failure.message });
  }
  return ok({
    path,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const channel of [...open]) channel.close();
      }),
  });
}

/**
 * Connects to a Unix socket. While nobody listens there it tries again, for `retryMs` in all (0: once).
 */
export async function connectUnix(
  path: string,
  { retryMs }: { readonly retryMs: number },
): Promise<Result<CountingChannel, SocketError>> {
  const until = performance.now() + retryMs;
  for (;;) {
    const attempt = await dial(path);
    if (attempt.ok) return ok(socketChannel(attempt.value));
    if (performance.now() >= until) return err({ kind: 'absent', message: `nobody listens (${attempt.error})` });
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function dial(path: string): Promise<Result<Socket, string>> {
  return new Promise((resolve) => {
    const socket = netConnect({ path });
    const timer = setTimeout(() => onError({ code: 'no answer' }), PROBE_MS);
    const onConnect = (): void => {
      clearTimeout(timer);
      socket.off('error', onError);
      resolve(ok(socket));
    };
    const onError = (error: { readonly code?: string | undefined }): void => {
      clearTimeout(timer);
      socket.off('connect', onConnect);
      socket.destroy();
      resolve(err(error.code ?? 'failed'));
    };
    socket.once('connect', onConnect);
    socket.once('error', onError);
  });
}

function checkPlace(path: string): string | null {
  if (Buffer.byteLength(path) > MAX_PATH_BYTES) return `the path has more than ${MAX_PATH_BYTES} bytes`;
  const dir = dirname(path);
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const stat = statSync(dir);
    if ((stat.mode & 0o077) !== 0) return 'the folder of the socket is open to other users (it must be 0700)';
    if (process.getuid !== undefined && stat.uid !== process.getuid()) return 'the folder belongs to another user';
    return null;
  } catch (error) {
    return `the folder cannot be used (${codeOf(error)})`;
  }
}

async function clearStale(path: string): Promise<Result<null, SocketError>> {
  try {
    if (!lstatSync(path).isSocket()) return err({ kind: 'place', message: 'a file that is no socket stands there' });
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? ok(null) : err({ kind: 'place', message: codeOf(error) });
  }
  const probe = await dial(path);
  if (probe.ok) probe.value.destroy();
  // Only a refusal proves that no process holds it; a silent one may be busy.
  if (probe.ok || probe.error !== 'ECONNREFUSED') return err({ kind: 'inUse', message: 'somebody answers there' });
  unlinkSync(path);
  return ok(null);
}

function started(server: Server, path: string): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(path, () => {
      server.removeListener('error', resolve);
      // The folder's 0700 already kept others out between the two calls.
      chmodSync(path, 0o600);
      resolve(null);
    });
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'failed';
}
