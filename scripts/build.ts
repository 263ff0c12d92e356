/**
 * `npm run build`: what runs at a site, in `dist/`: both shells, terminal, device host and command line as JavaScript, the
 * screens with hashed names, the native packages of the lock file, and a manifest that lists every file.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build as viteBuild } from 'vite';
import { z } from 'zod';
import { formatDate } from '../common/kernel/dates.ts';
import { buildElectron } from '../electron/build.config.ts';
import { loadPolicies } from '../kiosk-config/policy-pages/load.ts';
import { closure, copyPackages } from './build/native.ts';
import { bundleProgram, nativePackages, programs } from './build/programs.ts';
import { listFiles, type ShippedFile } from './build/tree.ts';

export interface BuildReport {
  readonly out: string;
  readonly version: string;
  readonly files: readonly ShippedFile[];
}

/** Data that a program reads from beside itself (`new URL('./…', import.meta.url)`): source, and place in the tree. */
const DATA = [['drivers/receipt-printer/glyphs/rare-24.bin', 'drivers/rare-24.bin']] as const;

/** The policy pages that come with the sources: a page that is not in order ends the build. */
function checkPolicyPages(): void {
  const { problems } = loadPolicies('kiosk-config/policy', formatDate(Date.now()));
  if (problems.length === 0) return;
  throw new Error(
    problems.map(({ file, line, message, allowed }) => `${file}:${line} ${message}: ${allowed}`).join('\n'),
  );
}

/** Our own version and licence; the names of our dependencies do not go with the product. */
const manifestSchema = z.object({ name: z.string(), version: z.string(), license: z.string() });

/**
 * Builds everything into `out`. What lay there before goes, except the screens where they are already built
 * (`keepScreens`). Rejects with the bundler's words.
 */
export async function build(out: string, keepScreens = false): Promise<BuildReport> {
  checkPolicyPages();
  mkdirSync(out, { recursive: true });
  for (const name of readdirSync(out))
    if (!(keepScreens && /^(?:renderer|\.renderer-sources)$/.test(name)))
      rmSync(join(out, name), { recursive: true, force: true });
  if (!existsSync(join(out, 'renderer/index.html')))
    await viteBuild({
      configFile: 'renderer/vite.config.ts',
      logLevel: 'error',
      build: { outDir: join(out, 'renderer'), emptyOutDir: true },
    });
  for (const program of programs) await bundleProgram(program, out);
  await buildElectron(out);
  for (const [from, to] of DATA) copyFileSync(from, join(out, to));
  copyPackages(closure(nativePackages), out);

  const { name, version, license } = manifestSchema.parse(JSON.parse(readFileSync('package.json', 'utf8')));
  writeFileSync(join(out, 'package.json'), `${JSON.stringify({ name, version, license, type: 'module' }, null, 2)}\n`);
  const files = listFiles(out).filter(({ path }) => !path.startsWith('.') && path !== 'manifest.json');
  writeFileSync(join(out, 'manifest.json'), `${JSON.stringify({ name, version, files }, null, 1)}\n`);
  return { out, version, files };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, 'keep-screens': { type: 'boolean' }, json: { type: 'boolean' } },
  });
  const { out, version, files } = await build(resolve(values.out ?? 'dist'), values['keep-screens'] ?? false);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (values.json) console.log(JSON.stringify({ ok: true, out, version, files: files.length, bytes }));
  else console.log(`${out}: version ${version}, ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB`);
}
