import { describe, expect, it } from 'vitest';
import type { PinChangeStep, PinHint } from '../../common/contracts/devices/pin-change.ts';
import type { LossCard } from '../../common/contracts/session/loss.ts';
import type { CardView } from '../../common/contracts/session/services/card.ts';
import { pii } from '../../common/kernel/pii.ts';
import { err, ok } from '../../common/kernel/result.ts';
import { newCardOnItsWay, ownCard } from '../../renderer/fixtures/card.ts';
import { Walk } from '../../terminal/session/testing/session-kit.ts';
import { Listener } from './listener.ts';

/** Every key that no screen may take while something that cannot be taken back is on its way. */
const EVERY_KEY = [...'1234567890', 'Enter', 'Backspace', 'Escape'];

/** To the page of the card, by what is heard. */
function atCard(answer: CardView): Listener {
  const listener = new Listener(new Walk().toWho());
  const { walk } = listener;
  listener.follow('看我的社保');
  const home = { city: '哈尔滨市', services: ['card' as const] };
  walk.send({ kind: 'homeAsked', op: walk.last('askHome').op, result: ok(home) });
  listener.follow('社保卡');
  walk.send({ kind: 'serviceAsked', op: walk.last('askService').op, result: ok(answer) });
  return listener;
}

const step = ({ walk }: Listener, at: PinChangeStep['step'], hint: PinHint | null = null): void =>
  void walk.send({ kind: 'pinChangeStep', op: walk.last('changePin').op, step: at, hint });

describe('the PIN is changed before a dark screen', () => {
  it('each entry is asked for by name, and what became of it is heard, with what to do next', () => {
    const listener = atCard(newCardOnItsWay).follow('改密码');
    const { walk } = listener;
    step(listener, 'old');
    expect(listener.hears('先输旧密码')).toBe(true);
    walk.send({ kind: 'pad', status: { kind: 'entering', digits: 4 } });
    expect(listener.hears('已输 4 位')).toBe(true);
    step(listener, 'checking');
    step(listener, 'new');
    expect(listener.hears('再输新密码')).toBe(true);
    step(listener, 'new', 'birthday');
    expect(listener.hears('像生日，容易被猜到，请换一个')).toBe(true);
    step(listener, 'again');
    expect(listener.hears('新密码再输一次')).toBe(true);
    step(listener, 'changing');
    for (const words of ['正在改密码', '请不要拔卡']) expect(listener.hears(words), words).toBe(true);
    const before = walk.state.stage;
    for (const key of EVERY_KEY.filter((each) => each !== '0')) listener.press(key);
    expect(walk.state.stage).toBe(before);
    walk.send({ kind: 'pinChangeEnded', op: walk.last('changePin').op, result: { kind: 'changed' } });
    walk.printOut();
    expect(listener.hears('密码改好了')).toBe(true);
    listener.follow('用新密码接着办');
    expect(walk.screen.kind).toBe('readingCard');
  });

  it('may be left at the new one by the yellow key, and nothing was changed', () => {
    const listener = atCard(newCardOnItsWay).follow('改密码');
    step(listener, 'old');
    step(listener, 'checking');
    step(listener, 'new');
    listener.follow('返回');
    expect([listener.walk.screen.kind, listener.walk.count('cancelPin')]).toEqual(['service', 1]);
  });

  it('that nobody knows which PIN the card has is said, and which to try first', () => {
    const listener = atCard(newCardOnItsWay).follow('改密码');
    const { walk } = listener;
    for (const at of ['old', 'checking', 'new', 'again', 'changing'] as const) step(listener, at);
    walk.remove();
    walk.send({ kind: 'pinChangeEnded', op: walk.last('changePin').op, result: { kind: 'unknown', stuck: false } });
    for (const words of ['还不知道 改没改成', '先试新密码，不对，再用旧密码']) {
      expect(listener.hears(words), words).toBe(true);
    }
    listener.follow('好了');
    expect(walk.screen.kind).toBe('insertCard');
  });

  it('the first PIN is changed where it was found out', () => {
    const walk = new Walk().ready().insert().read();
    walk.send({ kind: 'pinEnded', op: walk.last('verifyPin').op, result: { kind: 'initial' } });
    const listener = new Listener(walk).follow('现在改密码');
    expect(walk.count('changePin')).toBe(1);
    step(listener, 'old');
    expect(listener.hears('先输旧密码')).toBe(true);
  });
});

it('a loss report is withdrawn by the PIN, and what the bureau says then is heard', () => {
  const lost: CardView = { ...newCardOnItsWay, state: 'lost', acts: ['withdrawLoss'] };
  const listener = atCard(lost).follow('解除挂失');
  const { walk } = listener;
  expect(listener.hears('输密码，解除挂失')).toBe(true);
  walk.verify();
  expect(walk.last('askService')).toMatchObject({ service: 'card', act: 'withdrawLoss' });
  const withdrawn: CardView = { ...newCardOnItsWay, withdrawn: true };
  walk.send({ kind: 'serviceAsked', op: walk.last('askService').op, result: ok(withdrawn) });
  expect(listener.hears('挂失解除了')).toBe(true);
});

describe('a card is reported lost, with nothing but a telephone and the keypad', () => {
  const answer = ({ walk }: Listener, result: ReturnType<typeof ok<LossCard>> | ReturnType<typeof unreachable>): void =>
    void walk.send({ kind: 'lossAsked', op: walk.last('askLoss').op, result });
  const unreachable = () => err({ code: 'BENEFITS_UNREACHABLE', reason: null } as const);
  const reported: LossCard = { ...ownCard, state: 'lost', mayReport: false, number: 'GS2026111817' };

  function atConfirm(): Listener {
    const listener = new Listener(new Walk().ready()).follow('卡丢了');
    expect(listener.hears('请出示电子社保卡')).toBe(true);
    listener.walk.send({ kind: 'electronicCard', token: pii('T1') });
    expect(listener.hears('正在查是谁的卡')).toBe(true);
    answer(listener, ok(ownCard));
    return listener;
  }

  it('hears whose card it is before it confirms, and the number of the report after it', () => {
    const listener = atConfirm();
    const { walk } = listener;
    for (const words of ['李某兰', '4 2 6 5', '这张卡马上不能用']) expect(listener.hears(words), words).toBe(true);
    listener.follow('挂失这张卡');
    const before = walk.state.stage;
    for (const key of EVERY_KEY.filter((each) => each !== '0')) listener.press(key);
    expect(walk.state.stage).toBe(before);
    answer(listener, ok(reported));
    for (const words of ['已经挂失', 'G S 2 0 2 6 1 1 1 8 1 7']) expect(listener.hears(words), words).toBe(true);
    walk.printOut();
    listener.follow('好了');
    expect(walk.screen.kind).toBe('insertCard');
  });

  it('may leave before it confirms; a lost answer is told as not known, and asked for again by the green key', () => {
    const leaving = atConfirm().follow('不办了');
    expect([leaving.walk.screen.kind, leaving.walk.count('askLoss')]).toEqual(['insertCard', 1]);
    const unsure = atConfirm().follow('挂失这张卡');
    answer(unsure, unreachable());
    expect(unsure.hears('还不知道 挂上没有')).toBe(true);
    unsure.follow('再试一次');
    expect(unsure.walk.last('askLoss')).toMatchObject({ report: true });
  });
});
