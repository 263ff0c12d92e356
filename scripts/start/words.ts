import type { ShellKind } from './choose.ts';

/** What was started, for a person and for `--json`. */
export interface Started {
  readonly shell: ShellKind;
  /** `lab`: emulators and reference servers were started with it; `site`: the profile's own. */
  readonly on: 'lab' | 'site';
  readonly profile: string;
  /** A one-time link to the screen; null where the shell shows it by itself. */
  readonly screen: string | null;
  /** A one-time link to the dock; null outside a lab. */
  readonly dock: string | null;
  readonly servers: Readonly<Record<string, string>> | null;
}

const SHOWN: Readonly<Record<ShellKind, string>> = {
  electron: 'The kiosk is open in Electron.',
  chromium: 'The kiosk is open in Chromium.',
  url: 'No display: open the kiosk in a browser of this machine (or through `ssh -L`, with the same port number).',
};

/** What a person reads after the start. */
export function startedWords(started: Started, enter: boolean): string {
  const lines = [SHOWN[started.shell]];
  if (started.screen !== null) {
    lines.push(`  kiosk  ${started.screen}`);
    lines.push('         works once, within 60 s; opening it again is refused and reported to the operator');
  }
  if (started.dock !== null) {
    lines.push(`  dock   ${started.dock}`);
    lines.push('         people with cards, the pin pad, the paper, the network: play with it; works once');
  }
  if (started.servers !== null) {
    for (const [name, url] of Object.entries(started.servers)) lines.push(`  ${name.padEnd(9)}${url}`);
    lines.push('Lab: everything is made up, nothing is charged. 演示·无效');
  }
  lines.push(`${enter && hasLinks(started) ? 'Enter makes fresh links. ' : ''}Ctrl-C ends everything.`);
  return `${lines.join('\n')}\n`;
}

export function hasLinks({ screen, dock }: Pick<Started, 'screen' | 'dock'>): boolean {
  return screen !== null || dock !== null;
}
