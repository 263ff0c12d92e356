import { z } from 'zod';
import type { DockAnswer, DockErrorCode } from '../../common/contracts/dock/commands.ts';

/** A command that was not done, on its way up to the answer. Thrown inside the dock only. */
export class DockFailure extends Error {
  readonly code: DockErrorCode;
  readonly detail: string | null;
  constructor(code: DockErrorCode, detail: string | null = null) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

/** The answer to a command that ended with this; what nobody foresaw is a part that is gone, with its words. */
export function answerFor(cause: unknown): DockAnswer {
  if (cause instanceof DockFailure) return { ok: false, error: { code: cause.code, detail: cause.detail } };
  // An answer that was none: what the library says of it is for nobody.
  if (cause instanceof z.ZodError) return { ok: false, error: { code: 'DOCK_PART_GONE', detail: null } };
  const detail = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
  return { ok: false, error: { code: 'DOCK_PART_GONE', detail: detail?.slice(0, 300) ?? null } };
}
