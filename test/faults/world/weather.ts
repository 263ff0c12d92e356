import { type App, problem, type Reply, type Request } from '../../../central/server/message.ts';
import { infnoAt } from '../../../central/server/paths.ts';
import type { HttpsClient, HttpsOutcome, HttpsRequest } from '../../../terminal/gateways/https.ts';
import type { Dice } from '../plan/dice.ts';
import type { Item, Target } from '../plan/plan.ts';
import { settles } from '../plan/settling.ts';
import type { VirtualClock } from './clock.ts';
import { answerWith, breakOff, type Flight, meet, struck } from './flight.ts';
import { KEY_LIFETIME_MS } from './other-sides.ts';
import type { Point } from './points.ts';
import type { Recorder, Sent } from './record.ts';
import { recordKeys } from './witness.ts';

/** What the network needs to know of the process that speaks. */
export interface Speaker {
  readonly terminal: number;
  readonly boot: number;
  alive(): boolean;
  /** Kills the process, as SIGKILL does. */
  kill(): void;
  /** What the journal holds of these bytes at this moment. */
  witness(target: Target, key: string, body: string): Pick<Sent, 'durable' | 'openOthers' | 'roomy' | 'msgid'>;
  /** Told the centre's time with each of its answers: our wall clock then, and how long the exchange took, ms. */
  heard(wallMs: number, roundTripMs: number): void;
}

export interface Weather {
  client(target: Target, speaker: Speaker): HttpsClient;
  /** Nothing is on its way. */
  quiet(): boolean;
  /** Ends every exchange that is under way, as a sleeping machine's connections end. */
  breakAll(): void;
  /** From now on nothing goes wrong any more. */
  clear(): void;
}

export interface WeatherParts {
  readonly clock: VirtualClock;
  readonly throws: Dice;
  readonly record: Recorder;
  /** Everything sleeps for so long, ms. */
  readonly sleep: (ms: number) => void;
  readonly apps: () => Readonly<Record<Target, App>>;
  /** Gives a message that the centre has done a second effect; false where it has done nothing. */
  readonly effectTwice: (messageId: string) => boolean;
}

export const ANSWER_MS: Readonly<Record<Target, number>> = { centre: 30_000, his: 10_000, operator: 15_000 };

const NOT_SENT = { dns: 'dns', refused: 'refused', tlsReset: 'tls', connectTimeout: 'connectTimeout' } as const;
const isNotSent = (kind: string): kind is keyof typeof NOT_SENT => Object.hasOwn(NOT_SENT, kind);
const CONNECT_MS = 5000;
const utf8 = new TextDecoder();

/** What went out as 2207 is "2207"; `POST /his/v1/hold` is "hold". */
function nameOf(target: Target, path: string): string {
  if (target === 'centre') return infnoAt(path) ?? path;
  return path.split('/').slice(3).join(' ') || path;
}

/** Calls that the queue makes. */
const QUEUED = new Set(['records', 'settled', 'released', 'refunded']);

/** Where a process dies at its own exchange; nothing where the rest of the world tells. */
function killPoint(target: Target, key: string, settling: Point, queueing: Point): readonly Point[] {
  if (settles(key)) return [settling];
  if (key === '2601') return ['P13'];
  return target !== 'centre' && QUEUED.has(key) ? [queueing] : [];
}

/** The network of a schedule: each request meets what the plan has for the n-th of its name. */
export function weather(parts: WeatherParts, items: readonly Item[]): Weather {
  const { clock, throws, record, apps } = parts;
  const counts = new Map<string, number>();
  const earlier = new Map<string, Reply>();
  const strays = new Map<Target, Reply>();
  const underWay = new Map<Flight, () => Point | null>();
  /** What comes after the 2601 of its own message id, by that id. */
  const held = new Map<string, Flight>();
  let sleeps = 0;
  const start = clock.monotonic();
  let cleared = false;
  record.points.watch(() => [...underWay.values()].flatMap((stage) => stage() ?? []));
  const nets = items.filter((item) => item.is === 'net');
  const deaths = items.filter((item) => item.is === 'killAt');
  const outages = items.filter((item) => item.is === 'linkDown');
  const forgotten = items.filter((item) => item.is === 'keysForgotten');
  const twice = items.filter((item) => item.is === 'twice');
  const poisons = items.filter((item) => item.is === 'poisonRow');
  const poisoned = new Set<string>();

  /** What the plan has for this request. */
  const due = (target: Target, key: string, nth: number) => {
    if (cleared) return { fault: null, death: null, down: false, old: false };
    const at = clock.monotonic() - start;
    return {
      fault: nets.find((one) => one.target === target && one.key === key && one.nth === nth) ?? null,
      death: deaths.find((one) => one.key === key && one.nth === nth)?.when ?? null,
      old: forgotten.some((one) => one.key === key && one.nth === nth),
      down: outages.some((one) => one.target === target && at >= one.at && at < one.at + one.ms),
    };
  };

  /** After this time, unless the machine has slept: nothing that was under way then arrives. */
  const afloat = (ms: number, what: () => void): void => {
    const then = sleeps;
    clock.after(ms, () => {
      if (sleeps === then) what();
    });
  };

  const letGo = (msgid: string): void => {
    held.get(msgid)?.arriveAfter(throws.between(1, 60));
    held.delete(msgid);
  };

  const double = (messageId: string): void => {
    const { doubled } = record.evidence;
    if (doubled.has(messageId) || !parts.effectTwice(messageId)) return;
    doubled.add(messageId);
    record.fault('effectTwice');
  };

  const exchange = (target: Target, speaker: Speaker, request: HttpsRequest): Promise<HttpsOutcome> => {
    if (!speaker.alive()) return new Promise(() => {});
    const { terminal, boot } = speaker;
    const key = nameOf(target, request.path);
    const nth = (counts.get(key) ?? 0) + 1;
    counts.set(key, nth);
    const begun = clock.monotonic();
    const body = request.body === null ? '' : utf8.decode(request.body);
    const known = speaker.witness(target, key, body);
    const sent: Sent = {
      at: begun,
      terminal,
      boot,
      target,
      key,
      body,
      ...known,
      truth: null,
      answer: null,
      handled: false,
      handledAt: null,
    };
    record.evidence.sent.push(sent);
    const { fault, death, down, old } = due(target, key, nth);
    if (key === 'records' && !cleared && poisons.some((one) => one.nth === nth)) {
      const [first] = recordKeys(body);
      if (first !== undefined) poisoned.add(first);
      record.fault('poisonRow');
    }
    const slow = target === 'operator' ? 8 : 1;
    const [there, back] = [throws.between(5, 60) * slow, throws.between(5, 120) * slow];

    return new Promise((resolve) => {
      const { method, path, headers } = request;
      const asked: Request = { method, path, headers, body: request.body ?? new Uint8Array() };
      /** Where it is now: on its way out, before the other side, or on its way back. */
      const stageOf = (): Point | null => {
        if (key === '2601') return 'P13';
        if (target !== 'centre') return QUEUED.has(key) ? 'P11' : null;
        if (!settles(key)) return null;
        if (down || (fault !== null && isNotSent(fault.kind))) return 'P1';
        const age = clock.monotonic() - begun;
        const partly = fault?.kind === 'halfBody' || fault?.kind === 'slowDrip';
        if (sent.handled) return partly ? 'P5' : 'P4';
        if (fault?.kind === 'stalled') return 'P2';
        return age >= there ? 'P3' : age >= there / 2 ? 'P2' : 'P1';
      };
      const flight: Flight = {
        clock,
        record,
        settles: settles(key) ? known.msgid : null,
        asked,
        begun,
        answerMs: ANSWER_MS[target],
        back,
        handle() {
          const app = apps()[target];
          const bad = [...poisoned].some((one) => body.includes(one)) && method === 'POST' && key === 'records';
          const refused = bad ? problem(400, 'INVALID', 'a record that never fits') : app.admit(asked);
          const reply = refused ?? (app.answer(asked) as Reply);
          sent.handled = refused === null;
          if (refused === null) sent.handledAt ??= clock.monotonic();
          sent.answer = utf8.decode(reply.body);
          record.say(`${key}#${nth} handled ${refused === null ? gist(sent.answer) : refused.status}`);
          if (settles(key) && twice.some((one) => one.nth === nth)) double(known.msgid ?? '');
          if (!earlier.has(key)) earlier.set(key, reply);
          if (key === '2601') letGo(/"omsgid":"([^"]+)"/.exec(body)?.[1] ?? '');
          return reply;
        },
        end(outcome, truth) {
          if (!underWay.delete(flight) || !speaker.alive()) return;
          // What was not let in was not answered either, only turned away.
          sent.truth = truth === 'genuine' && !sent.handled ? 'unclear' : truth;
          const status = outcome.kind === 'answered' ? ` ${outcome.status}` : ` ${outcome.reason}`;
          record.say(`T${terminal}.${boot} ${key}#${nth} ${outcome.kind}${status}`);
          if (death === 'answered') {
            if (flight.settles !== null) record.points.stand(flight.settles, 'P6');
            record.fault('killAnswered', ...killPoint(target, key, 'P6', 'P12'));
            speaker.kill();
            return;
          }
          if (outcome.kind === 'answered' && target === 'centre') speaker.heard(clock.now(), clock.monotonic() - begun);
          if (speaker.alive()) resolve(outcome);
        },
        earlier: () => earlier.get(key) ?? null,
        stray: (reply) => void strays.set(target, reply),
        arriveAfter(ms) {
          afloat(ms, flight.handle);
        },
        hold: () => void held.set(sent.msgid ?? '', flight),
      };
      underWay.set(flight, stageOf);
      const arrive = (what: () => void): void => afloat(there, what);
      const plain = (): void => {
        const reply = flight.handle();
        const stray = strays.get(target);
        strays.delete(target);
        const truth = stray === undefined && sent.handled ? 'genuine' : 'unclear';
        clock.after(back, () => answerWith(flight, stray ?? reply, truth));
      };

      if (death === 'sending') {
        // The bytes are in the system's hands; the process is not there any more.
        if (flight.settles !== null) record.points.stand(flight.settles, 'P2');
        record.fault('killSending', ...killPoint(target, key, 'P2', 'P11'));
        arrive(flight.handle);
        speaker.kill();
      } else if (down) {
        if (flight.settles === null) record.fault('linkDown');
        else record.fault('linkDown', 'P1');
        clock.after(there, () => flight.end({ kind: 'notSent', reason: 'refused', detail: 'down' }, 'notSent'));
      } else if (old) {
        arrive(() => {
          record.fault('keysForgotten');
          flight.handle();
          breakOff(flight, 'reset');
          parts.sleep(KEY_LIFETIME_MS + 3_600_000);
        });
      } else if (fault !== null && isNotSent(fault.kind)) {
        struck(flight, fault.kind);
        const reason = NOT_SENT[fault.kind];
        const wait = reason === 'connectTimeout' ? CONNECT_MS : there;
        clock.after(wait, () => flight.end({ kind: 'notSent', reason, detail: reason }, 'notSent'));
      } else {
        arrive(() => {
          if (fault === null || !meet(flight, fault.kind, fault.ms)) plain();
        });
      }
    });
  };

  return {
    client: (target, speaker) => ({ exchange: (request) => exchange(target, speaker, request), close() {} }),
    quiet: () => underWay.size === 0,
    breakAll() {
      sleeps += 1;
      for (const flight of [...underWay.keys()]) breakOff(flight, 'reset');
    },
    clear() {
      cleared = true;
      strays.clear();
    },
  };
}

/** Enough of an answer to tell two apart. */
function gist(text: string): string {
  const code = /"infcode":"?(-?\d+)/.exec(text)?.[1];
  if (code === undefined) return text.slice(0, 60);
  const words = /"err_msg":"([^"]+)"/.exec(text)?.[1];
  return words === undefined ? code : `${code} ${words}`;
}
