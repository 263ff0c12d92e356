import { billOperations } from './operations/bills.ts';
import { cardOperations } from './operations/cards.ts';
import { HIS_API_PREFIX } from './operations/operation.ts';
import { restOperations } from './operations/rest.ts';
import { stayOperations } from './operations/stays.ts';
import { visitOperations } from './operations/visits.ts';

export { type ApiErrorCode, errors, HIS_API_PREFIX, type Scope, scopeNames, scopes } from './operations/operation.ts';

/**
 * The HIS API: what a hospital's own system may do at a terminal. JSON over loopback HTTP with `Authorization: Bearer`.
 * The OpenAPI document is made from this contract, so the two cannot drift apart (docs/integration.md).
 */
export const hisApiContract = {
  ...cardOperations,
  ...billOperations,
  ...visitOperations,
  ...stayOperations,
  ...restOperations,
} as const;

export type HisApiOperation = keyof typeof hisApiContract;

/** The event stream (server-sent events): the one thing that is no operation of the contract. */
export const EVENTS_PATH = `${HIS_API_PREFIX}/events`;
