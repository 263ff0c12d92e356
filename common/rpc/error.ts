import type { z } from 'zod';

/**
 * Why a call gave no answer.
 * `timeout` nothing came in time · `closed` the link ended · `badInput`/`badOutput` a schema refused it, here or there ·
 * `unknownVerb` not on this link · `internal` the other end's handler failed (its text stays there).
 */
export interface RpcError {
  readonly kind: 'timeout' | 'closed' | 'badInput' | 'badOutput' | 'unknownVerb' | 'internal';
  readonly verb: string;
  /** For logs: what and where, never a value. */
  readonly message: string;
}

/** Places and kinds of a schema's complaints, without the values that caused them (they may be personal data). */
export function describeIssues(error: z.ZodError): string {
  const shown = error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.map(String).join('.') || '(root)'}: ${issue.code}`);
  const more = error.issues.length - shown.length;
  return shown.join('; ') + (more > 0 ? `; and ${more} more` : '');
}
