import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { labFileSchema } from '../common/contracts/cli/sim.ts';
import { loadProfile } from '../kiosk-config/load.ts';
import { labFile } from '../wire/state-dir.ts';
import { connectUnix } from '../wire/unix-socket.ts';

/**
 * The site profile of this user's lab, where it was started from this checkout and its terminal answers; else null. Of
 * another checkout's lab nobody knows whether it speaks our contracts.
 */
export async function runningLab(env: NodeJS.ProcessEnv, root: string): Promise<string | null> {
  const file = labFile(env);
  if (file === null) return null;
  const told = readLabFile(file);
  if (told === null || told.profile === null || told.root !== root) return null;
  const loaded = loadProfile(told.profile);
  if (!loaded.ok) return null;
  const link = await connectUnix(join(loaded.value.profile.paths.run, 'control.sock'), { retryMs: 0 });
  if (!link.ok) return null;
  link.value.close();
  return told.profile;
}

function readLabFile(file: string) {
  try {
    return labFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
