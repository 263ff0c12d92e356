import { expect, it } from 'vitest';
import type { CardLoss } from '../../common/contracts/benefits/card-loss.ts';
import { pii, unwrapPii } from '../../common/kernel/pii.ts';
import { err, ok } from '../../common/kernel/result.ts';
import type { Benefits } from '../gateways/benefits/port.ts';
import type { SessionEvent } from '../session/events.ts';
import { initialState } from '../session/state.ts';
import { showElectronicCard } from './electronic-card.ts';
import { askLoss, lossCardOf } from './loss.ts';

const answer: CardLoss = {
  maskedName: '李*兰',
  cardTail: '4265',
  state: 'normal',
  since: '2019-06-01',
  assurance: 'electronicCard',
  mayReport: true,
  number: null,
  asOf: '2026-11-21 09:00:00',
};

it('a query asks, a report reports, each under its own name and with the token alone', async () => {
  const asked: unknown[] = [];
  const reply = (name: string) => (ask: Parameters<Benefits['cardLoss']>[0]) => {
    asked.push([name, unwrapPii(ask)]);
    return Promise.resolve(ok({ reply: answer, timing: { wallMs: 3, serverMs: 1 } as never }));
  };
  const benefits = { cardLoss: reply('ask'), cardLossReport: reply('report') } as unknown as Benefits;
  const steps: string[] = [];
  const deps = { benefits, timing: (step: string) => void steps.push(step) };
  for (const report of [false, true]) {
    expect(await askLoss(deps, { token: pii('T1'), report })).toMatchObject({ ok: true, value: { name: '李*兰' } });
  }
  expect(asked).toEqual([
    ['ask', { token: 'T1' }],
    ['report', { token: 'T1' }],
  ]);
  expect(steps).toEqual(['benefits.loss', 'benefits.lossReport']);
});

it('without a benefits server, or with a token of no use, it is said which', async () => {
  const token = pii('T1');
  const timing = () => undefined;
  expect(await askLoss({ benefits: null, timing }, { token, report: true })).toMatchObject({
    error: { code: 'BENEFITS_UNREACHABLE' },
  });
  const refused = { kind: 'refused', status: 404, about: 'access', detail: '', code: 'NO_SUCH_PERSON' } as const;
  const benefits = { cardLoss: () => Promise.resolve(err(refused)) } as unknown as Benefits;
  expect(await askLoss({ benefits, timing }, { token, report: false })).toMatchObject({
    error: { code: 'BENEFITS_NO_RECORD' },
  });
});

it.each<[string, Partial<CardLoss>]>([
  ['a name in clear', { maskedName: '李兰' }],
  ['a state that is still to come', { since: '2026-11-22' }],
  ['a card that is not in use and could be reported', { state: 'replaced' }],
])('%s is not shown', (_, change) => {
  expect(lossCardOf(answer)).not.toBeNull();
  expect(lossCardOf({ ...answer, ...change })).toBeNull();
});

it('a token is taken while a screen asks for one, and at no other time', () => {
  const told: SessionEvent[] = [];
  const runner = (stage: ReturnType<typeof initialState>['stage']) => ({
    state: () => ({ ...initialState(0), stage }),
    dispatch: (event: SessionEvent) => void told.push(event),
  });
  expect(showElectronicCard(runner({ kind: 'idle' }), pii('T1'))).toBe(false);
  expect(showElectronicCard(runner({ kind: 'loss', step: 'asking', op: 1, token: pii('T0') }), pii('T1'))).toBe(false);
  expect(told).toEqual([]);
  expect(showElectronicCard(runner({ kind: 'loss', step: 'show' }), pii('T1'))).toBe(true);
  expect(told).toMatchObject([{ kind: 'electronicCard' }]);
});
