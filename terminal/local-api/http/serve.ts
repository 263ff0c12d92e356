import type { IncomingMessage, ServerResponse } from 'node:http';
import { EVENTS_PATH, HIS_API_PREFIX } from '../../../common/contracts/billing/billing.ts';
import type { Route } from '../../../common/contracts/billing/routes.ts';
import { err, type Result } from '../../../common/kernel/result.ts';
import type { Billing } from '../../billing/port.ts';
import { answerOperation, parseInput } from './answer.ts';
import { readJson } from './body.ts';
import type { ApiClient } from './clients.ts';
import type { Context, Handlers } from './context.ts';
import type { EventHub } from './events.ts';
import { clientOf, type GateDeps, isOwnHost, mayAsk, PREFLIGHT, pageHeaders } from './gate.ts';
import { type Problem, problemReply, type Reply, wait } from './problem.ts';
import { findRoute } from './routes.ts';

export interface ServeDeps extends GateDeps {
  readonly handlers: Handlers;
  readonly hub: EventHub;
  readonly billingOf: (client: ApiClient) => Billing;
  /** What needs no token: the document and its page, by path. */
  readonly pages: Readonly<Record<string, Reply>>;
  /** A request was refused before anything was done. */
  readonly refused: (code: string) => void;
  readonly report: (what: string, cause: unknown) => void;
}

/** Handles one request of a server on `port`. */
export type Serve = (message: IncomingMessage, response: ServerResponse, port: number) => Promise<void>;

/** Requests under way at once, streams apart. A hospital's system needs a handful. */
const MOST_AT_ONCE = 32;
const KEY = /^[\x21-\x7e]{16,255}$/;

export function createServe(deps: ServeDeps): Serve {
  const { handlers, hub, pages, origins } = deps;
  let underWay = 0;

  const send = (response: ServerResponse, { status, headers, body }: Reply): void => {
    if (response.destroyed) return;
    const length = `${Buffer.byteLength(body)}`;
    response.writeHead(status, { ...headers, 'content-length': length, 'cache-control': 'no-store' }).end(body);
  };

  /** One operation of a client that may do it. */
  const operate = async (
    message: IncomingMessage,
    response: ServerResponse,
    found: {
      readonly route: Route;
      readonly params: Readonly<Record<string, string>>;
      readonly query: URLSearchParams;
    },
    client: ApiClient,
  ): Promise<Result<Reply, Problem>> => {
    const { route, params, query } = found;
    const body = await readJson(message);
    if (!body.ok) return body;
    const given = route.method === 'POST' ? body.value : Object.fromEntries(query);
    const isObject = typeof given === 'object' && given !== null && !Array.isArray(given);
    const input = parseInput(route, isObject ? { ...given, ...params } : given);
    if (!input.ok) return input;
    const key = message.headers['idempotency-key'];
    if (route.money && (typeof key !== 'string' || !KEY.test(key))) return err({ code: 'KEY_MISSING' });
    const extra: Record<string, string> = {};
    const listeners: ((delivered: boolean) => void)[] = [];
    const context: Context = {
      client,
      billing: deps.billingOf(client),
      key: typeof key === 'string' ? key : '',
      send: (event) => hub.send(event, client.name),
      afterwards: (listener) => void listeners.push(listener),
      header: (name, value) => {
        extra[name] = value;
      },
    };
    const done = await answerOperation(handlers, route, input.value, context);
    if (listeners.length > 0) {
      let isTold = false;
      const tell = (delivered: boolean): void => {
        if (!isTold) for (const listener of listeners) listener(delivered);
        isTold = true;
      };
      if (response.destroyed) tell(false);
      response.once('finish', () => tell(true));
      response.once('close', () => tell(false));
    }
    return done.ok ? { ok: true, value: { ...done.value, headers: { ...done.value.headers, ...extra } } } : done;
  };

  const handle: Serve = async (message, response, port) => {
    const { host, origin } = message.headers;
    const [path = '/', search = ''] = (message.url ?? '/').split('?', 2);
    const method = message.method ?? 'GET';
    const shared = mayAsk(origin, origins) ? pageHeaders(origin) : {};
    const refuse = (problem: Problem, headers: Readonly<Record<string, string>> = {}): void => {
      deps.refused(problem.code);
      send(response, problemReply(problem, { ...shared, ...headers }));
    };
    if (!isOwnHost(host, port)) return refuse({ code: 'HOST' });
    if (!mayAsk(origin, origins)) return refuse({ code: 'ORIGIN' });
    if (method === 'OPTIONS' && origin !== undefined) {
      return send(response, { status: 204, headers: { ...shared, ...PREFLIGHT }, body: '' });
    }
    const page = method === 'GET' ? pages[path] : undefined;
    if (page !== undefined) return send(response, page);
    const client = clientOf(deps, message.headers);
    if (!client.ok) return refuse(client.error, { 'www-authenticate': 'Bearer' });
    if (path === EVENTS_PATH && method === 'GET') {
      const { name } = client.value;
      if (!client.value.scopes.includes('state')) return refuse({ code: 'SCOPE' });
      // Who is taken out of the file, or past its day, is told nothing more.
      const mayListen = (): boolean => {
        const now = clientOf(deps, message.headers);
        return now.ok && now.value.name === name && now.value.scopes.includes('state');
      };
      const isOpen = hub.open({ client: name, mayListen }, response, shared);
      return isOpen ? undefined : refuse({ code: 'TOO_MANY', data: wait(15) });
    }
    const found = findRoute(method, path);
    if (found.kind === 'none') return refuse({ code: 'NOT_FOUND' });
    if (found.kind === 'method') return refuse({ code: 'METHOD' }, { allow: found.allow.join(', ') });
    if (!client.value.scopes.includes(found.route.scope)) return refuse({ code: 'SCOPE' });
    if (underWay >= MOST_AT_ONCE) return refuse({ code: 'TOO_MANY', data: wait(1) });
    underWay += 1;
    try {
      const done = await operate(message, response, { ...found, query: new URLSearchParams(search) }, client.value);
      if (!done.ok) return refuse(done.error);
      send(response, { ...done.value, headers: { ...shared, ...done.value.headers } });
    } finally {
      underWay -= 1;
    }
  };

  return async (message, response, port) => {
    try {
      await handle(message, response, port);
    } catch (cause) {
      // A body that broke off is its sender's matter; anything else is a bug of ours. Nobody is told that it went well.
      if (!message.destroyed || message.complete) deps.report(`HIS API ${HIS_API_PREFIX}`, cause);
      if (response.headersSent) response.destroy();
      else send(response, problemReply({ code: 'INTERNAL' }));
    }
  };
}
