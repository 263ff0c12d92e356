import { beforeEach, describe, expect, it } from 'vitest';
import { declarationAnswer, declareAnswer } from '../../central/people/answers/declaration.ts';
import { loadPeople } from '../../central/people/answers/find.ts';
import { type DeclarationStore, openDeclarationStore } from '../../central/store/declaration-store.ts';
import type { Declaration } from '../../common/contracts/benefits/declaration.ts';
import { chosenPart } from '../../common/contracts/session/services/declaration.ts';
import { fen, formatFen } from '../../common/kernel/money.ts';
import { pii, unwrapPii } from '../../common/kernel/pii.ts';
import { err, ok } from '../../common/kernel/result.ts';
import type { Benefits } from '../gateways/benefits/port.ts';
import { declarationViewOf } from './declaration.ts';
import type { Papers } from './resident-service.ts';
import { askService } from './resident-services.ts';

const people = loadPeople();
const now = Date.parse('2011-12-05T12:00:00+08:00');
const timing = { wallMs: 1, serverMs: 1 } as never;
const holderOf = (name: string) => {
  const { name: own, identityNumber, cardNumber } = people.careers.get(name) ?? expect.unreachable();
  return pii({ name: own, identityNumber, cardNumber, cardId: '', regionCode: null });
};
const painter = holderOf('beijing-freelance');

let centre: DeclarationStore;
let asked: string[];
beforeEach(() => {
  centre = openDeclarationStore(':memory:');
  asked = [];
});

/** The reference centre without the network between; what is open of a person is answered by `resume`. */
function ask(part: string | null, { holder = painter, act = false, resume = async () => null }: Partial<Setting> = {}) {
  const benefits = {
    declaration: async (who) => {
      asked.push(unwrapPii(who).base ?? '');
      const reply = declarationAnswer(people, centre, now, unwrapPii(who));
      return reply === null ? err({ kind: 'notSent', reason: 'refused', detail: '' }) : ok({ reply, timing });
    },
  } satisfies Partial<Benefits> as Partial<Benefits> as Benefits;
  const declare: Declares['declare'] = async ({ person, month, base, total }) => {
    const reply = declareAnswer(people, centre, now, {
      ...{ ...unwrapPii(person), key: 'a'.repeat(32), month, base: formatFen(base), total: formatFen(total) },
      ...{ assurance: 'cardAndPin', terminal: 'H-1' },
    });
    return reply === null ? expect.unreachable() : ok(reply);
  };
  const papers = { declarations: { declare, resume } } as unknown as Papers;
  const deps = { benefits, papers, timing: () => undefined };
  return askService(deps, holder, { service: 'declaration', part, ...(act ? { act: 'declare' } : {}) });
}

type Declares = NonNullable<Papers['declarations']>;
interface Setting {
  readonly holder: typeof painter;
  readonly act: boolean;
  readonly resume: Declares['resume'];
}

describe('the declaration', () => {
  it('is opened with limits and choices, then typed, then looked at', async () => {
    expect(await ask(null)).toMatchObject({
      value: {
        ...{ step: 'choose', month: '2011-12', draft: null, illustrative: true },
        limits: { floor: 168_000, ceiling: 1_260_300, average: 420_100, since: '2011-04-01' },
        choices: [{ percent: '40', base: 168_000 }, { percent: '60' }, { percent: '100' }],
      },
    });
    expect(await ask('type')).toMatchObject({ value: { step: 'typing', draft: null } });
    expect(await ask('base 1680')).toMatchObject({
      value: { step: 'draft', draft: { base: 168_000, fits: 'fits', due: { total: 56_204 } } },
    });
    expect(await ask('choose')).toMatchObject({ value: { step: 'choose' } });
    expect(asked).toEqual(['', '', '1680.00', '']);
  });

  it('names a base outside the limits, with both of them, and no sum', async () => {
    for (const [base, fits] of [
      ['1679', 'under'],
      ['12604', 'over'],
    ]) {
      const answer = await ask(`base ${base}`);
      expect(answer).toMatchObject({
        value: { step: 'draft', limits: { floor: 168_000 }, draft: { fits, due: null } },
      });
    }
  });

  it.each(['', 'base', 'base 1680.00', 'base 123456', 'base -1', '2011-12 168000 56204'])(
    'is never asked for "%s"',
    async (part) => {
      expect(await ask(part)).toMatchObject({ ok: false, error: { code: 'BENEFITS_BAD_ANSWER' } });
      expect(asked).toEqual([]);
    },
  );

  it.each([
    ['beijing-clerk', 'notFlexible'],
    ['harbin-freelance', 'noRule'],
  ] as const)('of %s is closed: %s', async (name, because) => {
    expect(await ask(null, { holder: holderOf(name) })).toMatchObject({
      value: { step: 'closed', because, choices: [], limits: null },
    });
  });
});

describe('what is declared', () => {
  const part = chosenPart({ month: '2011-12', base: fen(168_000), total: fen(56_204) });

  it('is what was on the screen, and stands from then on', async () => {
    expect(await ask(part, { act: true })).toMatchObject({
      value: { step: 'declared', refused: false, declared: { number: 'SB201112000001', total: 56_204, now: true } },
    });
    expect(await ask(null)).toMatchObject({ value: { step: 'declared', declared: { now: false } } });
    expect(await ask('base 2521')).toMatchObject({ value: { step: 'declared', draft: null } });
  });

  it('is refused where the centre works out another sum: the person sees how it stands', async () => {
    const other = chosenPart({ month: '2011-12', base: fen(168_000), total: fen(1) });
    expect(await ask(other, { act: true })).toMatchObject({ value: { step: 'choose', refused: true, declared: null } });
  });

  it.each([null, 'base 1680', 'x'])('is nothing with the part %o', async (bad) => {
    expect(await ask(bad, { act: true })).toMatchObject({ ok: false, error: { code: 'BENEFITS_BAD_ANSWER' } });
  });

  it('and was not answered comes before anything else', async () => {
    const error = { code: 'DECLARATION_UNKNOWN', reason: null } as const;
    expect(await ask(null, { resume: async () => err(error) })).toMatchObject({ ok: false, error });
    expect(asked).toEqual([]);
    await ask(part, { act: true });
    const standing = declarationAnswer(people, centre, now, whoOf()) ?? expect.unreachable();
    const sent = { key: 'a'.repeat(32), result: 'declared', because: null, standing } as const;
    const resumed = await ask('base 2521', { resume: async () => ok(sent) });
    expect(resumed).toMatchObject({ value: { step: 'declared', declared: { now: true } } });
  });
});

function whoOf() {
  const { identityNumber, name } = unwrapPii(painter);
  return { identityNumber, name };
}

describe('an answer that does not hold is not shown', () => {
  const part = { show: 'draft', base: fen(168_000) } as const;
  const answer = (): Declaration =>
    declarationAnswer(people, centre, now, { ...whoOf(), base: '1680.00' }) ?? expect.unreachable();
  const draft = () => answer().draft ?? expect.unreachable();
  const due = () => draft().due ?? expect.unreachable();
  const limits = () => answer().limits ?? expect.unreachable();

  it('the true one does', () => {
    expect(declarationViewOf(answer(), part)).not.toBeNull();
  });

  it.each([
    ['a total that is no sum', () => ({ draft: { ...draft(), due: { ...due(), total: '562.05' } } })],
    ['another base than was asked', () => ({ draft: { ...draft(), base: '1681.00' } })],
    ['a base that fits and is below the floor', () => ({ limits: { ...limits(), floor: '1681.00' } })],
    ['a floor above the ceiling', () => ({ limits: { ...limits(), ceiling: '1.00' } })],
    ['no draft where one was asked', () => ({ draft: null })],
    ['open, and no limits', () => ({ limits: null })],
    ['closed without a reason', () => ({ state: 'closed' as const, draft: null })],
    ['declared without a declaration', () => ({ state: 'declared' as const, draft: null })],
    [
      'verdict "over" beside limits that say it fits',
      () => ({ draft: { ...draft(), fits: 'over' as const, due: null } }),
    ],
  ] satisfies [string, () => Partial<Declaration>][])('%s', (_what, change) => {
    expect(declarationViewOf({ ...answer(), ...change() }, part)).toBeNull();
  });
});
