import type { SelftestCheck, SelftestId } from '../../common/contracts/cli/selftest.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import { type CliFailure, describeFailure } from '../failure.ts';
import type { Language } from '../text.ts';

/** What one look found: good, good for now, or what is the matter. `detail`: where, and what exactly; nobody's data. */
export type Finding =
  | { readonly kind: 'good'; readonly detail: string }
  | { readonly kind: 'soon' | 'bad'; readonly failure: CliFailure };

export const good = (detail: string): Finding => ({ kind: 'good', detail });
export const bad = (code: FailureCode, detail: string | null = null): Finding => ({
  kind: 'bad',
  failure: { code, detail },
});
export const soon = (code: FailureCode, detail: string): Finding => ({ kind: 'soon', failure: { code, detail } });

/** A finding by the name of what was looked at, with the time it took, ms. */
export interface Looked {
  readonly id: SelftestId;
  readonly finding: Finding;
  readonly ms: number;
}

/** Looks and takes the time. What throws is found bad: one look must not end the others. */
export async function look(id: SelftestId, work: () => Finding | Promise<Finding>): Promise<Looked> {
  const begun = performance.now();
  let finding: Finding;
  try {
    finding = await work();
  } catch (cause) {
    finding = bad('TERMINAL_INTERNAL', cause instanceof Error ? cause.message : null);
  }
  return { id, finding, ms: Math.round(performance.now() - begun) };
}

/** A finding as `selftest --json` has it. */
export function checkOf({ id, finding, ms }: Looked, language: Language): SelftestCheck {
  if (finding.kind === 'good') return { id, ok: true, code: null, message: finding.detail, remedy: null, ms };
  const { code, message, remedy } = describeFailure(finding.failure, language);
  return { id, ok: finding.kind === 'soon', code, message, remedy, ms };
}
