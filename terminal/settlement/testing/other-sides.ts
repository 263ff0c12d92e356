import { createHash } from 'node:crypto';
import { createHis } from '../../../central/his/his.ts';
import { batchSchema, createOperator } from '../../../central/operator/operator.ts';
import { openHisStore } from '../../../central/store/his-store.ts';
import { openOperatorStore } from '../../../central/store/operator-store.ts';
import { DIVISION, INSTITUTION, makeKit, OPERATOR } from '../../../central/testing/kit.ts';
import type { Random } from '../../../common/kernel/ports.ts';
import { err, ok } from '../../../common/kernel/result.ts';
import { classify } from '../../gateways/centre/classify.ts';
import { writeMessage } from '../../gateways/centre/message.ts';
import type { CentreGateway } from '../../gateways/centre/port.ts';
import { xTifTransport } from '../../gateways/centre/transport/x-tif.ts';
import type { HisGateway, HisNotice } from '../../gateways/his/port.ts';
import type { CallFailure } from '../../gateways/json-call.ts';
import type { OperatorGateway } from '../../gateways/operator/port.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What the network does to one message. `after`: the other side has done it, only the answer is lost. */
export type Weather = 'fine' | 'notSent' | 'lostBefore' | 'lostAfter' | 'garbled' | 'status' | 'late';
export type Forecast = (to: 'centre' | 'his' | 'operator', what: string) => Weather;

export interface OtherSides {
  readonly kit: ReturnType<typeof makeKit>;
  readonly hisStore: ReturnType<typeof openHisStore>;
  readonly operatorStore: ReturnType<typeof openOperatorStore>;
  readonly centre: CentreGateway;
  readonly his: HisGateway;
  readonly operator: Pick<OperatorGateway, 'write' | 'post' | 'query'>;
  /** Every message that reached the centre, by number, as text. */
  readonly arrived: { readonly infno: string; readonly text: string }[];
  /** May change an answer of the centre on its way. */
  mutate: (infno: string, text: string) => string;
  forecast: Forecast;
  /** How long HIS and operator know a key again; null: for ever. */
  keyLifetimeMs: number | null;
}

const LATENCY_MS = 40;
const PATIENCE_MS = 30_000;
const LATE_MS = 45_000;

/** The real reference centre, HIS and operator, in memory, behind a network that does as `forecast` says. */
export function otherSides(clock: VirtualClock, random: Random, balance?: number): OtherSides {
  const kit = makeKit(balance);
  const hisStore = openHisStore(':memory:');
  const operatorStore = openOperatorStore(':memory:');
  const keyLifetimeMs = (): number | null => sides.keyLifetimeMs;
  const reference = {
    his: createHis(hisStore, { now: () => clock.now(), keyLifetimeMs }),
    operator: createOperator(operatorStore, () => clock.now(), keyLifetimeMs),
  };
  const transport = xTifTransport({ paasId: 'minka-lab', token: 'token-of-the-test' });
  const wait = (ms: number): Promise<void> => new Promise((resolve) => clock.after(ms, () => resolve()));
  const rules = { refusalCodes: ['-1'], systemErrorTexts: ['系统异常'] };
  const sender = {
    division: DIVISION,
    institutionCode: INSTITUTION,
    institutionName: '海川市测试医院',
    operatorNumber: OPERATOR,
    operatorName: '自助终端',
    recerSysCode: 'MBS_LOCAL',
    interfaceVersion: 'V1.0',
    numbersAs: 'number' as const,
  };

  const centre: CentreGateway = {
    build: (infno, messageId, input, context) => {
      const text = writeMessage(sender, infno, messageId, input, context, clock.now());
      return text.ok ? ok({ infno, bytes: transport.encode(text.value) }) : text;
    },
    async send({ infno, bytes }) {
      const weather = sides.forecast('centre', infno);
      const begun = clock.monotonic();
      const timing = () => ({ wallMs: clock.monotonic() - begun, serverMs: 1 });
      const deliver = (): Uint8Array => {
        sides.arrived.push({ infno, text: new TextDecoder().decode(bytes) });
        return kit.handle(bytes, kit.ledger, clock, random).bytes;
      };
      const end = (outcome: Parameters<typeof classify>[1]) => classify(infno, outcome, transport.decode, rules);
      if (weather === 'notSent') return end({ kind: 'notSent', reason: 'refused', detail: 'ECONNREFUSED' });
      await wait(LATENCY_MS);
      if (weather === 'late') clock.after(LATE_MS, deliver);
      if (weather === 'lostBefore' || weather === 'late') {
        await wait(PATIENCE_MS);
        return end({ kind: 'broken', reason: 'timeout', detail: 'no answer', timing: timing() });
      }
      const answered = (status: number, body: Uint8Array) =>
        end({ kind: 'answered', status, headers: {}, body, retryAfterMs: null, timing: timing() });
      if (weather === 'status') return answered(503, new TextEncoder().encode('<html>busy</html>'));
      const body = deliver();
      if (weather === 'lostAfter') {
        await wait(PATIENCE_MS);
        return end({ kind: 'broken', reason: 'timeout', detail: 'no answer', timing: timing() });
      }
      if (weather === 'garbled') return answered(200, body.slice(0, body.length / 2));
      // A file is no text.
      if (infno === '9102') return answered(200, body);
      return answered(200, new TextEncoder().encode(sides.mutate(infno, new TextDecoder().decode(body))));
    },
    close() {},
  };

  const call = async <T>(to: 'his' | 'operator', what: string, run: () => T) => {
    const weather = sides.forecast(to, what);
    const timing = { wallMs: LATENCY_MS, serverMs: 1 };
    await wait(LATENCY_MS);
    if (weather === 'fine') return ok({ reply: run(), timing });
    if (weather === 'lostAfter' || weather === 'garbled') run();
    const failure: CallFailure =
      weather === 'notSent'
        ? { kind: 'notSent', reason: 'refused', detail: 'ECONNREFUSED' }
        : { kind: 'unknown', reason: 'timeout', status: null, retryAfterMs: null, detail: 'no answer' };
    return err(failure);
  };

  const his: HisGateway = {
    unpaid: () => {
      throw new Error('not asked here');
    },
    hold: (input) => call('his', 'hold', () => reference.his.hold(input)),
    write: (_notice, input) => JSON.stringify(input),
    deliver: ((notice: HisNotice, text: string) =>
      call('his', notice, () => reference.his[notice](JSON.parse(text)))) as HisGateway['deliver'],
    query: (input) => call('his', 'query', () => reference.his.query({ ...input })),
    close() {},
  };

  const sides: OtherSides = {
    kit,
    hisStore,
    operatorStore,
    centre,
    his,
    operator: {
      write: (records) => JSON.stringify({ records }),
      post: (text) =>
        call('operator', 'post', () =>
          reference.operator.post(createHash('sha256').update(text).digest('hex'), batchSchema.parse(JSON.parse(text))),
        ),
      query: async (keys) => {
        const answer = await call('operator', 'query', () => reference.operator.query(keys));
        return answer.ok ? ok(new Map(answer.value.reply.states.map(({ key, state }) => [key, state]))) : answer;
      },
    },
    arrived: [],
    mutate: (_infno, text) => text,
    forecast: () => 'fine',
    keyLifetimeMs: null,
  };
  return sides;
}
