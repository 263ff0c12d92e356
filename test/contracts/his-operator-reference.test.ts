import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HisEncounter } from '../../common/contracts/his/his.ts';
import { pii } from '../../common/kernel/pii.ts';
import { createHisGateway } from '../../terminal/gateways/his/gateway.ts';
import { createOperatorGateway } from '../../terminal/gateways/operator/gateway.ts';
import { INSTITUTION, line, person, type Reference, secrets, startReference } from './testing/reference.ts';

/** The terminal's clients of HIS and operator and the reference servers, over HTTPS. */

let reference: Reference;
const closers: { close(): void }[] = [];

beforeAll(async () => {
  reference = await startReference();
});
afterAll(async () => {
  for (const client of closers) client.close();
  await reference.stop();
});

describe('HIS and operator', () => {
  it('unpaid, hold, released', async () => {
    const his = createHisGateway({ ...reference.target(reference.urls.his), token: secrets.his });
    closers.push(his);
    const encounter: HisEncounter = {
      encounterId: 'OPH1',
      visitedAt: '2026-03-02 08:40:00',
      medicalType: '11',
      department: { code: '0301', name: '内科', specialty: 'A03' },
      doctor: { code: 'D1', name: '王医生' },
      diagnoses: [{ type: '1', order: 1, code: 'I10', name: '高血压' }],
      lines: [line],
      total: '900.48',
    };
    await reference.admin('/admin/encounters', {
      encounters: [{ person: { identityNumber: person.identityNumber, name: person.name }, encounter }],
    });
    expect(await his.unpaid(pii(person))).toMatchObject({ ok: true, value: { reply: { encounters: [encounter] } } });
    const held = (holder: string) => his.hold({ encounterId: 'OPH1', holder });
    expect(await held('T1')).toMatchObject({ ok: true, value: { reply: { result: 'held' } } });
    expect(await held('T2')).toMatchObject({ ok: true, value: { reply: { result: 'heldElsewhere' } } });
    const notice = his.write('released', { encounterId: 'OPH1', holder: 'T1', reason: 'cancelled' });
    expect(await his.deliver('released', notice)).toMatchObject({ ok: true, value: { reply: { result: 'released' } } });
  });

  it('a batch is stored once, and then known', async () => {
    const operator = createOperatorGateway({ ...reference.target(reference.urls.operator), token: secrets.operator });
    closers.push(operator);
    const key = 'ab'.repeat(16);
    const base = { terminal: 'T1', institution: INSTITUTION, occurredAt: '2026-03-02 09:00:00' };
    const text = operator.write([{ key, kind: 'fault', sequence: 1, ...base, body: { code: 'PRINTER_OFFLINE' } }]);
    expect(await operator.state(key)).toEqual({ ok: true, value: 'unknown' });
    for (const result of ['stored', 'duplicate']) {
      const posted = await operator.post(text);
      expect(posted).toMatchObject({ ok: true, value: { reply: { answers: [{ key }] } } });
      if (posted.ok) expect(['stored', result]).toContain(posted.value.reply.answers[0]?.result);
    }
    expect(await operator.state(key)).toEqual({ ok: true, value: 'stored' });
  });

  it('a wrong token is a refusal about access', async () => {
    const his = createHisGateway({ ...reference.target(reference.urls.his), token: 'wrong' });
    closers.push(his);
    expect(await his.unpaid(pii(person))).toMatchObject({ ok: false, error: { kind: 'refused', about: 'access' } });
  });
});
