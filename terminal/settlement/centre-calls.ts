import type { CentreInput, CentreOutput, Infno } from '../../common/contracts/centre/transactions.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import { formatDate } from '../../common/kernel/dates.ts';
import type { MessageId } from '../../common/kernel/message-id.ts';
import { unwrapPii } from '../../common/kernel/pii.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { CentreOutcome, CentreRequest, InvalidInput, Operator } from '../gateways/centre/port.ts';
import type { Failure } from '../ports.ts';
import type { MessageRow } from '../store/messages.ts';
import { type CoreDeps, failure, RECOVERY_WAITS } from './deps.ts';
import { hedged } from './hedge.ts';
import { saysOneOf } from './judge.ts';
import { networkIdentity } from './network-identity.ts';

/** A message that is durable and may be sent. */
export interface Written<I extends Infno> {
  readonly row: number;
  readonly messageId: MessageId;
  readonly request: CentreRequest<I>;
}

/** An answer, and how to keep it: call `keep` inside the transaction of what the answer changes. */
export interface Exchange<I extends Infno> {
  readonly outcome: CentreOutcome<CentreOutput<I>>;
  readonly keep: () => void;
}

/** Attempts of one query or fence that may be under way at once. */
const MOST_ATTEMPTS = 4;

export interface CallTo {
  readonly visitId: number | null;
  readonly insuplcAdmdvs: string | null;
}

/** Every message to the centre goes through here: id and exact bytes durable, then sent once, then the answer kept. */
export interface CentreCalls {
  /** 9001 once per day (China time) and start; the number it gives goes into every envelope of that day. */
  signIn(): Promise<Result<void, Failure>>;
  /**
   * 9002: who acts has finished. Where this process does not know her number (a start, a sign-in gone stale) it is asked
   * for first: the centre has one per operator and day.
   */
  signOut(): Promise<Result<void, Failure>>;
  /** A 9001 as this terminal, whoever acts, to see whether the centre lets it in; its number is not used. */
  knock(): Promise<CentreOutcome<CentreOutput<'9001'>>>;
  /** From now on messages bear this cashier's number, and her own sign-in; null: the terminal's again. */
  actAs(operator: Operator | null): void;
  /** The centre refused in a way that a stale sign-in would explain: the next `signIn` asks anew. */
  forgetSignIn(): void;
  /** Makes a message within the caller's transaction; `input` may use the new message id. */
  write<I extends Infno>(
    infno: I,
    callTo: CallTo,
    input: CentreInput<I> | ((messageId: MessageId) => CentreInput<I>),
  ): Result<Written<I>, InvalidInput>;
  /** Sends a durable message. The transaction that made it must have been committed. */
  send<I extends Infno>(written: Written<I>): Promise<Exchange<I>>;
  /** A message kept earlier, to be sent again byte for byte. Only for queries and 2601. */
  again<I extends Infno>(row: number, infno: I): Written<I>;
  /**
   * Sends what may be sent twice (a query, a 2601) until somebody answers or all attempts have ended. `ends`: what counts
   * as an answer; it sees the outcome of every attempt.
   */
  persist<I extends Infno>(
    written: Written<I>,
    ends?: (outcome: CentreOutcome<CentreOutput<I>>) => boolean,
  ): Promise<Exchange<I>>;
  /** A query of the recovery: as `ask` with `persist`; while nobody answers it is asked again byte for byte. */
  inquire(
    infno: '5203',
    callTo: CallTo & { readonly visitId: number },
    input: CentreInput<'5203'>,
  ): Promise<Result<CentreOutcome<CentreOutput<'5203'>>, InvalidInput>>;
  /** Makes, sends and keeps in one go, for messages whose answer changes nothing durable by itself. */
  ask<I extends Infno>(
    infno: I,
    callTo: CallTo,
    input: CentreInput<I>,
  ): Promise<Result<CentreOutcome<CentreOutput<I>>, InvalidInput>>;
}

export function createCentreCalls(deps: CoreDeps): CentreCalls {
  const { store, centre, clock, timing, settings } = deps;
  const { institutionCode, terminalSlot, messageIdPattern, operatorNumber } = settings.site;
  const place = deps.network ?? networkIdentity();
  let signed: { readonly day: string; readonly number: string } | null = null;
  let operator: Operator | null = null;

  const write: CentreCalls['write'] = (infno, callTo, input) => {
    const messageId = store.messages.nextId(institutionCode, terminalSlot, clock.now(), messageIdPattern);
    const body = typeof input === 'function' ? input(messageId) : input;
    const signNo = infno === '9001' ? null : (signed?.number ?? null);
    const whose = operator === null ? {} : { operator };
    const context = { insuplcAdmdvs: callTo.insuplcAdmdvs, signNo, ...whose };
    const built = centre.build(infno, messageId, body, context);
    if (!built.ok) return built;
    const request = built.value.bytes;
    const row = store.messages.insert({ messageId, infno, visitId: callTo.visitId, request, nowMs: clock.now() });
    return ok({ row, messageId, request: built.value });
  };

  const send: CentreCalls['send'] = async (written) => {
    const begun = clock.monotonic();
    const outcome = await centre.send(written.request);
    const wall = clock.monotonic() - begun;
    const theirs = outcome.kind === 'notSent' ? 0 : (outcome.timing.serverMs ?? outcome.timing.wallMs);
    timing(`centre.${written.request.infno}`, wall, Math.max(0, wall - theirs));
    const reply = outcome.kind === 'notSent' || outcome.reply === null ? null : unwrapPii(outcome.reply);
    const keep = (): void => {
      store.messages.answered(written.row, {
        outcome: outcome.kind,
        reason: reasonOf(outcome),
        reply: reply === null ? null : new TextEncoder().encode(reply),
        nowMs: clock.now(),
      });
    };
    return { outcome, keep };
  };

  const ask: CentreCalls['ask'] = async (infno, callTo, input) => {
    const written = store.transaction(() => write(infno, callTo, input));
    if (!written.ok) return err(written.error);
    const { outcome, keep } = await send(written.value);
    store.transaction(keep);
    return ok(outcome);
  };

  const isAnswer = ({ kind }: CentreOutcome<unknown>): boolean => kind === 'ok' || kind === 'refused';
  const { hedgeMs } = deps.waits ?? RECOVERY_WAITS;

  const persist: CentreCalls['persist'] = (written, ends = isAnswer) =>
    hedged(
      clock,
      { everyMs: hedgeMs, most: MOST_ATTEMPTS },
      () => send(written),
      ({ outcome }) => ends(outcome),
    );

  /** Queries that nobody answered, by what they ask: sent again as they are, so a long outage fills no disk. */
  const unanswered = new Map<string, Written<'5203'>>();

  const inquire: CentreCalls['inquire'] = async (infno, callTo, input) => {
    // The envelope bears the sign-in of its day.
    const asked = `${callTo.visitId} ${input.data.setl_id ?? ''} ${signed?.day} ${signed?.number}`;
    let written = unanswered.get(asked);
    if (written === undefined) {
      const made = store.transaction(() => write(infno, callTo, input));
      if (!made.ok) return err(made.error);
      written = made.value;
      unanswered.set(asked, written);
    }
    const { outcome, keep } = await persist(written);
    if (isAnswer(outcome)) unanswered.delete(asked);
    store.transaction(keep);
    return ok(outcome);
  };

  const signIn: CentreCalls['signIn'] = async () => {
    const day = formatDate(clock.now());
    if (signed?.day === day) return ok(undefined);
    const whose = operator;
    const signIn = { opter_no: whose?.number ?? operatorNumber, ...place };
    const answer = await ask('9001', { visitId: null, insuplcAdmdvs: null }, { signIn });
    if (!answer.ok) return err(inputFailure('CENTRE_BAD_ANSWER', answer.error));
    if (answer.value.kind !== 'ok') return err(stepFailure(answer.value));
    // A shift that began or ended meanwhile has a sign-in of its own.
    if (whose === operator) signed = { day, number: answer.value.output.signinoutb.sign_no };
    return ok(undefined);
  };

  return {
    persist,
    inquire,
    signIn,
    async signOut() {
      if (signed === null) {
        const again = await signIn();
        if (!again.ok) return again;
      }
      // Another operator's turn began meanwhile: this one's number is not known any more.
      if (signed === null) return err(failure('CENTRE_UNREACHABLE'));
      const signOut = { sign_no: signed.number, opter_no: operator?.number ?? operatorNumber };
      const answer = await ask('9002', { visitId: null, insuplcAdmdvs: null }, { signOut });
      signed = null;
      if (!answer.ok) return err(inputFailure('CENTRE_BAD_ANSWER', answer.error));
      return answer.value.kind === 'ok' ? ok(undefined) : err(stepFailure(answer.value));
    },
    async knock() {
      const answer = await ask(
        '9001',
        { visitId: null, insuplcAdmdvs: null },
        { signIn: { opter_no: operatorNumber, ...place } },
      );
      if (answer.ok) return answer.value;
      throw new Error(`settlement: 9001 of this site cannot be written: ${answer.error.field}`);
    },
    actAs(next) {
      if (next?.number === operator?.number) return;
      operator = next;
      signed = null;
    },
    forgetSignIn() {
      signed = null;
    },
    write,
    send,
    again(row, infno) {
      const kept = store.messages.get(row);
      if (kept === null || kept.infno !== infno || kept.reduced)
        throw new Error(`settlement: message ${row} is no ${infno}`);
      return { row, messageId: kept.messageId, request: { infno, bytes: kept.request } };
    },
    ask,
  };
}

function reasonOf(outcome: CentreOutcome<unknown>): string | null {
  if (outcome.kind === 'ok') return null;
  if (outcome.kind === 'refused') return `${outcome.infcode} ${outcome.message}`;
  return `${outcome.reason} ${outcome.detail}`;
}

type ChangedTexts = Pick<CoreDeps['settings']['centre'], 'balanceChangedTexts'>;
/** Where no balance is asked after: giving back takes nothing. */
const NO_TEXTS: ChangedTexts = { balanceChangedTexts: [] };

/** A refusal of money in the centre's words: a balance that has changed is told apart, for it takes another look. */
function refusedMoney(message: string, { balanceChangedTexts }: ChangedTexts): Failure {
  const changed = saysOneOf(message, balanceChangedTexts);
  return failure(changed ? 'CENTRE_BALANCE_CHANGED' : 'CENTRE_REFUSED', message);
}

/** A refusal that was kept, or null where this message was not refused. */
export function refusalOf({ outcome, reason }: MessageRow, centre: ChangedTexts = NO_TEXTS): Failure | null {
  if (outcome !== 'refused' || reason === null) return null;
  return refusedMoney(reason.slice(reason.indexOf(' ') + 1), centre);
}

/** What a person is told where a step that moves no money did not succeed. */
export function stepFailure(outcome: Exclude<CentreOutcome<unknown>, { kind: 'ok' }>): Failure {
  if (outcome.kind === 'refused') return failure('CENTRE_REFUSED', outcome.message);
  if (outcome.kind === 'notSent') return failure('CENTRE_UNREACHABLE');
  const silent = outcome.reason === 'timeout' || outcome.reason === 'reset' || outcome.reason === 'status';
  return failure(silent ? 'CENTRE_UNREACHABLE' : 'CENTRE_BAD_ANSWER');
}

/** The same of a pre-settlement and a settlement. */
export function moneyFailure(outcome: Exclude<CentreOutcome<unknown>, { kind: 'ok' }>, centre: ChangedTexts): Failure {
  return outcome.kind === 'refused' ? refusedMoney(outcome.message, centre) : stepFailure(outcome);
}

/** The input came from `source`: a field of it that the national table does not take is that side's fault. */
export function inputFailure(source: FailureCode, { field, problem }: InvalidInput): Failure {
  return failure(source, `${field}: ${problem}`);
}
