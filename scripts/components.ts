/** `npm run components`: the component page, built and served on loopback, until Ctrl-C. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildGallery, serveFolder, urlOf } from '../renderer/gallery/serve.ts';

const { values } = parseArgs({ options: { port: { type: 'string' }, json: { type: 'boolean' } } });

const dir = await mkdtemp(join(tmpdir(), 'minka-components-'));
const stopped = new Promise<void>((resolve) => {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => resolve());
});

let code = 0;
try {
  await buildGallery(dir);
  const server = await serveFolder(dir, { port: Number(values.port ?? 0), frames: true });
  const url = `${urlOf(server)}/`;
  console.log(values.json ? JSON.stringify({ url }) : `components ${url}\nCtrl-C ends it.`);
  await stopped;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  code = 1;
} finally {
  await rm(dir, { recursive: true, force: true });
}
process.exit(code);
