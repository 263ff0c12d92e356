import type { controlLink } from '../../common/contracts/cli/control-link.ts';
import type { Clock, Random } from '../../common/kernel/ports.ts';
import type { Channel } from '../../common/rpc/channel.ts';
import type { Handlers } from '../../common/rpc/serve.ts';
import { isVirtualReader } from '../../kiosk-config/production-guard.ts';
import type { SiteProfile } from '../../kiosk-config/schema.ts';
import type { AuditLog } from '../audit/log.ts';
import { createDevices } from '../devices/devices.ts';
import { controlHandlers } from '../local-api/control.ts';
import { inviteTheHall } from '../local-api/invitation.ts';
import { serveScreen } from '../local-api/screen.ts';
import { watchScreens } from '../local-api/screen-watch.ts';
import { showElectronicCard } from '../services/electronic-card.ts';
import { createPerformer } from '../services/perform.ts';
import { createSessionRunner } from '../services/session-runner.ts';
import { createTimings } from '../services/timings.ts';
import { isAwaited } from '../session/services.ts';
import { storeFailure } from '../store/open.ts';
import { createAlarm } from './alarm.ts';
import { createBackbone } from './backbone.ts';
import { createDeviceAudit, printerFault, readerFault } from './device-audit.ts';
import { createHealth, settlementOpen } from './health.ts';
import { createPolicies } from './policies.ts';
import { frameOf, policyOf, questionMs } from './profile-parts.ts';
import { createStaff } from './staff.ts';
import { createStaffSlips } from './staff-slips.ts';
import { createSuccess } from './success.ts';

export interface TerminalParts {
  readonly profile: SiteProfile;
  /** The folder that the profile stands in. */
  readonly profileDir: string;
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
  /** The control link's handlers for one client; `gone` calls back when its link has ended. */
  control(gone: (listener: () => void) => void): Handlers<typeof controlLink>;
  /** The screen's one-time token was used twice: an alarm for the operator. */
  tokenReused(): void;
  /** The shell restarts nothing any more because this part crashed too often: the operator must hear of it. */
  quiet(part: string): void;
  /** For the heartbeat. */
  vitals(): { readonly settlementOpen: boolean; readonly renderedAgoMs: number | null };
  /** Takes `why` into the audit chain, the last thing that is written. */
  stop(why: string): Promise<void>;
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
    configuration: { ...profile.devices, speech: profile.speech },
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
      pinChange: ({ dialogue: op, step, hint }) => runner.dispatch({ kind: 'pinChangeStep', op, step, hint }),
      printer(status) {
        if (profile.devices.printer !== null) deviceAudit('printer', printerFault(status));
      },
      printProgress({ jobId, waiting }) {
        const op = performer.printOp(jobId);
        if (op !== null) runner.dispatch({ kind: 'printProgress', op, waiting });
      },
      headphones: (plugged) => runner.dispatch({ kind: 'headphones', plugged }),
      hostGone() {
        deviceAudit('host', 'HOST_GONE');
        runner.dispatch({ kind: 'hostGone' });
      },
      readerRefused() {
        runner.dispatch({ kind: 'fault', code: 'CONFIG_PRODUCTION_LAB_DEVICE' });
      },
    },
  });

  const { databaseKey } = parts;
  const common = { profile, databaseKey, clock, random, auditLog: parts.audit, timing: timings.record, report };
  const success = createSuccess(() => backbone.core());
  const backbone = createBackbone(
    { ...common, audience: success.audience, closed: () => health.closed(), idle: () => !staff.card.inSession() },
    {
      onCore: (core) =>
        core.onResolved((messageId, result) => runner.dispatch({ kind: 'resolved', messageId, result })),
      onFault: (code) => runner.dispatch({ kind: 'fault', code }),
      onClosed(code) {
        if (code !== null) alarm('store.failed', { code }, code);
      },
      onCentreTime: (time) => health.heard(time),
    },
  );
  const alarm = createAlarm({ audit, voice: backbone.voice, report });
  const health = createHealth({ clock, audit, alarm, backbone });
  const policies = createPolicies({ profile, clock, alarm, ready: () => backbone.voice() !== null });

  const performer = createPerformer({
    clock,
    devices,
    timings,
    // A card that is left behind is somebody's: whoever watches the terminals can send for it.
    audit: (code, facts) => (code === 'card.left' ? alarm(code, facts, 'CARD_LEFT') : later(code, facts)),
    core: backbone.core,
    success,
    failureOf(cause) {
      report('an effect failed', cause);
      return storeFailure(cause) ?? 'TERMINAL_INTERNAL';
    },
    report,
    pinEntryMs: profile.devices.pinPad?.entryTimeoutMs ?? 60_000,
    questionMs: questionMs(profile),
    dispatch: (event) => runner.dispatch(event),
    policies: policies.shelf,
    awaited: (op) => isAwaited(runner.state(), op),
    staff: (intent) => staff.page.intent(intent),
  });

  const runner = createSessionRunner({
    clock,
    policy: policyOf(profile, policies.shelf.pages.length > 0),
    frame: frameOf(profile),
    perform: performer.perform,
    report: (what) => report(what, null),
  });

  const jobs = () => backbone.core()?.prints.jobs ?? null;
  const slips = createStaffSlips({ profile, devices, clock, random, jobs });
  const staff = createStaff({
    ...{ profile, profileDir: parts.profileDir, clock, random, audit, devices, runner },
    store: () => backbone.books()?.store ?? null,
    people: { store: backbone.people, noList: backbone.noList, kept: backbone.keepStaff },
    fault: () => runner.state().fault ?? backbone.fault(),
    core: backbone.core,
    printReport: slips.report,
    report,
  });

  const screens = watchScreens(clock, runner, success.seen);
  const { speak } = devices;
  const stopInviting = inviteTheHall({ clock, runner, speak, everyMs: profile.speech?.inviteMs ?? null });

  return {
    start() {
      devices.start();
      backbone.start();
      health.start();
      policies.start();
    },
    screen: (channel) => serveScreen(channel, { runner, clock, report, onRendered: screens.rendered, speak }),
    control: (gone) =>
      controlHandlers(
        {
          mode: profile.mode,
          version: parts.version,
          pid: process.pid,
          clock,
          card: staff.card,
          devices,
          printTest: slips.test,
          electronicCard: (token) => showElectronicCard(runner, token),
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
          fault: () => runner.state().fault ?? backbone.fault(),
          timings: timings.rows,
          audit,
          staff,
          journal: {
            fault: backbone.fault,
            setAside: backbone.setAside,
            origin: () => backbone.books()?.store.origin.get() ?? null,
            clockState: health.clock,
            desk: staff.desk,
            adopt: (adoption) => backbone.adopt({ ...adoption, behindMs: Math.max(0, -health.clock().skewMs) }),
          },
          chain: { site: profile.site, books: backbone.books },
          checkCertificate: () => backbone.core()?.checkCertificate ?? null,
          statement: {
            reconcile: () => backbone.core()?.reconcile ?? null,
            printReport: slips.report,
          },
        },
        gone,
      ),
    tokenReused() {
      alarm('screen.token-reused', {}, 'screen-token-reused');
    },
    quiet(part) {
      alarm('terminal.quiet', { part }, 'quiet');
    },
    vitals() {
      return { settlementOpen: settlementOpen(backbone), renderedAgoMs: screens.agoMs() };
    },
    async stop(why) {
      stopInviting();
      runner.stop();
      policies.stop();
      health.stop();
      await backbone.stop(why);
      devices.stop();
    },
  };
}
