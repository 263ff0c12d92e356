import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { type DockAnswer, dockCommandSchema } from '../../common/contracts/dock/commands.ts';
import type { Dock } from './dock.ts';
import { answerFor, DockFailure } from './failure.ts';
import { send } from './http.ts';

const MAX_BODY = 16_384;
/** Pages that follow at once; a browser keeps six connections to a host. */
const MAX_STREAMS = 8;

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  request.setEncoding('utf8');
  for await (const piece of request) {
    text += String(piece);
    if (text.length > MAX_BODY) throw new DockFailure('DOCK_BAD_COMMAND', `more than ${MAX_BODY} characters`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new DockFailure('DOCK_BAD_COMMAND', 'not JSON');
  }
}

/** Which parts of a command were refused; the library's own sentences are for nobody. */
function refusedFields({ issues }: z.ZodError): string | null {
  const fields = issues.flatMap(({ path }) => (path.length === 0 ? [] : [path.join('.')]));
  return fields.length === 0 ? null : fields.join(', ').slice(0, 200);
}

async function act(dock: Dock, request: IncomingMessage): Promise<DockAnswer> {
  try {
    const command = dockCommandSchema.safeParse(await bodyOf(request));
    if (!command.success) throw new DockFailure('DOCK_BAD_COMMAND', refusedFields(command.error));
    return await dock.run(command.data);
  } catch (cause) {
    return answerFor(cause);
  }
}

/** Answers the calls of page and command line; false where the path is none of them. */
export type DockApi = (request: IncomingMessage, response: ServerResponse) => boolean;

/** The dock's calls: GET /state, GET /events (server-sent), POST /do, GET /paper.png, GET /torn/N.png. */
export function createApi(dock: Dock): DockApi {
  let streams = 0;

  function events(response: ServerResponse): void {
    if (streams >= MAX_STREAMS) {
      send(response, 503, 'text/plain', '503\n');
      return;
    }
    streams += 1;
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    const tell = (state: unknown): void => void response.write(`data: ${JSON.stringify(state)}\n\n`);
    const end = dock.listen(tell);
    response.once('close', () => {
      streams -= 1;
      end();
    });
    dock.state().then(tell, () => {
      const before = dock.last();
      if (before === null) response.end();
      else tell(before);
    });
  }

  function picture(response: ServerResponse, png: Buffer | undefined): void {
    if (png === undefined || png.length === 0) send(response, 404, 'text/plain', '404\n');
    else send(response, 200, 'image/png', png);
  }

  return (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (request.method === 'POST' && path === '/do') {
      void act(dock, request).then((answer) =>
        send(response, answer.ok ? 200 : 409, 'application/json', JSON.stringify(answer)),
      );
      return true;
    }
    if (request.method !== 'GET') return false;
    const torn = /^\/torn\/(\d{1,6})\.png$/.exec(path)?.[1];
    if (path === '/state') {
      dock.state().then(
        (state) => send(response, 200, 'application/json', JSON.stringify(state)),
        (cause: unknown) => send(response, 503, 'application/json', JSON.stringify(answerFor(cause))),
      );
    } else if (path === '/events') events(response);
    else if (path === '/paper.png') picture(response, dock.tray.hanging()?.png);
    else if (torn !== undefined) picture(response, dock.tray.torn()[Number(torn) - 1]?.png);
    else return false;
    return true;
  };
}
