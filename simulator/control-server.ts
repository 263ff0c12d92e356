import { createServer, type Server } from 'node:net';
import { z } from 'zod';
import { readJsonLines } from '../wire/json-lines.ts';
import { type SimCommand, simCommandSchema } from './control.ts';

const withId = z.object({ id: z.int() });

/**
 * Serves the control socket: each line is checked, handed to `run`, and answered in its own time. What `run` throws
 * is the answer's `error`; a line that is no command is answered too, so that a typing slip in a test shows.
 */
export function serveControl(path: string, run: (command: SimCommand) => Promise<object>): Promise<Server> {
  const server = createServer((socket) => {
    const say = (answer: object): void => {
      if (socket.writable) socket.write(`${JSON.stringify(answer)}\n`);
    };
    socket.on('error', () => socket.destroy());
    readJsonLines(socket, (line) => {
      const id = withId.safeParse(line).data?.id ?? null;
      const command = simCommandSchema.safeParse(line);
      if (!command.success) {
        say({ id, ok: false, error: z.prettifyError(command.error) });
        return;
      }
      run(command.data).then(
        (answer) => say({ id, ok: true, ...answer }),
        (error: unknown) => say({ id, ok: false, error: error instanceof Error ? error.message : String(error) }),
      );
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => resolve(server));
  });
}
