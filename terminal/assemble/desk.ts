import { join } from 'node:path';
import type { ShiftReport } from '../../common/contracts/desk/shift.ts';
import type { DeskSnapshot } from '../../common/contracts/desk/snapshot.ts';
import type { CardStatus } from '../../common/contracts/devices/card.ts';
import type { PinPadStatus } from '../../common/contracts/devices/pin-pad.ts';
import type { PrinterStatus, PrintOutcome } from '../../common/contracts/devices/printer.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import { err, ok } from '../../common/kernel/result.ts';
import type { Channel } from '../../common/rpc/channel.ts';
import type { SiteProfile } from '../../kiosk-config/schema.ts';
import { answerOf } from '../billing/answers.ts';
import type { Billing } from '../billing/port.ts';
import type { RefundEnd } from '../billing/refund.ts';
import { refundAnswer } from '../billing/refunding.ts';
import { waitsForPeople } from '../billing/standing.ts';
import { createDayFeed } from '../desk/day/feed.ts';
import { createDayList } from '../desk/day/list.ts';
import { createDeskFacts } from '../desk/facts.ts';
import { lentOf } from '../desk/lent.ts';
import { createDeskPerformer } from '../desk/perform.ts';
import { createDeskRunner } from '../desk/runner.ts';
import { serveDesk } from '../desk/screen.ts';
import { saveShiftCsv } from '../desk/shift/csv.ts';
import { createShifts } from '../desk/shift/shifts.ts';
import { clientOf } from '../desk/stage.ts';
import type { Devices } from '../devices/devices.ts';
import { createScreenProof } from '../local-api/screen-proof.ts';
import { createShown } from '../local-api/success-shown.ts';
import type { Audit, SettleResult } from '../ports.ts';
import type { CopyReceipt } from '../services/copy-receipt.ts';
import type { Timings } from '../services/timings.ts';
import type { Desk, Lent } from '../staff/desk.ts';
import type { StaffPage } from '../staff/page.ts';
import type { Store } from '../store/store.ts';
import type { RunningCore } from './core.ts';
import { deskFrame, deskPolicy } from './profile-parts.ts';

export interface DeskParts {
  readonly profile: SiteProfile;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly devices: Devices;
  readonly timings: Timings;
  readonly billing: Billing;
  readonly core: () => RunningCore | null;
  readonly store: () => Store | null;
  readonly fault: () => FailureCode | null;
  readonly failureOf: (cause: unknown) => FailureCode;
  /** Where the staff prove themselves, made after this with its `lent`. */
  readonly staff: () => { readonly desk: Desk; readonly page: StaffPage; readonly copyReceipt: CopyReceipt };
  readonly printShift: (report: ShiftReport) => Promise<PrintOutcome>;
  readonly seen: (messageId: string) => void;
  readonly report: (what: string, cause: unknown) => void;
}

/** The desk's face: the same reader, pad, printer and books as the kiosk's, behind a cashier's screen. */
export interface DeskFace {
  /** The glass as the staff room borrows it. */
  readonly lent: Lent;
  /** A person or her money is at the desk. */
  inSession(): boolean;
  card(status: CardStatus): void;
  pad(status: PinPadStatus): void;
  printer(status: PrinterStatus): void;
  hostGone(): void;
  fault(code: FailureCode | null): void;
  resolved(messageId: string, result: SettleResult): void;
  /** A refund has come to its end, or waits for people. */
  refundKnown(messageId: string, result: RefundEnd): void;
  /** A step of ours or of the centre took so long, ms. */
  timed(step: string, ms: number): void;
  screen(channel: Channel): void;
  renderedAgoMs(): number | null;
  start(): void;
  /** A core is there: what is sent bears the number of whoever's shift is open. */
  resume(): void;
  stop(): void;
}

function successOf({ screen }: DeskSnapshot): string | null {
  return screen.kind === 'result' && screen.result.kind === 'settled' ? screen.result.messageId : null;
}

export function createDeskFace(parts: DeskParts): DeskFace {
  const { profile, clock, audit, billing, core, store, fault, report } = parts;
  const shifts = createShifts({ clock, audit, store, fault, calls: () => core()?.calls ?? null });
  const day = createDayList({ clock, store, billing });
  const policy = deskPolicy(profile);

  const perform = createDeskPerformer({
    ...{ clock, audit, billing, shifts, devices: parts.devices, timings: parts.timings, core, store },
    staff: {
      prove: (act, options) => parts.staff().desk.prove(act, options),
      under: (ticket, act, work, keep) => parts.staff().desk.under(ticket, act, work, keep),
      cancel: () => parts.staff().desk.cancel(),
      busy: () => parts.staff().desk.busy(),
    },
    page: {
      open: (name) => parts.staff().page.open(name),
      intent: (intent) => parts.staff().page.intent(intent),
      isOpen: () => parts.staff().page.isOpen(),
    },
    copyReceipt: (settlement, by) => parts.staff().copyReceipt(settlement, by),
    printShift: parts.printShift,
    saveShift(made) {
      const { institutionCode, institutionName, terminalLabel } = profile.site;
      const language = profile.locale === 'en' ? 'en' : 'zh';
      try {
        const folder = join(profile.paths.data, 'reports');
        return ok(saveShiftCsv(folder, made, { language, institutionCode, institutionName, terminalLabel }));
      } catch (cause) {
        report('a shift report could not be written', cause);
        return err(cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC' ? 'STORE_FULL' : 'STORE_IO');
      }
    },
    dispatch: (event) => runner.dispatch(event),
    failureOf: parts.failureOf,
    report,
    collectMs: profile.cashier?.collectMs ?? null,
  });

  const runner = createDeskRunner({
    clock,
    policy,
    frame: deskFrame(profile),
    perform,
    report: (what) => report(what, null),
  });
  const facts = createDeskFacts({
    clock,
    store,
    shifts,
    day,
    answerMs: profile.centre.answerMs,
    tell: (now) => runner.dispatch({ kind: 'facts', facts: now }),
  });
  const feed = createDayFeed({ clock, store, report, changed: facts.look, his: () => core()?.day ?? null });

  /** Whether somebody has to say something about this settlement's encounter before it is billed again. */
  const isForPeople = (messageId: string): boolean => {
    try {
      const open = store();
      const row = open?.settlements.byMessageId(messageId) ?? null;
      return open !== null && row !== null && waitsForPeople(open, row.encounterId);
    } catch (cause) {
      // Its end is told all the same; a bill that waits for people is blocked when it is read again.
      parts.failureOf(cause);
      return false;
    }
  };

  const proof = createScreenProof(clock);
  const shown = createShown(successOf, parts.seen);
  runner.onSnapshot((snapshot) => {
    proof.sent(snapshot.version);
    shown.sent(snapshot);
  });

  return {
    lent: lentOf(runner),
    inSession: () => clientOf(runner.state().stage) !== null,
    card: (status) => runner.dispatch({ kind: 'card', status }),
    pad: (status) => runner.dispatch({ kind: 'pad', status }),
    printer: (status) => runner.dispatch({ kind: 'printer', status }),
    hostGone: () => runner.dispatch({ kind: 'hostGone' }),
    fault: (code) => runner.dispatch({ kind: 'fault', code }),
    resolved(messageId, result) {
      if (result.kind === 'unknown') return;
      const ended = answerOf(result, null, false);
      const forPeople = ended.kind === 'refused' && isForPeople(messageId);
      runner.dispatch({ kind: 'resolved', messageId, answer: forPeople ? { ...ended, next: 'people' } : ended });
      facts.look();
    },
    refundKnown(messageId, result) {
      const open = store();
      if (open !== null) {
        runner.dispatch({ kind: 'refundEnded', messageId, answer: refundAnswer(open, messageId, result) });
      }
      facts.look();
    },
    timed: facts.timed,
    screen: (channel) =>
      serveDesk(channel, {
        ...{ runner, billing, day, audit, report },
        onRendered(seen) {
          proof.rendered(seen);
          shown.rendered(seen);
        },
      }),
    renderedAgoMs: proof.agoMs,
    start() {
      facts.start();
      feed.start();
    },
    resume: shifts.resume,
    stop() {
      feed.stop();
      facts.stop();
      runner.stop();
    },
  };
}
