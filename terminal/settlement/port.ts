import type { Settlements } from '../ports.ts';
import type { SettlementState } from '../store/settlements.ts';
import type { Worklist } from '../worklist/worklist.ts';
import type { CentreCalls } from './centre-calls.ts';
import type { Confirmed } from './facts.ts';
import type { AskRefund } from './refund/asked.ts';
import type { OnRefundKnown } from './refund/known.ts';
import type { Registrations } from './registration/port.ts';
import type { Resolve } from './resolve.ts';
import type { Look } from './sighting.ts';
import type { Stays } from './stay/port.ts';

/** The money core with its orderly end, for the composition root. */
export interface SettlementsCore extends Settlements {
  /** A named person ends a work-list row, with what it means for the settlement. */
  readonly resolve: Resolve;
  /** A settled bill is to be given back because somebody at the desk, or the hospital's own system, asks for it. */
  readonly refund: AskRefund;
  /** Called when a refund has come to its end or waits for people, whoever asked for it. */
  onRefundKnown(listener: OnRefundKnown): void;
  /** What happens to a hospital stay beside its settlement. */
  readonly stays: Stays;
  /** What happens to a visit before its bill, step by step. */
  readonly registrations: Registrations;
  /** For reconciliation: the core's own way to the centre and onto the work-list, and of a confirmed one into the journal. */
  readonly books: Books;
  /** A screen has drawn the success of this message: known at once, and written down as soon as the database takes it. */
  seen(messageId: string): void;
  /** The person has left the success of this message, and its slip has come to its end. */
  left(messageId: string): void;
  /** Starts nothing more, ends every wait, and resolves when what is under way has been recorded. */
  stop(): Promise<void>;
}

export interface Books {
  readonly calls: CentreCalls;
  readonly look: Look;
  readonly worklist: Worklist;
  /** What 5203 confirmed, by the settlement's own table; the state that it then has. */
  readonly takeUp: (settlementId: number, confirmed: Confirmed) => SettlementState;
}
