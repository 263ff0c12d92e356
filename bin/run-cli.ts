import { err, ok, type Result } from '../common/kernel/result.ts';
import { runApi } from './api/run-api.ts';
import type { Command } from './arguments.ts';
import { parseCommand } from './arguments.ts';
import { auditList, auditVerify } from './commands/audit.ts';
import { auditInspect } from './commands/audit-inspect.ts';
import { cardRead } from './commands/card.ts';
import { codes } from './commands/codes.ts';
import { configCheck } from './commands/config.ts';
import type { Done, Outcome } from './commands/done.ts';
import { printerStatus, printerTest } from './commands/printer.ts';
import { provision } from './commands/provision.ts';
import { queueList, queueShow } from './commands/queue.ts';
import { receiptCopy } from './commands/receipt.ts';
import { reconcile } from './commands/reconcile.ts';
import { selftest } from './commands/selftest.ts';
import { staffImport, staffList, staffMark, staffPage } from './commands/staff.ts';
import { storeAdopt, storeStatus } from './commands/store.ts';
import { certificateList, verify } from './commands/verify.ts';
import { worklistList, worklistResolve } from './commands/worklist.ts';
import { type Deadline, deadlineAfter } from './deadline.ts';
import { type CliFailure, describeFailure, failure } from './failure.ts';
import { LIMIT_MS } from './limits.ts';
import { findPlace, namedProfile, type Place } from './place.ts';
import { proofMs, type StaffContext } from './prove.ts';
import { runningLab } from './running-lab.ts';
import { runSim } from './sim/run-sim.ts';
import { openTerminal } from './terminal-session.ts';
import { languageOf, say } from './text.ts';

export interface Cli {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** The checkout or installation that this command belongs to. */
  readonly root: string;
  /** The shell that serves a short-lived terminal. */
  readonly shellScript: string;
  /** What may open the database of a stopped terminal. */
  readonly verifyScript: string;
  readonly out: (text: string) => void;
  readonly note: (text: string) => void;
  /** Registers how to take down at once what was started; called before a hard end. */
  readonly onKillable: (kill: () => void) => void;
  /** Ends the process now, hard. */
  readonly exit: (code: number) => void;
  /** `performance.now()` at which the command's time began. */
  readonly startedAt: number;
}

/** After that, the time to end a short-lived terminal in order, and then the hard end of everything. */
const GRACE_MS = 800;
const HARD_MS = 1100;
/** How long the operator may take to enrol a machine, ms. */
const PROVISION_MS = 30_000;
/** For the proof of `card read --reveal`, whose own --wait is for the card that is read. */
const PROOF_SECONDS = 60;

/** Runs one command line; answers the exit code: 0 done, 1 not done, 2 wrong usage. */
export async function runCli(cli: Cli): Promise<number> {
  if (cli.args[0] === 'api' || cli.args[0] === 'client') return runApi(cli);
  if (cli.args[0] === 'sim') return runSim({ ...cli, args: cli.args.slice(1) });
  const language = languageOf(cli.env);
  const wrongUsage = (what: string): number => {
    cli.note(`minka: ${say(language, 'wrongUsage', { what })}\n`);
    return 2;
  };
  const asked = parseCommand(cli.args);
  if (!asked.ok) return wrongUsage(asked.error);
  if (asked.value.kind === 'help') {
    cli.out(`${say('zh', 'usage')}\n\n${say('en', 'usage')}\n`);
    return 0;
  }
  const command = { ...asked.value, profileFile: namedProfile(asked.value.profileFile, cli.env) };
  const { json } = command;

  const done = ({ output, text, failure: why = null }: Done): number => {
    if (why === null) {
      cli.out(json ? `${JSON.stringify(output)}\n` : `${text(language)}\n`);
      return 0;
    }
    if (json) cli.out(`${JSON.stringify({ ...(output as object), error: describeFailure(why, language) })}\n`);
    else {
      cli.out(`${text(language)}\n`);
      failed(why);
    }
    return 1;
  };
  const failed = (why: CliFailure): number => {
    const error = describeFailure(why, language);
    if (json) cli.out(`${JSON.stringify({ error })}\n`);
    else cli.note(`minka: ${error.code}: ${error.message}\n${say(language, 'remedy', { what: error.remedy })}\n`);
    return 1;
  };

  if (command.kind === 'configCheck') {
    // As its remedy is typed at a terminal: without a file.
    const file = command.file ?? command.profileFile;
    return file === null ? wrongUsage('config check takes a file') : done(configCheck(file, Date.now()));
  }
  if (command.kind === 'provision') {
    const outcome = await provision({ ...command, timeoutMs: PROVISION_MS });
    return outcome.ok ? done(outcome.value) : failed(outcome.error);
  }

  const limitMs = LIMIT_MS[command.kind] + waitMsOf(command);
  const hardEnd = setTimeout(() => {
    failed(failure(command.kind === 'cardRead' ? 'READER_STUCK' : 'TERMINAL_UNREACHABLE'));
    cli.exit(1);
  }, deadlineAfter(cli.startedAt, limitMs + HARD_MS).left());
  const onRevealed = (): void => cli.note(`${say(language, 'revealed')}\n`);
  let outcome: Outcome;
  try {
    outcome = await withTerminal(cli, command, deadlineAfter(cli.startedAt, limitMs), onRevealed);
  } catch (cause) {
    // The last boundary: whoever waits for one JSON object gets it, also for what nobody foresaw.
    outcome = err(failure('TERMINAL_UNREACHABLE', cause instanceof Error ? cause.message : 'unexpected'));
  }
  clearTimeout(hardEnd);
  return outcome.ok ? done(outcome.value) : failed(outcome.error);
}

/** What people at the terminal may take, beside the command itself. */
function waitMsOf(command: TerminalCommand): number {
  if (command.kind === 'cardRead') {
    return command.waitSeconds * 1000 + (command.reveal ? proofMs(PROOF_SECONDS) : 0);
  }
  return 'waitSeconds' in command ? command.waitSeconds * 1000 + proofMs(command.waitSeconds) : 0;
}

type TerminalCommand = Exclude<Command, { readonly kind: 'configCheck' | 'provision' }>;

/** Acts that a short-lived terminal cannot serve: it has no screen to prove oneself at, and no books but its own. */
const AT_A_SCREEN: ReadonlySet<TerminalCommand['kind']> = new Set([
  ...(['worklistList', 'worklistResolve', 'staffImport', 'staffMark', 'staffList', 'staffPage'] as const),
  ...(['auditVerify', 'reconcile', 'storeAdopt', 'verify', 'certificateList'] as const),
]);

/** The terminal that is meant: the named one, or the lab that runs, or for what needs no screen one of our own. */
async function placeOf(cli: Cli, command: TerminalCommand): Promise<Result<Place, CliFailure>> {
  const language = languageOf(cli.env);
  if (command.profileFile !== null) return findPlace(command.profileFile, cli.env);
  const lab = await runningLab(cli.env, cli.root);
  if (lab === null) {
    if (AT_A_SCREEN.has(command.kind)) return err(failure('CONFIG_MISSING', say(language, 'noLab')));
    return findPlace(null, cli.env);
  }
  const place = findPlace(lab, cli.env);
  const using = command.kind === 'auditInspect' ? 'usingLabProfile' : 'usingLab';
  if (place.ok) cli.note(`${say(language, using, { file: lab })}\n`);
  return place;
}

async function withTerminal(
  cli: Cli,
  command: TerminalCommand,
  deadline: Deadline,
  onRevealed: () => void,
): Promise<Outcome> {
  const { shellScript, verifyScript, env, onKillable } = cli;
  if (command.kind === 'selftest' && command.profileFile !== null) {
    // A profile that is not in order is a finding, not the end.
    return ok(await testSelf(cli, command.profileFile, deadline));
  }
  const place = await placeOf(cli, command);
  if (!place.ok) return place;
  if (command.kind === 'selftest') return ok(await testSelf(cli, place.value.profileFile, deadline));
  if (command.kind === 'auditInspect') {
    const { profileFile } = place.value;
    return auditInspect({ ...command, profileFile, script: verifyScript, env, deadline, onKillable });
  }
  const session = await openTerminal({ place: place.value, shellScript, env, deadline, onKillable });
  if (!session.ok) return session;
  if (command.kind === 'cardRead' && !command.json && command.waitSeconds > 0) {
    cli.note(`${say(languageOf(cli.env), 'waitingForCard')}\n`);
  }
  const outcome = await run(command, onRevealed, {
    client: session.value.client,
    deadline,
    waitSeconds: command.kind === 'cardRead' || !('waitSeconds' in command) ? PROOF_SECONDS : command.waitSeconds,
    onProof: () => cli.note(`${say(languageOf(cli.env), 'proveAtTerminal')}\n`),
  });
  await session.value.end(GRACE_MS);
  return outcome;
}

function testSelf({ shellScript, env, onKillable }: Cli, profileFile: string, deadline: Deadline) {
  return selftest({
    ...{ profileFile, deadline, endMs: GRACE_MS },
    async openTerminal() {
      const place = findPlace(profileFile, env);
      return place.ok ? openTerminal({ place: place.value, shellScript, env, deadline, onKillable }) : place;
    },
  });
}

function run(
  command: Exclude<TerminalCommand, { readonly kind: 'auditInspect' | 'selftest' }>,
  onRevealed: () => void,
  context: StaffContext,
) {
  const { client, deadline } = context;
  switch (command.kind) {
    case 'cardRead':
      return cardRead(context, command, onRevealed);
    case 'printerStatus':
      return printerStatus(client, deadline);
    case 'printerTest':
      return printerTest(client, deadline);
    case 'queueList':
      return queueList(client, deadline);
    case 'queueShow':
      return queueShow(client, command.id, deadline);
    case 'auditList':
      return auditList(context, command.limit);
    case 'auditVerify':
      return auditVerify(context, command.against);
    case 'reconcile':
      return reconcile(context, command);
    case 'storeStatus':
      return storeStatus(client, deadline);
    case 'storeAdopt':
      return storeAdopt(context, command.reason);
    case 'worklistList':
      return worklistList(context, command.all);
    case 'worklistResolve':
      return worklistResolve(context, {
        ...{ id: command.id, resolution: command.resolution },
        ...{ reason: command.reason, setlId: command.setlId },
      });
    case 'staffImport':
      return staffImport(context, command.file);
    case 'staffMark':
      return staffMark(context, command.salt);
    case 'staffList':
      return staffList(context);
    case 'staffPage':
      return staffPage(context);
    case 'verify':
      return verify(context, command.code);
    case 'certificateList':
      return certificateList(context, command.limit);
    case 'codes':
      return codes(client, command.type, deadline);
    case 'receiptCopy':
      return receiptCopy(context, command.settlement);
  }
}
