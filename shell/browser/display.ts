import { connect } from 'node:net';
import type { Clock } from '../../common/kernel/ports.ts';

/** How long a display may take to say hello, ms: its socket is on this machine. */
const PATIENCE_MS = 1000;
/** Between two looks for one that is not there: X may start after us, or again. */
const LOOK_MS = 500;

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const line = connect({ path: socket });
    const end = (there: boolean) => (): void => {
      line.destroy();
      resolve(there);
    };
    line.setTimeout(PATIENCE_MS, end(false)).once('connect', end(true)).once('error', end(false));
  });
}

/**
 * Whether the display that `env` names is there: for a display of this machine (`:N`) its socket is tried, by name and
 * by file, as X's own clients do. Another machine's, and Wayland's, are taken at their word.
 */
export async function displayAnswers(env: NodeJS.ProcessEnv): Promise<boolean> {
  if (env['WAYLAND_DISPLAY']) return true;
  const display = env['DISPLAY'] ?? '';
  const number = /^(?:unix)?:(\d{1,5})(?:\.\d+)?$/.exec(display)?.[1];
  if (number === undefined) return display !== '';
  const file = `/tmp/.X11-unix/X${number}`;
  return (await answers(`\0${file}`)) || answers(file);
}

/** Calls `open` once the display is there, and `missing` once where it is not yet. Answers how to give that up. */
export function whenDisplayed(
  env: NodeJS.ProcessEnv,
  clock: Clock,
  { open, missing }: { readonly open: () => void; readonly missing: () => void },
): () => void {
  let given = false;
  let cancel = (): void => undefined;
  const look = async (first: boolean): Promise<void> => {
    const there = await displayAnswers(env);
    if (given) return;
    if (there) {
      open();
      return;
    }
    if (first) missing();
    cancel = clock.after(LOOK_MS, () => void look(false));
  };
  void look(true);
  return () => {
    given = true;
    cancel();
  };
}
