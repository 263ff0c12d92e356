import { type Logger, pino } from 'pino';
import type { Audit } from '../ports.ts';

export type { Logger } from 'pino';

/** JSON lines to stderr. No body, no identity and no validated input ever goes into a line. */
export function createLogger(terminal: string): Logger {
  return pino(
    { base: { terminal }, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  );
}

/** An error as a log may hold it: its kind and where it was thrown; its message may quote what it choked on. */
export function describeCause(cause: unknown): { readonly name: string; readonly at: readonly string[] } {
  if (!(cause instanceof Error)) return { name: typeof cause, at: [] };
  const frames = (cause.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const code = 'code' in cause ? ` ${String(cause.code)}` : '';
  return { name: `${cause.name}${code}`, at: frames.slice(0, 8).map((line) => line.trim()) };
}

/** An auditable act as a line of the log, beside its row. */
export function auditLine(log: Logger): Audit {
  return (code, facts) => log.info({ audit: code, ...facts }, 'audit');
}

/** For parts that report what went wrong on our own side. */
export function reporter(log: Logger): (what: string, cause: unknown) => void {
  return (what, cause) => log.error({ cause: describeCause(cause) }, what);
}
