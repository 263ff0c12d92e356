import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatDateTime } from '../../../common/kernel/dates.ts';
import { isObject, type JsonObject, parseJson, writeJson } from '../../core/json.ts';
import { DIVISION, INSTITUTION, OPERATOR, PERSON } from '../../testing/people.ts';
import type { Secrets } from '../secrets.ts';
import { type Central, startCentral } from '../start.ts';
import { PAAS_ID, xtifSignature } from '../xtif.ts';

/** A real HTTPS client for the tests of the servers, and a running centre with a throw-away certificate. */

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export const SECRETS: Secrets = {
  xtif: 'xtif-token-for-tests',
  his: 'his-token-for-tests',
  operator: 'operator-token-for-tests',
  benefits: 'benefits-token-for-tests',
  cashier: 'cashier-token-for-tests',
  admin: 'admin-token-for-tests',
};

export const PATHS: Readonly<Record<string, string>> = {
  '9001': '/fsi/api/signInSignOutService/signIn',
  '1101': '/fsi/api/fsiPsnInfoService/queryPsnInfo',
  '2201': '/fsi/api/outpatientDocInfoService/outpatientRregistration',
  '2203': '/fsi/api/outpatientDocInfoService/outpatientMdtrtinfoUp',
  '2204': '/fsi/api/outpatientDocInfoService/outpatientFeeListUp',
  '2206': '/fsi/api/outpatientSettleService/preSettletment',
  '2207': '/fsi/api/outpatientSettleService/saveSettletmentV2',
  '2601': '/fsi/api/reverseService/revsMethod',
  '5203': '/fsi/api/fsiIntegratedQueryService/querySetlInfo',
};

export interface Bench {
  readonly central: Central;
  call(
    url: string,
    options?: { method?: string; headers?: Record<string, string>; body?: string | Uint8Array; timeoutMs?: number },
  ): Promise<Answered>;
  /** A signed message to the centre; `msgid` and the sign-in number are filled in. */
  message(infno: string, input: JsonObject, msgid?: string, timeoutMs?: number): Promise<Answered>;
  /** The same, read as an envelope. */
  send(infno: string, input: JsonObject, msgid?: string): Promise<JsonObject>;
  /** A verb of the benefits API, asked as a terminal asks it. */
  benefits(verb: string, body: unknown): Promise<Answered>;
  newMsgid(): string;
  xtif(changes?: Record<string, string>): Record<string, string>;
  admin(method: string, path: string, body?: unknown): Promise<unknown>;
  arm(fault: Record<string, unknown>): Promise<void>;
  stop(): Promise<void>;
}

function makeCertificate(): { cert: string; key: string } {
  const dir = mkdtempSync(join(tmpdir(), 'central-tls-'));
  try {
    const [key, cert] = [join(dir, 'server.key'), join(dir, 'server.pem')];
    const how = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    const who = ['-subj', '/CN=central test', '-addext', 'subjectAltName=IP:127.0.0.1'];
    execFileSync('openssl', ['req', '-x509', ...how, ...who, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Starts all five servers in memory on free ports, with `PERSON` insured. */
export async function startBench(dir = ':memory:'): Promise<Bench> {
  const tls = makeCertificate();
  const ports = { centre: 0, his: 0, operator: 0, admin: 0, benefits: 0 };
  const central = await startCentral({ dir, tls, secrets: SECRETS, ports, say: () => undefined });
  const agent = new Agent({ ca: tls.cert, keepAlive: true });
  let counter = 0;
  let signNo = '';

  const bench: Bench = {
    central,
    call: (url, { method = 'POST', headers = {}, body, timeoutMs } = {}) =>
      new Promise((resolve, reject) => {
        const outgoing = request(url, { method, headers, agent }, (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () =>
            resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) }),
          );
        });
        outgoing.on('error', reject);
        if (timeoutMs !== undefined) setTimeout(() => outgoing.destroy(new Error('client gave up')), timeoutMs);
        outgoing.end(body);
      }),
    benefits(verb, body) {
      const headers = { authorization: `Bearer ${SECRETS.benefits}`, 'content-type': 'application/json' };
      return bench.call(`${central.benefits}/benefits/v1/${verb}`, { headers, body: JSON.stringify(body) });
    },
    newMsgid: () => `${INSTITUTION}20260302090000${String(counter++).padStart(4, '0')}`,
    xtif(changes = {}) {
      const timestamp = changes['x-tif-timestamp'] ?? String(Math.floor(Date.now() / 1000));
      const nonce = changes['x-tif-nonce'] ?? randomBytes(16).toString('hex');
      return {
        'x-tif-paasid': PAAS_ID,
        'x-tif-timestamp': timestamp,
        'x-tif-nonce': nonce,
        'x-tif-signature': xtifSignature(timestamp, SECRETS.xtif, nonce),
        ...changes,
      };
    },
    message(infno, input, msgid = bench.newMsgid(), timeoutMs) {
      const body: JsonObject = {
        infno,
        msgid,
        mdtrtarea_admvs: DIVISION,
        insuplc_admdvs: DIVISION,
        recer_sys_code: 'MBS_LOCAL',
        infver: 'V1.0',
        opter_type: '2',
        opter: OPERATOR,
        opter_name: '自助终端',
        inf_time: formatDateTime(Date.now()),
        fixmedins_code: INSTITUTION,
        fixmedins_name: '海川市测试医院',
        sign_no: signNo,
        input,
      };
      const url = `${central.centre}${PATHS[infno] ?? '/fsi/api/none'}`;
      const options = { headers: bench.xtif(), body: writeJson(body) };
      return bench.call(url, timeoutMs === undefined ? options : { ...options, timeoutMs });
    },
    async send(infno, input, msgid) {
      const body = parseJson((await bench.message(infno, input, msgid)).body);
      if (!isObject(body)) throw new Error('no envelope');
      const output = body['output'];
      const signed = isObject(output) ? output['signinoutb'] : undefined;
      if (isObject(signed) && typeof signed['sign_no'] === 'string') signNo = signed['sign_no'];
      return body;
    },
    async admin(method, path, body) {
      const headers = { authorization: `Bearer ${SECRETS.admin}` };
      const options = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
      const answer = await bench.call(`${central.admin}${path}`, options);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body.toString()}`);
      return JSON.parse(answer.body.toString());
    },
    async arm(fault) {
      await bench.admin('POST', '/admin/faults', { arm: [fault] });
    },
    async stop() {
      agent.destroy();
      await central.stop();
    },
  };
  await bench.admin('POST', '/admin/people', { people: [PERSON_SEED] });
  return bench;
}

export const PERSON_SEED = {
  psnNo: PERSON.psnNo,
  identityNumber: PERSON.certNo,
  name: PERSON.name,
  cardNumber: PERSON.cardNumber,
  cardId: PERSON.cardId,
  sex: PERSON.sex,
  birthDate: PERSON.birthDate,
  insurances: [{ insutype: '310', psnType: '11', balance: '300.00', division: DIVISION }],
};

/** An answer's body as JSON. */
export const read = (answer: Answered): unknown => JSON.parse(answer.body.toString());

/** SHA-256, hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
