import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { errors, scopeNames } from '../../common/contracts/billing/billing.ts';
import { routes } from '../../common/contracts/billing/routes.ts';
import { randomInt } from '../../common/kernel/ports.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';
import { tokenHash, writeApiClients } from '../../kiosk-config/api-clients.ts';
import { drawVisit } from '../../simulator/lab/draw.ts';
import { type Lab, startLab } from '../../simulator/lab/lab.ts';
import { openBooks } from '../clients/his/books.ts';
import { createExampleHis } from '../clients/his/example-his.ts';
import type { Encounter } from '../clients/his/generated/index.js';

/** A whole terminal as it is started, with its HIS API on a real port and real devices around it. */
const REQUESTS = 10_000;
const SEED = 6;
const TOKEN = randomBytes(32).toString('base64url');

let lab: Lab;
let dir: string;
let port: number;
const agent = new Agent({ keepAlive: true, maxSockets: 32 });

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'minka-abuse-'));
  const clientsFile = join(dir, 'api-clients.json');
  const client = { name: 'his', tokenSha256: tokenHash(TOKEN), scopes: [...scopeNames], expiresOn: '2099-12-31' };
  writeApiClients(clientsFile, { clients: [{ ...client, encounters: 'own' }] });
  // Without the pad's question: what is tried here is the API.
  const profile = { hisApi: { port: 0, clientsFile }, policy: { pinBeforeAccount: false } };
  lab = await startLab({ dir, face: 'desk', screen: false, profile });
  port = Number(readFileSync(join(dir, 'run', 'his-api.port'), 'utf8'));
});
afterAll(async () => {
  agent.destroy();
  await lab.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** One request as a stranger's program may send it; its status, or null where the connection was refused or cut. */
function send(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<number | null> {
  return new Promise((resolve) => {
    const length = { 'content-length': `${Buffer.byteLength(body)}` };
    const asked = request(
      { host: '127.0.0.1', port, method, path, agent, headers: { ...length, ...headers } },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? null));
      },
    );
    asked.on('error', () => resolve(null));
    asked.end(body);
  });
}

it(`${REQUESTS} junk requests of 32 at a time: each a documented answer, the process alive, nothing moved`, async () => {
  const random = seededRandom(SEED);
  const pick = <T>(list: readonly T[]): T => list[randomInt(random, list.length)] as T;
  const documented = new Set<number>([200, 204, ...Object.values(errors).map(({ status }) => status)]);
  const junk = (): readonly [string, string, Record<string, string>, string] => {
    const token = pick([TOKEN, 'x'.repeat(40), '']);
    const headers: Record<string, string> = {
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      'content-type': pick(['application/json', 'text/plain', 'application/json; charset=utf-8']),
      ...(random.bytes(1)[0] === 0 ? { host: 'evil.example' } : {}),
      ...pick([{}, {}, {}, { origin: 'https://evil.example' }]),
      ...pick([{}, { 'idempotency-key': Buffer.from(random.bytes(16)).toString('hex') }]),
    };
    const path = pick([
      ...routes.map((route) => route.path),
      '/',
      '/minka/v2/x',
      '/minka/v1/%00',
      '/minka/v1/bills/%zz',
    ]);
    const noise = Buffer.from(random.bytes(24)).toString('base64');
    const body = pick([
      '',
      '{}',
      '[]',
      '{',
      noise,
      `{"quote":"${'a'.repeat(24)}"}`,
      JSON.stringify({ encounter: { noise } }),
    ]);
    const method = pick(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']);
    return [method, path.replaceAll(/\{\w+\}/g, noise.replaceAll('/', '_')), headers, method === 'GET' ? '' : body];
  };
  const statuses = new Map<number | null, number>();
  let left = REQUESTS;
  const worker = async (): Promise<void> => {
    while (left-- > 0) {
      const status = await send(...junk());
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: 32 }, worker));
  const strange = [...statuses.keys()].filter((status) => status === null || !documented.has(status));
  expect(strange, JSON.stringify([...statuses])).toEqual([]);
  expect(statuses.get(500) ?? 0).toBe(0);
  const control = await lab.control();
  const hello = await control.call('hello', {});
  const rows = await control.call('settlements', {});
  control.close();
  expect([hello.ok, rows]).toMatchObject([true, { ok: true, value: { rows: [] } }]);
});

it('after that a bill is settled and given back, once each, over a card in the real reader', async () => {
  const drawn = drawVisit(SEED, Date.now());
  await lab.admin('POST', '/admin/people', { people: [drawn.person] });
  await lab.sim.command('card.insert', { persona: drawn.persona });
  const authorization = `Bearer ${TOKEN}`;
  const card = async (): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}/minka/v1/terminal`, { headers: { authorization } });
    return ((await answer.json()) as { card: string }).card;
  };
  await expect.poll(card).toBe('present');
  const books = openBooks(join(dir, 'his-books.jsonl'));
  const his = createExampleHis({ url: `http://127.0.0.1:${port}`, token: TOKEN, everyMs: 200 }, books);
  const encounter = JSON.parse(JSON.stringify(drawn.encounter)) as Encounter;
  const settled = await his.bill(encounter, false);
  expect(settled, JSON.stringify(settled)).toMatchObject({ kind: 'settled' });
  expect(await his.refund(encounter.encounterId)).toMatchObject({ kind: 'settled', messageId: settled.messageId });
  books.close();
  const control = await lab.control();
  const rows = await control.call('settlements', {});
  control.close();
  expect(rows).toMatchObject({ ok: true, value: { rows: [{ messageId: settled.messageId }] } });
});
