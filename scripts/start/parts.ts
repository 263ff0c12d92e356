import { join, resolve } from 'node:path';
import { loadProfile } from '../../kiosk-config/load.ts';
import { findChromium } from '../../shell/browser/find-chromium.ts';
import { requireNoOtherLab } from '../../simulator/dock/lab-file.ts';
import { playOptions, type RunningDock, startDock } from '../../simulator/dock/start.ts';
import { type LabChild, startChild } from '../../simulator/lab/children.ts';
import { type Lab, startLab } from '../../simulator/lab/lab.ts';
import type { ShellKind } from './choose.ts';
import { openDockWindow } from './dock-window.ts';
import { startElectron } from './electron.ts';

export interface Wanted {
  readonly shell: ShellKind;
  readonly windowed: boolean;
  /** A site's profile; null: a lab with everything in it. */
  readonly profile: string | null;
  /** Electron's executable, where it is what was chosen. */
  readonly electron: string | null;
}

/** A started terminal. */
export interface Running {
  readonly shell: LabChild;
  readonly profile: string;
  readonly servers: Readonly<Record<string, string>> | null;
  readonly dock: RunningDock | null;
  stop(): Promise<void>;
}

/** Starts what is wanted. Rejects with what the part said that did not come up. */
export async function startParts(wanted: Wanted): Promise<Running> {
  return wanted.profile === null ? startPlay(wanted) : startSite(wanted, resolve(wanted.profile));
}

function browserOf({ shell, windowed }: Wanted): 'kiosk' | 'window' | null {
  if (shell !== 'chromium') return null;
  return windowed ? 'window' : 'kiosk';
}

async function startSite(wanted: Wanted, profile: string): Promise<Running> {
  const browser = browserOf(wanted);
  const shell =
    wanted.electron === null
      ? await startChild('shell/main.ts', ['--profile', profile, ...(browser ? ['--browser', browser] : [])], 25_000)
      : await startElectron(wanted.electron, profile, runDirOf(profile), wanted.windowed);
  return { shell, profile, servers: null, dock: null, stop: () => shell.stop() };
}

function runDirOf(profile: string): string {
  const loaded = loadProfile(profile);
  if (!loaded.ok) throw new Error(loaded.error.map((p) => `${p.path}: ${p.message} (${p.allowed})`).join('; '));
  return loaded.value.profile.paths.run;
}

function serversOf({ centre, his, operator, benefits, cashier }: Lab['urls']): Running['servers'] {
  return { centre, his, operator, benefits, cashier };
}

async function startPlay(wanted: Wanted): Promise<Running> {
  const browser = browserOf(wanted);
  const { electron } = wanted;
  await requireNoOtherLab(process.env);
  const lab = await startLab({
    ...playOptions,
    cashier: true,
    ...(browser === null ? {} : { browser }),
    ...(electron === null
      ? {}
      : { startShell: (profile, runDir) => startElectron(electron, profile, runDir, wanted.windowed) }),
  });
  try {
    const dock = await startDock(lab, { env: process.env });
    const chromium = findChromium();
    // Over a kiosk that takes the whole screen nobody would see it.
    const beside = wanted.windowed && wanted.shell !== 'url' && chromium !== null;
    const window = beside ? openDockWindow(chromium, dock.link(), join(lab.dir, 'dock-browser')) : null;
    return {
      shell: lab.shell,
      profile: lab.profileFile,
      servers: serversOf(lab.urls),
      dock,
      async stop() {
        await Promise.all([window?.end(500), dock.stop()]);
        await lab.stop();
      },
    };
  } catch (error) {
    await lab.stop();
    throw error;
  }
}
