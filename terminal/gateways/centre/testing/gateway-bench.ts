import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { CentreInput, Infno } from '../../../../common/contracts/centre/transactions.ts';
import {
  type Authority,
  makeAuthority,
  type Received,
  realClock,
  startHttps,
  type TestServer,
} from '../../testing/test-server.ts';
import { createCentreGateway } from '../gateway.ts';
import type { CentreGateway, CentreRequest } from '../port.ts';
import { xTifTransport } from '../transport/x-tif.ts';
import { sampleContext, sampleInputs, sampleMessageId, sampleSender } from './samples.ts';

/** A settlement that is settled, and the answer that says so. */
export const setlinfo = {
  mdtrt_id: 'M1',
  setl_id: 'S1',
  psn_no: 'P1',
  setl_time: '2026-03-02 09:00:00',
  medfee_sumamt: 100.0,
  fulamt_ownpay_amt: 0,
  overlmt_selfpay: 0,
  preselfpay_amt: 0,
  inscp_scp_amt: 100,
  fund_pay_sumamt: 60,
  psn_part_amt: 40,
  acct_pay: 40,
  psn_cash_pay: 0,
};
export const good = { infcode: '0', inf_refmsgid: '990100X', err_msg: null, output: { setlinfo, setldetail: [] } };

/** A gateway to a server that says what a test lets it say. To be called once, outside of tests. */
export function gatewayBench() {
  let server: TestServer;
  let authority: Authority;
  let gateway: CentreGateway;
  let answer: (request: Received, response: ServerResponse) => void;

  beforeAll(async () => {
    authority = makeAuthority();
    server = await startHttps(authority, (request, response) => answer(request, response));
    gateway = newGateway(5000);
  });
  afterEach(() => {
    server.received.length = 0;
  });
  afterAll(async () => {
    gateway.close();
    await server.stop();
  });

  function newGateway(answerMs: number): CentreGateway {
    return createCentreGateway({
      url: server.url,
      ca: authority.ca,
      connectMs: 2000,
      answerMs,
      sender: sampleSender,
      refusals: { refusalCodes: ['-1', '7001'], systemErrorTexts: ['系统异常', 'SYSTEM_ERROR'] },
      transport: xTifTransport({ paasId: 'minka-lab', token: 'token' }),
      clock: realClock,
      random: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
    });
  }

  function request<I extends Infno>(infno: I): CentreRequest<I> {
    const input: CentreInput<I> = sampleInputs[infno];
    const built = gateway.build(infno, sampleMessageId, input, sampleContext);
    if (!built.ok) throw new Error(built.error.field);
    return built.value;
  }

  function say(body: unknown, status = 200, headers: Record<string, string> = {}): void {
    answer = (_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
    };
  }

  const settle = () => gateway.send(request('2207'));
  const answers = (handler: typeof answer): void => {
    answer = handler;
  };

  return {
    ...{ newGateway, request, say, settle, answers },
    get server() {
      return server;
    },
    get authority() {
      return authority;
    },
    get gateway() {
      return gateway;
    },
  };
}
