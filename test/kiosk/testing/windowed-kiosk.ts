import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type LabChild, startChild } from '../../../simulator/lab/children.ts';
import { DEBIAN_OPENBOX } from './bench.ts';
import { startXScreen, type XScreen } from './x-screen.ts';

/** What `npm start -- --windowed` runs after its set-up, on an X screen of its own with an everyday window manager. */
export interface WindowedKiosk {
  readonly screen: XScreen;
  readonly shell: LabChild;
  /** The lab's folder: its run directory, its emulators' socket. */
  readonly labDir: string;
  stop(): Promise<void>;
}

export async function startWindowedKiosk(): Promise<WindowedKiosk> {
  const dir = mkdtempSync(join(tmpdir(), 'minka-windowed-'));
  const screen = await startXScreen({ dir, width: 1760, height: 1000, openboxRc: DEBIAN_OPENBOX });
  const gone = async (): Promise<void> => {
    await screen.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    const shell = await startChild('scripts/start.ts', ['--windowed', '--chromium', '--json'], 40_000, {
      DISPLAY: screen.display,
      // A lab that the machine's user plays with is another one.
      XDG_STATE_HOME: dir,
    });
    return {
      screen,
      shell,
      labDir: dirname(String(shell.ready['profile'])),
      async stop() {
        await shell.stop();
        await gone();
      },
    };
  } catch (error) {
    await gone();
    throw error;
  }
}
