import { describe, expect, it } from 'vitest';
import type { CheckedView } from '../../common/contracts/session/check.ts';
import type { ServiceAnswer } from '../../common/contracts/session/services/answer.ts';
import { fen } from '../../common/kernel/money.ts';
import { ok } from '../../common/kernel/result.ts';
import { issuedCertificate, pensionToProve } from '../../renderer/fixtures/certificates.ts';
import { serviceFixtures } from '../../renderer/fixtures/services.ts';
import { Walk } from '../../terminal/session/testing/session-kit.ts';
import { Listener } from './listener.ts';

/** To one of the two services that do something for the person, by what is heard. */
function opened(words: string, answer: ServiceAnswer): Listener {
  const listener = new Listener(new Walk().toWho());
  const { walk } = listener;
  listener.follow('看我的社保');
  const home = { city: '北京市', services: [answer.service] };
  walk.send({ kind: 'homeAsked', op: walk.last('askHome').op, result: ok(home) });
  listener.follow(words);
  walk.send({ kind: 'serviceAsked', op: walk.last('askService').op, result: ok(answer) });
  return listener;
}

const answerOf = (name: string): ServiceAnswer => {
  const screen = serviceFixtures[name]?.screen;
  return screen?.kind === 'service' ? screen.answer : expect.fail(name);
};

describe('before a dark screen', () => {
  it('has a certificate issued by its name, hears its code digit by digit, and prints it', () => {
    const listener = opened('开证明', answerOf('certificates'));
    const { walk } = listener;
    listener.follow('转移凭证');
    expect(walk.last('askService')).toMatchObject({ service: 'certificates', part: 'transfer' });
    walk.send({
      kind: 'serviceAsked',
      op: walk.last('askService').op,
      result: ok(answerOf('certificates-transfer')),
    });
    expect(listener.hears(listener.voice.yuan(issuedCertificate.total))).toBe(true);
    listener.follow('看查验码');
    const digits = listener.heard().join('').replaceAll(/\D/gu, '');
    expect(digits).toContain(issuedCertificate.code);
    listener.follow('返回').follow('打一张凭条');
    expect(walk.count('print')).toBe(1);
    walk.printOut();
    expect(listener.hears('出纸口在屏幕左下')).toBe(true);
  });

  it('proves that it still draws its pension, and hears until when that holds', () => {
    const listener = opened('资格认证', pensionToProve);
    const { walk } = listener;
    expect(listener.hears('还没做资格认证')).toBe(true);
    listener.follow('现在认证');
    expect(walk.last('askService')).toMatchObject({ service: 'proof', part: 'send' });
    walk.send({ kind: 'serviceAsked', op: walk.last('askService').op, result: ok(answerOf('proof-proven')) });
    for (const words of ['认证好了', '2027 年 11 月 18 日']) expect(listener.hears(words), words).toBe(true);
  });
});

describe('a certificate is checked by whoever holds the paper', () => {
  const CODE = issuedCertificate.code;
  const found: CheckedView = {
    ...{ kind: 'payments', state: 'valid', maskedName: '测*甲', total: fen(43_601_760) },
    ...{ issuedOn: '2026-11-18', expiresOn: '2027-05-18', digest: '9f3c12a07be4d581', lab: false },
  };

  it('types its code on the keypad, hears how many digits are missing, and what the paper must say', () => {
    const listener = new Listener(new Walk().ready()).follow('查证明真假');
    const { walk } = listener;
    for (const digit of CODE.slice(0, 10)) listener.press(digit);
    expect(listener.hears('还差 10 位')).toBe(true);
    for (const digit of CODE.slice(10)) listener.press(digit);
    expect(walk.last('checkCertificate').code).toBe(CODE);
    const { op } = walk.last('checkCertificate');
    walk.send({ kind: 'certificateChecked', op, told: { found, failure: null } });
    for (const words of ['测某甲', listener.voice.yuan(found.total), '2027 年 5 月 18 日']) {
      expect(listener.hears(words), words).toBe(true);
    }
    listener.follow('再查一张');
    expect(listener.hears('还差 20 位')).toBe(true);
    listener.follow('返回');
    expect(walk.screen.kind).toBe('insertCard');
  });

  it('hears that a digit is wrong, and takes it back by the green key', () => {
    const listener = new Listener(new Walk().ready()).follow('查证明真假');
    for (const digit of `${CODE.slice(0, 19)}${(Number(CODE.at(-1)) + 1) % 10}`) listener.press(digit);
    expect([listener.walk.count('checkCertificate'), listener.hears('有一位不对，请删掉重输')]).toEqual([0, true]);
    listener.follow('删掉一位').press(CODE.at(-1) ?? '');
    expect(listener.walk.count('checkCertificate')).toBe(1);
  });
});
