import { expect, it } from 'vitest';
import { deskStrings } from '../../common/strings/desk.ts';
import { lookupScreens } from '../fixtures/desk/lookups.ts';
import { fundKey, helpOf, standingKey } from './lookup-help.ts';

const viewOf = (name: string) => {
  const screen = lookupScreens[name];
  if (screen?.kind !== 'lookup') throw new Error(`no view ${name}`);
  return screen.view;
};

it.each([
  ['lookup', null],
  ['lookup-working', null],
  ['lookup-failed', null],
  ['lookup-not-filed', 'notFiled'],
  ['lookup-ended', 'filingEnded'],
  ['lookup-benefit', null],
  ['lookup-benefit-denied', 'noFundPays'],
  ['lookup-benefit-none', 'noBenefitSaid'],
  ['lookup-designated', null],
  ['lookup-designated-away', 'notHere'],
  ['lookup-designated-none', 'noneChosen'],
  ['lookup-inside', 'inside'],
  ['lookup-not-inside', 'notInside'],
  ['lookup-transfer', null],
  ['lookup-transfer-none', 'noTransfer'],
] as const)('%s: what it means for the bill is %s', (name, help) => {
  expect(helpOf(viewOf(name))).toBe(help);
  if (help !== null) expect(deskStrings).toHaveProperty([`desk.lookup.next.${help}`]);
});

it('a row stands in the words of its question', () => {
  expect([
    standingKey('benefit', 'holds'),
    standingKey('benefit', 'denied'),
    standingKey('inHospital', 'holds'),
    standingKey('transfer', 'denied'),
    standingKey('chronic', 'ended'),
  ]).toEqual([
    'desk.lookup.is.pays',
    'desk.lookup.is.paysNot',
    'desk.lookup.is.inside',
    'desk.lookup.is.denied',
    'desk.lookup.is.ended',
  ]);
});

it('a fund that we have no words for keeps the centre’s', () => {
  expect([fundKey('310100'), fundKey('999109')]).toEqual(['desk.fund.310100', null]);
});
