import { generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { certificateIssueSchema, certificateVerifySchema } from '../../common/contracts/benefits/certificates.ts';
import { addFen, fen, parseFen } from '../../common/kernel/money.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';
import { loadPeople } from '../people/answers/find.ts';
import { openCertificateStore } from '../store/certificate-store.ts';
import { createCertificateBook, digestOf, monthsLater } from './book.ts';
import { createLabSeal, labSealed } from './seal.ts';

const people = loadPeople();
const keys = generateKeyPairSync('ed25519');

function open(day = '2026-08-31') {
  const at = { now: Date.parse(`${day}T12:00:00+08:00`) };
  const clock: Clock = { now: () => at.now, monotonic: () => at.now, after: () => () => undefined };
  const store = openCertificateStore(':memory:');
  const seal = createLabSeal(keys.privateKey);
  return { at, store, book: createCertificateBook({ people, store, seal, clock, random: seededRandom(7) }) };
}

function ask(name: string, kind: 'payments' | 'rights' | 'transfer' = 'payments', request = 'a'.repeat(32)) {
  const career = people.careers.get(name) ?? expect.unreachable();
  return { identityNumber: career.identityNumber, name: career.name, kind, request, terminal: 'T-1' };
}

const issue = (book: ReturnType<typeof open>['book'], input: ReturnType<typeof ask>) =>
  certificateIssueSchema.parse(book.issue(input)).certificate ?? expect.unreachable();

const money = (text: string) => {
  const amount = parseFen(text);
  return amount.ok ? amount.value : expect.unreachable();
};

describe('what is issued', () => {
  test.each([...people.careers.keys()])('%s: insurances, years and total hold, for each kind', (name) => {
    const { book } = open();
    for (const [index, kind] of (['payments', 'rights', 'transfer'] as const).entries()) {
      const { certificate } = certificateIssueSchema.parse(book.issue(ask(name, kind, `${index}`.repeat(32))));
      if (certificate === null) {
        expect(people.careers.get(name)?.spans.some((span) => span.kind === 'paid')).toBe(false);
        continue;
      }
      const { insurances, years, rows, total } = certificate.content;
      const all = (list: readonly { readonly firm: string; readonly person: string }[]) =>
        addFen(fen(0), ...list.flatMap(({ firm, person }) => [money(firm), money(person)]));
      expect([all(insurances), all(years)]).toEqual([money(total), money(total)]);
      if (kind === 'rights') expect(all(rows)).toBe(money(total));
      else expect(rows).toEqual([]);
      if (kind === 'transfer') expect(insurances.map(({ insurance }) => insurance)).toEqual(['pension']);
      expect(digestOf(certificate.content)).toBe(certificate.digest);
    }
  });

  test('the seal is the lab’s, says so, and covers the digest', () => {
    const { digest, seal } = issue(open().book, ask('beijing-turner'));
    expect(seal).toMatchObject({ lab: true, signer: '演示印章（无效）' });
    const value = Buffer.from(seal?.value ?? '', 'hex');
    expect(verify(null, labSealed(digest), keys.publicKey, value)).toBe(true);
    expect(verify(null, labSealed(digest.replace(/./, (c) => (c === '0' ? '1' : '0'))), keys.publicKey, value)).toBe(
      false,
    );
  });

  test('the same request has the same certificate, another one another code; a stranger none', () => {
    const { at, book } = open();
    const first = issue(book, ask('beijing-turner'));
    at.now += 40 * 86_400_000;
    expect(issue(book, ask('beijing-turner'))).toEqual(first);
    const second = issue(book, ask('beijing-turner', 'payments', 'b'.repeat(32)));
    expect(second.code).not.toBe(first.code);
    expect(book.issue({ ...ask('beijing-turner'), name: '测试别人' })).toBeNull();
    // Somebody else's number with the same request is not shown the first one's.
    expect(issue(book, ask('harbin-engineer')).content.name).toBe(ask('harbin-engineer').name);
  });
});

describe('verification', () => {
  test('says what the paper must say, and nothing more', () => {
    const { book } = open();
    const { code, digest, content } = issue(book, ask('beijing-turner'));
    const told = certificateVerifySchema.parse(book.verify({ code, terminal: 'T-2' }));
    expect(told.certificate).toMatchObject({
      ...{ kind: 'payments', state: 'valid', issuedOn: '2026-08-31', expiresOn: '2027-02-28' },
      ...{ total: content.total, digest, lab: true },
    });
    expect(told.certificate?.maskedName).toContain('*');
    expect(JSON.stringify(told)).not.toContain(content.name);
    expect(JSON.stringify(told)).not.toContain(content.number);
  });

  test('good on its last day, expired the day after; no certificate for another code', () => {
    const { at, book } = open();
    const { code } = issue(book, ask('beijing-turner'));
    const stateOn = (day: string) => {
      at.now = Date.parse(`${day}T12:00:00+08:00`);
      return book.verify({ code, terminal: 'T' }).certificate?.state;
    };
    expect([stateOn('2027-02-28'), stateOn('2027-03-01')]).toEqual(['valid', 'expired']);
    expect(book.verify({ code: '00000000000000000195', terminal: 'T' }).certificate).toBeNull();
  });

  test('a row that was altered in the book is not vouched for, whatever its digest says', () => {
    const { book, store } = open();
    const { code } = issue(book, ask('beijing-turner'));
    const row = store.byCode(code) ?? expect.unreachable();
    const richer = { ...row.content, total: '999999.99' };
    const forge = (changes: Partial<typeof row>) => ({
      ...store,
      byCode: () => ({ ...row, ...changes }),
    });
    const again = (changes: Partial<typeof row>) =>
      createCertificateBook({
        ...{ people, store: forge(changes), seal: { seal: () => null }, random: seededRandom(1) },
        clock: { now: () => 0, monotonic: () => 0, after: () => () => undefined },
      }).verify({ code, terminal: 'T' });
    expect(again({}).certificate?.total).toBe(row.content.total);
    expect(() => again({ content: richer })).toThrow(code);
    expect(() => again({ content: richer, digest: digestOf(richer) })).toThrow(code);
  });
});

test('a day half a year later is never one that does not exist', () => {
  expect([monthsLater('2027-08-31', 6), monthsLater('2026-12-15', 6)]).toEqual(['2028-02-29', '2027-06-15']);
});
