import { describe, expect, it } from 'vitest';
import { deskActs } from '../../../common/contracts/desk/acts.ts';
import { deskStaySteps } from '../../../common/contracts/desk/stay.ts';
import { deskStrings } from '../../../common/strings/desk.ts';
import { type Findable, found, initialsOf } from './find-commands.ts';

const all: readonly Findable[] = deskActs.map((name) => ({ name, ...deskStrings[`desk.act.${name}`] }));
const first = (typed: string): string | undefined => found(typed, all)[0]?.name;

describe('a command is found', () => {
  it.each([
    ['tf', 'refund'],
    ['退', 'refund'],
    ['TF', 'refund'],
    ['jjb', 'shift'],
    ['yjs', 'quote'],
    ['refu', 'refund'],
    ['list', 'work'],
  ])('by %s', (typed, name) => expect(first(typed)).toBe(name));

  it('by nothing typed: all, in their order', () => expect(found(' ', all)).toEqual(all));
  it('never by what fits none', () => expect(found('qqq', all)).toEqual([]));
});

it('every step of a stay too, and is found by them', () => {
  const steps = deskStaySteps.map((step) => ({ name: `stay.${step}`, ...deskStrings[`desk.stay.step.${step}`] }));
  for (const { name, zh } of steps) expect(initialsOf[name], name).toHaveLength(zh.length);
  expect(['bry', 'cxry', 'qk', '出院'].map((typed) => found(typed, steps)[0]?.name)).toEqual([
    'stay.admit',
    'stay.cancel',
    'stay.clearFees',
    'stay.discharge',
  ]);
});

it('every act has its letters, one for each character', () => {
  for (const act of deskActs.filter((each) => each !== 'command')) {
    const han = [...deskStrings[`desk.act.${act}`].zh].filter((each) => /\p{Script=Han}/u.test(each));
    expect(initialsOf[act], act).toHaveLength(han.length);
  }
});
