import { figuresOf, type Outcome } from '../../central/benefits/medical/outcome.ts';
import { settleBill } from '../../central/benefits/medical/settle.ts';
import type { Patient, Purses, Scopes, Visit } from '../../central/benefits/medical/situation.ts';
import { fundsOf } from '../../central/benefits/medical/walk.ts';
import { NOTHING_USED, type YearUse } from '../../central/benefits/medical/year-use.ts';
import { loadMedicalPlan } from '../../central/plans/medical/load.ts';
import type { MedicalPlan } from '../../central/plans/medical/schema.ts';
import { addFen, type Fen, fen, parseFen, subFen, ZERO_FEN } from '../../common/kernel/money.ts';
import type { Example, Worked } from './example.ts';
import { roundedYuan, stepInWords, yuan } from './words.ts';

/** Fen of "1234.56"; throws on anything else. */
export function money(text: string): Fen {
  const amount = parseFen(text);
  if (!amount.ok) throw new Error(`not an amount: ${text}`);
  return amount.value;
}

const NOBODY: Patient = { psnType: '11', birthDate: null, workedSince: null, retiredSince: null, statuses: [] };
const EMPTY: Purses = { current: ZERO_FEN, earlier: ZERO_FEN, family: [] };

export interface MedicalCase {
  readonly id: string;
  readonly title: string;
  readonly origin: string;
  readonly plan: string;
  readonly patient?: Partial<Patient>;
  readonly visit: Pick<Visit, 'kind' | 'date' | 'level'> & Partial<Visit>;
  /** All inside the scope, or by scopes. */
  readonly bill: string | Scopes;
  readonly used?: YearUse;
  readonly account?: string;
  readonly expected: Readonly<Record<string, string>>;
  /** Changes the plan as loaded, where a switch of it is shown both ways. */
  readonly change?: (plan: MedicalPlan) => MedicalPlan;
}

/** The bill of one scope. */
export function inScope(text: string): Scopes {
  return { ownPay: ZERO_FEN, overLimit: ZERO_FEN, preSelfPay: ZERO_FEN, inScope: money(text) };
}

function layerOf(outcome: Outcome, id: string) {
  return outcome.layers.find((layer) => layer.id === id);
}

/** The amounts that an expectation may name: a layer's id, `self` or `cut` and a layer's id, or one of these words. */
function read(outcome: Outcome, name: string): string {
  const [what, id = ''] = name.split(' of ');
  const layer = layerOf(outcome, id === '' ? name : id);
  if (what === 'cut' || what === 'share') {
    const step = outcome.steps.find(
      (s) => s.step === (what === 'cut' ? 'ceiling' : 'layer') && s.layer === layer?.name,
    );
    if (step?.step === 'ceiling') return roundedYuan(step.cut);
    return step?.step === 'layer' ? yuan(step.self) : 'none';
  }
  const words: Readonly<Record<string, () => Fen>> = {
    deductible: () => outcome.deductible,
    above: () => outcome.above,
    hospital: () => outcome.hospital,
    account: () => addFen(outcome.account.current, outcome.account.earlier),
    cash: () => outcome.cash,
    overLimit: () => outcome.scopes.overLimit,
    preSelfPay: () => outcome.scopes.preSelfPay,
    inScope: () => outcome.scopes.inScope,
    person: () => subFen(outcome.total, addFen(fundsOf(outcome.layers), outcome.hospital)),
  };
  const word = words[name];
  return yuan(word === undefined ? (layer?.fund ?? ZERO_FEN) : word());
}

function givenOf(one: MedicalCase, plan: MedicalPlan): readonly string[] {
  const scopes = typeof one.bill === 'string' ? inScope(one.bill) : one.bill;
  const patient = { ...NOBODY, ...one.patient };
  const used = Object.entries(one.used?.amounts ?? {}).map(([key, amount]) => `${key} ${yuan(amount)}`);
  return [
    `plan ${plan.city} ${plan.name} (\`${one.plan}\`)`,
    `person type ${patient.psnType}${patient.birthDate === null ? '' : `, born ${patient.birthDate}`}${patient.statuses.length === 0 ? '' : `, ${patient.statuses.join('、')}`}`,
    `${one.visit.kind} on ${one.visit.date}, hospital level ${one.visit.level}${one.visit.away === undefined || one.visit.away === null ? '' : `, away from home: ${one.visit.away}`}`,
    `inside the scope ${yuan(scopes.inScope)}${scopes.overLimit + scopes.preSelfPay + scopes.ownPay === 0 ? '' : `, over the limit ${yuan(scopes.overLimit)}, own first share ${yuan(scopes.preSelfPay)}, own pay ${yuan(scopes.ownPay)}`}`,
    ...(used.length === 0 && (one.used?.stays ?? 0) === 0
      ? []
      : [
          `this year before: ${[...used, ...((one.used?.stays ?? 0) === 0 ? [] : [`stays ${one.used?.stays}`])].join(', ')}`,
        ]),
    ...(one.account === undefined ? [] : [`account of the year ${yuan(money(one.account))}`]),
  ];
}

/** An example that is one settlement. */
export function medical(one: MedicalCase): Example {
  const loaded = loadMedicalPlan(one.plan);
  const plan = one.change === undefined ? loaded : one.change(loaded);
  return {
    id: one.id,
    title: one.title,
    origin: one.origin,
    given: givenOf(one, plan),
    expected: one.expected,
    work(): Worked {
      const answer = settleBill({
        plan,
        patient: { ...NOBODY, ...one.patient },
        visit: { away: null, disease: null, ...one.visit },
        scopes: typeof one.bill === 'string' ? inScope(one.bill) : one.bill,
        used: one.used ?? NOTHING_USED,
        purses: { ...EMPTY, current: money(one.account ?? '0') },
      });
      if (!answer.ok) throw new Error(`${one.id} is refused: ${answer.error}`);
      const outcome = answer.value;
      const results = Object.keys(one.expected).map((name) => [
        name,
        name === 'reason' ? (outcome.reason ?? '') : read(outcome, name),
      ]);
      return {
        results: Object.fromEntries(results),
        steps: outcome.steps.map(stepInWords),
        figures: figuresOf(outcome),
      };
    },
  };
}

/** Accumulators of the year before the bill. */
export function usedBefore(amounts: Readonly<Record<string, string>>, stays = 0): YearUse {
  return { amounts: Object.fromEntries(Object.entries(amounts).map(([key, text]) => [key, fen(money(text))])), stays };
}
