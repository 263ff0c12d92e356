import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Central, startCentral } from '../../../central/server/start.ts';
import { PERSON_SEED, SECRETS } from '../../../central/server/testing/bench.ts';
import { DIVISION, INSTITUTION, OPERATOR, PERSON } from '../../../central/testing/people.ts';
import type { AuditCode } from '../../../common/contracts/audit.ts';
import type { FailureCode } from '../../../common/contracts/failures.ts';
import type { Clock } from '../../../common/kernel/ports.ts';
import { type SiteProfile, siteProfileSchema } from '../../../kiosk-config/schema.ts';
import { callJson } from '../../../simulator/lab/https-json.ts';
import { createAlarm } from '../../../terminal/assemble/alarm.ts';
import { createBackbone } from '../../../terminal/assemble/backbone.ts';
import { createHealth } from '../../../terminal/assemble/health.ts';
import type { AuditFacts } from '../../../terminal/audit/canonical.ts';
import { createAuditLog } from '../../../terminal/audit/log.ts';
import { makeAuthority } from '../../../terminal/gateways/testing/test-server.ts';
import type { Prepared } from '../../../terminal/ports.ts';
import { createAudience } from '../../../terminal/settlement/audience.ts';
import { encounter, holder } from '../../../terminal/settlement/testing/world.ts';
import { systemClock, systemRandom } from '../../../wire/system.ts';
import { type Relay, startRelay } from './relay.ts';
import { startStumblingProxy } from './stumbling-proxy.ts';

/** 32 bytes, as the shell would hand them over. */
export const KEY = Uint8Array.from({ length: 32 }, (_, i) => i + 1);

/** The reference servers over HTTPS behind relays, and terminals' cores on real files before them. */
export interface Rig {
  readonly central: Central;
  readonly centre: Relay;
  readonly operator: Relay;
  admin(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown>;
  /** From now on the operator's server answers 500 to whatever holds this text. */
  stumbleOver(text: string): void;
  /** A new folder for a journal. */
  folder(): string;
  profile(data: string): SiteProfile;
  /** The terminal's backbone with its health, as `createTerminal` wires them, over the journal in `data`. */
  boot(data: string, options?: { readonly key?: Uint8Array; readonly clock?: Clock }): Booted;
  stop(): Promise<void>;
}

export type Booted = ReturnType<typeof bootIn>;

function bootIn(profile: SiteProfile, databaseKey: Uint8Array, clock: Clock) {
  const audited: { readonly code: AuditCode; readonly facts: AuditFacts }[] = [];
  const reported: string[] = [];
  const faults: (FailureCode | null)[] = [];
  const report = (what: string): void => void reported.push(what);
  const auditLog = createAuditLog({ clock, line: (code, facts) => void audited.push({ code, facts }), report });
  const parts = { profile, databaseKey, clock, random: systemRandom, auditLog, timing: () => {}, report };
  const backbone = createBackbone(
    { ...parts, audience: createAudience(), closed: () => health.closed(), idle: () => false },
    {
      onCore: () => {},
      onFault: (code) => void faults.push(code),
      onClosed(code) {
        if (code !== null) alarm('store.failed', { code }, code);
      },
      onCentreTime: (time) => health.heard(time),
    },
  );
  const alarm = createAlarm({ audit: auditLog.audit, voice: backbone.voice, report });
  const health = createHealth({ clock, audit: auditLog.audit, alarm, backbone });
  backbone.start();
  health.start();
  const core = () => {
    const running = backbone.core();
    if (running === null) throw new Error(`no core: ${backbone.fault()}`);
    return running;
  };
  const prepare = async (encounterId?: string) => {
    const insured = await core().settlements.identify(holder);
    if (!insured.ok) return insured;
    return core().settlements.prepare({
      holder,
      insured: insured.value,
      encounter: encounter(encounterId),
      useAccount: true,
      onStep: () => {},
    });
  };
  return {
    backbone,
    health,
    audited,
    reported,
    /** Why no session may begin, as told last. */
    sessionFault: () => faults.at(-1) ?? null,
    core,
    prepare,
    async settle(limitMs = 45_000, encounterId?: string) {
      const prepared = await prepare(encounterId);
      if (!prepared.ok) throw new Error(`${prepared.error.code} ${prepared.error.reason ?? ''}`);
      return core().settlements.settle(prepared.value, limitMs, () => {});
    },
    books() {
      const books = backbone.books();
      if (books === null) throw new Error(`no books: ${backbone.fault()}`);
      return books;
    },
    async stop() {
      health.stop();
      await backbone.stop('the test ends');
    },
  };
}

/** What `settle` takes when a test prepares by itself. */
export function must(prepared: Awaited<ReturnType<Booted['prepare']>>): Prepared {
  if (!prepared.ok) throw new Error(`${prepared.error.code} ${prepared.error.reason ?? ''}`);
  return prepared.value;
}

/** Starts everything; encounters of the one person are made known to the HIS. */
export async function startRig(encounters: readonly string[] = ['OP20260302001']): Promise<Rig> {
  const root = mkdtempSync(join(tmpdir(), 'minka-stress-'));
  const authority = makeAuthority();
  const ports = { centre: 0, his: 0, operator: 0, admin: 0, benefits: 0 };
  const tls = { cert: authority.cert, key: authority.key };
  const central = await startCentral({ dir: ':memory:', tls, secrets: SECRETS, ports, say: () => undefined });
  const stumbling = await startStumblingProxy(authority, central.operator);
  const [centre, operator] = await Promise.all([startRelay(central.centre), startRelay(stumbling.url)]);
  const file = (name: string, text: string): string => {
    writeFileSync(join(root, name), text, { mode: 0o600 });
    return join(root, name);
  };
  const caFile = file('ca.pem', authority.ca);
  const tokens = {
    centre: file('centre-token', SECRETS.xtif),
    his: file('his-token', SECRETS.his),
    operator: file('operator-token', SECRETS.operator),
  };
  const profile = (data: string): SiteProfile =>
    siteProfileSchema.parse({
      schema: 1,
      mode: 'lab',
      site: {
        title: '海川市社保卡',
        institutionCode: INSTITUTION,
        institutionName: '海川市测试医院',
        division: DIVISION,
        authority: '海川市医疗保障局',
        terminalSlot: 7,
        terminalLabel: 'ZZ-07',
        operatorNumber: OPERATOR,
        operatorName: '自助终端',
        helpWindow: '2',
        cashierWindow: '3',
        hotline: '12393',
      },
      devices: { cardReader: { reader: null }, pinPad: null, printer: null },
      centre: { url: centre.url, caFile, transport: 'x-tif', xtif: { paasId: 'minka-lab', tokenFile: tokens.centre } },
      his: { url: central.his, caFile, tokenFile: tokens.his },
      operator: { url: operator.url, caFile, tokenFile: tokens.operator },
      paths: { data, run: join(root, 'run') },
    });
  const running: Booted[] = [];
  let folders = 0;
  const rig: Rig = {
    central,
    centre,
    operator,
    admin: (method, path, body) =>
      callJson(`${central.admin}${path}`, { method, ca: authority.ca, token: SECRETS.admin, body }),
    folder() {
      const data = join(root, `data-${++folders}`);
      mkdirSync(data, { mode: 0o700 });
      return data;
    },
    profile,
    stumbleOver: stumbling.over,
    boot(data, { key = KEY, clock = systemClock() } = {}) {
      const booted = bootIn(profile(data), key, clock);
      running.push(booted);
      return booted;
    },
    async stop() {
      for (const booted of running) await booted.stop();
      await Promise.all([centre.close(), operator.close()]);
      await stumbling.stop();
      await central.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
  await rig.admin('POST', '/admin/people', { people: [PERSON_SEED] });
  const person = { identityNumber: PERSON.certNo, name: PERSON.name };
  await rig.admin('POST', '/admin/encounters', {
    encounters: encounters.map((id) => ({ person, encounter: encounter(id) })),
  });
  return rig;
}
