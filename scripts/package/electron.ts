import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build as builder, Platform } from 'electron-builder';
import { checkFuses } from '../../electron/fuses.ts';
import { builderConfiguration } from '../../electron/packaging/builder.ts';
import { findElectronRuntime } from '../../electron/runtime.ts';
import { build } from '../build.ts';

export interface ElectronReport {
  /** False only where there is a runtime and its package could not be made. */
  readonly ok: boolean;
  /** The packaged folder, or null where nothing was made. */
  readonly dir: string | null;
  /** The sentence for the person. */
  readonly words: string;
}

/**
 * Packages the Electron shell with electron-builder where Electron's runtime is installed, and reads the fuses back
 * from what came out. Without a runtime nothing is made and the report says so: that is no failure.
 */
export async function packageElectron(out: string): Promise<ElectronReport> {
  const runtime = findElectronRuntime(process.cwd(), process.env);
  if (!runtime.ok) {
    const ok = runtime.error.kind === 'absent';
    return { ok, dir: null, words: `Electron runtime not installed: skipped (${runtime.error.message})` };
  }
  const work = mkdtempSync(join(tmpdir(), 'minka-electron-'));
  try {
    const dist = join(work, 'dist');
    await build(dist);
    const config = builderConfiguration(dist, runtime.value, join(out, 'electron'));
    await builder({ targets: Platform.LINUX.createTarget('dir'), config, publish: 'never' });
    const dir = join(out, 'electron/linux-unpacked');
    const fuses = await checkFuses(join(dir, 'minka-terminal'));
    return fuses.ok
      ? { ok: true, dir, words: `${dir}: fuses set and read back` }
      : { ok: false, dir, words: `${dir}: ${fuses.error}` };
  } catch (error) {
    return { ok: false, dir: null, words: `electron-builder: ${error instanceof Error ? error.message : 'failed'}` };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
