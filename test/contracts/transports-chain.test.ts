import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Central, startCentral } from '../../central/server/start.ts';
import { systemRandom } from '../../central/server/system.ts';
import { PERSON_SEED, SECRETS } from '../../central/server/testing/bench.ts';
import { DIVISION, INSTITUTION, OPERATOR, PERSON } from '../../central/testing/people.ts';
import type { CentreInput, CentreOutput, Infno } from '../../common/contracts/centre/transactions.ts';
import { formatMessageId, type MessageIdCursor, nextCursor } from '../../common/kernel/message-id.ts';
import { pii } from '../../common/kernel/pii.ts';
import { callJson } from '../../simulator/lab/https-json.ts';
import { createCentreGateway } from '../../terminal/gateways/centre/gateway.ts';
import type { CentreGateway, CentreOutcome } from '../../terminal/gateways/centre/port.ts';
import { makeAuthority, realClock } from '../../terminal/gateways/testing/test-server.ts';
import { bothSides, SPOKEN } from './testing/spoken.ts';

/** The whole reference centre behind its switch, in every form: what it answers, and what its faults look like then. */
describe.each(SPOKEN)('the reference centre by %s', (words) => {
  const dir = mkdtempSync(join(tmpdir(), 'minka-chain-'));
  const { gate, transport } = bothSides(words, dir);
  const tls = makeAuthority();
  let central: Central;
  let gateway: CentreGateway;
  let cursor: MessageIdCursor | null = null;
  let signNo: string | null = null;
  const admin = (path: string, body: unknown) =>
    callJson(`${central.admin}${path}`, { method: 'POST', ca: tls.ca, token: SECRETS.admin, body });
  const arm = (infno: string, kind: string) => admin('/admin/faults', { arm: [{ target: 'centre', infno, kind }] });

  beforeAll(async () => {
    const ports = { centre: 0, his: 0, operator: 0, admin: 0, benefits: 0 };
    central = await startCentral({ dir: ':memory:', tls, secrets: SECRETS, ports, gate, say: () => undefined });
    await admin('/admin/people', { people: [PERSON_SEED] });
    gateway = createCentreGateway({
      ...{ url: central.centre, ca: tls.ca, connectMs: 5000, answerMs: 15_000, transport },
      sender: {
        ...{ division: DIVISION, institutionCode: INSTITUTION, institutionName: '海川市测试医院' },
        ...{ operatorNumber: OPERATOR, operatorName: '自助终端', recerSysCode: 'MBS_LOCAL' },
        ...{ interfaceVersion: 'V1.0', numbersAs: 'number' },
      },
      refusals: { refusalCodes: ['-1'], systemErrorTexts: ['系统异常'] },
      ...{ clock: realClock, random: systemRandom },
    });
  });
  afterAll(async () => {
    gateway.close();
    await central.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  function send<I extends Infno>(infno: I, input: CentreInput<I>): Promise<CentreOutcome<CentreOutput<I>>> {
    cursor = nextCursor(cursor, Date.now());
    const messageId = formatMessageId(INSTITUTION, 1, cursor);
    const built = gateway.build(infno, messageId, input, { insuplcAdmdvs: DIVISION, signNo });
    if (!built.ok) throw new Error(built.error.field);
    return gateway.send(built.value);
  }
  const signIn = () => send('9001', { signIn: { opter_no: OPERATOR, mac: '00-00-5E-00-53-01', ip: '127.0.0.1' } });
  const cert = { mdtrt_cert_type: '03', mdtrt_cert_no: pii(PERSON.cardNumber) };
  const person = () =>
    send('1101', { data: { ...cert, card_sn: pii(PERSON.cardId), psn_cert_type: '', psn_name: pii(PERSON.name) } });

  it('signs in, knows the person, uploads a file and gives one back', async () => {
    const signed = await signIn();
    if (signed.kind !== 'ok') throw new Error(JSON.stringify(signed));
    signNo = signed.output.signinoutb.sign_no;
    expect(await person()).toMatchObject({ kind: 'ok', output: { insuinfo: [{ insutype: '310', balc: 30_000 }] } });
    const upload = { in: Uint8Array.of(80, 75, 3, 4, 1), filename: 'a.zip', fixmedins_code: INSTITUTION };
    const kept = await send('9101', { fsUploadIn: upload });
    if (kept.kind !== 'ok') throw new Error(JSON.stringify(kept));
    expect(kept.output.data.file_qury_no).not.toBe('');
  });

  it('a refusal is read as one, a made-up answer never', async () => {
    const nobody = { ...cert, mdtrt_cert_no: pii('X99'), card_sn: pii('0'.repeat(32)), psn_cert_type: '' };
    expect(await send('1101', { data: nobody })).toMatchObject({ kind: 'refused' });
    await arm('1101', 'businessRefusal');
    expect(await person()).toMatchObject({ kind: 'refused' });
    await arm('1101', 'systemError');
    expect(await person()).toMatchObject({ kind: 'unknown', reason: 'systemError' });
    for (const kind of ['garbage', 'http500', 'halfBody', 'loseReplyAfterCommit']) {
      await arm('1101', kind);
      expect(await person(), kind).toMatchObject({ kind: 'unknown' });
    }
  });
});
