import type { FailureCode } from '../../common/contracts/failures.ts';
import type { CollectionResult } from '../../common/contracts/session/collection.ts';
import type { StaffIntent } from '../../common/contracts/session/staff-view.ts';
import { formatDate } from '../../common/kernel/dates.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import { sleep } from '../../common/kernel/ports.ts';
import type { Result } from '../../common/kernel/result.ts';
import type { Collections } from '../cashier/port.ts';
import type { CheckCertificate } from '../certificates/check.ts';
import type { Devices } from '../devices/devices.ts';
import type { Benefits } from '../gateways/benefits/port.ts';
import type { HisGateway } from '../gateways/his/port.ts';
import type { Audit, Failure, Settlements } from '../ports.ts';
import type { Effect, SessionEvent } from '../session/events.ts';
import { performPinChange } from './change-pin.ts';
import { checkCode, NOT_ASKED } from './check-code.ts';
import { askHome } from './home.ts';
import { lookUp } from './look-up.ts';
import { askLoss } from './loss.ts';
import { type PolicyShelf, turnTo } from './policy-pages.ts';
import { type PrintSlipDeps, printSlip } from './print-slip.ts';
import type { Papers } from './resident-service.ts';
import { askService, type ServiceDeps } from './resident-services.ts';
import { prepareVisit, repriceVisit, type SettleVisitDeps, settleVisit } from './settle-visit.ts';
import type { Running, Timings } from './timings.ts';
import { within } from './within.ts';

/** What there is only while the store is open and centre and HIS are configured. */
export interface Core {
  readonly settlements: Settlements;
  readonly his: Pick<HisGateway, 'unpaid'>;
  /** Null where the profile has none. */
  readonly benefits: Benefits | null;
  /** Null where nothing that is issued could be kept. */
  readonly papers: Omit<Papers, 'awaited'> | null;
  readonly checkCertificate: CheckCertificate;
  /** Null where the profile names no external cashier. */
  readonly collections: Collections | null;
  readonly prints: Omit<PrintSlipDeps, 'devices' | 'timings' | 'clock' | 'report'>;
  readonly openSettlement: SettleVisitDeps['openSettlement'];
  /** Keeps who was told of a success, and who was not. */
  readonly success: Success;
}

export interface Success {
  /** A screen has drawn it. */
  seen(messageId: string): void;
  /** It has been left, and its slip has come to its end. */
  left(messageId: string): void;
}

export interface PerformDeps {
  readonly clock: Clock;
  readonly devices: Devices;
  readonly timings: Timings;
  readonly audit: Audit;
  readonly core: () => Core | null;
  /** Also while there is no core. */
  readonly success: Pick<Success, 'left'>;
  readonly failureOf: (cause: unknown) => FailureCode;
  readonly report: (what: string, cause: unknown) => void;
  readonly pinEntryMs: number;
  /** A question of the services that has not ended within this is told as one that nobody answered, ms. */
  readonly questionMs: number;
  readonly dispatch: (event: SessionEvent) => void;
  readonly policies: PolicyShelf;
  /** Whether the session still waits for the answer of this number. */
  readonly awaited: (op: number) => boolean;
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

/** A pad that still ends an earlier entry says "busy"; nothing was sent, so asking again is safe. */
const BUSY_TRIES = 10;
const BUSY_WAIT_MS = 200;

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/** Does the session's effects with the real parts; every numbered one ends in exactly one event of its number. */
export function createPerformer(deps: PerformDeps): Performer {
  const { clock, devices, timings, dispatch } = deps;
  const jobs = new Map<string, number>();
  const abandoned = new Set<number>();
  /** How to end the collections that are under way, by their number. */
  const collecting = new Map<number, () => void>();
  let paper: Promise<void> = Promise.resolve();
  let cardToName: Running | null = null;
  let sentAt = clock.now();
  /** Of whoever was looked up last, and the number of that look-up: a late answer is another person's. */
  let lookedUp = { op: 0, psnType: null as string | null };

  const settling = (core: Core): SettleVisitDeps => ({ ...deps, ...core });

  const withCore = (work: (core: Core) => Promise<void>, without: () => void): void => {
    const core = deps.core();
    if (core === null) {
      without();
      return;
    }
    work(core).catch((cause: unknown) => {
      deps.report('an effect threw', cause);
      without();
    });
  };
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

  /** The cashier's word on the cash part; without one, or where asking throws, nothing was asked. */
  const collect = ({ op, settled, limitMs }: Of<'collect'>): void => {
    const tell = (collection: CollectionResult): void => {
      collecting.delete(op);
      dispatch({ kind: 'collected', op, collection });
    };
    withCore(
      async ({ collections }) => {
        if (collections === null) return tell({ state: 'notCollected', because: 'unreachable' });
        const { result, stop } = collections.collect(settled, limitMs);
        collecting.set(op, stop);
        tell(await result);
      },
      () => tell({ state: 'notCollected', because: 'unreachable' }),
    );
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
        askBenefits(
          (deps) => askLoss(deps, effect),
          (result) => dispatch({ kind: 'lossAsked', op: effect.op, result }),
        );
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
        collect(effect);
        return;
      case 'stopCollecting':
        collecting.get(effect.op)?.();
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
