import { type OpenAPI, oc } from '@orpc/contract';
import { z } from 'zod';

export const BENEFITS_PREFIX = '/benefits/v1';

/** How long to leave the server alone, s; the same number is in the header `Retry-After`. */
const patience = z.object({ retryAfterS: z.int().min(0).max(3600) });

/** Every refusal; the codes are those of the answer's body. */
export const errors = {
  UNAUTHORISED: { status: 401, message: 'the bearer token is missing or wrong' },
  NO_SUCH_PERSON: { status: 404, message: 'no insured person has this number, name and card' },
  INVALID: {
    status: 422,
    message: 'the request does not fit the contract',
    data: z.object({ paths: z.array(z.string().max(100)).max(20) }),
  },
  TOO_MANY: { status: 429, message: 'too many requests', data: patience },
  UNAVAILABLE: { status: 503, message: 'the ledger cannot be read now', data: patience },
} as const;

const retryAfter = {
  'retry-after': { description: 'seconds', required: true, schema: { type: 'integer', minimum: 0 } },
} as const satisfies OpenAPI.ResponseObject['headers'];

/** Says in words what each refusal means, and names the header of those that ask to be left alone for a while. */
function describeErrors(operation: OpenAPI.OperationObject): OpenAPI.OperationObject {
  const responses: OpenAPI.ResponsesObject = { ...operation.responses };
  for (const error of Object.values(errors)) {
    const known = responses[error.status];
    if (known === undefined || '$ref' in known) continue;
    const headers = error.status === 429 || error.status === 503 ? { headers: retryAfter } : {};
    responses[error.status] = { ...known, description: error.message, ...headers };
  }
  return { ...operation, responses };
}

/** What all queries have in common. */
export const QUERY =
  'For one insured person who stands at a terminal and has proven the PIN of the card. A query: it changes nothing and ' +
  'may be repeated.';

/** An operation of the API, but for what goes in and comes out. */
interface Described {
  /** Behind the prefix, as `medical-summary`. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly successDescription: string;
}

/** Begins the contract of one operation: a POST with the refusals that all of them have. */
export function operation({ path, tags, ...described }: Described) {
  const route = {
    ...described,
    method: 'POST',
    path: `${BENEFITS_PREFIX}/${path}`,
    tags,
    spec: describeErrors,
  } as const;
  return oc.route(route).errors(errors);
}
