import { expect, it } from 'vitest';
import { certificateVerbs } from '../../common/contracts/cli/certificate-verbs.ts';
import { fen } from '../../common/kernel/money.ts';
import { err, ok } from '../../common/kernel/result.ts';
import type { Checked } from '../certificates/check.ts';
import type { CertificateRow } from '../store/certificates.ts';
import { type CertificateApiDeps, certificateHandlers } from './certificates.ts';

const CODE = '00000000000000000195';
const row: CertificateRow = {
  ...{ id: 4, request: 'a'.repeat(32), kind: 'payments', issuedBy: 'resident', maskedName: '测*甲', state: 'issued' },
  issued: { code: CODE, digest: 'ab'.repeat(32), total: fen(675_000), issuedOn: '2026-11-22', expiresOn: '2027-05-22' },
  page: { digest: 'cd'.repeat(32), outcome: 'printed' },
  createdAt: Date.parse('2026-11-22T10:00:00+08:00'),
};
const certificate: Checked = {
  ...({ kind: 'payments', state: 'valid', lab: true } as const),
  ...{ city: '哈尔滨市', maskedName: '测*甲', total: '6750.00', digest: 'ab'.repeat(32) },
  ...{ issuedOn: '2026-11-22', expiresOn: '2027-05-22', asOf: '2026-11-22 10:00:00' },
};
const handlers = (changes: Partial<CertificateApiDeps> = {}) =>
  certificateHandlers({
    check: () => async () => ok(certificate),
    index: () => ({ list: () => [row] }),
    fault: () => null,
    ...changes,
  });

it('the index fits its contract, and has neither name nor code nor whole digest', async () => {
  const answer = await handlers().certificateList({ limit: 5 });
  expect(certificateVerbs.certificateList.out.parse(answer)).toEqual(answer);
  expect(answer).toMatchObject({
    rows: [{ id: 4, at: '2026-11-22 10:00:00', digest: 'abababababababab', page: 'printed', by: 'resident' }],
  });
  for (const hidden of [CODE, '测*甲', 'ab'.repeat(32)]) expect(JSON.stringify(answer)).not.toContain(hidden);
});

it('what was asked and not answered stands there too', async () => {
  const open = { ...row, state: 'asked', issued: null, page: null } as const;
  const answer = await handlers({ index: () => ({ list: () => [open] }) }).certificateList({ limit: 5 });
  expect(certificateVerbs.certificateList.out.parse(answer)).toMatchObject({
    rows: [{ state: 'asked', digest: null, issuedOn: null, page: null }],
  });
});

it('a code: what the paper says, or why not; a terminal that is not open says its fault', async () => {
  const told = await handlers().certificateVerify({ code: CODE });
  expect(certificateVerbs.certificateVerify.out.parse(told)).toEqual({ ok: true, certificate });
  const none = handlers({ check: () => async () => err('CERTIFICATE_NONE') });
  expect(await none.certificateVerify({ code: CODE })).toEqual({ ok: false, code: 'CERTIFICATE_NONE' });
  const shut = handlers({ check: () => null, index: () => null, fault: () => 'STORE_KEY' });
  expect(await shut.certificateVerify({ code: CODE })).toEqual({ ok: false, code: 'STORE_KEY' });
  expect(await shut.certificateList({ limit: 5 })).toEqual({ ok: false, code: 'STORE_KEY' });
});
