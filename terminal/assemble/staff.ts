import { join } from 'node:path';
import type { PrintOutcome } from '../../common/contracts/devices/printer.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import type { ReconcileReport } from '../../common/contracts/reconcile.ts';
import type { WorklistRow } from '../../common/contracts/worklist.ts';
import type { Clock, Random } from '../../common/kernel/ports.ts';
import { err, ok } from '../../common/kernel/result.ts';
import { staffStrings } from '../../common/strings/kiosk/staff.ts';
import type { SiteProfile } from '../../kiosk-config/schema.ts';
import type { Devices } from '../devices/devices.ts';
import type { CardReadDeps } from '../local-api/card-read.ts';
import type { StaffApiDeps } from '../local-api/staff.ts';
import type { Audit } from '../ports.ts';
import { saveCsv } from '../reconcile/save-csv.ts';
import { createCopyReceipt } from '../services/copy-receipt.ts';
import type { SessionRunner } from '../services/session-runner.ts';
import { mayLend } from '../session/staff.ts';
import { isResult } from '../session/steps.ts';
import { answersOf } from '../settlement/answers.ts';
import { createDesk, type Lent } from '../staff/desk.ts';
import { createStaffPage, type Resolve } from '../staff/page.ts';
import { createReportPage } from '../staff/report-page.ts';
import type { Store } from '../store/store.ts';
import type { RunningCore } from './core.ts';
import { createRefusal } from './refusals.ts';

export interface StaffParts {
  readonly profile: SiteProfile;
  /** The folder of the site profile: the only place a staff list is taken from. */
  readonly profileDir: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly audit: Audit;
  readonly devices: Devices;
  readonly runner: Pick<SessionRunner, 'dispatch' | 'state'>;
  /** The desk's glass, where the terminal has that face; null: the kiosk's. */
  readonly face: { readonly lent: Lent; inSession(): boolean } | null;
  readonly store: () => Store | null;
  /** Where staff are looked up, also while there is no journal; `kept`: a list was put in force there. */
  readonly people: {
    readonly store: () => Store | null;
    readonly noList: () => FailureCode;
    readonly kept: () => void;
  };
  readonly fault: () => FailureCode | null;
  readonly core: () => Pick<RunningCore, 'resolve' | 'reconcile' | 'prints'> | null;
  readonly printReport: (report: ReconcileReport) => Promise<PrintOutcome>;
  readonly report: (what: string, cause: unknown) => void;
}

/** The staff room, wired to the session machine that lends it glass and reader. */
export function createStaff(parts: StaffParts): Omit<StaffApiDeps, 'gone'> {
  const { profile, profileDir, clock, random, audit, devices, runner, store, fault } = parts;
  /** The money room's rules; without centre and HIS nothing can be borne out. */
  const resolve: Resolve = async ({ id, resolution, reason, setlId }, act) => {
    const core = parts.core();
    if (core === null) return err('CENTRE_UNREACHABLE');
    const evidence = setlId === null ? {} : { evidence: { setlId } };
    const ended = await core.resolve(id, { resolution, act, reason, ...evidence });
    return ended.ok ? ended : err(ended.error.code);
  };
  const lent: Lent = parts.face?.lent ?? {
    show(view) {
      runner.dispatch({ kind: 'lend', view });
      return runner.state().stage.kind === 'staff';
    },
    takeBack: () => runner.dispatch({ kind: 'takeBack' }),
    isFree: () => mayLend(runner.state()),
  };
  const pinEntryMs = profile.devices.pinPad?.entryTimeoutMs ?? 60_000;
  const { store: listed, noList, kept } = parts.people;
  const refusal = createRefusal({ clock, store, fault });
  const lists = { store: listed, noList, fault, refusal };
  const desk = createDesk({ clock, random, audit, devices, pinEntryMs, lent, ...lists });
  const answers = (row: WorklistRow) => {
    const open = store();
    return open === null ? [] : answersOf(open, row);
  };
  const reportPage = createReportPage({
    ...{ clock, desk, lent, fault, print: parts.printReport },
    reconcile: () => parts.core()?.reconcile ?? null,
    save(report) {
      const books = parts.core()?.reconcile ?? null;
      if (books === null) return err(fault() ?? 'STORE_LOCKED');
      try {
        const file = saveCsv(books, join(profile.paths.data, 'reports'), report);
        return file === null ? err('RECONCILE_NONE') : ok(file);
      } catch (cause) {
        parts.report('a reconciliation report could not be written', cause);
        return err(cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC' ? 'STORE_FULL' : 'STORE_IO');
      }
    },
  });
  const page = createStaffPage({
    clock,
    report: reportPage,
    desk,
    lent,
    worklist: () => store()?.worklist ?? null,
    resolve,
    answers,
    reasonText: (key) => staffStrings[`staff.reason.${key}`][profile.locale === 'en' ? 'en' : 'zh'],
  });
  const card: CardReadDeps = {
    clock,
    devices,
    configuredReader: profile.devices.cardReader.reader,
    inSession() {
      if (parts.face !== null) return parts.face.inSession();
      const { stage } = runner.state();
      return (
        'visitor' in stage || stage.kind === 'policy' || isResult(stage) || (stage.kind === 'staff' && !desk.acting())
      );
    },
  };
  const copyReceipt = createCopyReceipt({
    ...{ clock, devices, fault, hasPrinter: profile.devices.printer !== null },
    books() {
      const [open, core] = [store(), parts.core()];
      return open === null || core === null ? null : { store: open, prints: core.prints };
    },
  });
  const imports = { clock, audit, desk, profileDir, store: listed, kept, fault };
  return { clock, desk, page, card, imports, resolve, answers, copyReceipt, store, people: listed, fault };
}
