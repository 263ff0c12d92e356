import { join } from 'node:path';
import type { AfterPackContext, Configuration } from 'electron-builder';
import { setFuses } from '../fuses.ts';
import type { ElectronRuntime } from '../runtime/find.ts';

/**
 * electron-builder's configuration for the Linux package of the Electron shell. `dist` is the finished build, whose
 * `package.json` electron-builder completes with our entry; `runtime` was verified before. Nothing is downloaded and
 * nothing is rebuilt: the native packages are Node-API and lie in `dist/node_modules`.
 */
export function builderConfiguration(dist: string, runtime: ElectronRuntime, out: string): Configuration {
  return {
    appId: 'cn.minka.terminal',
    productName: 'Minka',
    directories: { app: dist, output: out },
    electronDist: runtime.dir,
    electronVersion: runtime.version,
    npmRebuild: false,
    buildDependenciesFromSource: false,
    nodeGypRebuild: false,
    asar: true,
    // A library is loaded by the system's loader, which reads no archive.
    asarUnpack: ['**/*.node'],
    extraMetadata: { main: 'electron/main/index.js' },
    // The Chromium shell has no use here. The build's manifest has: production checks the installation against it.
    files: ['**/*', '!shell/**'],
    publish: null,
    linux: { target: 'dir', executableName: 'minka-terminal', category: 'Utility' },
    afterPack: fuseAfterPack,
  };
}

/** Sets and reads back the fuses before anything else touches the program; a difference stops the packaging. */
export async function fuseAfterPack({ appOutDir, packager }: AfterPackContext): Promise<void> {
  const name = packager.platform.name === 'windows' ? `${packager.appInfo.productFilename}.exe` : 'minka-terminal';
  const set = await setFuses(join(appOutDir, name));
  if (!set.ok) throw new Error(`fuses: ${set.error}`);
}
