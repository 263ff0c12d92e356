import type { Reply, Request } from '../../../central/server/message.ts';
import type { HttpsOutcome } from '../../../terminal/gateways/https.ts';
import type { NetKind } from '../plan/kinds.ts';
import { bentAnswer } from './bent-answers.ts';
import type { VirtualClock } from './clock.ts';
import { pointOf } from './points.ts';
import type { Recorder, Truth } from './record.ts';

/** One exchange that is under way, as the network sees it. */
export interface Flight {
  readonly clock: VirtualClock;
  readonly record: Recorder;
  /** The message id of a 2207, and null for everything else. */
  readonly settles: string | null;
  readonly asked: Request;
  /** When it was begun, ms of simulated time, and how long its sender waits for an answer. */
  readonly begun: number;
  readonly answerMs: number;
  /** From the other side back, ms. */
  readonly back: number;
  /** The other side handles the request, and answers. */
  handle(): Reply;
  /** Ends the exchange; a second end is no end. */
  end(outcome: HttpsOutcome, truth: Truth): void;
  /** An earlier answer of the same transaction, or null. */
  earlier(): Reply | null;
  /** The request arrives only now, long after its sender gave up; nothing does that was under way over a sleep. */
  arriveAfter(ms: number): void;
  /** The request arrives a moment after the other side has handled a 2601 for this very message. */
  hold(): void;
  /** Puts this answer before the next request's own. */
  stray(reply: Reply): void;
}

const timing = ({ clock, begun }: Flight) => ({ wallMs: clock.monotonic() - begun, serverMs: null });

/** The connection ends without a whole answer. */
export function breakOff(flight: Flight, reason: 'timeout' | 'reset'): void {
  flight.end({ kind: 'broken', reason, detail: reason, timing: timing(flight) }, 'unclear');
}

export function answerWith(flight: Flight, reply: Reply, truth: Truth): void {
  const wish = reply.headers['retry-after'];
  const retryAfterMs = wish === undefined ? null : Number(wish) * 1000;
  const { status, headers, body } = reply;
  flight.end({ kind: 'answered', status, headers, body, retryAfterMs, timing: timing(flight) }, truth);
}

/** No answer comes until the sender's patience ends. */
function silence(flight: Flight): void {
  const { clock, begun, answerMs } = flight;
  clock.after(answerMs - (clock.monotonic() - begun), () => breakOff(flight, 'timeout'));
}

/** Counts a fault of this exchange; a 2207 stands from then on where it left it. */
export function struck({ record, settles }: Pick<Flight, 'record' | 'settles'>, kind: NetKind): void {
  if (settles === null) {
    record.fault(kind);
    return;
  }
  const point = pointOf(kind);
  record.points.stand(settles, point);
  record.fault(kind, point);
}

/** Lets a request that has just arrived meet what the plan has for it. False where that could not be done here. */
export function meet(flight: Flight, kind: NetKind, length: number): boolean {
  const { clock, back } = flight;
  switch (kind) {
    case 'stalled':
    case 'lostBefore':
      silence(flight);
      break;
    case 'lostAfter':
    case 'slowDrip':
      flight.handle();
      silence(flight);
      break;
    case 'late':
      flight.arriveAfter(length);
      silence(flight);
      break;
    case 'overtaken':
      flight.hold();
      silence(flight);
      break;
    case 'resetBefore':
      breakOff(flight, 'reset');
      break;
    case 'resetAfter':
      flight.handle();
      breakOff(flight, 'reset');
      break;
    case 'halfBody':
      flight.handle();
      clock.after(back, () => breakOff(flight, 'reset'));
      break;
    case 'slow':
      if (length >= flight.answerMs) {
        flight.arriveAfter(length);
        silence(flight);
      } else clock.after(length, () => answerWith(flight, flight.handle(), 'genuine'));
      break;
    case 'duplicate': {
      const reply = flight.handle();
      flight.stray(reply);
      clock.after(back, () => answerWith(flight, reply, 'genuine'));
      break;
    }
    case 'replayed': {
      const old = flight.earlier();
      if (old === null) return false;
      flight.handle();
      clock.after(back, () => answerWith(flight, old, 'unclear'));
      break;
    }
    default: {
      const reply = bentAnswer(kind, flight.asked, flight.handle);
      if (reply === null) return false;
      const truth = kind === 'infcodeNumber' ? 'genuine' : kind === 'businessRefusal' ? 'refused' : 'unclear';
      clock.after(back, () => answerWith(flight, reply, truth));
    }
  }
  struck(flight, kind);
  return true;
}
