import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { z } from 'zod';
import { labFileSchema } from '../../common/contracts/cli/sim.ts';
import { type DockCommand, type DockErrorCode, dockAnswerSchema } from '../../common/contracts/dock/commands.ts';
import { type DockState, dockStateSchema } from '../../common/contracts/dock/state.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import { labFile } from '../../wire/state-dir.ts';

/** Why a lab did not do it. SIM_: before it was reached. */
export interface SimFailure {
  readonly code: DockErrorCode | 'SIM_NO_LAB' | 'SIM_NO_ANSWER' | 'SIM_FILE';
  readonly detail: string | null;
}
const fail = (code: SimFailure['code'], detail: string | null = null): Result<never, SimFailure> =>
  err({ code, detail });

/** A running lab's dock, over the socket that only this user may open. */
export interface LabClient {
  state(): Promise<Result<DockState, SimFailure>>;
  run(command: DockCommand): Promise<Result<null, SimFailure>>;
  /** What hangs out of the printer as PNG; null: nothing. */
  paper(): Promise<Result<Buffer | null, SimFailure>>;
  /** A fresh one-time link to the page. */
  link(): Promise<Result<string, SimFailure>>;
}

const TIMEOUT_MS = 15_000;

interface Reply {
  readonly status: number;
  readonly body: Buffer;
}

function ask(socketPath: string, method: string, path: string, body?: unknown): Promise<Result<Reply, SimFailure>> {
  return new Promise((resolve) => {
    const call = request({ socketPath, method, path, timeout: TIMEOUT_MS }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => resolve(ok({ status: response.statusCode ?? 0, body: Buffer.concat(pieces) })));
      response.on('error', (error) => resolve(fail('SIM_NO_ANSWER', error.message)));
    });
    call.on('timeout', () => call.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)));
    call.on('error', (error: NodeJS.ErrnoException) => {
      const gone = error.code === 'ENOENT' || error.code === 'ECONNREFUSED';
      resolve(gone ? fail('SIM_NO_LAB') : fail('SIM_NO_ANSWER', error.message));
    });
    call.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

function parsed<T extends z.ZodType>(schema: T, body: Buffer): Result<z.output<T>, SimFailure> {
  try {
    const value = schema.safeParse(JSON.parse(body.toString('utf8')));
    return value.success ? ok(value.data) : fail('SIM_NO_ANSWER', 'the dock answered something unexpected');
  } catch {
    return fail('SIM_NO_ANSWER', 'the dock did not answer JSON');
  }
}

/** The lab that the launcher announced in this user's state directory. */
export function findLab(env: NodeJS.ProcessEnv): Result<LabClient, SimFailure> {
  const file = labFile(env);
  if (file === null) return fail('SIM_NO_LAB', 'neither XDG_STATE_HOME nor HOME names a directory');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return fail('SIM_NO_LAB');
  }
  const told = parsed(labFileSchema, Buffer.from(text));
  if (!told.ok) return fail('SIM_NO_LAB', `${file} cannot be read`);
  const { socket } = told.value;
  const answerOf = (body: Buffer): Result<null, SimFailure> => {
    const answer = parsed(dockAnswerSchema, body);
    if (!answer.ok) return answer;
    return answer.value.ok ? ok(null) : err(answer.value.error);
  };
  return ok({
    async state() {
      const reply = await ask(socket, 'GET', '/state');
      if (!reply.ok) return reply;
      if (reply.value.status === 200) return parsed(dockStateSchema, reply.value.body);
      const refused = answerOf(reply.value.body);
      return refused.ok ? fail('SIM_NO_ANSWER') : refused;
    },
    async run(command) {
      const reply = await ask(socket, 'POST', '/do', command);
      return reply.ok ? answerOf(reply.value.body) : reply;
    },
    async paper() {
      const reply = await ask(socket, 'GET', '/paper.png');
      if (!reply.ok) return reply;
      return ok(reply.value.status === 200 ? reply.value.body : null);
    },
    async link() {
      const reply = await ask(socket, 'POST', '/link');
      if (!reply.ok) return reply;
      const link = parsed(z.object({ url: z.url() }), reply.value.body);
      return link.ok ? ok(link.value.url) : link;
    },
  });
}
