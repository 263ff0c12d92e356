import { type ApiErrorCode, errors } from '../../../common/contracts/billing/billing.ts';
import type { ApiFailure } from '../../../common/contracts/billing/fields.ts';
import { failureSentences } from '../../../common/strings/failures.ts';
import type { Failure } from '../../ports.ts';

/** A refusal as the contract documents it. */
export interface Problem {
  readonly code: ApiErrorCode;
  readonly data?: object;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

/** The documented body of a refusal, and the header that says how long to wait. */
export function problemReply({ code, data }: Problem, headers: Readonly<Record<string, string>> = {}): Reply {
  const { status, message } = errors[code];
  const wait = data !== undefined && 'retryAfterS' in data ? { 'retry-after': `${data.retryAfterS}` } : {};
  const body = { defined: true, code, status, message, ...(data === undefined ? {} : { data }) };
  return json(status, body, { ...wait, ...headers });
}

export const wait = (seconds: number): { readonly retryAfterS: number } => ({ retryAfterS: seconds });

/** A failure with its sentences, as a client may show it. */
export function apiFailure({ code, reason }: Failure): ApiFailure {
  const { person, remedy } = failureSentences[code];
  return { code, person, remedy, reason: reason === null ? null : reason.slice(0, 200) };
}

const IN_OTHER_HANDS: ReadonlySet<string> = new Set(['BILL_BUSY', 'TERMINAL_IN_USE', 'CARD_BUSY']);
const OUT_OF_SERVICE = /^(STORE_|CONFIG_|CLOCK_WRONG|TERMINAL_INTERNAL)/;

/** Why something that moves no money was not done. */
export function problemOf(failure: Failure): Problem {
  if (failure.code === 'BILL_NONE') return { code: 'NOT_FOUND' };
  const data = { failure: apiFailure(failure) };
  if (IN_OTHER_HANDS.has(failure.code)) return { code: 'BUSY', data };
  return { code: OUT_OF_SERVICE.test(failure.code) ? 'OUT_OF_SERVICE' : 'NOT_DONE', data };
}
