import { beforeEach, describe, expect, test } from 'vitest';
import { declarationSchema, declareSchema } from '../../../common/contracts/benefits/declaration.ts';
import { type DeclarationStore, openDeclarationStore } from '../../store/declaration-store.ts';
import { declarationAnswer, declareAnswer } from './declaration.ts';
import { loadPeople } from './find.ts';

const people = loadPeople();
const at = (day: string) => Date.parse(`${day}T12:00:00+08:00`);
const december = at('2011-12-05');
const whoOf = (name: string) => {
  const career = people.careers.get(name) ?? expect.unreachable();
  return { identityNumber: career.identityNumber, name: career.name };
};
const painter = whoOf('beijing-freelance');
const [key, other] = ['a'.repeat(32), 'b'.repeat(32)];

let store: DeclarationStore;
beforeEach(() => {
  store = openDeclarationStore(':memory:');
});

const stands = (base?: string, now = december, who = painter) =>
  declarationSchema.parse(
    declarationAnswer(people, store, now, base === undefined ? who : { ...who, base }) ?? expect.unreachable(),
  );
const FLOOR = { base: '1680.00', total: '562.04' };
const declare = (changes: object = {}, now = december) =>
  declareSchema.parse(
    declareAnswer(people, store, now, {
      ...{ ...painter, ...FLOOR, key, month: '2011-12', assurance: 'cardAndPin', terminal: 'H-1' },
      ...changes,
    }) ?? expect.unreachable(),
  );

describe('whether a base can be declared', () => {
  test('in flexible employment, for a month that is not paid yet: limits, choices, what a base costs', () => {
    expect(stands()).toMatchObject({
      ...{ state: 'open', because: null, month: '2011-12', draft: null, declared: null, illustrative: true },
      limits: { average: '4201.00', since: '2011-04-01', floor: '1680.00', ceiling: '12603.00' },
      choices: [{ base: '1680.00' }, { base: '2521.00' }, { base: '4201.00' }],
    });
    expect(stands('1680.00').draft).toEqual({
      base: '1680.00',
      fits: 'fits',
      due: {
        total: '562.04',
        lines: [
          { insurance: 'pension', fund: '', base: '1680.00', rate: '0.2', amount: '336.00' },
          { insurance: 'unemployment', fund: '', base: '1680.00', rate: '0.012', amount: '20.16' },
          { insurance: 'medical', fund: '', base: '2941.00', rate: '0.065', amount: '191.17' },
          { insurance: 'medical', fund: 'mutual', base: '2941.00', rate: '0.005', amount: '14.71' },
        ],
      },
    });
  });

  test('below the floor and above the ceiling nothing is worked out', () => {
    expect(stands('1679.00').draft).toEqual({ base: '1679.00', fits: 'under', due: null });
    expect(stands('12604.00').draft).toEqual({ base: '12604.00', fits: 'over', due: null });
  });

  test.each([
    ['2011-11-20', 'beijing-freelance', 'paid'],
    ['2011-12-05', 'beijing-clerk', 'notFlexible'],
    ['2026-11-22', 'beijing-retired', 'drawing'],
    ['2026-11-22', 'harbin-freelance', 'noRule'],
  ])('%s, %s: %s', (day, name, because) => {
    expect(stands(undefined, at(day), whoOf(name))).toMatchObject({
      state: 'closed',
      because,
      limits: null,
      choices: [],
    });
    expect(stands('1680.00', at(day), whoOf(name)).draft).toBeNull();
  });

  test('nobody is known by another name', () => {
    expect(declarationAnswer(people, store, december, { ...painter, name: '测试别人' })).toBeNull();
  });
});

describe('a declaration', () => {
  test('stands, with a number, what it costs and who sent it', () => {
    expect(declare()).toMatchObject({
      ...{ key, result: 'declared', because: null },
      standing: { state: 'declared', declared: { number: 'SB201112000001', key, ...FLOOR, on: '2011-12-05 12:00:00' } },
    });
    expect(stands()).toMatchObject({
      state: 'declared',
      draft: null,
      choices: [],
      declared: { number: 'SB201112000001' },
    });
  });

  test('asked again with its key is the same one, also when its month has passed', () => {
    const first = declare();
    expect(declare({}, december + 3_600_000).standing.declared).toEqual(first.standing.declared);
    expect(declare({}, at('2012-02-01'))).toMatchObject({ result: 'declared', standing: { month: '2011-12' } });
  });

  test('there is no second one of the month, under whatever key', () => {
    declare();
    for (const changes of [{ key: other }, { key: other, base: '2521.00', total: '740.24' }, { base: '2521.00' }]) {
      expect(declare(changes)).toMatchObject({
        result: 'refused',
        because: 'already',
        standing: { state: 'declared' },
      });
    }
    expect(stands().declared).toMatchObject(FLOOR);
    expect(() => store.add({ ...(store.byKey(key) ?? expect.unreachable()), key: other })).toThrow(/UNIQUE/);
  });

  test.each([
    [{ total: '562.05' }, 'otherSum'],
    [{ base: '1679.00' }, 'under'],
    [{ base: '12604.00' }, 'over'],
    [{ month: '2011-11' }, 'otherMonth'],
    [{ month: '2012-01' }, 'otherMonth'],
  ])('%o is refused, and nothing is declared', (changes, because) => {
    expect(declare(changes)).toMatchObject({ result: 'refused', because, standing: { state: 'open' } });
    expect(stands()).toMatchObject({ state: 'open', declared: null });
  });

  test('of somebody who may not is refused', () => {
    expect(declare({ ...whoOf('beijing-clerk') })).toMatchObject({ result: 'refused', because: 'closed' });
  });
});
