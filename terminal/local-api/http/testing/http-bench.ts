import { mkdtempSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Scope, scopeNames } from '../../../../common/contracts/billing/billing.ts';
import { tokenHash } from '../../../../kiosk-config/api-clients.ts';
import { builtinLabProfile } from '../../../../kiosk-config/builtin-lab.ts';
import type { SiteProfileInput } from '../../../../kiosk-config/schema.ts';
import { siteProfileSchema } from '../../../../kiosk-config/schema.ts';
import { billingBench } from '../../../billing/testing/bench.ts';
import { createHisApi } from '../his-api.ts';
import { listenHisApi } from '../listen.ts';

export const TOKEN = 'token-of-the-test-his-0123456789';
export const OTHER = 'token-of-another-his-0123456789';

export interface Said {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  // What a stranger's program sees: JSON of any shape.
  readonly body: Record<string, unknown> & { readonly code?: string };
}

export interface Asking {
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: string;
  readonly body?: unknown;
  /** Sent as it is. */
  readonly raw?: string;
}

/** The HIS API on a real loopback server, over the money core and the reference centre in simulated time. */
export async function httpBench(options: { readonly scopes?: readonly Scope[]; readonly expiresOn?: string } = {}) {
  const bench = billingBench();
  const { clock, terminal, room, devices } = bench;
  const file = join(mkdtempSync(join(tmpdir(), 'minka-his-api-')), 'clients.json');
  const client = (name: string, token: string) => ({
    ...{ name, tokenSha256: tokenHash(token), scopes: options.scopes ?? scopeNames },
    expiresOn: options.expiresOn ?? '2026-12-31',
  });
  const clients = [client('his', TOKEN), client('other', OTHER)];
  writeFileSync(file, JSON.stringify({ clients }), { mode: 0o600 });
  const hisApi = { port: 0, clientsFile: file, origins: ['https://his.hospital.example'] };
  const profile = siteProfileSchema.parse({ ...(builtinLabProfile('/nowhere') as SiteProfileInput), hisApi });
  const audited: [string, object][] = [];
  const reports: string[] = [];
  const told: string[] = [];
  const make = () =>
    createHisApi({
      ...{ profile, hisApi, clock, version: '0', devices, room },
      audit: (code, facts) => void audited.push([code, facts]),
      card: {
        clock,
        devices: { ...devices, watchReader: async () => undefined },
        configuredReader: null,
        inSession: () => false,
      },
      success: { seen: (id) => void told.push(`seen ${id}`), left: (id) => void told.push(`left ${id}`) },
      store: () => terminal.store,
      outbox: () => terminal.outbox,
      fault: () => null,
      inUse: () => false,
      print: async () => ({ ok: true, value: { copy: 0, outcome: { kind: 'printed', printerMs: 1 } } }),
      report: (what) => void reports.push(what),
    });
  const api = make();
  const listening = await listenHisApi((...asked) => serve(...asked), 0);
  if (!listening.ok) throw new Error(listening.error);
  let { serve } = api;
  const { port, close } = listening.value;

  const send = (method: string, path: string, asking: Asking = {}): Promise<Said> =>
    new Promise((resolve, reject) => {
      const { token = TOKEN, headers = {}, key, body, raw } = asking;
      const text = raw ?? (body === undefined ? null : JSON.stringify(body));
      const all = {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(text === null
          ? {}
          : { 'content-type': 'application/json', 'content-length': `${Buffer.byteLength(text)}` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...headers,
      };
      const asked = request({ host: '127.0.0.1', port, method, path, headers: all, agent: false }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const said = Buffer.concat(chunks).toString('utf8');
          const isJson = answer.headers['content-type']?.startsWith('application/json') === true;
          const parsed: unknown = isJson ? JSON.parse(said) : {};
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: said,
            body: parsed as Said['body'],
          });
        });
      });
      asked.on('error', reject);
      asked.end(text ?? undefined);
    });

  /** Lets simulated time pass until it is done. */
  const through = async <T>(done: Promise<T>): Promise<T> => {
    let over = false;
    const mark = (): void => {
      over = true;
    };
    done.then(mark, mark);
    while (!over) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      await clock.advance(50);
    }
    return done;
  };
  const ask = (method: string, path: string, asking?: Asking) => through(send(method, `/minka/v1${path}`, asking));
  const post = (path: string, body: unknown, more: Asking = {}) => ask('POST', path, { body, ...more });

  return {
    ...{ ...bench, file, port, send, through, ask, post, told, reports, apiAudit: audited, api },
    /** The API as another process would build it, over the same journal. */
    restart() {
      const next = make();
      next.takeUp();
      serve = next.serve;
    },
    async end() {
      api.events.close();
      await close();
    },
  };
}

export type HttpBench = Awaited<ReturnType<typeof httpBench>>;
