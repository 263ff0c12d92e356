import type { FailureCode } from '../../../common/contracts/failures.ts';
import type { Random } from '../../../common/kernel/ports.ts';
import type { SiteProfile } from '../../../kiosk-config/schema.ts';
import { createAlarm } from '../../../terminal/assemble/alarm.ts';
import { createCore, type RunningCore } from '../../../terminal/assemble/core.ts';
import { createHealth } from '../../../terminal/assemble/health.ts';
import { questionMs } from '../../../terminal/assemble/profile-parts.ts';
import { createSuccess } from '../../../terminal/assemble/success.ts';
import { openChain } from '../../../terminal/audit/chain.ts';
import { createAuditLog } from '../../../terminal/audit/log.ts';
import type { Devices } from '../../../terminal/devices/devices.ts';
import { createPerformer, type Success } from '../../../terminal/services/perform.ts';
import { createSessionRunner, type SessionRunner } from '../../../terminal/services/session-runner.ts';
import { createTimings } from '../../../terminal/services/timings.ts';
import { storeFailure } from '../../../terminal/store/open.ts';
import type { Store } from '../../../terminal/store/store.ts';
import type { ProcessClock, VirtualClock } from './clock.ts';
import type { Counter } from './counter.ts';
import type { Hardware } from './devices.ts';
import type { Disk } from './disk.ts';
import { type Faces, openFaces } from './faces.ts';
import { Killed } from './killed.ts';
import type { Prelude } from './prelude.ts';
import { reach } from './reach.ts';
import type { Recorder } from './record.ts';
import { sheets } from './sheets.ts';
import { shortcut } from './shortcut.ts';
import type { Speaker, Weather } from './weather.ts';
import { witnessOf } from './witness.ts';

/** One life of the terminal's process: production's parts over simulated time, network, store and devices. */
export interface Process {
  readonly boot: number;
  readonly core: RunningCore;
  readonly runner: SessionRunner;
  /** What screens and sessions say of a success. */
  readonly success: Success;
  readonly journal: Store;
  /** Desk and HIS API; null where nobody comes to the counter. */
  readonly faces: Faces | null;
  alive(): boolean;
  /** As SIGKILL: nothing of it runs any more; what was committed stays. */
  kill(): void;
}

export interface ProcessParts {
  readonly clock: VirtualClock;
  readonly random: Random;
  readonly record: Recorder;
  readonly profile: SiteProfile;
  readonly disk: Disk;
  readonly hardware: Hardware;
  readonly counter: Counter | null;
  readonly weather: Weather;
  readonly terminal: number;
  readonly boot: number;
  /** What centre and journal hold of a success that is about to be shown or printed. */
  readonly standsAtCentre: (messageId: string) => boolean;
  /** A visit that is prepared already: the first two questions of the session are answered from it. */
  readonly session: Pick<Prelude, 'found' | 'prepared'> | null;
  /** Somebody sets the clock in this schedule, or the machine sleeps. */
  readonly timeJumps: boolean;
  readonly onDeath: () => void;
}

export function startProcess(parts: ProcessParts): Process {
  const { random, record, profile, hardware, weather, terminal, boot } = parts;
  const clock: ProcessClock = parts.clock.fork((cause) => {
    record.say(`T${terminal}.${boot} uncaught ${String(cause)}`);
    kill();
  });
  let living = true;
  let devices: Devices | null = null;
  let faces: Faces | null = null;
  const alive = (): boolean => living;
  const kill = (): void => {
    if (!living) return;
    living = false;
    clock.kill();
    record.evidence.crashes += 1;
    record.say(`T${terminal}.${boot} dies`);
    devices?.stop();
    faces?.stop();
    // Not within the statement that runs: a database is not closed inside its own transaction.
    process.nextTick(() => opened.close());
    parts.onDeath();
  };
  const opened = parts.disk.open({ kill, alive });
  try {
    return assemble();
  } catch (cause) {
    // A start that fails ends the process; what it had committed stays.
    kill();
    throw cause;
  }

  function assemble(): Process {
    const { store, journal } = opened;

    const heard = (wallMs: number, roundTripMs: number): void => {
      try {
        health.heard({ serverMs: Math.floor(parts.clock.truth.now() / 1000) * 1000, wallMs, roundTripMs });
      } catch (cause) {
        // A time that differs is a commit too, and a process may die of it.
        if (!(cause instanceof Killed)) throw cause;
      }
    };
    const speaker: Speaker = { terminal, boot, alive, kill, heard, witness: witnessOf(journal, opened.settled) };
    const paper = sheets({ ...parts, journal, settled: opened.settled });

    const report = (what: string, cause: unknown): void => {
      if (cause instanceof Killed || !living) return;
      record.say(`T${terminal}.${boot} report ${what}: ${cause instanceof Error ? cause.message : String(cause)}`);
    };
    const auditLog = createAuditLog({
      clock,
      line: (code, facts) =>
        record.say(`T${terminal}.${boot} audit ${code} ${facts['code'] ?? facts['failure'] ?? ''}`),
      report,
    });
    const { audit } = auditLog;
    const timings = createTimings(clock);
    const gateways = reach({ profile, clock, random, weather, speaker });

    const connected = hardware.connect(
      { clock, alive },
      {
        card: (status) => runner.dispatch({ kind: 'card', status }),
        hostGone: () => runner.dispatch({ kind: 'hostGone' }),
      },
      paper,
    );
    devices = connected;
    const attachChain = (): void =>
      auditLog.attach({ store, chain: openChain(store, profile.site, random, clock.now()) });
    attachChain();
    const success = createSuccess(() => core);
    const core: RunningCore = createCore(
      {
        profile,
        databaseKey: new Uint8Array(32),
        clock,
        random,
        auditLog,
        timing: timings.record,
        report,
        closed: () => health.closed(),
        idle: () => runner.state().stage.kind === 'idle',
        audience: success.audience,
        network: { mac: '02-00-00-00-00-07', ip: '192.0.2.7' },
      },
      store,
      gateways,
    );
    const failureOf = (cause: unknown): FailureCode => {
      report('an effect failed', cause);
      return storeFailure(cause) ?? 'STORE_CORRUPT';
    };
    const { counter } = parts;
    const wiring = { profile, clock, random, audit, timing: timings.record, report, failureOf, alive };
    if (counter !== null) faces = openFaces({ ...wiring, counter, store, core, success, paper });
    const books = { store, outbox: core.outbox };
    const alarm = createAlarm({ audit, voice: () => books, report });
    const health = createHealth({ clock, audit, alarm, backbone: { core: () => core, inspect: () => {} } });
    const performer = createPerformer({
      clock,
      devices: connected,
      timings,
      audit,
      core: () => faces?.session ?? core,
      success,
      failureOf,
      report,
      pinEntryMs: 60_000,
      questionMs: questionMs(profile),
      dispatch: (event) => runner.dispatch(event),
      policies: { pages: [], cities: [] },
      awaited: () => false,
      staff() {},
    });
    const answered = shortcut(parts.session, clock, (event) => runner.dispatch(event));
    const { title, institutionName, terminalLabel, helpWindow, cashierWindow, hotline } = profile.site;
    const runner: SessionRunner = createSessionRunner({
      clock,
      policy: {
        ...profile.policy,
        hasPad: profile.devices.pinPad !== null,
        hasPrinter: profile.devices.printer !== null,
        hasServices: false,
        hasPolicies: false,
        collectMs: null,
        hasElectronicCard: false,
        look: profile.screen.look,
        division: profile.site.division,
      },
      frame: {
        mode: profile.mode,
        locale: profile.locale,
        look: profile.screen.look,
        site: {
          title,
          institution: institutionName,
          terminal: terminalLabel,
          helpWindow,
          cashierWindow,
          hotline,
          panel: profile.panel,
          keypad: profile.devices.keypad,
          voice: profile.speech !== null,
        },
      },
      perform(effect) {
        if (living && !answered(effect)) performer.perform(effect);
      },
      report,
    });
    core.onResolved((messageId, result) => runner.dispatch({ kind: 'resolved', messageId, result }));
    const life: Process = {
      boot,
      core,
      runner,
      success,
      journal,
      faces,
      alive,
      kill,
    };
    record.say(`T${terminal}.${boot} starts`);
    connected.start();
    // It looks every second: only where there is something to see.
    if (parts.timeJumps) health.start();
    // A process that has prepared a visit does not find it at its own start, as one that was killed over it would.
    if (parts.session === null) core.start();
    else opened.unnoticed(core.start);
    return life;
  }
}
