import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadPeople } from '../../central/people/answers/find.ts';
import { parseFen } from '../../common/kernel/money.ts';
import { pii, unwrapPii } from '../../common/kernel/pii.ts';
import { createDeclarations } from '../../terminal/declaration/declarations.ts';
import { createBenefitsGateway } from '../../terminal/gateways/benefits/gateway.ts';
import type { BenefitsGateway } from '../../terminal/gateways/benefits/port.ts';
import { realClock } from '../../terminal/gateways/testing/test-server.ts';
import { openStore } from '../../terminal/store/open.ts';
import type { Store } from '../../terminal/store/store.ts';
import { type Reference, secrets, startReference } from './testing/reference.ts';

/** A contribution base is declared by the terminal's own parts to the reference centre, over HTTPS. */

const own = loadPeople().careers.get('beijing-freelance') ?? expect.unreachable();
const person = pii({ identityNumber: own.identityNumber, name: own.name, cardNumber: own.cardNumber });
const path = '/benefits/v1/declare';

let reference: Reference;
let gateway: BenefitsGateway;
let store: Store;
let acts: string[];
beforeAll(async () => {
  reference = await startReference();
  gateway = createBenefitsGateway({ ...reference.target(reference.urls.benefits), token: secrets.benefits });
});
afterAll(async () => {
  gateway.close();
  await reference.stop();
});
beforeEach(() => {
  const opened = openStore({ memory: true }, () => new Uint8Array(32));
  store = opened.ok ? opened.value : expect.unreachable();
  acts = [];
});

const declarations = () =>
  createDeclarations({
    ...{ store, benefits: gateway, clock: realClock, random: { bytes: (length) => randomBytes(length) } },
    ...{ terminal: 'H-1', audit: (act) => void acts.push(act), waits: { againMs: 10, baseMs: 20, capMs: 40 } },
  });

/** What the centre says of the lowest base: the month, the base, and what it costs. */
async function lowest() {
  const first = await gateway.declaration(person);
  const base = (first.ok ? first.value.reply.limits?.floor : null) ?? expect.unreachable();
  const answer = await gateway.declaration(pii({ ...unwrapPii(person), base }));
  const reply = answer.ok ? answer.value.reply : expect.unreachable();
  const fen = (text = '') => {
    const amount = parseFen(text);
    return amount.ok ? amount.value : expect.unreachable();
  };
  return { person, month: reply.month, base: fen(base), total: fen(reply.draft?.due?.total) };
}

describe('a declaration over HTTPS', () => {
  it('whose answers are lost stands once, and every later one of the month is refused', async () => {
    const chosen = await lowest();
    await reference.admin('/admin/faults', {
      arm: [
        { target: 'benefits', kind: 'loseReplyAfterCommit', path },
        { target: 'benefits', kind: 'http500', path },
      ],
    });
    const desk = declarations();
    expect(await desk.declare(chosen)).toMatchObject({ ok: false, error: { code: 'DECLARATION_UNKNOWN' } });
    await expect.poll(() => store.declarations.open().length, { timeout: 4000 }).toBe(0);
    expect(acts).toEqual(['declaration.asked', 'declaration.unknown', 'declaration.declared']);
    const after = await gateway.declaration(person);
    expect(after).toMatchObject({
      value: { reply: { state: 'declared', declared: { number: expect.stringMatching(/000001$/) } } },
    });
    const again = await desk.declare(chosen);
    expect(again).toMatchObject({ value: { result: 'refused', because: 'already', standing: { state: 'declared' } } });
    await desk.stop();
  });

  it('another name, another card and what no declaration is are refused, and name nobody', async () => {
    const stranger = pii({ ...unwrapPii(person), name: '测试别人' });
    expect(await gateway.declaration(stranger)).toMatchObject({ error: { kind: 'refused', code: 'NO_SUCH_PERSON' } });
    for (const junk of ['{}', 'null', JSON.stringify({ ...unwrapPii(person), pin: '123456' })]) {
      const answer = await gateway.declare(pii(junk));
      expect(answer).toMatchObject({ error: { kind: 'refused', about: 'content', code: 'INVALID' } });
    }
    expect(() => gateway.writeDeclare(pii({ ...unwrapPii(person) } as never))).toThrow();
  });
});
