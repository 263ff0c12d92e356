import type { CardReading, CardStatus } from '../../common/contracts/devices/card.ts';
import type { PinVerifyResult } from '../../common/contracts/devices/pin-pad.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import { formatDate } from '../../common/kernel/dates.ts';
import { type Clock, sleep } from '../../common/kernel/ports.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Devices } from '../devices/devices.ts';
import type { StaffRow } from '../store/staff-rows.ts';
import { isInForce } from './list-file.ts';

export type ProofPhase = 'card' | 'reading' | 'pin' | 'checking' | 'takeCard';

export interface Refusal {
  readonly code: FailureCode;
  /** What the card said after a wrong PIN. */
  readonly triesLeft: number | null;
}

export interface ProofDeps {
  readonly clock: Clock;
  readonly devices: Pick<Devices, 'status' | 'readCard' | 'verifyPin'>;
  readonly pinEntryMs: number;
  /** Whose card this is, by the list in force. */
  readonly find: (card: CardReading) => Promise<StaffRow | null>;
}

export interface ProofAsked {
  /** How long a card is waited for, and that it is taken out again, ms. */
  readonly waitMs: number;
  /** Why this member may not stand here (role, same person), or null. Asked before the PIN. */
  readonly admit: (who: StaffRow, card: CardReading) => FailureCode | null;
  readonly show: (phase: ProofPhase, digits: number) => void;
  readonly cancelled: () => boolean;
}

const POLL_MS = 40;
/** A pad that still ends an earlier entry says "busy"; nothing was sent, so asking again is safe. */
const BUSY_TRIES = 10;
const BUSY_WAIT_MS = 200;

const refused = (code: FailureCode, triesLeft: number | null = null): Result<never, Refusal> =>
  err({ code, triesLeft });

/**
 * One person proves herself: puts in her card, is found in the list, types her PIN on the pad, takes the card out. One
 * wrong PIN ends it. Resolves always; what she may do with the proof is the caller's business.
 */
export async function proveOne(deps: ProofDeps, asked: ProofAsked): Promise<Result<StaffRow, Refusal>> {
  const read = await waitAndRead(deps, asked);
  if (!read.ok) return read;
  const { card, generation } = read.value;
  const today = formatDate(deps.clock.now());
  if (isExpired(card, today)) return refused('CARD_EXPIRED');
  const who = await deps.find(card);
  if (who === null) return refused('STAFF_UNKNOWN');
  if (!isInForce(who, today)) return refused('STAFF_NOT_VALID');
  const denied = asked.admit(who, card);
  if (denied !== null) return refused(denied);
  if (asked.cancelled()) return refused('STAFF_CANCELLED');
  const pin = await enterPin(deps, asked, generation);
  if (!pin.ok) return pin;
  asked.show('takeCard', 0);
  const out = await waitUntilOut(deps, asked, generation);
  return out.ok ? ok(who) : out;
}

interface Read {
  readonly card: CardReading;
  readonly generation: number;
}

const hasLeft = (code: FailureCode): boolean => code === 'CARD_REMOVED' || code === 'CARD_STALE';

/** A card that left while it was read was the wrong one, or slipped: the next one is waited for. */
async function waitAndRead(deps: ProofDeps, asked: ProofAsked): Promise<Result<Read, Refusal>> {
  const until = deps.clock.monotonic() + asked.waitMs;
  for (;;) {
    asked.show('card', 0);
    const generation = await waitForCard(deps, asked, until);
    if (!generation.ok) return generation;
    asked.show('reading', 0);
    const read = await deps.devices.readCard(generation.value);
    if (read.ok) return ok({ card: read.value, generation: generation.value });
    if (!hasLeft(read.error)) return refused(read.error);
    if (deps.clock.monotonic() >= until) return refused('STAFF_CARD_OUT');
    await sleep(deps.clock, POLL_MS);
  }
}

async function waitForCard(
  { clock, devices }: ProofDeps,
  asked: ProofAsked,
  until: number,
): Promise<Result<number, Refusal>> {
  for (;;) {
    const status = devices.status().card;
    if (status.kind === 'present') return ok(status.generation);
    if (status.kind === 'mute') return refused('CARD_MUTE');
    if (asked.cancelled()) return refused('STAFF_CANCELLED');
    if (clock.monotonic() >= until) return refused(absence(status));
    await sleep(clock, POLL_MS);
  }
}

function absence(status: CardStatus): FailureCode {
  if (status.kind === 'serviceDown') return 'READER_SERVICE_DOWN';
  return status.kind === 'noReader' ? 'READER_GONE' : 'STAFF_TIMEOUT';
}

async function waitUntilOut(
  { clock, devices }: ProofDeps,
  asked: ProofAsked,
  generation: number,
): Promise<Result<null, Refusal>> {
  const until = clock.monotonic() + asked.waitMs;
  for (;;) {
    const status = devices.status().card;
    if (status.kind !== 'present' || status.generation !== generation) return ok(null);
    if (asked.cancelled()) return refused('STAFF_CANCELLED');
    if (clock.monotonic() >= until) return refused('STAFF_TIMEOUT');
    await sleep(clock, POLL_MS);
  }
}

/** A year-only date lasts to the end of its year. */
function isExpired({ expiresOn, warnings }: CardReading, today: string): boolean {
  const last = expiresOn?.length === 4 ? `${expiresOn}-12-31` : expiresOn;
  return warnings.includes('CARD_EXPIRED') || (last !== null && last !== undefined && last < today);
}

async function enterPin(deps: ProofDeps, asked: ProofAsked, generation: number): Promise<Result<null, Refusal>> {
  const { clock, devices } = deps;
  let open = true;
  const follow = async (): Promise<void> => {
    let before = 0;
    while (open) {
      const pad = devices.status().pinPad;
      const digits = pad.kind === 'entering' ? pad.digits : 0;
      if (pad.kind === 'entering') asked.show('pin', digits);
      else if (before > 0) asked.show('checking', before);
      before = pad.kind === 'entering' ? digits : before;
      await sleep(clock, POLL_MS);
    }
  };
  asked.show('pin', 0);
  const following = follow();
  let result = await devices.verifyPin(generation, deps.pinEntryMs);
  for (let tries = 1; result.kind === 'busy' && tries < BUSY_TRIES && !asked.cancelled(); tries++) {
    await sleep(clock, BUSY_WAIT_MS);
    result = await devices.verifyPin(generation, deps.pinEntryMs);
  }
  open = false;
  await following;
  return outcome(result);
}

function outcome(result: PinVerifyResult): Result<null, Refusal> {
  switch (result.kind) {
    case 'verified':
      return ok(null);
    case 'wrong':
      return result.triesLeft === 0 ? refused('PIN_BLOCKED', 0) : refused('STAFF_PIN', result.triesLeft);
    case 'blocked':
      return refused('PIN_BLOCKED', 0);
    case 'initial':
      return refused('PIN_INITIAL');
    case 'cancelled':
      return refused('STAFF_CANCELLED');
    case 'timeout':
      return refused('STAFF_TIMEOUT');
    case 'padGone':
    case 'busy':
      return refused('PAD_GONE');
    case 'card':
      // What a resident is told of her card would send the staff to her.
      return refused(hasLeft(result.error) ? 'STAFF_CARD_OUT' : result.error);
  }
}
