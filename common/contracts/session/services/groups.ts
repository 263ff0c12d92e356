import { type ServiceName, serviceNames } from './answer.ts';

/** What people look for, in their order: pension and what was paid in, care, money that comes, card and papers. */
export const serviceGroups = ['paying', 'care', 'aid', 'papers'] as const;
export type ServiceGroup = (typeof serviceGroups)[number];

/** Where each service stands on the home page; the compiler refuses a missing one. */
const groupOf: Readonly<Record<ServiceName, ServiceGroup>> = {
  pension: 'paying',
  residentPension: 'paying',
  contributions: 'paying',
  declaration: 'paying',
  medical: 'care',
  coverage: 'care',
  unemployment: 'aid',
  injury: 'aid',
  maternity: 'aid',
  assistance: 'aid',
  housing: 'aid',
  entitlements: 'aid',
  certificates: 'papers',
  proof: 'papers',
  card: 'papers',
};

/** The services by group, in the order of the home page; a group without one is left out. */
export function groupsOf(
  services: readonly ServiceName[],
): readonly { readonly group: ServiceGroup; readonly services: readonly ServiceName[] }[] {
  return serviceGroups
    .map((group) => ({
      group,
      services: serviceNames.filter((name) => groupOf[name] === group && services.includes(name)),
    }))
    .filter((each) => each.services.length > 0);
}
