import type { AllFacts } from './facts.ts';
import type { Limits, PartName } from './limits.ts';

/** A part that is no use any more, and how that shows. */
export interface Verdict {
  readonly part: PartName;
  readonly why: 'hung' | 'blank';
}

/** Terminal and host that do not come up, and a terminal that stopped beating. */
export function judgeProcesses({ terminal, host }: AllFacts, now: number, limits: Limits): readonly Verdict[] {
  const late = (facts: AllFacts[PartName], part: PartName): boolean =>
    facts.state === 'starting' && now - facts.since > limits.startMs[part];
  const verdicts: Verdict[] = [];
  if (late(terminal, 'terminal') || (terminal.state === 'up' && now - terminal.sign > limits.silentMs)) {
    verdicts.push({ part: 'terminal', why: 'hung' });
  }
  if (late(host, 'host')) verdicts.push({ part: 'host', why: 'hung' });
  return verdicts;
}

/**
 * A screen without proof of drawn frames. The proofs come through the terminal: while that is away or silent nothing
 * is known, and the screen gets its time anew afterwards (`unheard`).
 */
export function judgeScreen({ terminal, screen }: AllFacts, now: number, limits: Limits): 'fine' | 'blank' | 'unheard' {
  if (terminal.state !== 'up' || now - terminal.sign > 2 * limits.tickMs + limits.asleepMs) return 'unheard';
  const silent = screen.state === 'up' && now - screen.sign > limits.blankMs;
  const late = screen.state === 'starting' && now - screen.since > limits.startMs.screen;
  return silent || late ? 'blank' : 'fine';
}
