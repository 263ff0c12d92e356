import { benefitOperations } from './operations/benefits.ts';
import { cardOperations } from './operations/card.ts';
import type { errors } from './operations/operation.ts';
import { paperOperations } from './operations/papers.ts';
import { recordOperations } from './operations/records.ts';

export { BENEFITS_PREFIX } from './operations/operation.ts';

/**
 * The benefits API: what a resident may ask of the insurance centre about their own rights. JSON over HTTPS with
 * `Authorization: Bearer`; amounts are yuan text. The OpenAPI document is made from this contract, so the two cannot
 * drift apart. No national interface exists for it: a province's own is an adapter to this one.
 */
export const benefitsContract = {
  ...recordOperations,
  ...cardOperations,
  ...benefitOperations,
  ...paperOperations,
} as const;

/** Codes of the errors that this API documents. */
export type BenefitsError = keyof typeof errors;
