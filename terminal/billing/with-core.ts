import { err, type Result } from '../../common/kernel/result.ts';
import type { Failure } from '../ports.ts';
import { failed } from './answers.ts';
import type { BillingCore, BillingDeps } from './deps.ts';

/** Does something with the core; what the store throws is a failure like any other. */
export type WithCore = <T>(work: (core: BillingCore) => Promise<Result<T, Failure>>) => Promise<Result<T, Failure>>;

export function createWithCore(deps: Pick<BillingDeps, 'core' | 'fault' | 'failureOf'>): {
  readonly withCore: WithCore;
  readonly noCore: () => Failure;
} {
  const noCore = (): Failure => failed(deps.fault() ?? 'STORE_LOCKED');
  return {
    noCore,
    async withCore(work) {
      const core = deps.core();
      if (core === null) return err(noCore());
      try {
        return await work(core);
      } catch (cause) {
        return err(failed(deps.failureOf(cause)));
      }
    },
  };
}
