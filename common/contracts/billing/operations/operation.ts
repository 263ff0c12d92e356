import { type OpenAPI, oc } from '@orpc/contract';
import { z } from 'zod';
import { failureSchema } from '../fields.ts';
import { wrongFieldSchema } from '../wrong-field.ts';

export const HIS_API_PREFIX = '/minka/v1';

/** What a token may do; the site's administrator grants them one by one. */
export const scopes = {
  state: 'read the terminal’s state and its events',
  card: 'read the card, ask who the person is, start a PIN entry',
  identity: 'have a person’s name and numbers in clear',
  bill: 'compare, prepare, price and abandon bills; the verbs of a visit and of a stay',
  settle: 'settle a bill',
  refund: 'give a settlement back',
  print: 'print receipts and copies',
  notices: 'read and acknowledge what happened to own encounters',
} as const;
export type Scope = keyof typeof scopes;
export const scopeNames = Object.keys(scopes) as [Scope, ...Scope[]];

const patience = z.object({ retryAfterS: z.int().min(0).max(3600) });
const wrong = z.object({
  fields: z.array(wrongFieldSchema).max(20).meta({ description: 'the wrong fields, each once; the first twenty' }),
  paths: z.array(z.string().max(200)).max(20).meta({ description: 'their paths alone' }),
});
const why = z.object({ failure: failureSchema });

/** Every refusal before, or in place of, an answer; the codes are those of the answer's body. */
export const errors = {
  BAD_JSON: { status: 400, message: 'the body is not JSON' },
  KEY_MISSING: { status: 400, message: 'a movement of money needs an Idempotency-Key of 16 to 255 visible characters' },
  UNAUTHORISED: { status: 401, message: 'the bearer token is missing, unknown or past its day' },
  SCOPE: { status: 403, message: 'the token does not have this scope' },
  ORIGIN: { status: 403, message: 'pages of this origin may not ask' },
  NOT_FOUND: { status: 404, message: 'there is no such path, or nothing of this number that the client may see' },
  METHOD: { status: 405, message: 'the path does not take this method' },
  IN_FLIGHT: {
    status: 409,
    message: 'the first request with this key is still under way: repeat it unchanged',
    data: patience,
  },
  BUSY: { status: 409, message: 'somebody else has it in hand; nothing was done', data: why },
  NOT_DONE: { status: 409, message: 'it could not be done; no money moved', data: why },
  TOO_LARGE: { status: 413, message: 'the body is too large' },
  NOT_JSON: { status: 415, message: 'bodies are application/json' },
  HOST: { status: 421, message: 'the Host header is not this server’s' },
  INVALID: { status: 422, message: 'the request does not fit the contract', data: wrong },
  KEY_REUSED: { status: 422, message: 'the key was used before for another request' },
  TOO_MANY: { status: 429, message: 'too many requests under way', data: patience },
  INTERNAL: { status: 500, message: 'a fault of the terminal’s program; a movement of money says unknown instead' },
  OUT_OF_SERVICE: { status: 503, message: 'the terminal cannot do it now', data: why },
} as const;
export type ApiErrorCode = keyof typeof errors;

const KEY_HEADER: OpenAPI.ParameterObject = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    '16 to 255 visible ASCII characters, new for every new wish and the same for every repeat of it. Keys are kept for ever. ' +
    'Same key and request: the stored answer, also after a restart; an answer that was unknown is looked up anew.',
  schema: { type: 'string', minLength: 16, maxLength: 255 },
};

/** One refusal's shape serves all; the document has it once per status. */
export const refusalRef = (status: string) => `#/components/responses/Refused${status}`;

const refer = (responses: OpenAPI.ResponsesObject = {}): OpenAPI.ResponsesObject =>
  Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [
      status,
      status === '200' ? response : { $ref: refusalRef(status) },
    ]),
  );

interface Described {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Behind the prefix, as `/bills/prepare`. */
  readonly path: `/${string}`;
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly [string];
  readonly scope: Scope;
  /** It moves money. */
  readonly money?: boolean;
}

/** Begins the contract of one operation. What it takes beside its input is in the route, and read from there. */
export function operation({ scope, money = false, path, tags, description, ...described }: Described) {
  const extension: object = { 'x-scope': scope };
  const spec = (made: OpenAPI.OperationObject): OpenAPI.OperationObject => ({
    ...made,
    responses: refer(made.responses),
    parameters: [...(made.parameters ?? []), ...(money ? [KEY_HEADER] : [])],
    ...extension,
  });
  const said = `${description === undefined ? '' : `${description} `}Scope: ${scope}.`;
  const route = { ...described, path: `${HIS_API_PREFIX}${path}`, tags, description: said, spec } as const;
  return oc.$meta({ scope, money }).route(route).errors(errors);
}
