import { createHash, generateKeyPairSync } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCertificateBook } from '../../central/certificates/book.ts';
import { createLabSeal } from '../../central/certificates/seal.ts';
import { loadPeople } from '../../central/people/answers/find.ts';
import { openCertificateStore } from '../../central/store/certificate-store.ts';
import type { CertificateIssued } from '../../common/contracts/benefits/certificates.ts';
import { pii, unwrapPii } from '../../common/kernel/pii.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import { err, ok } from '../../common/kernel/result.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';
import type { Benefits } from '../gateways/benefits/port.ts';
import { queryOf } from '../services/query.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { type CertificatesParts, createCertificates } from './certificates.ts';
import { createCheck } from './check.ts';
import type { CertificateDocument } from './page/sheets.ts';

const people = loadPeople();
const turner = people.careers.get('beijing-turner') ?? expect.unreachable();
const resident = people.careers.get('harbin-resident') ?? expect.unreachable();
const personOf = ({ name, identityNumber }: { readonly name: string; readonly identityNumber: string }) =>
  pii({ name, identityNumber });
const at = Date.parse('2026-11-22T10:00:00+08:00');
const clock: Clock = { now: () => at, monotonic: () => at, after: () => () => undefined };
const query = queryOf(() => undefined, 'test');
const timing = { wallMs: 1, serverMs: 1 } as never;
const awaited = () => true;

/** The reference centre's book, without the network between. */
function centre() {
  const book = createCertificateBook({
    ...{ people, clock, random: seededRandom(3), store: openCertificateStore(':memory:') },
    seal: createLabSeal(generateKeyPairSync('ed25519').privateKey),
  });
  const certificateIssue: Benefits['certificateIssue'] = async (ask) => {
    const reply = book.issue(unwrapPii(ask));
    return reply === null ? err({ kind: 'notSent', reason: 'refused', detail: '' } as never) : ok({ reply, timing });
  };
  const certificateVerify: Benefits['certificateVerify'] = async (ask) =>
    ok({ reply: book.verify(unwrapPii(ask)), timing });
  return { certificateIssue, certificateVerify };
}

let store: Store;
let audited: [string, object][];
beforeEach(() => {
  const opened = openStore({ memory: true }, () => new Uint8Array(32));
  store = opened.ok ? opened.value : expect.unreachable();
  audited = [];
});

function certificates(changes: Partial<CertificatesParts> = {}) {
  return createCertificates({
    ...{ store, clock, random: seededRandom(5), mode: 'lab', locale: 'zh-CN', terminal: 'H-1', pages: null },
    audit: (code, facts) => void audited.push([code, facts]),
    ...changes,
  });
}

/** The centre's true answer, changed on its way. */
function changing(change: (certificate: NonNullable<CertificateIssued['certificate']>) => object) {
  const { certificateIssue } = centre();
  return {
    certificateIssue: (async (ask) => {
      const answer = await certificateIssue(ask);
      if (!answer.ok || answer.value.reply.certificate === null) return answer;
      const { certificate } = answer.value.reply;
      return ok({
        ...answer.value,
        reply: { ...answer.value.reply, certificate: { ...certificate, ...change(certificate) } },
      });
    }) as Benefits['certificateIssue'],
  };
}

describe('a certificate at the kiosk', () => {
  test('is issued, stands in the archive under its code, and the person’s name is not there', async () => {
    const answer = await certificates().issue({
      query,
      benefits: centre(),
      person: personOf(turner),
      kind: 'payments',
      awaited,
    });
    const issued = answer.ok && answer.value.issued !== null ? unwrapPii(answer.value.issued) : expect.unreachable();
    expect(answer).toMatchObject({ value: { page: 'off' } });
    expect(store.certificates.byCode(issued.code)).toMatchObject({
      ...{ state: 'issued', kind: 'payments', issuedBy: 'resident', page: null },
      issued: { digest: issued.digest, issuedOn: '2026-11-22', expiresOn: '2027-05-22' },
    });
    expect(JSON.stringify([store.certificates.list(9), audited])).not.toContain(turner.name);
    expect(JSON.stringify(answer)).not.toContain(turner.name);
    expect(audited).toMatchObject([['certificate.issued', { kind: 'payments', by: 'resident' }]]);
    expect(JSON.stringify(audited)).not.toContain(issued.code);
  });

  test('the index stands before the centre is asked, and says so where no answer came', async () => {
    const states: unknown[] = [];
    const benefits: Pick<Benefits, 'certificateIssue'> = {
      async certificateIssue() {
        states.push(store.certificates.list(1)[0]?.state);
        return err({ kind: 'unknown', reason: 'timeout', status: null, retryAfterMs: null, detail: '' });
      },
    };
    const answer = await certificates().issue({ query, benefits, person: personOf(turner), kind: 'rights', awaited });
    expect(answer).toMatchObject({ ok: false, error: { code: 'BENEFITS_UNREACHABLE' } });
    expect([...states, store.certificates.list(1)[0]?.state]).toEqual(['asked', 'failed']);
  });

  test('nothing on record: no certificate, and the archive says why', async () => {
    const answer = await certificates().issue({
      query,
      benefits: centre(),
      person: personOf(resident),
      kind: 'transfer',
      awaited,
    });
    expect(answer).toMatchObject({ ok: true, value: { issued: null, page: 'off' } });
    expect(store.certificates.list(1)).toMatchObject([{ state: 'none', issued: null }]);
  });

  test.each([
    ['another digest', () => ({ digest: '0'.repeat(64) })],
    ['a total that was changed', ({ content }) => ({ content: { ...content, total: '1.00' } })],
    ['another person', ({ content }) => ({ content: { ...content, name: '测试别人' } })],
    ['another number', ({ content }) => ({ content: { ...content, number: '99010119900101123X' } })],
    ['another kind', ({ content }) => ({ content: { ...content, kind: 'rights' } })],
    ['an end before its day', () => ({ expiresOn: '2026-11-21' })],
  ] satisfies [string, Parameters<typeof changing>[0]][])(
    '%s: nothing is shown or printed of it',
    async (_, change) => {
      const benefits = changing(change);
      const answer = await certificates().issue({
        query,
        benefits,
        person: personOf(turner),
        kind: 'payments',
        awaited,
      });
      expect(answer).toMatchObject({ ok: false, error: { code: 'BENEFITS_BAD_ANSWER' } });
      expect(store.certificates.list(1)).toMatchObject([{ state: 'failed' }]);
    },
  );

  test('sums that do not hold under a digest that fits', async () => {
    const { digestOf } = await import('../../central/certificates/book.ts');
    const benefits = changing(({ content }) => {
      const richer = { ...content, years: content.years.map((year) => ({ ...year, person: '9999.99' })) };
      return { content: richer, digest: digestOf(richer) };
    });
    const answer = await certificates().issue({ query, benefits, person: personOf(turner), kind: 'payments', awaited });
    expect(answer).toMatchObject({ ok: false, error: { code: 'BENEFITS_BAD_ANSWER' } });
  });

  test('production takes no lab’s seal; an unsealed one it takes', async () => {
    const asked = { query, person: personOf(turner), kind: 'payments', awaited } as const;
    const production = certificates({ mode: 'production' });
    expect(await production.issue({ ...asked, benefits: centre() })).toMatchObject({ ok: false });
    expect(await production.issue({ ...asked, benefits: changing(() => ({ seal: null })) })).toMatchObject({
      ok: true,
    });
  });
});

describe('its page', () => {
  const bytes = new TextEncoder().encode('%PDF a page');
  const issue = (drawn: 'page' | 'glyph', there = awaited) => {
    const [documents, sent]: [CertificateDocument[], string[]] = [[], []];
    const pages: CertificatesParts['pages'] = {
      maker: {
        async draw(document) {
          documents.push(document);
          return drawn === 'page' ? ok(bytes) : err(drawn);
        },
      },
      output: {
        async send(_pdf, name) {
          sent.push(name);
          return 'paper';
        },
      },
    };
    const asked = { query, benefits: centre(), person: personOf(turner), kind: 'payments', awaited: there } as const;
    return certificates({ pages })
      .issue(asked)
      .then((answer) => ({ answer, documents, sent }));
  };

  test('its digest and what became of it are in the archive; its name in the queue says nothing of the person', async () => {
    const { answer, documents, sent } = await issue('page');
    expect(answer).toMatchObject({ ok: true, value: { page: 'paper' } });
    const digest = createHash('sha256').update(bytes).digest('hex');
    expect(store.certificates.list(1)).toMatchObject([{ page: { digest, outcome: 'paper' } }]);
    expect(documents).toMatchObject([{ mode: 'lab', terminal: 'H-1', seal: { lab: true } }]);
    expect(sent).toEqual([expect.stringMatching(/^minka-payments-[0-9a-f]{16}$/)]);
  });

  test.each([
    ['before it is drawn', 0],
    ['while it is drawn', 1],
  ])('of somebody who has left %s does not come out; the certificate stands', async (_, looks) => {
    let asked = 0;
    const { answer, documents, sent } = await issue('page', () => asked++ < looks);
    expect(answer).toMatchObject({ ok: true, value: { page: 'off' } });
    expect([sent, store.certificates.list(1)[0]]).toMatchObject([[], { state: 'issued', page: null }]);
    expect(documents).toHaveLength(looks);
  });

  test('one that cannot be drawn goes nowhere, and the certificate stands', async () => {
    const { answer, sent } = await issue('glyph');
    expect(answer).toMatchObject({ ok: true, value: { page: 'notMade' } });
    expect([sent, store.certificates.list(1)[0]]).toMatchObject([[], { state: 'issued', page: null }]);
  });
});

describe('a check code', () => {
  test('is looked up at the centre; a wrong one is told from a centre that is silent', async () => {
    const benefits = centre();
    const issued = await certificates().issue({ query, benefits, person: personOf(turner), kind: 'payments', awaited });
    const { code } = issued.ok && issued.value.issued !== null ? unwrapPii(issued.value.issued) : expect.unreachable();
    const parts = { clock, timing: () => undefined, terminal: 'H-2', audit: () => undefined };
    const check = createCheck({ ...parts, benefits });
    expect(await check(code)).toMatchObject({
      ok: true,
      value: { state: 'valid', maskedName: expect.stringContaining('*') },
    });
    expect(await check('00000000000000000195')).toEqual(err('CERTIFICATE_NONE'));
    expect(await createCheck({ ...parts, benefits: null })(code)).toEqual(err('BENEFITS_UNREACHABLE'));
  });

  test('the eleventh within a minute is not sent; a minute later the next one is', async () => {
    let [now, sent] = [0, 0];
    const check = createCheck({
      ...{ clock: { ...clock, monotonic: () => now }, timing: () => undefined, terminal: 'H-2' },
      audit: (code, facts) => void audited.push([code, facts]),
      benefits: {
        async certificateVerify() {
          sent++;
          return ok({ reply: { certificate: null, asOf: '2026-11-22 10:00:00' }, timing });
        },
      },
    });
    const code = '00000000000000000195';
    for (let i = 0; i < 10; i++) expect(await check(code)).toEqual(err('CERTIFICATE_NONE'));
    expect([await check(code), sent]).toEqual([err('CERTIFICATE_TOO_MANY'), 10]);
    expect(audited.at(-1)).toEqual(['certificate.checked', { found: false, state: 'tooMany' }]);
    now = 60_001;
    expect([await check(code), sent]).toEqual([err('CERTIFICATE_NONE'), 11]);
  });
});
