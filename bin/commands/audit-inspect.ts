import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { auditReportSchema } from '../../common/contracts/cli/audit.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import { databaseKey } from '../../kiosk-config/key-file.ts';
import { loadProfile } from '../../kiosk-config/load.ts';
import { readJsonLines } from '../../wire/json-lines.ts';
import type { Deadline } from '../deadline.ts';
import { type CliFailure, failure, failureOf } from '../failure.ts';
import { reported } from './audit.ts';
import type { Outcome } from './done.ts';

export interface InspectOptions {
  readonly profileFile: string;
  readonly database: string;
  readonly keyFile: string | null;
  readonly against: string | null;
  /** `terminal/audit/verify-main`, which may open a database. */
  readonly script: string;
  readonly env: NodeJS.ProcessEnv;
  readonly deadline: Deadline;
  readonly onKillable: (kill: () => void) => void;
}

const answerSchema = z.union([
  z.object({ report: auditReportSchema }),
  z.object({ error: z.object({ code: z.string() }) }),
]);

function keyOf({ keyFile, profileFile }: InspectOptions): Result<string, CliFailure> {
  const no = (why: string) => err(failure('AUDIT_KEY', why));
  const loaded = loadProfile(profileFile);
  if (!loaded.ok) return err(failure('CONFIG_INVALID'));
  const { profile } = loaded.value;
  const file = keyFile ?? profile.paths.keyFile;
  if (file === undefined) {
    const sealed = databaseKey(profile);
    return sealed.ok ? sealed : no(sealed.error);
  }
  try {
    const key = readFileSync(file, 'utf8').trim().toLowerCase();
    return /^[0-9a-f]{64}$/.test(key) ? ok(key) : no('the key file does not hold 64 hex digits');
  } catch {
    return no('the key file is unreadable');
  }
}

/**
 * `audit verify --database`: a file that no terminal has open, with the key at hand. The key goes over the child's
 * stdin, never into an argument or a variable, which other processes could read.
 */
export async function auditInspect(options: InspectOptions): Promise<Outcome> {
  const { script, env, deadline, profileFile, database, against } = options;
  const key = keyOf(options);
  if (!key.ok) return key;
  const args = [script, '--profile', profileFile, '--database', database];
  if (against !== null) args.push('--against', against);
  const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'ignore'] });
  options.onKillable(() => child.kill('SIGKILL'));
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const unusable = (why: string): void => resolve(err(failure('TERMINAL_UNREACHABLE', why)));
  const late = setTimeout(() => {
    child.kill('SIGKILL');
    unusable('the database was not read in time');
  }, deadline.left());
  child.once('error', (error) => unusable(error.message));
  child.once('exit', (code, signal) => unusable(`ended with ${signal ?? code}`));
  child.stdin.on('error', () => undefined);
  readJsonLines(child.stdout, (value) => {
    const answer = answerSchema.safeParse(value);
    if (!answer.success) unusable('something unexpected was said');
    else if ('report' in answer.data) resolve(ok(reported(answer.data.report)));
    else resolve(err(failureOf(answer.data.error.code, database)));
  });
  child.stdin.write(`${JSON.stringify({ databaseKey: key.value })}\n`);
  const outcome = await promise;
  clearTimeout(late);
  return outcome;
}
