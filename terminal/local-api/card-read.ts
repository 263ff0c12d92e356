import type { CardReading, CardStatus } from '../../common/contracts/devices/card.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import { maskName, maskNumber } from '../../common/kernel/masking.ts';
import { type Clock, sleep } from '../../common/kernel/ports.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Devices } from '../devices/devices.ts';

export interface CardReadRequest {
  /** A reader's name, or null: the one that holds a card. */
  readonly reader: string | null;
  readonly waitMs: number;
}

export interface CardReadDeps {
  readonly clock: Clock;
  readonly devices: Pick<Devices, 'status' | 'readCard' | 'watchReader'>;
  /** The reader of the site profile, to which the watch returns. */
  readonly configuredReader: string | null;
  /** A person's session is under way: its reader is not taken away. */
  readonly inSession: () => boolean;
}

const POLL_MS = 40;
/** A host that has just started, or begins to watch another reader, needs a moment until its word means something. */
const SETTLE_MS = 1500;

/** The card as it says of itself, masked: what a log or a shoulder may see. */
export function maskReading(card: CardReading): CardReading {
  const number = (text: string | null): string | null => (text === null ? null : maskNumber(text));
  return {
    ...card,
    cardNumber: number(card.cardNumber),
    cardId: number(card.cardId),
    socialSecurityNumber: number(card.socialSecurityNumber),
    name: card.name === null ? null : maskName(card.name),
    birthPlace: null,
    birthDate: null,
  };
}

/**
 * Reads whatever social-security card stands in the reader, waiting up to `waitMs` for one. It reports what the card
 * says, an expired one too; fails with the card's or reader's code. In clear: who may see that is the caller's to say.
 */
export async function readClear(
  deps: CardReadDeps,
  request: CardReadRequest,
): Promise<Result<CardReading, FailureCode>> {
  const moved = await chooseReader(deps, request.reader);
  if (!moved.ok) return moved;
  try {
    return await waitAndRead(deps, request);
  } finally {
    if (moved.value) await deps.devices.watchReader(deps.configuredReader);
  }
}

/** The same with name and numbers masked: what anybody at this machine may see. */
export async function readMasked(
  deps: CardReadDeps,
  request: CardReadRequest,
): Promise<Result<CardReading, FailureCode>> {
  const read = await readClear(deps, request);
  return read.ok ? ok(maskReading(read.value)) : read;
}

/** Whether the watch had to move to another reader. */
async function chooseReader(deps: CardReadDeps, reader: string | null): Promise<Result<boolean, FailureCode>> {
  if (reader === null || reader === deps.configuredReader) return ok(false);
  const status = deps.devices.status().card;
  // An empty reader is merely the first of those that are watched; only a card says which one it is about.
  const hasCard = status.kind === 'present' || status.kind === 'mute';
  if (hasCard && status.reader === reader) return ok(false);
  if (deps.inSession()) return err('CARD_BUSY');
  await deps.devices.watchReader(reader);
  return ok(true);
}

/** What a status means to somebody who waits for a card: a failure to tell at once, at the end, or never. */
function judge(status: CardStatus, reader: string | null): { readonly code: FailureCode; readonly atOnce: boolean } {
  switch (status.kind) {
    case 'serviceDown':
      return { code: 'READER_SERVICE_DOWN', atOnce: false };
    case 'noReader':
      return { code: 'READER_GONE', atOnce: false };
    case 'mute':
      return { code: 'CARD_MUTE', atOnce: true };
    case 'tooMany':
      return { code: 'CARD_TOO_MANY', atOnce: reader === null };
    default:
      return { code: 'CARD_ABSENT', atOnce: false };
  }
}

async function waitAndRead(
  { clock, devices }: CardReadDeps,
  { reader, waitMs }: CardReadRequest,
): Promise<Result<CardReading, FailureCode>> {
  const startedAt = clock.monotonic();
  for (;;) {
    const status = devices.status().card;
    const elsewhere = reader !== null && 'reader' in status && status.reader !== reader;
    if (status.kind === 'present' && !elsewhere) {
      const result = await devices.readCard(status.generation);
      if (result.ok) return ok(result.value);
      // The card session changed under us; what is in now is read anew.
      if (result.error !== 'CARD_STALE') return err(result.error);
    }
    const waited = clock.monotonic() - startedAt;
    const { code, atOnce } = elsewhere ? { code: 'CARD_ABSENT' as const, atOnce: false } : judge(status, reader);
    if (atOnce) return err(code);
    const unsettled = code === 'READER_GONE' || code === 'READER_SERVICE_DOWN' || code === 'CARD_TOO_MANY';
    const settling = unsettled || elsewhere ? SETTLE_MS : 0;
    if (waited >= Math.max(waitMs, settling)) return err(code);
    await sleep(clock, POLL_MS);
  }
}
