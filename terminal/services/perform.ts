import type { FailureCode } from '../../common/contracts/failures.ts';
import type { StaffIntent } from '../../common/contracts/session/staff-view.ts';
import { formatDate } from '../../common/kernel/dates.ts';
import { sleep } from '../../common/kernel/ports.ts';
import type { Devices } from '../devices/devices.ts';
import type { Audit } from '../ports.ts';
import type { Effect } from '../session/events.ts';
import { performPinChange } from './change-pin.ts';
import { createCollecting } from './collect.ts';
import { type Core, coreUser, type Success } from './core.ts';
import { lookUp } from './look-up.ts';
import { printSlip } from './print-slip.ts';
import { createQuestions, type QuestionDeps } from './questions.ts';
import { prepareVisit, repriceVisit, type SettleVisitDeps, settleVisit } from './settle-visit.ts';
import type { Running } from './timings.ts';

export interface PerformDeps extends Omit<QuestionDeps, 'withCore'> {
  readonly devices: Devices;
  readonly audit: Audit;
  readonly core: () => Core | null;
  /** Also while there is no core. */
  readonly success: Pick<Success, 'left'>;
  readonly failureOf: (cause: unknown) => FailureCode;
  readonly report: (what: string, cause: unknown) => void;
  readonly pinEntryMs: number;
  /** A key of the staff's page. */
  readonly staff: (intent: StaffIntent) => void;
}

export interface Performer {
  perform(effect: Effect): void;
  /** The session's number of a print job that runs, or null. */
  printOp(jobId: string): number | null;
  /** When the card that is being read was seen, monotonic ms: where "card to name" starts. */
  cardSeen(): void;
}

export type { Core, Success } from './core.ts';

/** A pad that still ends an earlier entry says "busy"; nothing was sent, so asking again is safe. */
const BUSY_TRIES = 10;
const BUSY_WAIT_MS = 200;

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/** Does the session's effects with the real parts; every numbered one ends in exactly one event of its number. */
export function createPerformer(deps: PerformDeps): Performer {
  const { clock, devices, timings, dispatch } = deps;
  const jobs = new Map<string, number>();
  const abandoned = new Set<number>();
  let paper: Promise<void> = Promise.resolve();
  let cardToName: Running | null = null;
  let sentAt = clock.now();
  /** Of whoever was looked up last, and the number of that look-up: a late answer is another person's. */
  let lookedUp = { op: 0, psnType: null as string | null };

  const settling = (core: Core): SettleVisitDeps => ({ ...deps, ...core });

  const withCore = coreUser(deps);
  const question = createQuestions({ ...deps, withCore });
  const collecting = createCollecting({ dispatch, withCore });
  const unavailable = { ok: false, error: { code: 'CENTRE_UNREACHABLE', reason: null } } as const;

  const readCard = async ({ op, generation }: Of<'readCard'>): Promise<void> => {
    const timed = cardToName;
    const result = await devices.readCard(generation);
    dispatch({ kind: 'cardRead', op, result, today: formatDate(clock.now()) });
    if (result.ok) timed?.end(result.cardMs);
    else timed?.drop();
  };

  const verifyPin = async ({ op, generation }: Of<'verifyPin'>): Promise<void> => {
    let result = await devices.verifyPin(generation, deps.pinEntryMs);
    for (let tries = 1; result.kind === 'busy' && tries < BUSY_TRIES; tries++) {
      await sleep(clock, BUSY_WAIT_MS);
      result = await devices.verifyPin(generation, deps.pinEntryMs);
    }
    dispatch({ kind: 'pinEnded', op, result });
  };

  const print = async (core: Core, { op, slip }: Of<'print'>): Promise<void> => {
    const report = deps.report;
    const printDeps = { ...core.prints, devices, timings, clock, report };
    let mine: string | null = null;
    const outcome = await printSlip(printDeps, slip, { sentAt, psnType: lookedUp.psnType }, (jobId) => {
      mine = jobId;
      jobs.set(jobId, op);
      if (abandoned.has(op)) devices.abandonPrint(jobId);
    });
    if (mine !== null) jobs.delete(mine);
    abandoned.delete(op);
    dispatch({ kind: 'printed', op, outcome });
  };

  const perform = (effect: Effect): void => {
    switch (effect.kind) {
      case 'readCard':
        void readCard(effect);
        return;
      case 'verifyPin':
        void verifyPin(effect);
        return;
      case 'changePin':
        sentAt = clock.now();
        void performPinChange(deps, effect);
        return;
      case 'askLoss':
      case 'askHome':
      case 'askService':
      case 'checkCertificate':
      case 'askPolicy':
        question(effect);
        return;
      case 'cancelPin':
        devices.cancelPin();
        return;
      case 'lookUp': {
        const timed = timings.begin('lookUp', true);
        lookedUp = { op: effect.op, psnType: null };
        withCore(
          async (core) => {
            const result = await lookUp({ ...core, timing: timings.record }, effect.holder);
            timed.end();
            if (result.ok && lookedUp.op === effect.op) {
              lookedUp = { op: effect.op, psnType: result.value.insured.insurances[0].psnType };
            }
            dispatch({ kind: 'lookedUp', op: effect.op, result });
          },
          () => dispatch({ kind: 'lookedUp', op: effect.op, result: unavailable }),
        );
        return;
      }
      case 'prepare':
      case 'reprice': {
        const encounter = effect.kind === 'prepare' ? effect.encounter : effect.prepared.encounter;
        const { encounterId } = encounter;
        withCore(
          (core) =>
            effect.kind === 'prepare'
              ? prepareVisit(settling(core), effect, dispatch)
              : repriceVisit(settling(core), effect, dispatch),
          () => dispatch({ kind: 'prepared', op: effect.op, encounterId, result: unavailable }),
        );
        return;
      }
      case 'settle':
        sentAt = clock.now();
        withCore(
          (core) => settleVisit(settling(core), effect, dispatch),
          () => {
            const result = { kind: 'notSent', failure: unavailable.error } as const;
            dispatch({ kind: 'settleEnded', op: effect.op, result });
          },
        );
        return;
      case 'collect':
        collecting.collect(effect);
        return;
      case 'stopCollecting':
        collecting.stop(effect.op);
        return;
      case 'abandon':
        deps.core()?.settlements.abandon(effect.target);
        return;
      case 'print':
        paper = paper.then(
          () =>
            new Promise<void>((resolve) => {
              withCore(
                (core) => print(core, effect).then(resolve),
                () => {
                  const outcome = { kind: 'notPrinted', trouble: 'fault' } as const;
                  dispatch({ kind: 'printed', op: effect.op, outcome });
                  resolve();
                },
              );
            }),
        );
        return;
      case 'abandonPrint': {
        const job = [...jobs].find(([, op]) => op === effect.op)?.[0];
        if (job === undefined) abandoned.add(effect.op);
        else devices.abandonPrint(job);
        return;
      }
      case 'left':
        // Its slip may still be coming out.
        paper = paper.then(() => deps.success.left(effect.messageId));
        return;
      case 'staff':
        deps.staff(effect.intent);
        return;
      case 'audit':
        deps.audit(effect.code, effect.facts);
        return;
    }
  };

  return {
    perform,
    printOp: (jobId) => jobs.get(jobId) ?? null,
    cardSeen() {
      cardToName?.drop();
      cardToName = timings.begin('cardToName');
    },
  };
}
