import type { Intent } from '../../../common/contracts/session/screen-link.ts';
import type { Screen, Snapshot } from '../../../common/contracts/session/snapshot.ts';
import { snapshotSchema } from '../../../common/contracts/session/snapshot.ts';
import { ok } from '../../../common/kernel/result.ts';
import { cardReading, encounter, found, prepared, settled } from '../../testing/people.ts';
import type { Effect, SessionEvent } from '../events.ts';
import { project, type SnapshotFrame } from '../project.ts';
import { reduce } from '../reduce.ts';
import type { SessionPolicy } from '../session-policy.ts';
import { initialState, type State } from '../state.ts';

export const POLICY: SessionPolicy = {
  pinBeforeAccount: true,
  accountFirst: true,
  hasPad: true,
  hasPrinter: true,
  hasServices: true,
  hasPolicies: true,
  collectMs: null,
  look: { theme: 'standard', textSize: 'normal', reach: false, calm: false, sound: false },
  hasElectronicCard: true,
  division: '990100',
  idleMs: 60_000,
  idleWarningMs: 30_000,
  personLimitMs: 45_000,
  resultMs: 30_000,
};

export const FRAME: SnapshotFrame = {
  mode: 'lab',
  locale: 'zh-CN',
  look: { theme: 'standard', textSize: 'normal', reach: false, calm: false, sound: false },
  site: {
    title: '海川市社保卡',
    institution: '海川市第二人民医院',
    terminal: 'HC-07',
    helpWindow: '2',
    cashierWindow: '3',
    hotline: '12393',
    panel: { widthMm: 267.8, heightMm: 476.1, distanceMm: 600, paperSlotMm: 67, cardSlotMm: 196 },
    keypad: true,
    voice: true,
  },
};

export const READER = 'Reader 0';
export const TODAY = '2026-11-21';

/** The message id of the settlement that the fixtures settle. */
export const PAID = 'H99010100017202611210912000700';

/** The session machine with its effects kept, for tests that walk it step by step. */
export class Walk {
  state: State = initialState(0);
  at = 0;
  effects: Effect[] = [];
  readonly policy: SessionPolicy;
  constructor(policy: Partial<SessionPolicy> = {}) {
    this.policy = { ...POLICY, ...policy };
  }

  send(event: SessionEvent): boolean {
    const turn = reduce(this.state, event, this.at, this.policy);
    this.state = turn.state;
    this.effects.push(...turn.effects);
    return turn.accepted;
  }

  want(intent: Intent, version = this.state.version): boolean {
    return this.send({ kind: 'intent', version, intent });
  }

  /** Moves time on in steps of a second, as the runner's ticks would. */
  wait(ms: number): this {
    for (let left = ms; left > 0; left -= 1000) {
      this.at += Math.min(1000, left);
      this.send({ kind: 'tick' });
    }
    return this;
  }

  /** Answers a settlement that is under way: paid, as prepared. */
  finish(): this {
    const { op, prepared: from } = this.last('settle');
    this.send({ kind: 'settleEnded', op, result: { kind: 'settled', settled: settled(from) } });
    return this;
  }

  /** Answers it with "unknown". */
  unknown(): this {
    const result = { kind: 'unknown', messageId: PAID, checkCode: '7K3F92QDM6XA4T81' } as const;
    this.send({ kind: 'settleEnded', op: this.last('settle').op, result });
    return this;
  }

  /** The printer acknowledged the last slip. */
  printOut(): this {
    this.send({ kind: 'printed', op: this.last('print').op, outcome: { kind: 'printed', printerMs: 900 } });
    return this;
  }

  snapshot(): Snapshot {
    return snapshotSchema.parse(
      project(this.state, FRAME, this.policy, { at: this.at, now: 1_795_000_000_000 + this.at }),
    );
  }

  get screen(): Screen {
    return this.snapshot().screen;
  }

  /** The last effect of a kind; a test that expects one fails where there is none. */
  last<K extends Effect['kind']>(kind: K): Extract<Effect, { kind: K }> {
    const effect = this.effects.findLast((one) => one.kind === kind);
    if (effect === undefined) throw new Error(`no effect ${kind}`);
    return effect as Extract<Effect, { kind: K }>;
  }

  count(kind: Effect['kind']): number {
    return this.effects.filter((one) => one.kind === kind).length;
  }

  insert(generation = 1): this {
    this.send({ kind: 'card', status: { kind: 'present', reader: READER, generation, atr: '3B' } });
    return this;
  }

  remove(): this {
    this.send({ kind: 'card', status: { kind: 'empty', reader: READER } });
    return this;
  }

  /** Answers the read that is under way. */
  read(changes: Parameters<typeof cardReading>[0] = {}): this {
    const { op } = this.last('readCard');
    this.send({
      kind: 'cardRead',
      op,
      result: { ok: true, value: cardReading(changes), cardMs: 20 },
      today: TODAY,
    });
    return this;
  }

  verify(): this {
    this.send({ kind: 'pinEnded', op: this.last('verifyPin').op, result: { kind: 'verified' } });
    return this;
  }

  /** Idle machine with a reader. */
  ready(): this {
    this.remove();
    return this;
  }

  /** From an empty reader to the question to centre and HIS, not answered yet. */
  toLookUp(): this {
    this.ready().insert();
    this.read();
    return this.verify();
  }

  /** From an empty reader to 您是谁 with two visits. */
  toWho(balance = 9000): this {
    this.toLookUp();
    const choices = ['MZ1', 'MZ2'].map((id) => ({ encounter: encounter(id), blocked: id === 'MZ2' }));
    this.send({ kind: 'lookedUp', op: this.last('lookUp').op, result: ok(found(choices, balance)) });
    return this;
  }

  toVisit(balance = 9000): this {
    this.toWho(balance);
    this.want({ kind: 'openVisit', encounterId: 'MZ1' });
    return this;
  }

  toSplit(balance = 9000): this {
    this.toVisit(balance);
    this.want({ kind: 'acceptFees' });
    return this.answerPrepare();
  }

  toPreparing(): this {
    this.toVisit();
    this.want({ kind: 'acceptFees' });
    return this;
  }

  answerPrepare(): this {
    const { op, encounter: visit, useAccount } = this.last('prepare');
    const { encounterId } = visit;
    this.send({ kind: 'prepared', op, encounterId, result: ok(prepared(visit, useAccount)) });
    return this;
  }

  toConfirm(): this {
    this.toSplit();
    this.want({ kind: 'acceptSplit' });
    return this;
  }

  toWorking(): this {
    this.toConfirm();
    const { screen } = this;
    if (screen.kind !== 'confirm') throw new Error('not at confirm');
    this.want({ kind: 'confirm', cash: screen.split.cash });
    return this;
  }
}
