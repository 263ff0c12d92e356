import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { ok } from '../../../common/kernel/result.ts';
import { memoryChannelPair } from '../../../common/rpc/memory-channel.ts';
import { startScreenServer } from '../../../shell/screen-server.ts';
import { createTokenDesk, startPageHtml, writeStartPage } from '../../../shell/start-page.ts';
import { systemClock, systemRandom } from '../../../wire/system.ts';
import { until } from './x-screen.ts';

const saidSchema = z.object({
  said: z.enum(['hello', 'state', 'note']),
  document: z.string(),
  href: z.string(),
  zoom: z.number(),
  width: z.number(),
  text: z.string().optional(),
});
/** What the page tells: a new document is there, how it stands, or a word about an attempt. */
export type Said = z.infer<typeof saidSchema>;

/**
 * The shell's own screen server with the hostile page in place of the renderer, as after a script injection: same
 * origin, same gate, same headers. What the terminal's side would be, is the test's hand in the page.
 */
export interface StandIn {
  readonly origin: string;
  /** Another server on this machine: what must never be reached. */
  readonly elsewhere: string;
  readonly said: Said[];
  /** Paths that were asked for elsewhere. */
  readonly hits: string[];
  /** Sends one command to every page that is connected. */
  tell(command: Readonly<Record<string, unknown>>): void;
  /** How the page stands now; null: it does not answer within a second (it is gone, or a dialog holds it). */
  ask(): Promise<Said | null>;
  startPage(dir: string): string;
  stop(): Promise<void>;
}

export async function startStandIn(): Promise<StandIn> {
  const tokens = createTokenDesk(systemClock(), systemRandom);
  const pages = new Set<(text: string) => void>();
  const said: Said[] = [];
  const hits: string[] = [];
  const server = await startScreenServer({
    dist: join(import.meta.dirname, '../hostile'),
    tokens,
    random: systemRandom,
    onTokenReused: () => undefined,
    log: () => undefined,
    dialTerminal: async () => {
      const [near, far] = memoryChannelPair();
      const post = (text: string): void => near.post(text);
      pages.add(post);
      near.onText((text) => {
        const parsed = saidSchema.safeParse(JSON.parse(text));
        if (parsed.success) said.push(parsed.data);
      });
      near.onClose(() => pages.delete(post));
      return ok(far);
    },
  });
  const other = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path !== '/favicon.ico') hits.push(path);
    if (path.startsWith('/auth')) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="elsewhere"' }).end();
    } else if (path.startsWith('/file')) {
      response.writeHead(200, { 'content-disposition': 'attachment; filename="taken.bin"' }).end('taken');
    } else if (path.startsWith('/pdf')) {
      response.writeHead(200, { 'content-type': 'application/pdf' }).end(PDF);
    } else {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<title>elsewhere</title><body style="background:red">');
    }
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const elsewhere = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  const tell = (command: Readonly<Record<string, unknown>>): void => {
    for (const post of pages) post(JSON.stringify({ elsewhere, ...command }));
  };
  return {
    origin: server.origin,
    elsewhere,
    said,
    hits,
    tell,
    async ask() {
      const heard = said.length;
      tell({ cmd: 'state' });
      await until(() => said.slice(heard).some((each) => each.said === 'state'), 1000).catch(() => undefined);
      return said.slice(heard).findLast((each) => each.said === 'state') ?? null;
    },
    startPage(dir) {
      const file = join(dir, 'issued.html');
      writeStartPage(file, startPageHtml(server.origin, tokens.issue()));
      return file;
    },
    async stop() {
      await server.close();
      other.closeAllConnections();
      await new Promise((resolve) => other.close(resolve));
    },
  };
}

const PDF =
  '%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF';
