import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnvelope, refuse, writeAnswer } from '../../central/core/envelope.ts';
import type { Handle } from '../../central/core/handle.ts';
import { type JsonObject, parseJson, writeJson } from '../../central/core/json.ts';
import { defaultSettings } from '../../central/core/settings.ts';
import { checkNodes } from '../../central/core/validate.ts';
import { loadFields, nodesOf } from '../../central/national/load-fields.ts';
import { createCentreApp } from '../../central/server/apps/centre-app.ts';
import { createFaultBook } from '../../central/server/faults/fault.ts';
import { createGate } from '../../central/server/gate/switch.ts';
import { type Running, serve } from '../../central/server/https-server.ts';
import { createRequestLog } from '../../central/server/log.ts';
import { systemClock, systemRandom } from '../../central/server/system.ts';
import { openLedger } from '../../central/store/ledger.ts';
import { type CentreInput, type Infno, isInfno, transactions } from '../../common/contracts/centre/transactions.ts';
import { createCentreGateway } from '../../terminal/gateways/centre/gateway.ts';
import { parseSourceText } from '../../terminal/gateways/centre/json-amounts.ts';
import type { CentreGateway } from '../../terminal/gateways/centre/port.ts';
import { sampleContext, sampleMessageId, sampleSender } from '../../terminal/gateways/centre/testing/samples.ts';
import { makeAuthority } from '../../terminal/gateways/testing/test-server.ts';
import { facts, fullNodes } from './testing/every-field.ts';
import { bothSides, SPOKEN } from './testing/spoken.ts';

/**
 * Every transaction that the terminal has, field by field there and back, in every form in which a centre is spoken to,
 * over HTTPS. The centre's side is its real gate and its real table (`fields.tsv`); what it answers is every field of
 * that table. Neither message is made from the terminal's own schemas.
 */

const fields = loadFields();
const infnos = Object.keys(transactions).filter(isInfno);
/** The transaction under whose number the table lists it. */
const listed = (infno: string): string => (/A$/.test(infno) ? infno.slice(0, -1) : infno);
const FILE = Uint8Array.of(80, 75, 3, 4, 7, 7, 7);

const authority = makeAuthority();
let arrived: JsonObject = {};

/** A centre that holds each message against its table and answers with every field that it has. */
const handle: Handle = (bytes, _db, clock, random, expected) => {
  const read = readEnvelope(parseJson(bytes), nodesOf(fields, 'envelope', 'in'));
  const envelope = typeof read === 'string' ? null : read;
  const infno = envelope?.infno ?? '';
  const fault =
    envelope === null
      ? String(read)
      : expected !== undefined && expected !== infno
        ? '交易编号与服务地址不符'
        : checkNodes(envelope.input, nodesOf(fields, listed(infno), 'in'));
  if (envelope !== null) arrived = envelope.input;
  const output = fullNodes(fields, listed(infno), 'out');
  const answer =
    fault !== null
      ? refuse(fault)
      : infno === '9102'
        ? ({ ok: true, file: FILE } as const)
        : ({ ok: true, output: Object.keys(output).length === 0 ? null : output } as const);
  const at = { receivedAt: clock.now(), now: clock.now(), division: '990100' };
  const reply = writeAnswer(answer, at, random, defaultSettings);
  return { status: 200, bytes: reply, effects: [], infno, msgid: '', ok: fault === null, file: 'file' in answer };
};

/** The message as a caller hands it over, made from the table. */
function callerInput<I extends Infno>(infno: I): { input: CentreInput<I>; wire: JsonObject } {
  const wire = fullNodes(fields, listed(infno), 'in');
  const text = parseSourceText(writeJson(wire));
  const parsed = transactions[infno].input.safeParse(text.ok ? text.value : null);
  if (!parsed.success) throw new Error(`${infno}: ${parsed.error.issues[0]?.path.join('.')}`);
  return { input: parsed.data as CentreInput<I>, wire };
}

describe.each(SPOKEN)('by %s', (words) => {
  const dir = mkdtempSync(join(tmpdir(), 'minka-spoken-'));
  const { gate, transport } = bothSides(words, dir);
  const ledger = openLedger(':memory:');
  let server: Running;
  let gateway: CentreGateway;

  beforeAll(async () => {
    const say = (): void => undefined;
    const core = { handle, ledger, clock: systemClock, random: systemRandom, say };
    const app = createCentreApp({ ...core, gate: createGate(gate, () => Date.now()) });
    const parts = { clock: systemClock, faults: createFaultBook(), log: createRequestLog(), tls: authority, say };
    server = await serve(app, 0, parts);
    gateway = createCentreGateway({
      ...{ url: server.url, ca: authority.ca, connectMs: 5000, answerMs: 20_000, sender: sampleSender, transport },
      refusals: { refusalCodes: ['-1'], systemErrorTexts: [] },
      ...{ clock: systemClock, random: systemRandom },
    });
  });
  afterAll(async () => {
    gateway.close();
    await server.stop();
    ledger.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it.each(infnos)('%s: every field arrives, and every field comes back', async (infno) => {
    const { input, wire } = callerInput(infno);
    const built = gateway.build(infno, sampleMessageId, input, sampleContext);
    if (!built.ok) throw new Error(`${built.error.field}: ${built.error.problem}`);
    const outcome = await gateway.send(built.value);
    expect(outcome).toMatchObject({ kind: 'ok' });
    expect(facts(arrived)).toEqual(facts(wire));
    if (outcome.kind !== 'ok') return;
    const back =
      infno === '9102'
        ? [`data.file = ${Buffer.from(FILE).toString('base64')}`]
        : facts(fullNodes(fields, listed(infno), 'out'));
    expect(facts(outcome.output)).toEqual(back);
  });

  it('what the table does not let pass is refused in words, and read as a refusal', async () => {
    const bytes = transport.encode({ envelope: { infno: '2202' }, input: '{}' });
    const outcome = await gateway.send({ infno: '2202', bytes });
    expect(outcome).toMatchObject({ kind: 'refused', message: expect.stringContaining('msgid') });
  });
});
