import { hash } from 'node:crypto';
import { checkpointsApi } from '../../../common/contracts/operator/checkpoints.ts';
import { enrolmentApi } from '../../../common/contracts/operator/enrolment.ts';
import { operatorApi } from '../../../common/contracts/operator/records.ts';
import type { Enrolment } from '../../operator/enrolment/enrolment.ts';
import { batchSchema, type Operator } from '../../operator/operator.ts';
import { parseBody } from '../body.ts';
import { type App, json, problem, type Request } from '../message.ts';
import { bearerIs } from '../secrets.ts';
import { answerEnrolment } from './enrolment-app.ts';

const PREFIX = `${operatorApi.post.path}/`;

function idempotencyKey(request: Request): string {
  const value = request.headers['idempotency-key'];
  return typeof value === 'string' ? value.toLowerCase() : '';
}

/** The operator's record API over HTTP: bearer token, and the idempotency key must be the hash of the body. */
export function createOperatorApp(operator: Operator, token: string, enrolment: Enrolment | null = null): App {
  const isPost = (request: Request): boolean => request.method === 'POST' && request.path === operatorApi.post.path;
  const isState = (request: Request): boolean => request.method === 'GET' && request.path.startsWith(PREFIX);
  const isQuery = (request: Request): boolean => request.method === 'POST' && request.path === operatorApi.query.path;
  const isEnrolment = (request: Request): boolean =>
    request.method === 'POST' && request.path === enrolmentApi.enrol.path;
  const isSlot = (request: Request): boolean =>
    enrolment !== null && request.method === 'POST' && request.path === enrolmentApi.slot.path;
  const isExport = (request: Request): boolean => request.method === 'GET' && request.path === checkpointsApi.path;
  return {
    target: 'operator',
    admit(request) {
      // Who is being set up has no token yet; its one-time code stands in the body.
      if (enrolment !== null && isEnrolment(request)) return null;
      const known = [isPost, isSlot, isQuery, isState, isExport].some((is) => is(request));
      if (!known) return problem(404, 'NOT_FOUND', 'unknown path');
      return bearerIs(request.headers.authorization, token) ? null : problem(401, 'UNAUTHORISED', 'bearer token');
    },
    keys: (request) => [isState(request) ? operatorApi.state.path : request.path, request.path],
    messageId: (request) => idempotencyKey(request) || null,
    answer(request) {
      const enrolled = enrolment === null ? null : answerEnrolment(enrolment, request);
      if (enrolled !== null) return enrolled;
      if (isExport(request)) return json(200, checkpointsApi.out.parse(operator.checkpoints()));
      if (isQuery(request)) {
        const asked = operatorApi.query.in.safeParse(parseBody(request.body));
        if (!asked.success) return problem(400, 'INVALID', 'not 1 to 200 keys');
        return json(200, operatorApi.query.out.parse(operator.query(asked.data.keys)));
      }
      if (isState(request)) {
        const key = request.path.slice(PREFIX.length);
        return json(200, operatorApi.state.out.parse(operator.state(key)));
      }
      const digest = hash('sha256', request.body, 'hex');
      const given = idempotencyKey(request);
      if (given === '') return problem(400, 'KEY_MISSING', 'Idempotency-Key is required');
      if (given !== digest) return problem(400, 'KEY_MISMATCH', 'Idempotency-Key is not the SHA-256 of this body');
      const batch = batchSchema.safeParse(parseBody(request.body));
      if (!batch.success) return problem(400, 'INVALID', 'not a batch of 1 to 200 records with keys');
      return json(200, operatorApi.post.out.parse(operator.post(digest, batch.data)));
    },
  };
}
