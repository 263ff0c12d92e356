import { connect, type Socket } from 'node:net';
import { z } from 'zod';

const answerSchema = z.looseObject({ id: z.int().nullable(), ok: z.boolean(), error: z.string().optional() });
type Answer = Readonly<Record<string, unknown>>;
type Parameters = Readonly<Record<string, unknown>>;

interface Call {
  readonly done: (answer: Answer) => void;
  readonly fail: (why: string) => void;
}

/** Drives the emulator process (`simulator/emulators.ts`) over its control socket: JSON lines, one answer per command. */
export interface SimClient {
  /** Rejects with the emulator's words when it refuses, and in its time when it is gone or silent. */
  command(cmd: string, parameters?: Parameters): Promise<Answer>;
  close(): void;
}

/** What a command may take beside the time that it was itself asked to wait, ms. */
const LIMIT_MS = 5000;

const isNumber = (value: unknown): value is number => typeof value === 'number';

/** How long a command waits by its own wish: for an entry to begin, and between the keys. */
function wishedMs(cmd: string, { waitMs, intervalMs, digits }: Parameters): number {
  // Everything that came out since the morning is laid out anew.
  if (cmd === 'printer.paper') return 60_000;
  if (cmd !== 'pin.type') return 0;
  const keys = typeof digits === 'string' ? digits.length + 1 : 0;
  return (isNumber(waitMs) ? waitMs : 5000) + (isNumber(intervalMs) ? intervalMs : 0) * keys;
}

function parsed(line: string): z.output<typeof answerSchema> | null {
  try {
    return answerSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/** Connects to `path` (…/sim.sock). `limitMs`: when a command without an answer is given up. */
export function connectSim(path: string, limitMs = LIMIT_MS): Promise<SimClient> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(path);
    const open = new Map<number, Call>();
    let lastId = 0;
    let buffered = '';
    let closed = false;

    /** Settles each call once, whatever comes first: answer, end of the connection, or the time. */
    const command = (cmd: string, parameters: Parameters = {}): Promise<Answer> =>
      new Promise((done, fail) => {
        if (closed) return fail(new Error('the emulators are gone'));
        const id = ++lastId;
        const allowed = limitMs + wishedMs(cmd, parameters);
        const end = (): void => {
          clearTimeout(timer);
          open.delete(id);
        };
        const call: Call = {
          done: (answer) => {
            end();
            done(answer);
          },
          fail: (why) => {
            end();
            fail(new Error(why));
          },
        };
        const timer = setTimeout(() => call.fail(`the emulators did not answer ${cmd} within ${allowed} ms`), allowed);
        open.set(id, call);
        socket.write(`${JSON.stringify({ id, cmd, ...parameters })}\n`);
      });

    socket.setEncoding('utf8');
    // It stays: a socket whose error nobody hears ends the process.
    socket.on('error', reject);
    socket.on('close', () => {
      closed = true;
      for (const call of open.values()) call.fail('the emulators are gone');
    });
    socket.on('data', (data: string) => {
      buffered += data;
      for (let end = buffered.indexOf('\n'); end >= 0; end = buffered.indexOf('\n')) {
        const answer = parsed(buffered.slice(0, end));
        buffered = buffered.slice(end + 1);
        const call = open.get(answer?.id ?? -1);
        if (answer?.ok) call?.done(answer);
        else call?.fail(answer?.error ?? 'the emulators refused');
      }
    });
    socket.once('connect', () =>
      resolve({
        command,
        close() {
          closed = true;
          socket.destroy();
        },
      }),
    );
  });
}
