import { type FuseConfig, FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';
import { err, ok, type Result } from '../common/kernel/result.ts';

/**
 * Every fuse of Electron, decided. `strictlyRequireAllFuses`: a fuse that a later Electron adds stops the packaging
 * until somebody has decided it too.
 */
export const FUSES = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  // Nobody runs our program as a plain Node, inside or out.
  [FuseV1Options.RunAsNode]: false,
  // Ours are not kept at all; a stray one shall not lie in clear.
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // Checked by Electron on Windows and macOS; on Linux the package's file list and a read-only root stand in.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // We ship no snapshot of our own for the main process.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Pages come from app://; file:// needs no more rights than a browser gives it.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // V8's default: bounds checks by the processor. No page of ours runs WebAssembly, so either would do.
  [FuseV1Options.WasmTrapHandlers]: true,
} as const satisfies FuseConfig;

/** Sets the fuses of a packaged program and reads them back. The file's signature, if any, must come after. */
export async function setFuses(executable: string): Promise<Result<null, string>> {
  try {
    await flipFuses(executable, FUSES);
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
  return checkFuses(executable);
}

/** Compares what stands in the program with what must; err names the first that differs. Never throws. */
export async function checkFuses(executable: string): Promise<Result<null, string>> {
  try {
    const wire = await getCurrentFuseWire(executable);
    const fuses = Object.entries(FuseV1Options).filter(([, at]) => typeof at === 'number');
    for (const [name, at] of fuses) {
      const key = at as FuseV1Options;
      const wanted = FUSES[key] ? FuseState.ENABLE : FuseState.DISABLE;
      const found = wire[key];
      // A removed fuse is one that this Electron no longer has: it cannot be open.
      if (found !== wanted && found !== FuseState.REMOVED) return err(`the fuse ${name} is not as it must be`);
    }
    return ok(null);
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}
