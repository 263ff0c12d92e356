import { err, ok, type Result } from '../common/kernel/result.ts';

/**
 * The audit's commands. `waitSeconds`: how long each card of the proof is waited for. Without `database` a terminal is asked; with it the file itself, of no running
 * terminal.
 */
export type AuditCommand =
  | { readonly kind: 'auditList'; readonly limit: number }
  | { readonly kind: 'auditVerify'; readonly against: string | null; readonly waitSeconds: number }
  | {
      readonly kind: 'auditInspect';
      readonly database: string;
      /** Null: the key file of the site profile. */
      readonly keyFile: string | null;
      readonly against: string | null;
    };

export const AUDIT_TAKES: Readonly<Record<string, readonly string[]>> = {
  'audit list': ['profile', 'limit'],
  'audit verify': ['profile', 'wait', 'against', 'database', 'key-file'],
};

export interface AuditValues {
  readonly limit?: string | undefined;
  readonly against?: string | undefined;
  readonly database?: string | undefined;
  readonly 'key-file'?: string | undefined;
}

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 500;

/** How many rows of a list are wanted; the failure says what may be. */
export function limitOf(text: string = String(DEFAULT_LIMIT)): Result<number, string> {
  const many = /^[1-9]\d{0,2}$/.test(text) && Number(text) <= MAX_LIMIT;
  return many ? ok(Number(text)) : err(`--limit takes 1 to ${MAX_LIMIT}`);
}

/** The audit command of that name, or a sentence that says what is wrong with it. */
export function parseAudit(name: string, values: AuditValues, waitSeconds: number): Result<AuditCommand, string> {
  if (name === 'audit list') {
    const limit = limitOf(values.limit);
    return limit.ok ? ok({ kind: 'auditList', limit: limit.value }) : limit;
  }
  const { against = null, database = null, 'key-file': keyFile = null } = values;
  for (const [option, value] of Object.entries({ against, database, 'key-file': keyFile }))
    if (value === '') return err(`--${option} takes a file`);
  if (database !== null) return ok({ kind: 'auditInspect', database, keyFile, against });
  return keyFile === null ? ok({ kind: 'auditVerify', against, waitSeconds }) : err('--key-file goes with --database');
}
