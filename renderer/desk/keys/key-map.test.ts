import { describe, expect, it } from 'vitest';
import { type DeskKey, deskActs } from '../../../common/contracts/desk/acts.ts';
import { deskIntentSchema } from '../../../common/contracts/desk/intents.ts';
import { deskFixtures } from '../../fixtures/desk/index.ts';
import { bindingsOf, capOfAct, capOn, type Deed, deedOf, wordsOn } from './key-map.ts';

const on = (act: DeskKey['act'], more: Partial<DeskKey> = {}): DeskKey => ({ act, state: 'on', why: null, ...more });
const bill = deskFixtures['bill-quoted'] ?? expect.fail('no fixture');
const waiting = deskFixtures['waiting'] ?? expect.fail('no fixture');

describe('the key map', () => {
  it('has a cap for each act, and no cap twice but Enter, which no screen needs twice', () => {
    const caps = deskActs.map((act) => capOfAct[act]);
    const twice = caps.filter((cap, index) => caps.indexOf(cap) !== index);
    expect(twice).toEqual(['Enter']);
  });

  it('asks the terminal nothing that its contract does not know', () => {
    for (const snapshot of Object.values(deskFixtures)) {
      for (const act of deskActs) {
        const deed = deedOf(act, snapshot);
        if (deed?.kind === 'ask') expect(deskIntentSchema.parse(deed.intent)).toEqual(deed.intent);
      }
    }
  });

  it('opens the question before the money moves, and never moves it itself', () => {
    expect(deedOf('settle', bill)).toEqual({ kind: 'open', overlay: { kind: 'confirm', by: 'cash' } });
    const moves = deskActs.map((act) => deedOf(act, bill)).filter((deed) => deed?.kind === 'ask');
    expect(moves.map((deed) => (deed?.kind === 'ask' ? deed.intent.kind : ''))).not.toContain('settle');
  });

  it('turns the answer about the account round', () => {
    expect(deedOf('toggleAccount', bill)).toEqual({ kind: 'ask', intent: { kind: 'setUseAccount', use: false } });
  });
});

it('Enter mends a line that differs and asks for nothing where none does; Esc says where it leads', () => {
  const differs = deskFixtures['bill-differs'] ?? expect.fail();
  expect([capOn(differs, 'reread'), capOn(bill, 'reread')]).toEqual(['Enter', 'G']);
  const pin = deskFixtures['bill-pin'] ?? expect.fail();
  const day = deskFixtures['dayList'] ?? expect.fail();
  const words = [bill, pin, day].map((each) => wordsOn(each, 'letGo').key);
  expect(words).toEqual(['desk.act.letGo', 'desk.act.stop', 'desk.act.back']);
});

describe('the bindings', () => {
  it('say why a key is dashed, also where the screen has nothing for it', () => {
    const keys = [on('quote', { state: 'off', why: 'checkFirst' }), on('copy'), on('work')];
    const bound = bindingsOf({ ...waiting, keys }, () => undefined);
    const off = Object.fromEntries(bound.map(({ name, off }) => [name, off?.key ?? null]));
    expect(off).toEqual({ work: null, quote: 'desk.why.checkFirst', copy: 'desk.why.notHere' });
  });

  it('give a cap that two acts share to the one that can be pressed', () => {
    const keys = [on('reread', { state: 'off', why: 'noBill' }), on('next', { state: 'next' })];
    const done: Deed[] = [];
    const [first] = bindingsOf({ ...waiting, keys }, (deed) => done.push(deed));
    expect(first).toMatchObject({ cap: 'Enter', name: 'next', next: true, off: null });
    first?.press();
    expect(done).toEqual([{ kind: 'ask', intent: { kind: 'next' } }]);
  });
});
