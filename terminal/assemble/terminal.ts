import type { controlLink } from '../../common/contracts/cli/control-link.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Clock, Random } from '../../common/kernel/ports.ts';
import type { Channel } from '../../common/rpc/channel.ts';
import type { Handlers } from '../../common/rpc/serve.ts';
import { isVirtualReader } from '../../kiosk-config/production-guard.ts';
import type { SiteProfile } from '../../kiosk-config/schema.ts';
import type { AuditLog } from '../audit/log.ts';
import { createCustody } from '../billing/custody.ts';
import { inSessionCustody } from '../billing/session-custody.ts';
import { createDevices } from '../devices/devices.ts';
import type { Serve } from '../local-api/http/serve.ts';
import { inviteTheHall } from '../local-api/invitation.ts';
import { serveScreen } from '../local-api/screen.ts';
import { watchScreens } from '../local-api/screen-watch.ts';
import type { Timing } from '../ports.ts';
import { createPerformer } from '../services/perform.ts';
import { createSessionRunner } from '../services/session-runner.ts';
import { createTimings } from '../services/timings.ts';
import { isAwaited } from '../session/services.ts';
import { storeFailure } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { createAlarm } from './alarm.ts';
import { createBackbone } from './backbone.ts';
import { openBillingRoom } from './billing-room.ts';
import { controlOf } from './control.ts';
import { createDeskFace, type DeskFace } from './desk.ts';
import { createDeviceAudit, printerFault, readerFault } from './device-audit.ts';
import { createDeviceTelling } from './device-telling.ts';
import { createHealth, settlementOpen } from './health.ts';
import { openHisApi } from './his-api.ts';
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
  /** The HIS API, to be listened for on this port; null where the profile has none. */
  readonly hisApi: { readonly serve: Serve; readonly port: number } | null;
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
        telling.card(status);
        if (desk === null) runner.dispatch({ kind: 'card', status });
        else desk.card(status);
      },
      pinPad(status) {
        deviceAudit('pinPad', status.kind === 'offline' ? 'PAD_GONE' : null);
        telling.pad(status);
        if (desk === null) runner.dispatch({ kind: 'pad', status });
        else desk.pad(status);
      },
      pinChange: ({ dialogue: op, step, hint }) => runner.dispatch({ kind: 'pinChangeStep', op, step, hint }),
      printer(status) {
        desk?.printer(status);
        hisApi?.events.send({ kind: 'printer', printer: status.kind });
        if (profile.devices.printer !== null) deviceAudit('printer', printerFault(status));
      },
      printProgress({ jobId, waiting }) {
        const op = performer.printOp(jobId);
        if (op !== null) runner.dispatch({ kind: 'printProgress', op, waiting });
      },
      headphones: (plugged) => runner.dispatch({ kind: 'headphones', plugged }),
      hostGone() {
        deviceAudit('host', 'HOST_GONE');
        telling.hostGone();
        if (desk === null) runner.dispatch({ kind: 'hostGone' });
        else desk.hostGone();
      },
      readerRefused() {
        runner.dispatch({ kind: 'fault', code: 'CONFIG_PRODUCTION_LAB_DEVICE' });
        desk?.fault('CONFIG_PRODUCTION_LAB_DEVICE');
      },
    },
  });

  const { databaseKey } = parts;
  const timing: Timing = (step, ms, ownMs) => {
    timings.record(step, ms, ownMs);
    desk?.timed(step, ms);
  };
  const onNotice = (client: string, encounterId: string): void =>
    hisApi?.events.send({ kind: 'notice', encounterId }, client);
  const common = { profile, databaseKey, clock, random, auditLog: parts.audit, timing, report, onNotice };
  const success = createSuccess(() => backbone.core());
  const backbone = createBackbone(
    { ...common, audience: success.audience, closed: () => health.closed(), idle: () => !staff.card.inSession() },
    {
      onCore(core) {
        hisApi?.takeUp();
        core.onResolved((messageId, result) => {
          runner.dispatch({ kind: 'resolved', messageId, result });
          desk?.resolved(messageId, result);
        });
        core.onRefundKnown((messageId, result) => desk?.refundKnown(messageId, result));
        desk?.resume();
      },
      onFault(code) {
        runner.dispatch({ kind: 'fault', code });
        desk?.fault(code);
      },
      onClosed(code) {
        if (code !== null) alarm('store.failed', { code }, code);
      },
      onCentreTime: (time) => health.heard(time),
    },
  );
  const alarm = createAlarm({ audit, voice: backbone.voice, report });
  const health = createHealth({ clock, audit, alarm, backbone });
  const policies = createPolicies({ profile, clock, alarm, ready: () => backbone.voice() !== null });

  const failureOf = (cause: unknown): FailureCode => {
    report('an effect failed', cause);
    return storeFailure(cause) ?? 'TERMINAL_INTERNAL';
  };

  const performer = createPerformer({
    clock,
    devices,
    timings,
    // A card that is left behind is somebody's: whoever watches the terminals can send for it.
    audit: (code, facts) => (code === 'card.left' ? alarm(code, facts, 'CARD_LEFT') : later(code, facts)),
    core() {
      const core = backbone.core();
      const store = (): Store | null => backbone.books()?.store ?? null;
      if (core === null) return null;
      return { ...core, settlements: inSessionCustody(core.settlements, { custody, store }) };
    },
    success,
    failureOf,
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

  const custody = createCustody();
  const inUse = (): boolean => staff.desk.busy() || (desk === null && runner.state().stage.kind !== 'idle');
  const room = openBillingRoom({
    ...{ profile, clock, random, audit, timing, devices, backbone, custody, failureOf, inUse },
  });

  const jobs = () => backbone.core()?.prints.jobs ?? null;
  const slips = createStaffSlips({ profile, devices, clock, random, jobs });
  const desk: DeskFace | null =
    profile.face === 'kiosk'
      ? null
      : createDeskFace({
          ...{ profile, clock, audit, devices, timings, core: backbone.core, failureOf, report },
          billing: room.for({ kind: 'desk' }),
          store: () => backbone.books()?.store ?? null,
          fault: backbone.fault,
          staff: () => staff,
          printShift: slips.shift,
          seen: success.seen,
        });
  const staff = createStaff({
    ...{ profile, profileDir: parts.profileDir, clock, random, audit, devices, runner, face: desk },
    store: () => backbone.books()?.store ?? null,
    people: { store: backbone.people, noList: backbone.noList, kept: backbone.keepStaff },
    fault: () => runner.state().fault ?? backbone.fault(),
    core: backbone.core,
    printReport: slips.report,
    report,
  });

  const hisApi = openHisApi({
    ...{ profile, clock, audit, version: parts.version, devices, backbone, room, success, inUse, report },
    ...{ card: staff.card, copyReceipt: staff.copyReceipt },
    fault: () => runner.state().fault ?? backbone.fault(),
  });

  const telling = createDeviceTelling({ room, send: (event, client) => hisApi?.events.send(event, client) });
  const screens = watchScreens(clock, runner, success.seen);
  const { speak } = devices;
  const stopInviting = inviteTheHall({ clock, runner, speak, everyMs: profile.speech?.inviteMs ?? null });

  return {
    start() {
      devices.start();
      backbone.start();
      health.start();
      policies.start();
      desk?.start();
    },
    screen(channel) {
      if (desk !== null) desk.screen(channel);
      else serveScreen(channel, { runner, clock, report, onRendered: screens.rendered, speak });
    },
    hisApi: hisApi === null || profile.hisApi === null ? null : { serve: hisApi.serve, port: profile.hisApi.port },
    control: controlOf({ parts, audit, devices, runner, timings, backbone, health, staff, slips }),
    tokenReused() {
      alarm('screen.token-reused', {}, 'screen-token-reused');
    },
    quiet(part) {
      alarm('terminal.quiet', { part }, 'quiet');
    },
    vitals() {
      return {
        settlementOpen: settlementOpen(backbone),
        renderedAgoMs: desk === null ? screens.agoMs() : desk.renderedAgoMs(),
      };
    },
    async stop(why) {
      hisApi?.events.close();
      stopInviting();
      runner.stop();
      desk?.stop();
      policies.stop();
      health.stop();
      await backbone.stop(why);
      devices.stop();
    },
  };
}
