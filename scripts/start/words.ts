import type { Language } from '../../common/strings/language.ts';
import { type StartKey, startStrings } from '../../common/strings/start.ts';
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

/** A sentence of `npm start` with its values put in. */
export function sayStart(language: Language, key: StartKey, values: Readonly<Record<string, string>> = {}): string {
  return startStrings[key][language].replace(/\{(\w+)\}/g, (mark, name: string) => values[name] ?? mark);
}

/** What a person reads after the start. */
export function startedWords(started: Started, enter: boolean, language: Language): string {
  const say = (key: StartKey, values?: Readonly<Record<string, string>>): string => sayStart(language, key, values);
  const lines = [say(`shown_${started.shell}`)];
  if (started.screen !== null) lines.push(say('kiosk', { url: started.screen }), say('kioskNote'));
  if (started.dock !== null) lines.push(say('dock', { url: started.dock }), say('dockNote'));
  if (started.servers !== null) {
    for (const [name, url] of Object.entries(started.servers)) lines.push(`  ${name.padEnd(9)}${url}`);
    lines.push(say('profile', { file: started.profile }), say('lab'));
  }
  lines.push(`${enter && hasLinks(started) ? say('enter') : ''}${say('end')}`);
  return `${lines.join('\n')}\n`;
}

export function hasLinks({ screen, dock }: Pick<Started, 'screen' | 'dock'>): boolean {
  return screen !== null || dock !== null;
}
