import { describe, expect, test } from 'vitest';
import { entitlementsAnswer } from '../../central/people/answers/entitlements.ts';
import { loadPeople } from '../../central/people/answers/find.ts';
import { proofAnswer } from '../../central/people/answers/proof.ts';
import { openProofStore } from '../../central/store/proof-store.ts';
import { pii, unwrapPii } from '../../common/kernel/pii.ts';
import { err, ok } from '../../common/kernel/result.ts';
import type { Issued } from '../certificates/certificates.ts';
import { sampleDocument } from '../certificates/testing/content.ts';
import type { Benefits } from '../gateways/benefits/port.ts';
import { assuranceOf, type FaceCheck } from './assurance.ts';
import { askHome } from './home.ts';
import { proofViewOf } from './proof.ts';
import type { Papers } from './resident-service.ts';
import { askService } from './resident-services.ts';

const people = loadPeople();
const now = Date.parse('2026-03-02T12:00:00+08:00');
const timing = { wallMs: 1, serverMs: 1 } as never;
const never = async () => expect.unreachable();
const proofs = openProofStore(':memory:');
const sentAs: (string | undefined)[] = [];

function reply<T>(answer: T | null) {
  return answer === null
    ? err({ kind: 'refused', status: 404, about: 'access', detail: '', code: 'NO_SUCH_PERSON' } as const)
    : ok({ reply: answer, timing });
}
const benefits = {
  entitlements: async (who) => reply(entitlementsAnswer(people, now, unwrapPii(who))),
  entitlementProof: async (who) => {
    sentAs.push(unwrapPii(who).assurance);
    return reply(proofAnswer(people, proofs, now, unwrapPii(who)));
  },
} satisfies Partial<Benefits> as Partial<Benefits> as Benefits;

const { code, digest, content, seal, issuedOn, expiresOn } = sampleDocument;
const issued: Issued = { code, digest, content, seal, issuedOn, expiresOn };
const papers = (certificates: Papers['certificates']['issue'], assurance: Papers['assurance'] = never) => {
  return { certificates: { issue: certificates }, declarations: null, assurance, terminal: 'H-1' };
};
const holderOf = (name: string) => {
  const { name: own, identityNumber, cardNumber } = people.careers.get(name) ?? expect.unreachable();
  return pii({ name: own, identityNumber, cardNumber, cardId: '', regionCode: null });
};
const deps = { benefits, timing: () => undefined };

describe('certificates', () => {
  const ask = (part: string | null, issue: Papers['certificates']['issue'] = never) =>
    askService({ ...deps, papers: papers(issue) }, holderOf('harbin-engineer'), { service: 'certificates', part });

  test('opened, nothing is issued: it only says which there are', async () => {
    expect(await ask(null)).toMatchObject({ ok: true, value: { city: '哈尔滨市', issued: null, nothing: null } });
  });

  test('one that was issued: sums, days and code, and nobody’s name or number', async () => {
    const answer = await ask('payments', async () =>
      ok({ issued: pii(issued), page: 'paper', asOf: '2026-03-02 12:00:00' }),
    );
    expect(answer).toMatchObject({
      ok: true,
      value: { issued: { kind: 'payments', code, total: 675_000, issuedOn, expiresOn, page: 'paper' } },
    });
    expect(JSON.stringify(answer)).not.toContain(content.name);
    expect(JSON.stringify(answer)).not.toContain(content.number);
  });

  test('whether its person is still there is asked of the session, not remembered', async () => {
    let there = true;
    const seen: boolean[] = [];
    const issue: Papers['certificates']['issue'] = async ({ awaited }) => {
      seen.push(awaited());
      there = false;
      seen.push(awaited());
      return ok({ issued: null, page: 'off', asOf: '2026-03-02 12:00:00' });
    };
    const asked = { ...deps, papers: papers(issue), awaited: () => there };
    await askService(asked, holderOf('harbin-engineer'), { service: 'certificates', part: 'payments' });
    expect(seen).toEqual([true, false]);
  });

  test('nothing on record is said; another word than a kind is nothing to ask', async () => {
    const none = async () => ok({ issued: null, page: 'off', asOf: '2026-03-02 12:00:00' } as const);
    expect(await ask('transfer', none)).toMatchObject({ ok: true, value: { issued: null, nothing: 'transfer' } });
    for (const junk of ['', 'all', 'payments ', 'payments rights'])
      expect(await ask(junk)).toMatchObject({ ok: false });
  });

  test('where what is issued could not be kept, nothing is', async () => {
    const answer = await askService(deps, holderOf('harbin-engineer'), { service: 'certificates', part: 'payments' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'BENEFITS_UNREACHABLE' } });
  });
});

describe('proof of entitlement', () => {
  const ask = (name: string, part: string | null, assurance: Papers['assurance'] = never) =>
    askService({ ...deps, papers: papers(never, assurance) }, holderOf(name), { service: 'proof', part });

  test('looking sends nothing; the key sends how sure the terminal is, and the centre decides', async () => {
    sentAs.length = 0;
    expect(await ask('beijing-retired', null)).toMatchObject({ ok: true, value: { state: 'due', atWindow: false } });
    expect(await ask('beijing-retired', 'send', async () => 'card')).toMatchObject({ value: { state: 'notEnough' } });
    expect(await ask('beijing-retired', 'send', async () => 'cardPin')).toMatchObject({
      value: { state: 'proven', provenOn: '2026-03-02', validUntil: '2027-03-02' },
    });
    expect(sentAs).toEqual([undefined, 'card', 'cardPin']);
    expect(await ask('beijing-retired', 'face')).toMatchObject({ ok: false });
  });

  test('only who draws something for life is offered it', async () => {
    const offered = async (name: string) => {
      const home = await askHome({ ...deps, papers: papers(never) }, holderOf(name));
      return home.ok && home.value.services.includes('proof');
    };
    expect([await offered('beijing-retired'), await offered('harbin-engineer')]).toEqual([true, false]);
  });

  test('an answer that says of itself what cannot be is not shown', () => {
    const answer = proofAnswer(people, proofs, now, {
      ...unwrapPii(holderOf('beijing-retired')),
      terminal: 'T',
    } as never);
    const proven = answer ?? expect.unreachable();
    expect(proofViewOf(proven)).toMatchObject({ state: 'proven' });
    expect(proofViewOf({ ...proven, validUntil: null })).toBeNull();
    expect(proofViewOf({ ...proven, validUntil: '2026-03-01' })).toBeNull();
    expect(proofViewOf({ ...proven, drawing: [] })).toBeNull();
    expect(proofViewOf({ ...proven, state: 'notNeeded' })).toBeNull();
  });
});

describe('how sure a terminal is', () => {
  const face = (found: Awaited<ReturnType<FaceCheck['compare']>>): FaceCheck => ({ compare: async () => found });

  test('by the PIN, and by a face only where one is compared, wanted and found', async () => {
    expect([await assuranceOf(false, null), await assuranceOf(true, null)]).toEqual(['card', 'cardPin']);
    expect(await assuranceOf(true, face('match'))).toBe('face');
    for (const found of ['noMatch', 'declined', 'unavailable'] as const)
      expect(await assuranceOf(true, face(found))).toBe('cardPin');
  });

  test('without the PIN no face is even looked at', async () => {
    expect(await assuranceOf(false, { compare: never })).toBe('card');
  });
});
