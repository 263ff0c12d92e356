import { cliSelftestSchema, type SelftestId, selftestIds } from '../../common/contracts/cli/selftest.ts';
import type { Result } from '../../common/kernel/result.ts';
import { loadProfile } from '../../kiosk-config/load.ts';
import type { SiteProfile } from '../../kiosk-config/schema.ts';
import type { Deadline } from '../deadline.ts';
import { type CliFailure, failureOf } from '../failure.ts';
import { lookAtDatabase, lookAtDevices, lookAtOtherSides } from '../selftest/devices.ts';
import { certificatesFinding, diskFinding, keysFinding } from '../selftest/files.ts';
import { checkOf, good, type Looked, look } from '../selftest/finding.ts';
import { askServer, clockFinding, serverFinding, serversOf } from '../selftest/servers.ts';
import { slotFinding } from '../selftest/slot.ts';
import type { TerminalSession } from '../terminal-session.ts';
import { type Language, say } from '../text.ts';
import type { Done } from './done.ts';

/** How long a server may take, ms: somebody stands there and waits. */
const SERVER_MS = 5000;

export interface SelftestOptions {
  readonly profileFile: string;
  readonly deadline: Deadline;
  /** The terminal that runs with this profile, or one that lives for this command. */
  readonly openTerminal: () => Promise<Result<TerminalSession, CliFailure>>;
  readonly endMs: number;
}

/** `selftest`: looks at every part of a terminal and says of each what is the matter and what mends it. */
export async function selftest(options: SelftestOptions): Promise<Done> {
  const loaded = loadProfile(options.profileFile);
  if (!loaded.ok) {
    const [first] = loaded.error;
    const detail = loaded.error.map(({ path, message, allowed }) => `${path}: ${message} (${allowed})`).join('; ');
    const failure = failureOf(first?.code ?? 'CONFIG_INVALID', detail.slice(0, 1000));
    return told([{ id: 'config', finding: { kind: 'bad', failure }, ms: 0 }]);
  }
  const { profile } = loaded.value;
  const [here, servers, terminal] = await Promise.all([
    lookHere(profile),
    lookAtServers(profile),
    lookAtTerminal(profile, options),
  ]);
  const looked = [...here, ...servers, ...(isClockWrong(servers) ? terminal.filter(isNotDenied) : terminal)];
  return told(selftestIds.flatMap((id) => worstOf(looked.filter((one) => one.id === id))));
}

/** What is signed with a time that is far off is refused for that: then the clock is what is the matter, not the keys. */
const isClockWrong = (servers: readonly Looked[]): boolean =>
  servers.some(({ id, finding }) => id === 'clock' && finding.kind === 'bad');
const isNotDenied = ({ finding }: Looked): boolean =>
  finding.kind !== 'bad' || finding.failure.code !== 'ACCESS_DENIED';

/** Of two looks at the same thing (is the server there; does it let us in) the one that found something. */
function worstOf(looks: readonly Looked[]): readonly Looked[] {
  const rank = ({ finding }: Looked): number => ['bad', 'soon', 'good'].indexOf(finding.kind);
  return looks.toSorted((a, b) => rank(a) - rank(b)).slice(0, 1);
}

/** What lies on this machine. */
function lookHere(profile: SiteProfile): Promise<readonly Looked[]> {
  return Promise.all([
    look('config', () => good(profile.mode)),
    look('keys', () => keysFinding(profile)),
    look('certificates', () => certificatesFinding(profile, Date.now())),
    look('disk', () => diskFinding(profile.paths.data)),
  ]);
}

/** The other sides, and by their clocks our own. */
async function lookAtServers(profile: SiteProfile): Promise<readonly Looked[]> {
  const asked = await Promise.all(
    serversOf(profile).map(async ({ name, server }) => {
      const begun = performance.now();
      const probe = await askServer(server, SERVER_MS);
      const ms = Math.round(performance.now() - begun);
      return { probe, looked: { id: name, finding: serverFinding(probe, name), ms } };
    }),
  );
  const clock = clockFinding(asked.map(({ probe }) => probe));
  const slot = await withTime('slot', () => slotFinding(profile, SERVER_MS));
  return [
    ...asked.map(({ looked }) => looked),
    ...(clock === null ? [] : [{ id: 'clock' as const, finding: clock, ms: 0 }]),
    ...(slot === null ? [] : [slot]),
  ];
}

async function withTime(id: SelftestId, work: () => ReturnType<typeof slotFinding>): Promise<Looked | null> {
  const begun = performance.now();
  const finding = await work();
  return finding === null ? null : { id, finding, ms: Math.round(performance.now() - begun) };
}

/** Devices and journal, which only the terminal has open. */
async function lookAtTerminal(profile: SiteProfile, options: SelftestOptions): Promise<readonly Looked[]> {
  const begun = performance.now();
  const opened = await options.openTerminal();
  if (!opened.ok) {
    const ms = Math.round(performance.now() - begun);
    return [{ id: 'database', finding: { kind: 'bad', failure: opened.error }, ms }];
  }
  const { client, end } = opened.value;
  const { pinPad, printer } = profile.devices;
  try {
    const fitted = { pinPad: pinPad !== null, printer: printer !== null };
    const devices = await lookAtDevices(client, fitted, options.deadline);
    return [
      ...devices,
      await lookAtDatabase(client, options.deadline),
      ...(await lookAtOtherSides(client, options.deadline)),
    ];
  } finally {
    await end(options.endMs);
  }
}

function told(looked: readonly Looked[]): Done {
  const failed = looked.find(({ finding }) => finding.kind === 'bad')?.finding;
  const checksIn = (language: Language) => looked.map((one) => checkOf(one, language));
  return {
    failure: failed?.kind === 'bad' ? failed.failure : null,
    output: cliSelftestSchema.parse({ ok: failed === undefined, checks: checksIn('en') }),
    text: (language) =>
      checksIn(language)
        .map(({ id, ok, code, message, remedy }) => {
          const mark = say(language, ok ? (code === null ? 'selftestGood' : 'selftestSoon') : 'selftestBad');
          const what = remedy === null ? '' : `\n      ${say(language, 'remedy', { what: remedy })}`;
          return `${mark}  ${id}  ${code === null ? '' : `${code}: `}${message}${what}`;
        })
        .join('\n'),
  };
}
