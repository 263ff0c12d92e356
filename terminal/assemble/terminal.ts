import type { AuditCode } from '../../common/contracts/audit.ts';
import type { controlLink } from '../../common/contracts/cli/control-link.ts';
import type { CardStatus } from '../../common/contracts/devices/card.ts';
import type { PrinterStatus, PrintOutcome } from '../../common/contracts/devices/printer.ts';
import type { Clock, Random } from '../../common/kernel/ports.ts';
import type { Channel } from '../../common/rpc/channel.ts';
import type { Handlers } from '../../common/rpc/serve.ts';
import { isVirtualReader } from '../../kiosk-config/production-guard.ts';
import type { SiteProfile } from '../../kiosk-config/schema.ts';
import type { AuditFacts } from '../audit/canonical.ts';
import type { AuditLog } from '../audit/log.ts';
import { createDevices } from '../devices/devices.ts';
import { controlHandlers } from '../local-api/control.ts';
import { serveScreen } from '../local-api/screen.ts';
import { createScreenProof } from '../local-api/screen-proof.ts';
import type { Audit } from '../ports.ts';
import { testSlip } from '../receipts/test-slip.ts';
import { createPerformer } from '../services/perform.ts';
import { createSessionRunner } from '../services/session-runner.ts';
import { createTimings } from '../services/timings.ts';
import type { SnapshotFrame } from '../session/project.ts';
import type { SessionPolicy } from '../session/state.ts';
import { isResult } from '../session/steps.ts';
import { storeFailure } from '../store/open.ts';
import { createBackbone } from './backbone.ts';
import { slipSite } from './core.ts';

export interface TerminalParts {
  readonly profile: SiteProfile;
  readonly databaseKey: Uint8Array;
  readonly clock: Clock;
  readonly random: Random;
  readonly audit: AuditLog;
  readonly report: (what: string, cause: unknown) => void;
  readonly version: string;
  readonly dialHost: () => Promise<Channel | null>;
  readonly replaceHost: (reason: string, silent: boolean) => Promise<void>;
}

export interface Terminal {
  start(): void;
  /** Serves one screen's link. */
  screen(channel: Channel): void;
  readonly control: Handlers<typeof controlLink>;
  /** The screen's one-time token was used twice: an alarm for the operator. */
  tokenReused(): void;
  /** The shell restarts nothing any more because this part crashed too often: the operator must hear of it. */
  quiet(part: string): void;
  /** For the heartbeat. */
  vitals(): { readonly settlementOpen: boolean; readonly renderedAgoMs: number | null };
  /** Takes `why` into the audit chain, the last thing that is written. */
  stop(why: string): Promise<void>;
}

const TEST_PATIENCE_MS = 5000;

function frameOf({ mode, locale, site, panel }: SiteProfile): SnapshotFrame {
  const { title, institutionName, terminalLabel, helpWindow, cashierWindow, hotline } = site;
  const shown = { title, institution: institutionName, terminal: terminalLabel, helpWindow, cashierWindow, hotline };
  return { mode, locale, site: { ...shown, panel } };
}

function policyOf({ policy, devices, benefits }: SiteProfile): SessionPolicy {
  const has = { hasPad: devices.pinPad !== null, hasPrinter: devices.printer !== null, hasBenefits: benefits !== null };
  return { ...policy, ...has };
}

/** All parts of a terminal, wired. It listens to nothing and exits nothing; `main.ts` does that. */
export function createTerminal(parts: TerminalParts): Terminal {
  const { profile, clock, random, report } = parts;
  const { audit, later } = parts.audit;
  const timings = createTimings(clock);
  const deviceAudit = createDeviceAudit(later);

  const devices = createDevices({
    clock,
    dial: parts.dialHost,
    replaceHost: parts.replaceHost,
    configuration: profile.devices,
    refuseReader: (reader) => profile.mode === 'production' && isVirtualReader(reader),
    events: {
      card(status) {
        if (status.kind === 'present') performer.cardSeen();
        deviceAudit('reader', readerFault(status));
        runner.dispatch({ kind: 'card', status });
      },
      pinPad(status) {
        deviceAudit('pinPad', status.kind === 'offline' ? 'PAD_GONE' : null);
        runner.dispatch({ kind: 'pad', status });
      },
      printer(status) {
        if (profile.devices.printer !== null) deviceAudit('printer', printerFault(status));
      },
      printProgress({ jobId, waiting }) {
        const op = performer.printOp(jobId);
        if (op !== null) runner.dispatch({ kind: 'printProgress', op, waiting });
      },
      hostGone() {
        deviceAudit('host', 'HOST_GONE');
        runner.dispatch({ kind: 'hostGone' });
      },
      readerRefused() {
        runner.dispatch({ kind: 'fault', code: 'CONFIG_PRODUCTION_LAB_DEVICE' });
      },
    },
  });

  const backbone = createBackbone(
    { profile, databaseKey: parts.databaseKey, clock, random, auditLog: parts.audit, timing: timings.record, report },
    {
      onCore: (core) =>
        core.onResolved((messageId, result) => runner.dispatch({ kind: 'resolved', messageId, result })),
      onFault(code) {
        if (code !== null) audit('store.failed', { code });
        runner.dispatch({ kind: 'fault', code });
      },
    },
  );

  const performer = createPerformer({
    clock,
    devices,
    timings,
    audit: later,
    core: backbone.core,
    failureOf(cause) {
      report('an effect failed', cause);
      return storeFailure(cause) ?? 'STORE_CORRUPT';
    },
    report,
    pinEntryMs: profile.devices.pinPad?.entryTimeoutMs ?? 60_000,
    dispatch: (event) => runner.dispatch(event),
  });

  const runner = createSessionRunner({
    clock,
    policy: policyOf(profile),
    frame: frameOf(profile),
    perform: performer.perform,
    report: (what) => report(what, null),
  });

  const proof = createScreenProof(clock);
  proof.sent(runner.snapshot().version);
  runner.onSnapshot(({ version }) => proof.sent(version));

  /** An alarm with its record for the operator; a terminal without an open store can only log. */
  const tellFault = (code: AuditCode, facts: AuditFacts, fault: string): void => {
    const books = backbone.books();
    if (books === null) {
      audit(code, facts);
      return;
    }
    books.store.transaction(() => {
      audit(code, facts);
      books.outbox.enqueue({ destination: 'operator', kind: 'fault', group: 'terminal', body: { fault, ...facts } });
    });
    books.outbox.kick();
  };

  const printTest = async (): Promise<PrintOutcome> => {
    const printer = profile.devices.printer;
    if (printer === null) return { kind: 'notPrinted', trouble: 'offline' };
    const jobs = backbone.core()?.prints.jobs ?? null;
    const job = jobs?.create({ settlementId: null, kind: 'test', checkCode: null }) ?? null;
    const jobId = job?.jobId ?? Buffer.from(random.bytes(16)).toString('hex');
    const slip = testSlip(slipSite(profile), printer.columns, clock.now());
    const outcome = await devices.print(jobId, slip, TEST_PATIENCE_MS);
    jobs?.finish(jobId, outcome);
    return outcome;
  };

  return {
    start() {
      devices.start();
      backbone.start();
    },
    screen: (channel) => serveScreen(channel, { runner, report, onRendered: proof.rendered }),
    control: controlHandlers({
      mode: profile.mode,
      version: parts.version,
      pid: process.pid,
      clock,
      card: {
        clock,
        devices,
        mode: profile.mode,
        configuredReader: profile.devices.cardReader.reader,
        inSession: () => 'visitor' in runner.state().stage || isResult(runner.state().stage),
      },
      devices,
      printTest,
      books() {
        const books = backbone.books();
        if (books === null) return null;
        const { store, outbox } = books;
        return {
          outbox,
          settlements: (limit) => store.settlements.list(limit),
          open: () => store.settlements.open().length,
        };
      },
      fault: () => runner.state().fault,
      timings: timings.rows,
      audit,
    }),
    tokenReused() {
      tellFault('screen.token-reused', {}, 'screen-token-reused');
    },
    quiet(part) {
      tellFault('terminal.quiet', { part }, 'quiet');
    },
    vitals() {
      const open = backbone.books()?.store.settlements.open() ?? [];
      return { settlementOpen: open.length > 0, renderedAgoMs: proof.agoMs() };
    },
    async stop(why) {
      runner.stop();
      await backbone.stop(why);
      devices.stop();
    },
  };
}

type DeviceFault = 'READER_SERVICE_DOWN' | 'READER_GONE' | 'PAD_GONE' | 'HOST_GONE' | `PRINTER_${string}`;

/** Audits a device's fault when it begins and its end when it is mended; not every status in between. */
function createDeviceAudit(audit: Audit): (device: string, fault: DeviceFault | null) => void {
  const faults = new Map<string, DeviceFault>();
  return (device, fault) => {
    const before = faults.get(device) ?? null;
    // Whatever a device says, it says through a living host.
    if (device !== 'host' && fault === null && faults.delete('host')) audit('device.mended', { device: 'host' });
    if (before === fault) return;
    if (fault === null) faults.delete(device);
    else faults.set(device, fault);
    audit(fault === null ? 'device.mended' : 'device.fault', { device, failure: fault });
  };
}

function readerFault(status: CardStatus): DeviceFault | null {
  if (status.kind === 'serviceDown') return 'READER_SERVICE_DOWN';
  return status.kind === 'noReader' ? 'READER_GONE' : null;
}

function printerFault(status: PrinterStatus): DeviceFault | null {
  switch (status.kind) {
    case 'ready':
      return null;
    case 'offline':
      return 'PRINTER_OFFLINE';
    case 'paperOut':
      return 'PRINTER_PAPER_OUT';
    case 'coverOpen':
      return 'PRINTER_COVER_OPEN';
    case 'cutterJam':
      return 'PRINTER_CUTTER';
    case 'fault':
      return 'PRINTER_FAULT';
  }
}
