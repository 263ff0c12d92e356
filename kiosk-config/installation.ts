import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { SiteProfile } from './schema.ts';

/** What the build lists of itself (`dist/manifest.json`). */
const manifestSchema = z.object({ files: z.array(z.object({ path: z.string() })) });

/** What a package puts beside `dist/` (Electron: beside its archive). Anything else there is somebody's addition. */
const BESIDE = new Set(['dist', 'node', 'sbom.cdx.json', 'app.asar', 'app.asar.unpacked']);

/**
 * What lies in the installation at `root` (the folder that holds `terminal/`) and was not put there by the build:
 * sources, emulators, test data, anything. Empty for an installed package. Names what it finds by path, at most ten.
 */
export function foreignParts(root: string): readonly string[] {
  const manifest = readManifest(join(root, 'manifest.json'));
  if (manifest === null) return ['no manifest of a build: these are sources'];
  const own = new Set(['manifest.json', ...manifest]);
  const inside = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !own.has(path) && !path.startsWith('.'));
  const beside = readdirSync(dirname(root)).filter((name) => !BESIDE.has(name) && !name.startsWith('.'));
  return [...inside, ...beside.map((name) => `../${name}`)].slice(0, 10);
}

/** Production runs from a package and nothing else (DESIGN §4, Mode): the sentence of the refusal, or null. */
export function installationProblem({ mode }: Pick<SiteProfile, 'mode'>, root: string): string | null {
  if (mode !== 'production') return null;
  const foreign = foreignParts(root);
  return foreign.length === 0 ? null : `production runs from a package only; found here: ${foreign.join(', ')}`;
}

function readManifest(file: string): readonly string[] | null {
  if (!existsSync(file)) return null;
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data.files.map(({ path }) => path) : null;
  } catch {
    return null;
  }
}
