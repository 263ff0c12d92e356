import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, resolve } from 'node:path';
import { labFileSchema } from '../../common/contracts/cli/sim.ts';
import { labWords } from '../../common/strings/dock/lab.ts';
import { languageOf } from '../../common/strings/language.ts';
import { labFile } from '../../wire/state-dir.ts';

/** How long a lab may take to accept a connection before it counts as dead, ms. */
const ANSWER_MS = 2000;

function say(env: NodeJS.ProcessEnv, key: keyof typeof labWords, values: Readonly<Record<string, string>>): string {
  return labWords[key][languageOf(env)].replace(/\{(\w+)\}/g, (mark, name: string) => values[name] ?? mark);
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const call = connect(socket);
    const end = (answered: boolean): void => {
      call.destroy();
      resolve(answered);
    };
    call.setTimeout(ANSWER_MS, () => end(false));
    call.once('connect', () => end(true));
    call.once('error', () => end(false));
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The process whose lab this user's lab file names, where it lives and its socket answers; else null. */
async function liveLab(env: NodeJS.ProcessEnv): Promise<number | null> {
  const file = labFile(env);
  if (file === null) return null;
  try {
    const told = labFileSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (!told.success || !isAlive(told.data.pid)) return null;
    return (await answers(told.data.socket)) ? told.data.pid : null;
  } catch {
    return null;
  }
}

/**
 * Rejects, with a sentence, where this user has a lab that runs: the second would use the first one's card reader and
 * die with it, and `minka sim` can find one only. What a dead lab left is no obstacle.
 */
export async function requireNoOtherLab(env: NodeJS.ProcessEnv): Promise<void> {
  const pid = await liveLab(env);
  if (pid !== null) throw new Error(say(env, 'second', { pid: String(pid) }));
}

/** Where a lab's dock and its terminal's site profile are. */
export interface LabPlace {
  readonly socket: string;
  readonly profile: string;
}

/** The checkout that this file belongs to. */
const ROOT = resolve(import.meta.dirname, '../..');

/**
 * Tells `minka` where the lab is; the file is this user's alone. Answers how to take that back. Where it cannot be
 * written the lab goes on, and `warn` hears why.
 */
export function announceLab(env: NodeJS.ProcessEnv, lab: LabPlace, warn: (text: string) => void): () => void {
  const file = labFile(env);
  if (file === null) return () => undefined;
  const text = `${JSON.stringify({ ...lab, root: ROOT, pid: process.pid })}\n`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, text, { mode: 0o600 });
    renameSync(draft, file);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    warn(say(env, 'unannounced', { file, why }));
    return () => undefined;
  }
  return () => {
    try {
      // A lab that was started after this one has its own words there.
      if (readFileSync(file, 'utf8') === text) rmSync(file);
    } catch {
      // Somebody took it away already.
    }
  };
}
