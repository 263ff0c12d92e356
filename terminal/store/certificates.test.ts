import { beforeEach, describe, expect, test } from 'vitest';
import { fen } from '../../common/kernel/money.ts';
import type { IssuedFacts } from './certificates.ts';
import { openStore } from './open.ts';
import type { Store } from './store.ts';

const [request, other] = ['a'.repeat(32), 'b'.repeat(32)];
const facts: IssuedFacts = {
  ...{ code: '00000000000000000195', digest: 'c'.repeat(64), total: fen(12_345) },
  ...{ issuedOn: '2026-11-22', expiresOn: '2027-05-22' },
};

let store: Store;
beforeEach(() => {
  const opened = openStore({ memory: true }, () => new Uint8Array(32));
  store = opened.ok ? opened.value : expect.unreachable();
});
const ask = (which = request) =>
  store.transaction(() =>
    store.certificates.ask({
      request: which,
      kind: 'payments',
      issuedBy: 'resident',
      maskedName: '李*兰',
      nowMs: 1000,
    }),
  );
const end = (what: IssuedFacts | 'none' | 'failed', which = request) =>
  store.transaction(() => store.certificates.end(which, what, 2000));

describe('the archive of certificates', () => {
  test('asked, issued, its page', () => {
    expect(ask()).toMatchObject({ state: 'asked', issued: null, page: null, issuedBy: 'resident' });
    expect(end(facts)).toBe(true);
    const page = { digest: 'd'.repeat(64), outcome: 'printed' };
    expect(store.transaction(() => store.certificates.page(request, page, 3000))).toBe(true);
    expect(store.certificates.byCode(facts.code)).toMatchObject({
      state: 'issued',
      issued: facts,
      page,
      createdAt: 1000,
    });
  });

  test('what was stored first stays; nothing is issued twice under one request or one code', () => {
    ask();
    expect(() => ask()).toThrow(/UNIQUE/);
    expect([end('failed'), end(facts)]).toEqual([true, false]);
    expect(store.certificates.list(9)).toMatchObject([{ state: 'failed', issued: null }]);
    ask(other);
    end(facts, other);
    ask('e'.repeat(32));
    expect(() => end(facts, 'e'.repeat(32))).toThrow(/UNIQUE/);
  });

  test('there is no page of what was not issued', () => {
    ask();
    const page = { digest: 'd'.repeat(64), outcome: 'saved' };
    expect(store.transaction(() => store.certificates.page(request, page, 3000))).toBe(false);
    end('none');
    expect(store.transaction(() => store.certificates.page(request, page, 3000))).toBe(false);
  });

  test('what a gone process left open has failed; what was answered stays', () => {
    ask();
    end(facts);
    ask(other);
    expect(store.transaction(() => store.certificates.failOpen(9000))).toBe(1);
    expect(store.certificates.list(9).map(({ state }) => state)).toEqual(['failed', 'issued']);
    expect(end(facts, other)).toBe(false);
  });

  test('writes need a transaction; the newest come first', () => {
    expect(() => store.certificates.end(request, 'none', 1)).toThrow();
    ask();
    ask(other);
    expect(store.certificates.list(1)).toMatchObject([{ request: other }]);
    expect(store.certificates.byCode('00000000000000000098')).toBeNull();
  });
});
