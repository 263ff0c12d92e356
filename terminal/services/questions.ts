import type { FailureCode } from '../../common/contracts/failures.ts';
import { formatDate } from '../../common/kernel/dates.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import type { Result } from '../../common/kernel/result.ts';
import type { Failure } from '../ports.ts';
import type { Effect, SessionEvent } from '../session/events.ts';
import { checkCode, NOT_ASKED } from './check-code.ts';
import type { WithCore } from './core.ts';
import { askHome } from './home.ts';
import { askLoss } from './loss.ts';
import { type PolicyShelf, turnTo } from './policy-pages.ts';
import { askService, type ServiceDeps } from './resident-services.ts';
import type { Timings } from './timings.ts';
import { within } from './within.ts';

export interface QuestionDeps {
  readonly clock: Clock;
  readonly timings: Timings;
  readonly dispatch: (event: SessionEvent) => void;
  readonly withCore: WithCore;
  /** A question of the services that has not ended within this is told as one that nobody answered, ms. */
  readonly questionMs: number;
  readonly policies: PolicyShelf;
  /** Whether the session still waits for the answer of this number. */
  readonly awaited: (op: number) => boolean;
}

/** What is asked beside the payment: of the benefits server, of the centre's certificates, of the policy pages. */
type Question = Extract<Effect, { kind: 'askLoss' | 'askHome' | 'askService' | 'checkCertificate' | 'askPolicy' }>;

/** Asks; every question ends in one event of its number. */
export function createQuestions(deps: QuestionDeps): (question: Question) => void {
  const { clock, timings, dispatch, withCore } = deps;

  const unanswered = (code: FailureCode) => ({ ok: false, error: { code, reason: null } }) as const;

  /** Asks the benefits server; without it, where asking throws or takes too long, it counts as one that cannot be reached. */
  const askBenefits = <T>(
    ask: (deps: ServiceDeps) => Promise<Result<T, Failure>>,
    tell: (result: Result<T, Failure>) => void,
    late: FailureCode = 'BENEFITS_UNREACHABLE',
  ): void => {
    const timed = timings.begin('benefits');
    withCore(
      async ({ benefits, papers }) => {
        const asked = ask({ benefits, papers, timing: timings.record });
        const result = await within<Result<T, Failure>>(clock, deps.questionMs, asked, () => unanswered(late));
        timed.end();
        tell(result);
      },
      () => {
        timed.drop();
        tell(unanswered('BENEFITS_UNREACHABLE'));
      },
    );
  };

  return (effect) => {
    switch (effect.kind) {
      case 'askLoss':
        askBenefits(
          (deps) => askLoss(deps, effect),
          (result) => dispatch({ kind: 'lossAsked', op: effect.op, result }),
        );
        return;
      case 'askHome':
        askBenefits(
          (deps) => askHome(deps, effect.holder),
          (result) => dispatch({ kind: 'homeAsked', op: effect.op, result }),
        );
        return;
      case 'askService':
        askBenefits(
          (own) => askService({ ...own, awaited: () => deps.awaited(effect.op) }, effect.holder, effect),
          (result) => dispatch({ kind: 'serviceAsked', op: effect.op, result }),
          // What was declared may have arrived.
          effect.act === 'declare' ? 'DECLARATION_UNKNOWN' : 'BENEFITS_UNREACHABLE',
        );
        return;
      case 'checkCertificate':
        withCore(
          async ({ checkCertificate }) => {
            const told = await within(
              clock,
              deps.questionMs,
              checkCode(checkCertificate, effect.code),
              () => NOT_ASKED,
            );
            dispatch({ kind: 'certificateChecked', op: effect.op, told });
          },
          () => dispatch({ kind: 'certificateChecked', op: effect.op, told: NOT_ASKED }),
        );
        return;
      case 'askPolicy': {
        const turn = turnTo(deps.policies, { ...effect, today: formatDate(clock.now()) });
        dispatch({ kind: 'policyAsked', op: effect.op, ...turn });
        return;
      }
    }
  };
}
