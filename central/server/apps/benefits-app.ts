import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { ORPCError } from '@orpc/server';
import { z } from 'zod';
import { BENEFITS_PREFIX } from '../../../common/contracts/benefits/benefits.ts';
import { parseBody } from '../body.ts';
import { type App, json, problem, type Reply, type Request } from '../message.ts';
import { bearerIs } from '../secrets.ts';
import { benefitsDocument, documentText } from './benefits-document.ts';
import { benefitsPage } from './benefits-page.ts';
import { type BenefitsParts, benefitsRouter, documented, invalid } from './benefits-router.ts';

/** The paths of the contract's operations. */
const QUERIES = [
  'medical-summary',
  'pension',
  'contributions',
  'entitlements',
  'card',
  'card-withdraw',
  'card-loss',
  'card-loss-report',
  'injury',
  'maternity',
  'assistance',
  'housing',
  'resident-pension',
  'coverage',
  'certificate-issue',
  'certificate-verify',
  'entitlement-proof',
  'declaration',
  'declare',
].map((name) => `${BENEFITS_PREFIX}/${name}`);
/** Nothing of the page may run or load anything. */
const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function text(type: string, body: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 200, headers: { 'content-type': type, ...headers }, body: new TextEncoder().encode(body) };
}

const waitSchema = z.object({ data: z.object({ retryAfterS: z.int() }) });

/** The header that goes with a refusal which says how long to wait. */
function patience(body: Uint8Array): Readonly<Record<string, string>> {
  const parsed = waitSchema.safeParse(parseBody(body));
  return parsed.success ? { 'retry-after': String(parsed.data.data.retryAfterS) } : {};
}

/** The benefits API over HTTP: bearer token, contract checked in both directions; its document and page need no token. */
export async function createBenefitsApp(parts: BenefitsParts & { readonly token: string }): Promise<App> {
  const document = await benefitsDocument();
  const shown: Readonly<Record<string, Reply>> = {
    [`${BENEFITS_PREFIX}/openapi.json`]: text('application/json; charset=utf-8', documentText(document)),
    [`${BENEFITS_PREFIX}/`]: text('text/html; charset=utf-8', benefitsPage(document), {
      'content-security-policy': PAGE_POLICY,
    }),
  };

  const handler = new OpenAPIHandler(benefitsRouter(parts), {
    interceptors: [({ next }) => next().catch((cause: unknown) => Promise.reject(documented(cause)))],
  });

  async function query(request: Request): Promise<Reply> {
    if (parseBody(request.body) === undefined) return json(422, invalid([]).toJSON());
    const type = request.headers['content-type'];
    const asked = new globalThis.Request(`https://benefits.invalid${request.path}`, {
      method: 'POST',
      headers: type === undefined ? {} : { 'content-type': type },
      body: new Uint8Array(request.body),
    });
    const { matched, response } = await handler.handle(asked);
    if (!matched) return problem(404, 'NOT_FOUND', 'unknown path');
    const body = new Uint8Array(await response.arrayBuffer());
    const headers = { 'content-type': 'application/json; charset=utf-8', ...patience(body) };
    return { status: response.status, headers, body };
  }

  return {
    target: 'benefits',
    admit(request) {
      const page = Object.hasOwn(shown, request.path);
      if (!page && !QUERIES.includes(request.path)) return problem(404, 'NOT_FOUND', 'unknown path');
      if (request.method !== (page ? 'GET' : 'POST')) return problem(405, 'METHOD', page ? 'GET only' : 'POST only');
      if (page || bearerIs(request.headers.authorization, parts.token)) return null;
      const message = 'the bearer token is missing or wrong';
      return json(401, new ORPCError('UNAUTHORISED', { defined: true, status: 401, message }).toJSON());
    },
    keys: (request) => [request.path],
    messageId: () => null,
    answer: (request) => shown[request.path] ?? query(request),
  };
}
