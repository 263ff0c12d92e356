import type { Fen } from '../../../common/kernel/money.ts';
import type { Ratio } from '../../../common/kernel/ratio.ts';
import type { Figure } from '../../plans/figures/figure.ts';
import type { FundField } from '../../plans/plan.ts';
import type { Scopes } from './situation.ts';
import type { YearUse } from './year-use.ts';

/** What the engine answers: who pays what, and every step that led there. Amounts in fen. */

/** One layer's part. `available` is the cost it looked at, `limit` what it could still pay this year (null: no ceiling). */
export interface LayerShare {
  readonly id: string;
  readonly field: FundField;
  readonly fundPayType: string;
  readonly name: string;
  readonly available: Fen;
  readonly limit: Fen | null;
  readonly fund: Fen;
  /** What it left to the person as ratio share. */
  readonly self: Fen;
}

/** One step of a computation, as an officer would write it down; `figures` are those it took from the plan. */
export type Step = { readonly figures: readonly Figure<unknown>[] } & (
  | { readonly step: 'first'; readonly amount: Fen }
  | { readonly step: 'deductible'; readonly whole: Fen; readonly before: Fen; readonly amount: Fen }
  | {
      readonly step: 'band';
      readonly layer: string;
      readonly from: Ratio;
      readonly to: Ratio;
      readonly share: Ratio;
      readonly fund: Ratio;
      readonly self: Ratio;
    }
  | { readonly step: 'ceiling'; readonly layer: string; readonly left: Fen; readonly cut: Ratio }
  | {
      readonly step: 'layer';
      readonly layer: string;
      readonly base: Fen;
      readonly rounded: 'person' | 'fund';
      readonly fund: Fen;
      readonly self: Fen;
    }
  | {
      readonly step: 'remainder';
      readonly layer: string;
      readonly base: Fen;
      readonly share: Ratio;
      readonly fund: Fen;
    }
  | { readonly step: 'tier'; readonly layer: string; readonly from: Ratio; readonly to: Ratio; readonly share: Ratio }
  | {
      readonly step: 'burden';
      readonly layer: string;
      readonly before: Fen;
      readonly now: Fen;
      readonly fund: Fen;
      readonly capped: boolean;
    }
  | { readonly step: 'fixed'; readonly fund: Fen; readonly person: Fen; readonly hospital: Fen }
  | { readonly step: 'nothing' }
  | { readonly step: 'account'; readonly purse: string; readonly amount: Fen }
);

/** A settlement. total = Σ layers.fund + hospital + account + mutual aid + cash, exactly; no part is negative. */
export interface Outcome {
  readonly total: Fen;
  readonly scopes: Scopes;
  readonly deductible: Fen;
  readonly layers: readonly LayerShare[];
  /** Inside the scope, beyond all ceilings (超封顶). */
  readonly above: Fen;
  readonly hospital: Fen;
  /** Own account: this year's and earlier years' money. */
  readonly account: { readonly current: Fen; readonly earlier: Fen };
  readonly mutualAid: readonly { readonly owner: string; readonly amount: Fen }[];
  readonly cash: Fen;
  readonly year: string;
  /** What it adds to the year. */
  readonly used: YearUse;
  readonly steps: readonly Step[];
  /** Why the scheme pays nothing, in the plan's words; null where it pays. */
  readonly reason: string | null;
}

/** Every figure that entered, each once. */
export function figuresOf({ steps }: Pick<Outcome, 'steps'>): readonly Figure<unknown>[] {
  const all = steps.flatMap(({ figures }) => figures);
  return [...new Map(all.map((one) => [one.path, one])).values()];
}

/** Whether a figure entered that no readable source states: a slip then says so. */
export function isIllustrative(outcome: Pick<Outcome, 'steps'>): boolean {
  return figuresOf(outcome).some(({ illustrative }) => illustrative);
}
