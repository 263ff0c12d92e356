import type { CardAnswer } from '../../common/contracts/benefits/card.ts';
import { type CardView, cardSteps, cardViewSchema } from '../../common/contracts/session/services/card.ts';
import { type Pii, pii, unwrapPii } from '../../common/kernel/pii.ts';
import { err, type Result } from '../../common/kernel/result.ts';
import type { Benefits, WhoAsks } from '../gateways/benefits/port.ts';
import type { Failure } from '../ports.ts';
import type { Query } from './query.ts';
import type { ChipDates, ResidentService } from './resident-service.ts';

/** The card in the reader: its state and last day, from its chip and from the bureau, and how far a new one has come. */
export const card: ResidentService<CardView> = {
  name: 'card',
  offers: [],
  async ask(query, benefits, person, _part, chip) {
    const { cardNumber, ...who } = unwrapPii(person);
    // Without its number no bureau can say which card this is.
    if (cardNumber === undefined) return err({ code: 'BENEFITS_NO_RECORD', reason: null });
    return query(benefits.card(pii({ ...who, cardNumber })), (answer) => cardViewOf(answer, chip));
  },
};

/** 解除挂失 of the card in the reader, which has just accepted its PIN for it; the answer says how it stands then. */
export async function withdrawLoss(
  query: Query,
  benefits: Benefits,
  person: Pii<WhoAsks>,
  chip: ChipDates,
): Promise<Result<CardView, Failure>> {
  const { cardNumber, ...who } = unwrapPii(person);
  if (cardNumber === undefined) return err({ code: 'BENEFITS_NO_RECORD', reason: null });
  const asked = pii({ ...who, cardNumber, assurance: 'cardAndPin' } as const);
  return query(benefits.cardWithdraw(asked), (answer) => cardViewOf(answer, chip, true));
}

/** What each state at the bureau allows at a terminal. */
const ACTS: Readonly<Record<CardAnswer['state'], CardView['acts']>> = {
  normal: ['pinChange'],
  lost: ['withdrawLoss'],
  replaced: [],
  cancelled: [],
};

/** The answer beside what the chip says, or null where days or steps are out of order: the person would be misled. */
export function cardViewOf(answer: CardAnswer, chip: ChipDates, withdraw = false): CardView | null {
  const { state, since, issuer, issuedOn, expiresOn, application, asOf } = answer;
  const today = asOf.slice(0, 10);
  const steps = application?.steps ?? [];
  const inOrder = steps.every(({ step, on }, index) => {
    return step === cardSteps[index] && on <= today && (index === 0 || (steps[index - 1]?.on ?? '') <= on);
  });
  if (!inOrder || since > today || issuedOn > since || (expiresOn !== null && expiresOn < issuedOn)) return null;
  const parsed = cardViewSchema.safeParse({
    service: 'card',
    state,
    since,
    withdrawn: withdraw && state === 'normal',
    issuer,
    chip,
    centre: { issuedOn, expiresOn },
    differs: isOtherDay(chip.expiresOn, expiresOn),
    application,
    acts: ACTS[state],
    asOf,
  });
  return parsed.success ? parsed.data : null;
}

/** Whether both name a last day and these are not the same; a year alone on the chip is compared as a year. */
function isOtherDay(chip: string | null, centre: string | null): boolean {
  return chip !== null && centre !== null && chip !== centre.slice(0, chip.length);
}
