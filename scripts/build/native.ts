import { cpSync, existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
});

/** One package as it is installed. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** Relative to the project, e.g. `node_modules/koffi`. */
  readonly dir: string;
}

/** Needed to compile a package, not to run it. */
const NOT_AT_RUN_TIME = new Set(['node-addon-api']);

/** What a program loads: scripts, manifests, licences, and the binaries of this platform. */
const KEPT = /(?:\.(?:js|cjs|mjs|json)|^licen[cs]e(?:\.\w+)?)$/i;
const KEPT_BINARY = /(?:linux[-_]x64(?:\.node|\/koffi\.node|\/[^/]*\.glibc\.node))$/;
const SOURCES = /^(?:deps|build|doc|vendor|test|tests|examples?|\.github)$/;

/** Node's own look-up, within the project: beside the package that asks, then further out. */
function find(name: string, from: string): string | null {
  for (let dir = from; ; dir = dirname(dir)) {
    const candidate = join(dir, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (dir === '.') return null;
  }
}

function readManifest(dir: string): z.output<typeof manifestSchema> {
  return manifestSchema.parse(JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')));
}

/**
 * `roots` and everything they need at run time, as installed from the lock file. An optional dependency that is not
 * installed is another platform's; throws where a required one is missing.
 */
export function closure(roots: readonly string[]): readonly InstalledPackage[] {
  const found = new Map<string, InstalledPackage>();
  const visit = (name: string, from: string, optional: boolean): void => {
    if (NOT_AT_RUN_TIME.has(name)) return;
    const dir = find(name, from);
    if (dir === null) {
      if (optional) return;
      throw new Error(`${name} is not installed`);
    }
    if (found.has(dir)) return;
    const manifest = readManifest(dir);
    found.set(dir, { name, version: manifest.version, license: manifest.license ?? 'unknown', dir });
    for (const wanted of Object.keys(manifest.optionalDependencies)) visit(wanted, dir, true);
    for (const wanted of Object.keys(manifest.dependencies))
      visit(wanted, dir, wanted in manifest.optionalDependencies);
  };
  for (const name of roots) visit(name, '.', false);
  return [...found.values()].sort((a, b) => (a.dir < b.dir ? -1 : 1));
}

/** Copies the packages below `out`, without sources, types, manuals and other platforms' binaries. */
export function copyPackages(packages: readonly InstalledPackage[], out: string): void {
  for (const { dir } of packages) {
    cpSync(dir, join(out, dir), {
      recursive: true,
      filter(file) {
        const inside = relative(dir, file);
        if (statSync(file).isDirectory()) return !SOURCES.test(inside) && basename(file) !== 'node_modules';
        return file.endsWith('.node') ? KEPT_BINARY.test(file) : KEPT.test(basename(file));
      },
    });
  }
}
