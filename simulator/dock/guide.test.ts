import { describe, expect, test } from 'vitest';
import { faultSchema } from '../../central/server/faults/fault.ts';
import { dockErrorCodes, dockFaultSchema } from '../../common/contracts/dock/commands.ts';
import { ledgerWords } from '../../common/contracts/dock/ledgers.ts';
import type { DockState } from '../../common/contracts/dock/state.ts';
import { faultKinds } from '../../common/contracts/fault-kinds.ts';
import { cardSentences } from '../../common/strings/dock/cards.ts';
import { dockErrors, dockRemedies } from '../../common/strings/dock/errors.ts';
import { faultSentences } from '../../common/strings/dock/faults.ts';
import { ledgerSentences } from '../../common/strings/dock/ledgers.ts';
import { personaNames } from '../personas.ts';
import { nextStep } from './page/guide.ts';
import { emptyState } from './testing/fake-dock.ts';

const inSlot: DockState['slots'] = [{ person: '1', wrongWay: false, triesLeft: 6 }, emptyState.slots[1]];
const printer = (change: Partial<DockState['printer']>): Partial<DockState> => ({
  printer: { ...emptyState.printer, ...change },
});

describe('the next step', () => {
  test.each<[string, Partial<DockState>]>([
    ['next_choose', {}],
    ['next_gone', { gone: true, pad: { asking: true, cable: true } }],
    ['next_typePin', { slots: inSlot, pad: { asking: true, cable: true } }],
    ['next_typeAny', { pad: { asking: true, cable: true } }],
    ['next_touchKiosk', { slots: inSlot }],
    ['next_tear', printer({ hangingMm: 190, hangingCuts: 1 })],
    ['next_printing', printer({ hangingMm: 20, moving: true })],
    ['next_mendPaper', printer({ paper: 'out', hangingMm: 20 })],
    ['next_mendCover', printer({ coverOpen: true })],
    ['next_mendJam', printer({ cutterJam: true })],
    ['next_mendCable', printer({ cable: false, paper: 'out' })],
    ['next_mendNet', { net: { control: true, state: 'down', ms: 0 } }],
  ])('%s', (key, change) => {
    expect(nextStep({ ...emptyState, ...change }).key).toBe(key);
  });
  test('names the PIN of whoever has the card in', () => {
    expect(nextStep({ ...emptyState, slots: inSlot, pad: { asking: true, cable: true } }).pin).toBe('212347');
  });
});

describe('words', () => {
  test('every code, fault, card and state of the ledgers has its sentence', () => {
    expect(Object.keys(dockErrors).sort()).toEqual([...dockErrorCodes].sort());
    expect(Object.keys(dockRemedies).sort()).toEqual([...dockErrorCodes].sort());
    expect(Object.keys(faultSentences).sort()).toEqual([...faultKinds].sort());
    expect(Object.keys(cardSentences).sort()).toEqual(personaNames());
    expect(Object.keys(ledgerSentences).sort()).toEqual([...ledgerWords].sort());
  });
  test('the dock knows exactly the faults of the reference servers', () => {
    for (const { shape } of [dockFaultSchema, faultSchema]) expect(shape.kind.options).toEqual(faultKinds);
    expect(dockFaultSchema.shape.target.unwrap().options).toEqual(faultSchema.shape.target.options);
  });
});
