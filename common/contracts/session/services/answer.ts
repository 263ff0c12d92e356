import { z } from 'zod';
import { assistanceViewSchema } from './assistance.ts';
import { cardViewSchema } from './card.ts';
import { certificatesViewSchema } from './certificates.ts';
import { contributionsViewSchema } from './contributions.ts';
import { coverageViewSchema } from './coverage.ts';
import { declarationViewSchema } from './declaration.ts';
import { entitlementsViewSchema } from './entitlements.ts';
import { housingViewSchema } from './housing.ts';
import { injuryViewSchema } from './injury.ts';
import { maternityViewSchema } from './maternity.ts';
import { medicalViewSchema } from './medical.ts';
import { pensionViewSchema } from './pension.ts';
import { proofViewSchema } from './proof.ts';
import { residentPensionViewSchema } from './resident-pension.ts';
import { unemploymentViewSchema } from './unemployment.ts';

/** What a service answers, one member a service: a new service is a new member (docs/adding-a-service.md). */
export const serviceAnswerSchema = z.discriminatedUnion('service', [
  pensionViewSchema,
  residentPensionViewSchema,
  medicalViewSchema,
  coverageViewSchema,
  contributionsViewSchema,
  declarationViewSchema,
  certificatesViewSchema,
  unemploymentViewSchema,
  injuryViewSchema,
  maternityViewSchema,
  assistanceViewSchema,
  housingViewSchema,
  entitlementsViewSchema,
  proofViewSchema,
  cardViewSchema,
]);
export type ServiceAnswer = z.infer<typeof serviceAnswerSchema>;
export type ServiceName = ServiceAnswer['service'];
export type AnswerOf<N extends ServiceName> = Extract<ServiceAnswer, { service: N }>;

/** The services in the order in which they are offered. */
export const serviceNames = serviceAnswerSchema.options.map((option) => option.shape.service.value) as [
  ServiceName,
  ...ServiceName[],
];

/** The services that a person's city has; `city` null where nobody but the medical centre knows the person. */
export const homeSchema = z.object({
  city: z.string().max(20).nullable(),
  services: z.array(z.enum(serviceNames)).max(20),
});
export type Home = z.infer<typeof homeSchema>;
