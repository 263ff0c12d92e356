import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { sleep } from '../../common/kernel/ports.ts';
import { type LabChild, spawnBound } from '../../simulator/lab/children.ts';
import { systemClock } from '../../wire/system.ts';
import { connectUnix } from '../../wire/unix-socket.ts';

/** Electron's main program in the build. */
const MAIN = resolve('dist/electron/main/index.js');

/** Starts Electron's shell; it is ready when the terminal answers on its control socket. */
export async function startElectron(
  executable: string,
  profileFile: string,
  runDir: string,
  windowed: boolean,
): Promise<LabChild> {
  const args = [MAIN, `--profile=${profileFile}`, ...(windowed ? ['--windowed'] : [])];
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is missing: npm run build`);
  const child = spawnBound(executable, args);
  const clock = systemClock();
  let ended = false;
  void child.exited.then(() => {
    ended = true;
  });
  for (let left = 200; left > 0; left--) {
    if (ended) throw new Error(`Electron ended; it said:\n${child.words()}`);
    const control = await connectUnix(`${runDir}/control.sock`, { retryMs: 0 });
    if (control.ok) {
      control.value.close();
      return { ...child, ready: {} };
    }
    await sleep(clock, 100);
  }
  await child.kill();
  throw new Error(`Electron was not ready within 20 s; it said:\n${child.words()}`);
}
