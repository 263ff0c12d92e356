import { connect, type Socket } from 'node:net';

interface Answer {
  readonly id: number;
  readonly ok: boolean;
  readonly error?: string;
}

/** Drives the emulator process (`simulator/emulators.ts`) over its control socket: JSON lines, one answer per command. */
export interface SimClient {
  /** Rejects with the emulator's words when it refuses. */
  command(cmd: string, parameters?: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>;
  close(): void;
}

/** Connects to `path` (…/sim.sock). */
export function connectSim(path: string): Promise<SimClient> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(path);
    const open = new Map<
      number,
      { resolve: (answer: Readonly<Record<string, unknown>>) => void; reject: (error: Error) => void }
    >();
    let lastId = 0;
    let buffered = '';
    socket.setEncoding('utf8');
    socket.once('error', reject);
    socket.on('close', () => {
      for (const call of open.values()) call.reject(new Error('the emulators are gone'));
      open.clear();
    });
    socket.on('data', (data: string) => {
      buffered += data;
      for (let end = buffered.indexOf('\n'); end >= 0; end = buffered.indexOf('\n')) {
        const answer = JSON.parse(buffered.slice(0, end)) as Answer & Record<string, unknown>;
        buffered = buffered.slice(end + 1);
        const call = open.get(answer.id);
        open.delete(answer.id);
        if (answer.ok) call?.resolve(answer);
        else call?.reject(new Error(answer.error ?? 'the emulators refused'));
      }
    });
    socket.once('connect', () =>
      resolve({
        command: (cmd, parameters = {}) =>
          new Promise((done, fail) => {
            lastId += 1;
            open.set(lastId, { resolve: done, reject: fail });
            socket.write(`${JSON.stringify({ id: lastId, cmd, ...parameters })}\n`);
          }),
        close: () => socket.destroy(),
      }),
    );
  });
}
