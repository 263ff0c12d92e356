import type { Declare, DeclareRequest } from '../../common/contracts/benefits/declaration.ts';
import { type Fen, formatFen } from '../../common/kernel/money.ts';
import { type Pii, pii, unwrapPii } from '../../common/kernel/pii.ts';
import type { Clock, Random } from '../../common/kernel/ports.ts';
import { err, type Result } from '../../common/kernel/result.ts';
import type { Benefits, WhoAsks } from '../gateways/benefits/port.ts';
import { backoffMs } from '../outbox/backoff.ts';
import type { Audit, Failure } from '../ports.ts';
import { createLife } from '../settlement/life.ts';
import { createWork } from '../settlement/work.ts';
import type { DeclarationEnd, DeclarationRow } from '../store/declarations.ts';
import type { Store } from '../store/store.ts';
import { judgeDeclare, type Verdict } from './judge.ts';

export interface DeclarationsDeps {
  readonly store: Pick<Store, 'transaction' | 'declarations' | 'gone'>;
  readonly benefits: Pick<Benefits, 'writeDeclare' | 'declare'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly audit: Audit;
  /** Institution and terminal, as the centre keeps them. */
  readonly terminal: string;
  readonly waits?: DeclarationWaits;
}

/** Waits, ms. */
export interface DeclarationWaits {
  /** Between two questions while the person stands there. */
  readonly againMs: number;
  /** Between two questions once she has been told that nobody knows, growing. */
  readonly baseMs: number;
  readonly capMs: number;
}

const WAITS: DeclarationWaits = { againMs: 1000, baseMs: 2000, capMs: 60_000 };
/** How often a new one is asked while the person waits; each time as long as the profile lets a question take. */
const ASKED_WITH_PERSON = 2;

/** What the person chose and was shown; the card has just accepted its PIN for it. */
export interface Chosen {
  readonly person: Pii<WhoAsks>;
  readonly month: string;
  readonly base: Fen;
  readonly total: Fen;
}

/** Contribution bases that are declared here (ADR 014). Amounts in fen. */
export interface Declarations {
  /**
   * Declares: the request is durable before its first byte is sent. The centre's answer, declared or refused, or
   * DECLARATION_UNKNOWN where nobody can tell yet; then the same bytes are asked again until the centre has said. One
   * that is still open of this person is ended first, and where it was declared that is the answer. STORE_GONE where
   * nothing could be made durable.
   */
  declare(chosen: Chosen): Promise<Result<Declare, Failure>>;
  /** Asks again what is open of a person; null where nothing is. */
  resume(person: Pii<WhoAsks>): Promise<Result<Declare, Failure> | null>;
  /** At a start: asks again what a gone process had asked for, each under its own key. */
  recover(): void;
  /** Starts nothing more; resolves when what is under way is recorded. What is open is taken up at the next start. */
  stop(): Promise<void>;
}

export function createDeclarations(deps: DeclarationsDeps): Declarations {
  const { store, benefits, clock, random, audit, terminal } = deps;
  const waits = deps.waits ?? WAITS;
  const life = createLife(clock);
  const { insist, failed } = createWork(life, audit);
  /** Rows that are asked for in the background. */
  const chased = new Set<number>();

  const begin = ({ person, month, base, total }: Chosen): DeclarationRow => {
    const who = unwrapPii(person);
    const key = Buffer.from(random.bytes(16)).toString('hex');
    const sums = { base: formatFen(base), total: formatFen(total) };
    const ask: DeclareRequest = { ...who, key, month, ...sums, assurance: 'cardAndPin', terminal };
    const row = { key, month, base, total, person: pii(who.identityNumber), body: benefits.writeDeclare(pii(ask)) };
    return store.transaction(() => {
      audit('declaration.asked', { key, month, ...sums });
      return store.declarations.insert({ ...row, nowMs: clock.now() });
    });
  };

  /** Ends it, once: what was answered first stays. */
  const finish = ({ id, key, month, base, total }: DeclarationRow, end: DeclarationEnd): void => {
    store.transaction(() => {
      if (!store.declarations.finish(id, end, clock.now())) return;
      const facts = { key, month, base: formatFen(base), total: formatFen(total) };
      if (end.state === 'declared') audit('declaration.declared', { ...facts, number: end.number });
      else if (end.state === 'refused') audit('declaration.refused', { ...facts, because: end.because });
      else audit('declaration.not-sent', facts);
    });
  };

  const askOnce = async (row: DeclarationRow): Promise<Verdict> => {
    if (row.body === null) throw new Error(`declaration ${row.id} has ended`);
    const verdict = judgeDeclare(row, await benefits.declare(row.body));
    if (verdict.kind === 'ended') finish(row, verdict.end);
    return verdict;
  };

  /** Asks again, with growing waits, until the centre has said; nobody waits for it. */
  const chase = (id: number): void => {
    if (chased.has(id)) return;
    chased.add(id);
    insist(async () => {
      for (let tries = 0; !life.stopped(); tries++) {
        await life.pause(backoffMs(random, waits, tries, null));
        const row = store.declarations.get(id);
        if (life.stopped() || row === null || row.state !== 'asked') break;
        if ((await askOnce(row)).kind === 'ended') break;
      }
      chased.delete(id);
    });
  };

  /** Asks while the person waits. `sent`: a copy of it may have arrived before this. */
  const ask = async (row: DeclarationRow, sent: boolean): Promise<Result<Declare, Failure>> => {
    let reached = sent;
    // One that is open is asked for in the background too.
    for (let tries = 0; tries < (sent ? 1 : ASKED_WITH_PERSON); tries++) {
      if (tries > 0) await life.pause(waits.againMs);
      if (life.stopped()) break;
      const verdict = await askOnce(row).catch((cause: unknown): Verdict => {
        // What the centre answered could not be written down: it is asked again until it can.
        failed(cause);
        return { kind: 'open' };
      });
      if (verdict.kind === 'ended') return verdict.result;
      if (verdict.kind === 'open') reached = true;
    }
    if (!reached) {
      finish(row, { state: 'notSent' });
      return err({ code: 'BENEFITS_UNREACHABLE', reason: null });
    }
    insist(async () => audit('declaration.unknown', { key: row.key, month: row.month }));
    chase(row.id);
    return err({ code: 'DECLARATION_UNKNOWN', reason: null });
  };

  const resume: Declarations['resume'] = async (person) => {
    const open = store.declarations.openOf(pii(unwrapPii(person).identityNumber));
    return open === null ? null : ask(open, true);
  };
  const declare: Declarations['declare'] = async (chosen) => {
    const earlier = await resume(chosen.person);
    const ended = earlier === null || (earlier.ok && earlier.value.result === 'refused');
    if (!ended) return earlier;
    return store.gone() ? err({ code: 'STORE_GONE', reason: null }) : ask(begin(chosen), false);
  };
  /** The stop waits until what was answered is recorded. */
  const recorded = <T>(work: Promise<T>): Promise<T> => {
    life.background(work.then(() => undefined));
    return work;
  };

  return {
    resume: (person) => recorded(resume(person)),
    declare: (chosen) => recorded(declare(chosen)),
    recover() {
      for (const { id } of store.declarations.open()) chase(id);
    },
    stop: () => life.stop(),
  };
}
