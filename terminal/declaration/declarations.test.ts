import { beforeEach, describe, expect, it } from 'vitest';
import { declareAnswer } from '../../central/people/answers/declaration.ts';
import { loadPeople } from '../../central/people/answers/find.ts';
import { type DeclarationStore, openDeclarationStore } from '../../central/store/declaration-store.ts';
import { declareAsk } from '../../common/contracts/benefits/declaration.ts';
import { fen } from '../../common/kernel/money.ts';
import { pii, unwrapPii } from '../../common/kernel/pii.ts';
import { err, ok } from '../../common/kernel/result.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';
import type { Benefits } from '../gateways/benefits/port.ts';
import type { CallFailure } from '../gateways/json-call.ts';
import { failing, instead } from '../settlement/testing/failing.ts';
import { virtualClock } from '../settlement/testing/virtual-clock.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { createDeclarations } from './declarations.ts';

/** What the network does to one call. */
type Fate = 'ok' | 'notSent' | 'lostBefore' | 'lostAfter' | 'access' | 'content' | 'noPerson' | 'otherKey' | 'otherSum';

const people = loadPeople();
const { identityNumber, name } = people.careers.get('beijing-freelance') ?? expect.unreachable();
const person = pii({ identityNumber, name });
const now = Date.parse('2011-12-05T12:00:00+08:00');
const chosen = { person, month: '2011-12', base: fen(168_000), total: fen(56_204) };
const SILENT: CallFailure = { kind: 'unknown', reason: 'timeout', status: null, retryAfterMs: null, detail: '' };
const REFUSED: Partial<Record<Fate, CallFailure>> = {
  notSent: { kind: 'notSent', reason: 'refused', detail: '' },
  lostBefore: SILENT,
  lostAfter: SILENT,
  access: { kind: 'refused', status: 401, about: 'access', detail: '', code: 'UNAUTHORISED' },
  content: { kind: 'refused', status: 422, about: 'content', detail: '', code: 'INVALID' },
  noPerson: { kind: 'refused', status: 404, about: 'access', detail: '', code: 'NO_SUCH_PERSON' },
};
const timing = { wallMs: 40, serverMs: null };

let store: Store;
let centre: DeclarationStore;
beforeEach(() => {
  const opened = openStore({ memory: true }, () => new Uint8Array(32));
  store = opened.ok ? opened.value : expect.unreachable();
  centre = openDeclarationStore(':memory:');
});

/** Keys of one journal are all different. */
let seed = 7;

/** Declarations over the reference centre behind a network that does what it is told; `sent` keeps every text. */
function make(fate: (call: number) => Fate = () => 'ok') {
  const clock = virtualClock(now);
  const sent: string[] = [];
  const acts: string[] = [];
  /** What was durable at the moment at which a byte left. */
  const stored: boolean[] = [];
  const answer = (text: string) =>
    declareAnswer(people, centre, clock.now(), declareAsk.parse(JSON.parse(text))) ?? expect.unreachable();
  const benefits: Pick<Benefits, 'writeDeclare' | 'declare'> = {
    writeDeclare: (ask) => pii(JSON.stringify(declareAsk.parse(unwrapPii(ask)))),
    async declare(body) {
      const text = unwrapPii(body);
      const how = fate(sent.push(text));
      stored.push(store.declarations.open().some((row) => row.body !== null && unwrapPii(row.body) === text));
      const failure = REFUSED[how];
      if (failure !== undefined && how !== 'lostAfter') return err(failure);
      const reply = answer(text);
      if (failure !== undefined) return err(failure);
      const { declared } = reply.standing;
      if (how === 'otherKey') return ok({ reply: { ...reply, key: '0'.repeat(32) }, timing });
      if (how !== 'otherSum' || declared === null) return ok({ reply, timing });
      const standing = { ...reply.standing, declared: { ...declared, total: '1.00' } };
      return ok({ reply: { ...reply, standing }, timing });
    },
  };
  const boot = () =>
    createDeclarations({
      ...{ store, benefits, clock, random: seededRandom(seed++), terminal: 'H-1' },
      audit: (code) => void acts.push(code),
    });
  const declarations = boot();
  const declare = (what = chosen) => clock.until(declarations.declare(what));
  return { clock, sent, acts, stored, boot, declarations, declare };
}

/** How many the centre has of this person and month. */
const has = () => (centre.of(identityNumber, '2011-12') === null ? 0 : 1);

describe('a declaration', () => {
  it('is durable before its first byte, and then the centre’s', async () => {
    const d = make();
    expect(await d.declare()).toMatchObject({ ok: true, value: { result: 'declared' } });
    expect([d.sent.length, d.stored, has()]).toEqual([1, [true], 1]);
    expect(d.acts).toEqual(['declaration.asked', 'declaration.declared']);
    expect(store.declarations.get(1)).toMatchObject({ state: 'declared', body: null });
  });

  it.each(['lostBefore', 'lostAfter', 'access', 'otherKey', 'otherSum'] as const)(
    'whose answer is not to be had (%s) is asked again with the same text, and stands once',
    async (how) => {
      const d = make((call) => (call === 1 ? how : 'ok'));
      expect(await d.declare()).toMatchObject({ ok: true, value: { result: 'declared' } });
      expect(new Set(d.sent).size).toBe(1);
      expect([d.sent.length, has()]).toEqual([2, 1]);
    },
  );

  it('of which nobody knows is said so, and found out afterwards', async () => {
    const d = make((call) => (call < 5 ? 'lostAfter' : 'ok'));
    expect(await d.declare()).toMatchObject({ ok: false, error: { code: 'DECLARATION_UNKNOWN' } });
    expect(d.acts).toEqual(['declaration.asked', 'declaration.unknown']);
    await d.clock.advance(300_000);
    expect(d.acts.at(-1)).toBe('declaration.declared');
    expect([new Set(d.sent).size, d.sent.length, has(), store.declarations.open()]).toEqual([1, 5, 1, []]);
  });

  it('whose bytes never left was not made: the person may choose anew', async () => {
    const d = make((call) => (call < 3 ? 'notSent' : 'ok'));
    expect(await d.declare()).toMatchObject({ ok: false, error: { code: 'BENEFITS_UNREACHABLE' } });
    expect(d.acts).toEqual(['declaration.asked', 'declaration.not-sent']);
    expect(await d.declare()).toMatchObject({ ok: true });
    expect(new Set(d.sent).size).toBe(2);
  });

  it.each([
    ['content', 'BENEFITS_BAD_ANSWER'],
    ['noPerson', 'BENEFITS_NO_RECORD'],
  ] as const)('that the centre cannot take (%s) is ended', async (how, code) => {
    const d = make(() => how);
    expect(await d.declare()).toMatchObject({ ok: false, error: { code } });
    expect([d.acts.at(-1), store.declarations.open()]).toEqual(['declaration.refused', []]);
  });

  it('that the centre refuses is told with how it stands', async () => {
    const d = make();
    const answer = await d.declare({ ...chosen, total: fen(1) });
    expect(answer).toMatchObject({
      ok: true,
      value: { result: 'refused', because: 'otherSum', standing: { state: 'open' } },
    });
    expect([d.acts.at(-1), has()]).toEqual(['declaration.refused', 0]);
  });
});

describe('while one is open', () => {
  it('another choice of the same person sends the first again, and that is the answer', async () => {
    const d = make((call) => (call < 3 ? 'lostAfter' : 'ok'));
    await d.declare();
    const second = await d.declare({ ...chosen, base: fen(252_100), total: fen(74_032) });
    expect(second).toMatchObject({ ok: true, value: { standing: { declared: { base: '1680.00' } } } });
    expect([new Set(d.sent).size, has()]).toEqual([1, 1]);
  });

  it('it is asked again when its person comes back; of others nothing is open', async () => {
    const d = make((call) => (call < 3 ? 'lostAfter' : 'ok'));
    await d.declare();
    const stranger = pii({ identityNumber: '990101197804120049', name: '测试别人' });
    expect(await d.declarations.resume(stranger)).toBeNull();
    expect(await d.clock.until(d.declarations.resume(person))).toMatchObject({ value: { result: 'declared' } });
    expect(await d.declarations.resume(person)).toBeNull();
  });

  it('an answer that the journal cannot take is not told; it is had again when it can', async () => {
    const d = make();
    failing(store.declarations, 'finish', () => true, 3);
    expect(await d.declare()).toMatchObject({ ok: false, error: { code: 'DECLARATION_UNKNOWN' } });
    expect(store.declarations.open()).toHaveLength(1);
    await d.clock.advance(60_000);
    expect([store.declarations.open(), new Set(d.sent).size, has()]).toEqual([[], 1, 1]);
    expect(d.acts.filter((act) => act === 'declaration.declared')).toHaveLength(1);
  });

  it('what the journal cannot take is not sent', async () => {
    const d = make();
    failing(store.declarations, 'insert');
    await expect(d.declare()).rejects.toThrow(/disk/);
    instead(store, 'gone', () => true);
    expect(await d.declare()).toMatchObject({ ok: false, error: { code: 'STORE_GONE' } });
    expect([d.sent, d.acts, has()]).toEqual([[], ['declaration.asked'], 0]);
  });

  it('a process that died has it asked again at the next start', async () => {
    const d = make((call) => (call === 1 ? 'lostAfter' : 'ok'));
    void d.declarations.declare(chosen);
    await d.clock.advance(1);
    await Promise.all([d.declarations.stop(), d.clock.advance(5000)]);
    expect(store.declarations.open()).toHaveLength(1);
    d.boot().recover();
    await d.clock.advance(10_000);
    expect([store.declarations.open(), new Set(d.sent).size, has()]).toEqual([[], 1, 1]);
  });

  it.each(['ok', 'notSent', 'lostBefore', 'lostAfter'] as const)(
    'it never comes to a second declaration, whatever is lost (all fates of three calls, the first %s)',
    async (first) => {
      const fates = ['ok', 'notSent', 'lostBefore', 'lostAfter'] as const;
      for (const second of fates) {
        for (const third of fates) {
          centre = openDeclarationStore(':memory:');
          const d = make((call) => [first, second, third][call - 1] ?? 'ok');
          await d.declare();
          await d.declare({ ...chosen, base: fen(252_100), total: fen(1) });
          await d.clock.advance(300_000);
          const declared = d.acts.filter((act) => act === 'declaration.declared').length;
          expect([second, third, declared, store.declarations.open()]).toEqual([second, third, has(), []]);
          expect(centre.of(identityNumber, '2011-12')?.base ?? '1680.00').toBe('1680.00');
          await d.declarations.stop();
          centre.close();
        }
      }
    },
  );
});
