import { err } from '../../common/kernel/result.ts';
import { findClient, readAgain } from './effects/client.ts';
import type { EffectDeps } from './effects/deps.ts';
import { collect, print, settle } from './effects/money.ts';
import { findRefund, refund } from './effects/refund.ts';
import { closeShift, copy, openShift, reportShift } from './effects/shift.ts';
import { courseNow, stepOfStay } from './effects/stay.ts';
import type { DeskEffect } from './events.ts';

/** Does the desk's effects with the real parts; every numbered one ends in exactly one event of its number. */
export function createDeskPerformer(deps: EffectDeps): (effect: DeskEffect) => void {
  const { billing, dispatch, failureOf } = deps;
  /** How to end the collections that are under way, by their number. */
  const stops = new Map<number, () => void>();
  let paper: Promise<void> = Promise.resolve();

  const failed = (cause: unknown) => ({ code: failureOf(cause), reason: null });

  /** Runs what may throw for a failing store; `lost` says what its event is then. */
  const run = (work: () => void | Promise<void>, lost: (cause: unknown) => void): void => {
    Promise.resolve()
      .then(work)
      .catch((cause: unknown) => lost(cause));
  };

  const onPaper = (op: number, work: () => Promise<Parameters<typeof printedOf>[1]>): void => {
    paper = paper.then(async () => {
      const outcome = await work().catch((cause: unknown) => {
        deps.report('a slip of the desk', cause);
        return { kind: 'notPrinted', trouble: 'fault' } as const;
      });
      dispatch(printedOf(op, outcome));
    });
  };

  const money = (effect: Extract<DeskEffect, { kind: 'settle' | 'proveRefund' | 'collect' }>): void => {
    if (effect.kind === 'settle') {
      const { op } = effect;
      // Only binding it to the shift throws here, before anything is sent; from there on it answers for itself.
      run(
        () => settle(deps, effect),
        (cause) =>
          dispatch({ kind: 'settled', op, answer: { kind: 'refused', failure: failed(cause), next: 'again' } }),
      );
    } else if (effect.kind === 'collect') {
      stops.set(effect.op, () => {});
      stops.set(
        effect.op,
        collect(deps, effect, () => stops.delete(effect.op)),
      );
    } else {
      const { op } = effect;
      run(
        () => refund(deps, effect),
        (cause) => dispatch({ kind: 'refundProved', op, result: err(failureOf(cause)) }),
      );
    }
  };

  return (effect) => {
    switch (effect.kind) {
      case 'find':
        run(
          async () => dispatch({ kind: 'found', op: effect.op, result: await findClient(deps) }),
          (cause) => dispatch({ kind: 'found', op: effect.op, result: err(failed(cause)) }),
        );
        return;
      case 'letGo':
        billing.letGo(effect.ref);
        return;
      case 'abandon':
        billing.abandon(effect.encounterId);
        return;
      case 'reread':
        run(
          async () =>
            dispatch({ kind: 'reread', op: effect.op, result: await readAgain(deps, effect.ref, effect.encounterId) }),
          (cause) => dispatch({ kind: 'reread', op: effect.op, result: err(failed(cause)) }),
        );
        return;
      case 'prepare':
      case 'reprice': {
        const { op } = effect;
        const onStep = (step: Extract<Parameters<typeof dispatch>[0], { kind: 'step' }>['step']): void =>
          dispatch({ kind: 'step', op, step });
        run(
          async () => {
            const result =
              effect.kind === 'prepare'
                ? await billing.prepare({
                    ref: effect.ref,
                    encounter: effect.encounter,
                    useAccount: effect.useAccount,
                    onStep,
                  })
                : await billing.reprice(effect.quoteId, effect.useAccount);
            if (effect.kind === 'prepare') {
              const { encounter } = effect;
              const { encounterId } = encounter;
              dispatch({ kind: 'course', encounterId, course: courseNow(billing, encounter) });
            }
            dispatch({ kind: 'quoted', op, at: deps.clock.now(), result });
          },
          (cause) => dispatch({ kind: 'quoted', op, at: deps.clock.now(), result: err(failed(cause)) }),
        );
        return;
      }
      case 'stayStep':
        run(
          () => stepOfStay(deps, effect),
          (cause) => {
            const result = err(failed(cause));
            dispatch({ kind: 'stayStepped', op: effect.op, result, course: courseNow(billing, effect.encounter) });
          },
        );
        return;
      case 'settle':
      case 'proveRefund':
      case 'collect':
        money(effect);
        return;
      case 'cancelPin':
        billing.cancelPin();
        return;
      case 'stopCollecting':
        stops.get(effect.op)?.();
        return;
      case 'print':
        onPaper(effect.op, () => print(deps, effect));
        return;
      case 'printShift':
        onPaper(effect.op, () => deps.printShift(effect.report));
        return;
      case 'left':
        // Its slip may still be coming out.
        paper = paper.then(() => deps.core()?.success.left(effect.messageId));
        return;
      case 'findRefund':
        run(
          () => findRefund(deps, effect),
          (cause) => dispatch({ kind: 'refundable', op: effect.op, result: err(failureOf(cause)) }),
        );
        return;
      case 'copy':
        run(
          () => copy(deps, effect),
          (cause) => dispatch({ kind: 'copied', op: effect.op, result: err(failureOf(cause)) }),
        );
        return;
      case 'lookUp':
        run(
          async () => {
            const result = await billing.lookUp(effect.ref, effect.question);
            dispatch({ kind: 'lookedUp', op: effect.op, result });
          },
          (cause) => dispatch({ kind: 'lookedUp', op: effect.op, result: err(failed(cause)) }),
        );
        return;
      case 'checkCase':
        run(
          async () => {
            const result = await billing.caseNotice(effect.ref, effect.encounter);
            dispatch({ kind: 'caseChecked', op: effect.op, result });
          },
          (cause) => dispatch({ kind: 'caseChecked', op: effect.op, result: err(failed(cause)) }),
        );
        return;
      case 'openShift':
        run(
          () => openShift(deps, effect),
          (cause) => dispatch({ kind: 'shiftOpened', op: effect.op, result: err(failureOf(cause)) }),
        );
        return;
      case 'report':
        run(
          () => reportShift(deps, effect),
          (cause) => dispatch({ kind: 'reported', op: effect.op, result: err(failureOf(cause)) }),
        );
        return;
      case 'closeShift':
        run(
          () => closeShift(deps, effect),
          (cause) => dispatch({ kind: 'shiftClosed', op: effect.op, result: err(failureOf(cause)) }),
        );
        return;
      case 'saveShift':
        dispatch({ kind: 'saved', op: effect.op, result: deps.saveShift(effect.report) });
        return;
      case 'openWork':
        deps.page.open(deps.shifts.current()?.name ?? '');
        return;
      case 'staff':
        deps.page.intent(effect.intent);
        return;
    }
  };
}

function printedOf(op: number, outcome: Awaited<ReturnType<typeof print>>) {
  return { kind: 'printed', op, outcome } as const;
}
