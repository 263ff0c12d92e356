import type { Screen } from '../../../common/contracts/session/snapshot.ts';
import type { SlipDocument } from '../../../common/contracts/slip.ts';
import type { FaultKind } from '../plan/kinds.ts';
import type { Target } from '../plan/plan.ts';
import { type Point, type PointBook, pointBook } from './points.ts';
import { type CounterEvidence, newCounterEvidence } from './told.ts';

/** What the network did with an answer, which the terminal cannot know: the judge's side of a message. */
export type Truth =
  /** No byte left. */
  | 'notSent'
  /** The answer that came back is the one that the other side gave to this very message. */
  | 'genuine'
  /** A refusal that the other side gave without doing anything. */
  | 'refused'
  /** Anything else: the terminal cannot tell what was done. */
  | 'unclear';

/** One message on its way out. */
export interface Sent {
  readonly at: number;
  readonly terminal: number;
  readonly boot: number;
  readonly target: Target;
  /** Transaction number, or the call's name. */
  readonly key: string;
  readonly body: string;
  readonly msgid: string | null;
  /** The journal held exactly these bytes, committed, when they left. */
  readonly durable: boolean;
  /** Other settlements of the encounter whose outcome was open at that moment (2207 only), by message id. */
  readonly openOthers: readonly string[];
  readonly roomy: boolean;
  truth: Truth | null;
  /** What the other side answered when it handled it, whether or not the answer came back. */
  answer: string | null;
  handled: boolean;
  /** When the other side had handled it, ms of simulated time. */
  handledAt: number | null;
}

/** A screen as it stood in front of whoever was there. */
export interface Shown {
  readonly at: number;
  readonly terminal: number;
  readonly screen: Screen;
  /** Name of the card holder that the machine believes to serve, and of the card that is really in (null: none). */
  readonly visitor: string | null;
  readonly card: string | null;
  /** How long the slot has been like that, ms. */
  readonly cardForMs: number;
  /** The message id whose success is shown, with what journal and centre held at that moment. */
  readonly success: { readonly messageId: string; readonly journal: boolean; readonly centre: boolean } | null;
}

/** A slip that was handed to the printer. */
export interface Paper {
  readonly at: number;
  readonly terminal: number;
  readonly boot: number;
  readonly jobId: string;
  readonly slip: SlipDocument;
  /** The job was in the journal, committed, when the first byte left. */
  readonly durable: boolean;
  /** For a settlement: what journal and centre held at that moment. */
  readonly success: { readonly messageId: string; readonly journal: boolean; readonly centre: boolean } | null;
  /** It lies in the tray. */
  came: boolean;
  /** What the printer said at last. */
  told: 'printed' | 'notPrinted' | 'unknown' | null;
}

/** A state that the journal gave a settlement, as its repository was told. */
export interface Change {
  readonly at: number;
  readonly terminal: number;
  readonly boot: number;
  readonly id: number;
  readonly from: string;
  readonly to: string;
}

/** A success that a lit screen has drawn, for the first time. */
export interface Drawn {
  readonly at: number;
  readonly terminal: number;
  readonly boot: number;
  readonly messageId: string;
  /** The journal had it, committed, as soon as it was told. */
  readonly kept: boolean;
}

/** A giving back that was begun, or taken up once more. */
export interface Begun {
  readonly at: number;
  readonly terminal: number;
  readonly boot: number;
  readonly settlementId: number;
  /** Nobody asked for it but the profile. */
  readonly byItself: boolean;
}

/** All that happened, for the judge. */
export interface Evidence {
  readonly sent: Sent[];
  readonly shown: Shown[];
  readonly paper: Paper[];
  readonly changes: Change[];
  readonly drawn: Drawn[];
  readonly refunds: Begun[];
  /** What was asked and told at the counter. */
  readonly counter: CounterEvidence;
  /** Message ids to which the centre gave two effects. */
  readonly doubled: Set<string>;
  /** Message ids of what the centre took back without having been asked to. */
  readonly takenBack: Set<string>;
  readonly faults: Map<FaultKind, number>;
  /** "P4 dns" → how often that struck there. */
  readonly cells: Map<string, number>;
  crashes: number;
  /** Second instances that were let in. */
  intruders: number;
  /** One line per thing that happened; the digest is made of them. */
  readonly lines: string[];
}

export function newEvidence(): Evidence {
  return {
    sent: [],
    shown: [],
    paper: [],
    changes: [],
    drawn: [],
    refunds: [],
    counter: newCounterEvidence(),
    doubled: new Set(),
    takenBack: new Set(),
    faults: new Map(),
    cells: new Map(),
    crashes: 0,
    intruders: 0,
    lines: [],
  };
}

export interface Recorder {
  readonly evidence: Evidence;
  /** `at`: where it strikes, where that is known better than by looking at what stands where. */
  fault(kind: FaultKind, ...at: readonly Point[]): void;
  readonly points: PointBook;
  /** `what` in few words; the time goes in front. */
  say(what: string): void;
}

export function recorder(elapsed: () => number): Recorder {
  const evidence = newEvidence();
  const points = pointBook();
  return {
    evidence,
    points,
    fault(kind, ...at) {
      for (const point of points.struck(at)) {
        const cell = `${point} ${kind}`;
        evidence.cells.set(cell, (evidence.cells.get(cell) ?? 0) + 1);
      }
      evidence.faults.set(kind, (evidence.faults.get(kind) ?? 0) + 1);
      evidence.lines.push(`${elapsed()} ! ${kind}`);
    },
    say(what) {
      evidence.lines.push(`${elapsed()} ${what}`);
    },
  };
}
