import type { Declaration } from '../../common/contracts/benefits/declaration.ts';
import {
  BASE_DIGITS,
  chosenOf,
  type DeclarationView,
  type Dues,
  declarationViewSchema,
} from '../../common/contracts/session/services/declaration.ts';
import { addFen, type Fen, fen, formatFen, ZERO_FEN } from '../../common/kernel/money.ts';
import { type Pii, pii, unwrapPii } from '../../common/kernel/pii.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { WhoAsks } from '../gateways/benefits/port.ts';
import type { Failure } from '../ports.ts';
import { yuan } from '../session/visit-view.ts';
import { percentOf } from './exact.ts';
import type { Papers, ResidentService } from './resident-service.ts';

const BAD = { code: 'BENEFITS_BAD_ANSWER', reason: null } as const;

/** What the person wants to see of it: the choice, a number to type, or what a base costs. */
type Part = { readonly show: 'choose' | 'typing' } | { readonly show: 'draft'; readonly base: Fen };

const BASE_PART = new RegExp(`^base (\\d{1,${BASE_DIGITS}})$`);

/** "choose", "type", "base 1680" (whole yuan); null for anything else. */
function partOf(text: string | null): Part | null {
  if (text === null || text === 'choose') return { show: 'choose' };
  if (text === 'type') return { show: 'typing' };
  const [, whole] = BASE_PART.exec(text) ?? [];
  return whole === undefined ? null : { show: 'draft', base: fen(Number(whole) * 100) };
}

/**
 * S15: between which limits somebody in flexible employment may declare a base, what it costs, and what was declared.
 * One that was sent and not answered is asked for again before anything else is shown.
 */
export const declaration: ResidentService<DeclarationView> = {
  name: 'declaration',
  offers: ['declaration'],
  async ask(query, benefits, person, text, _chip, papers) {
    const part = partOf(text);
    if (part === null) return err(BAD);
    const open = (await papers?.declarations?.resume(person)) ?? null;
    if (open !== null) return sentView(open, part);
    const base = part.show === 'draft' ? { base: formatFen(part.base) } : {};
    return query(benefits.declaration(pii({ ...unwrapPii(person), ...base })), (reply) =>
      declarationViewOf(reply, part),
    );
  },
};

/** Declares what the person saw and confirmed with card and PIN; the answer says how things stand then. */
export async function declareBase(
  person: Pii<WhoAsks>,
  part: string | null,
  declarations: Papers['declarations'],
): Promise<Result<DeclarationView, Failure>> {
  const chosen = chosenOf(part ?? '');
  if (chosen === null) return err(BAD);
  if (declarations === null) return err({ code: 'BENEFITS_UNREACHABLE', reason: null });
  return sentView(await declarations.declare({ person, ...chosen }), { show: 'choose' });
}

type Sent = Awaited<ReturnType<NonNullable<Papers['declarations']>['declare']>>;

function sentView(sent: Sent, part: Part): Result<DeclarationView, Failure> {
  if (!sent.ok) return sent;
  const { result, standing } = sent.value;
  const view = declarationViewOf(standing, part.show === 'draft' ? { show: 'choose' } : part, result);
  return view === null ? err(BAD) : ok(view);
}

/**
 * The answer in fen, or null where a sum of the contract does not hold: lines to their total, a verdict to its limits, a
 * draft to the base that was asked about. `sent`: what became of a declaration that this answer follows.
 */
export function declarationViewOf(
  answer: Declaration,
  part: Part,
  sent: 'declared' | 'refused' | null = null,
): DeclarationView | null {
  const { city, month, state, because, limits, choices, draft, declared, illustrative, asOf } = answer;
  const parsed = declarationViewSchema.safeParse({
    ...{ service: 'declaration', city, month, because, illustrative, asOf },
    step: state === 'open' ? part.show : state,
    refused: sent === 'refused',
    limits:
      limits === null
        ? null
        : {
            since: limits.since,
            average: yuan(limits.average),
            floor: yuan(limits.floor),
            ceiling: yuan(limits.ceiling),
          },
    choices: choices.map(({ share, base }) => ({ percent: percentOf(share), base: yuan(base) })),
    draft: draft === null ? null : { base: yuan(draft.base), fits: draft.fits, due: duesOf(draft.due) },
    declared:
      declared === null
        ? null
        : {
            ...{ number: declared.number, base: yuan(declared.base), on: declared.on, now: sent === 'declared' },
            ...duesOf(declared),
          },
  });
  return parsed.success && holds(parsed.data, state, part) ? parsed.data : null;
}

type Sums = Pick<NonNullable<Declaration['declared']>, 'lines' | 'total'>;

function duesOf<S extends Sums | null>(sums: S) {
  if (sums === null) return null;
  return {
    total: yuan(sums.total),
    lines: sums.lines.map(({ insurance, fund, base, rate, amount }) => {
      const known = fund === '' || fund === 'mutual' ? fund : 'other';
      return { insurance, fund: known, base: yuan(base), percent: percentOf(rate), amount: yuan(amount) };
    }),
  };
}

const sumsHold = ({ lines, total }: Dues): boolean =>
  total > 0 && addFen(ZERO_FEN, ...lines.map(({ amount }) => amount)) === total;

function holds(view: DeclarationView, state: Declaration['state'], part: Part): boolean {
  const { limits, draft, declared, because } = view;
  if ((state === 'declared') !== (declared !== null) || (state === 'closed') !== (because !== null)) return false;
  if (declared !== null && !sumsHold(declared)) return false;
  if (limits !== null && limits.floor > limits.ceiling) return false;
  if (state !== 'open') return draft === null;
  if (limits === null || (draft === null) !== (part.show !== 'draft')) return false;
  if (draft === null || part.show !== 'draft') return true;
  const { floor, ceiling } = limits;
  const fits = draft.base < floor ? 'under' : draft.base > ceiling ? 'over' : 'fits';
  if (draft.base !== part.base || draft.fits !== fits || (draft.due !== null) !== (fits === 'fits')) return false;
  return draft.due === null || sumsHold(draft.due);
}
