import { z } from 'zod';
import { startCentral } from '../../../central/server/start.ts';
import { pii } from '../../../common/kernel/pii.ts';
import { createCentreGateway } from '../../../terminal/gateways/centre/gateway.ts';
import type { CentreGateway } from '../../../terminal/gateways/centre/port.ts';
import { xTifTransport } from '../../../terminal/gateways/centre/transport/x-tif.ts';
import { createHttpsClient } from '../../../terminal/gateways/https.ts';
import { callJson } from '../../../terminal/gateways/json-call.ts';
import { makeAuthority, realClock } from '../../../terminal/gateways/testing/test-server.ts';

/** The reference servers in this process, with one insured person, and what a client of theirs needs. */

export const secrets = {
  xtif: 'xtif-token-000001',
  his: 'his-token-0000001',
  operator: 'operator-token-01',
  benefits: 'benefits-token-01',
  cashier: 'cashier-token-01',
  admin: 'admin-token-00001',
};
export const INSTITUTION = 'H99010000001';
export const person = { identityNumber: '11010519491231002X', name: '测试甲', cardNumber: 'T00000001' };
export const cardId = '0123456789ABCDEF0123456789ABCDEF';
export const cert = { mdtrt_cert_type: '03', mdtrt_cert_no: pii(person.cardNumber) };

/** One fee line as the HIS has it: 2 × 450.2415 is 900.48 to the fen. */
export const line = {
  lineId: 'L1',
  name: '片剂',
  nationalCode: 'XHC00000000000001',
  hospitalCode: 'HC1',
  category: '09',
  count: '2',
  unit: '盒',
  unitPrice: '450.2415',
  amount: '900.48',
  occurredAt: '2026-03-02 08:40:00',
  prescription: null,
};

export interface Reference {
  readonly centre: CentreGateway;
  readonly urls: Readonly<Record<'his' | 'operator' | 'benefits' | 'cashier', string>>;
  /** Options of a client of one of the servers. */
  target(url: string): { url: string; ca: string; connectMs: number; answerMs: number; clock: typeof realClock };
  /** One call of the admin API; throws where it is refused. */
  admin(path: string, body: unknown): Promise<void>;
  stop(): Promise<void>;
}

export async function startReference(): Promise<Reference> {
  const tls = makeAuthority();
  const ports = { centre: 0, his: 0, operator: 0, admin: 0, benefits: 0 };
  const central = await startCentral({ dir: ':memory:', tls, secrets, ports, say: () => undefined });
  const target = (url: string) => ({ url, ca: tls.ca, connectMs: 3000, answerMs: 5000, clock: realClock });
  const adminClient = createHttpsClient({ ...target(central.admin), maxReplyBytes: 1_000_000 });
  const admin = async (path: string, body: unknown): Promise<void> => {
    const call = { method: 'POST', path, token: secrets.admin, body: JSON.stringify(body), out: z.unknown() } as const;
    const answer = await callJson(adminClient, call);
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(answer.error)}`);
  };
  const centre = createCentreGateway({
    ...target(central.centre),
    answerMs: 2000,
    sender: {
      division: '990100',
      institutionCode: INSTITUTION,
      institutionName: '海川市第一人民医院',
      operatorNumber: 'KIOSK01',
      operatorName: '自助机一号',
      recerSysCode: 'MBS_LOCAL',
      interfaceVersion: 'V1.0',
      numbersAs: 'number',
    },
    refusals: { refusalCodes: ['-1'], systemErrorTexts: ['系统异常'] },
    transport: xTifTransport({ paasId: 'minka-lab', token: secrets.xtif }),
    random: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
  });
  const insurance = { insutype: '310', psnType: '12', balance: '500.00', division: '990100' };
  await admin('/admin/people', { people: [{ ...person, cardId, sex: '2', insurances: [insurance] }] });
  return {
    centre,
    urls: { his: central.his, operator: central.operator, benefits: central.benefits, cashier: central.cashier },
    target,
    admin,
    stop: async () => {
      centre.close();
      adminClient.close();
      await central.stop();
    },
  };
}
