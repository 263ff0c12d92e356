import { describe, expect, it } from 'vitest';
import { serviceNames } from '../../common/contracts/session/services/answer.ts';
import { fen } from '../../common/kernel/money.ts';
import { err, ok } from '../../common/kernel/result.ts';
import { fixtures } from '../../renderer/fixtures/index.ts';
import { pensionPaying } from '../../renderer/fixtures/pension.ts';
import { Walk } from '../../terminal/session/testing/session-kit.ts';
import { found, prepared } from '../../terminal/testing/people.ts';
import { Listener } from './listener.ts';

/** The PIN goes into the pad, the card into its slot: everything else here is heard and pressed. */
const inserted = (): Listener => new Listener(new Walk().toWho());

describe('with the keypad, before a dark screen', () => {
  it('hears what to do before there is a card', () => {
    const listener = new Listener(new Walk().ready());
    expect(listener.hears('请把社保卡插进下面的卡口')).toBe(true);
    expect(listener.hears('看病交费、查社保')).toBe(true);
  });

  it('settles a visit, hears every amount before confirming and after, and where to take card and slip', () => {
    const listener = inserted();
    const { walk } = listener;
    expect(walk.screen.kind).toBe('whoYouAre');
    listener.follow('心血管内科');
    expect(walk.screen.kind).toBe('visit');
    listener.follow('看每一项');
    expect(listener.hears('动态心电图')).toBe(true);
    listener.follow('看好了');
    listener.follow('看谁来付');
    expect(walk.screen.kind).toBe('preparing');
    expect(listener.hears('请不要拔卡')).toBe(true);
    walk.answerPrepare();
    const { screen } = walk;
    if (screen.kind !== 'split') return expect.fail(screen.kind);
    const { yuan } = listener.voice;
    for (const amount of [screen.split.total, screen.split.funds, screen.split.account]) {
      expect(listener.hears(yuan(amount)), `${amount}`).toBe(true);
    }
    listener.follow('去确认');
    expect(walk.screen.kind).toBe('confirm');
    expect(listener.hears(`您付：${yuan(screen.split.cash)}`)).toBe(true);
    listener.follow(screen.split.cash > 0 ? '确认结算' : '确认，');
    expect(walk.count('settle')).toBe(1);
    expect(walk.screen.kind).toBe('working');
    expect(listener.hears('慢一点也不会多扣钱')).toBe(true);
    // Nothing but the tools can be pressed while money moves.
    const before = walk.state.stage;
    for (const key of [...'123456789', 'Enter', 'Backspace', 'Escape']) listener.press(key);
    expect(walk.state.stage).toBe(before);
    walk.finish();
    expect(listener.hears('办好了')).toBe(true);
    expect(listener.hears('先取卡')).toBe(true);
    expect(listener.hears('出纸口在屏幕左下')).toBe(true);
  });

  it('keeps the account, steps back and ends: the keys are the ones that were named', () => {
    const listener = inserted();
    const { walk } = listener;
    listener.follow('内科').follow('看谁来付');
    walk.answerPrepare();
    listener.follow('不用账户');
    const { op, prepared: from } = walk.last('reprice');
    const { encounter } = from;
    const anew = { ...prepared(encounter, false), id: from.id };
    walk.send({ kind: 'prepared', op, encounterId: encounter.encounterId, result: ok(anew) });
    expect(walk.screen.kind === 'split' && walk.screen.useAccount).toBe(false);
    listener.follow('去确认').follow('返回').follow('返回').follow('返回');
    expect(walk.screen.kind).toBe('whoYouAre');
    listener.follow('结束并取卡');
    expect(walk.screen.kind).toBe('takeCard');
    expect(listener.pressed).toEqual(['1', 'Enter', '1', 'Enter', 'Backspace', 'Backspace', 'Backspace', 'Escape']);
  });

  it.each([
    ['enterPin', (walk: Walk) => walk.ready().insert().read()],
    ['lookingUp', (walk: Walk) => walk.toLookUp()],
    ['whoYouAre', (walk: Walk) => walk.toWho()],
    ['visit', (walk: Walk) => walk.toVisit()],
    ['preparing', (walk: Walk) => walk.toPreparing()],
    ['split', (walk: Walk) => walk.toSplit()],
    ['confirm', (walk: Walk) => walk.toConfirm()],
    ['stillThere', (walk: Walk) => walk.toSplit().wait(61_000)],
  ] as const)('red ends at %s, as the voice says', (kind, go) => {
    const listener = new Listener(go(new Walk()));
    expect(listener.walk.screen.kind).toBe(kind);
    listener.follow('结束并取卡');
    expect(['Escape', listener.walk.screen.kind]).toEqual([listener.pressed[0], 'takeCard']);
  });

  it('finds the services, looks at the pension and its formula, prints its slip and goes back', () => {
    const listener = inserted();
    const { walk } = listener;
    listener.follow('看我的社保');
    expect(walk.screen.kind).toBe('lookingUp');
    listener.follow('返回');
    expect(walk.screen.kind).toBe('whoYouAre');
    listener.follow('看我的社保');
    const home = { city: '哈尔滨市', services: [...serviceNames] };
    walk.send({ kind: 'homeAsked', op: walk.last('askHome').op, result: ok(home) });
    listener.follow('养老和缴费').follow('返回').follow('养老和缴费');
    listener.follow('养老保险');
    walk.send({ kind: 'serviceAsked', op: walk.last('askService').op, result: ok(pensionPaying) });
    expect(listener.hears(listener.voice.yuan(pensionPaying.account))).toBe(true);
    listener.follow('退休领多少');
    expect(listener.hears(listener.voice.yuan(pensionPaying.estimate?.total ?? fen(0)))).toBe(true);
    listener.follow('看怎么算的');
    expect(listener.hears('C 加 C 乘 Z')).toBe(true);
    listener.follow('返回').follow('返回');
    listener.follow('打一张凭条');
    expect(walk.count('print')).toBe(1);
    expect(listener.hears('现在不能按')).toBe(true);
    walk.printOut();
    expect(listener.hears('出纸口在屏幕左下')).toBe(true);
    listener.follow('返回');
    expect(walk.screen.kind).toBe('home');
    // Where she came from: the group in which the pension stands, then the groups, then the bills.
    expect(listener.hears('缴费申报')).toBe(true);
    listener.follow('返回');
    expect(listener.hears('发给我的钱')).toBe(true);
    listener.follow('返回');
    expect(walk.screen.kind).toBe('whoYouAre');
  });

  it('headphones begin it: the welcome, the keypad, what to do first; without them it says where they are needed', () => {
    const walk = new Walk().ready();
    walk.send({ kind: 'headphones', plugged: false });
    const listener = new Listener(walk);
    expect(listener.heard().slice(1, 3)).toEqual([
      '这台机器读给您听，用下面的键盘办事',
      '姓名和钱数只读到耳机里，请插上耳机',
    ]);
    walk.send({ kind: 'headphones', plugged: true });
    expect(walk.snapshot().look.sound).toBe(true);
    expect(listener.heard().slice(1, 3)).toEqual(['这台机器读给您听，用下面的键盘办事', '请把社保卡插进下面的卡口']);
  });

  it('hears what is for eyes alone after everything else, and the two red keys as one', () => {
    const listener = inserted();
    const who = listener.heard();
    const reveal = who.findIndex((text) => text.includes('显示全名'));
    expect(reveal).toBeGreaterThan(who.findIndex((text) => text.includes('结束并取卡')));
    const pin = new Listener(new Walk().ready().insert().read());
    expect(pin.heard().filter((text) => text.includes('红键'))).toEqual(['按红键：结束并取卡，密码键盘上的红键也一样']);
  });

  it('what could not be asked is asked again by the green key', () => {
    const walk = new Walk().toLookUp();
    const failed = err({ code: 'HIS_UNREACHABLE', reason: null } as const);
    walk.send({ kind: 'lookedUp', op: walk.last('lookUp').op, result: failed });
    const listener = new Listener(walk);
    listener.follow('再试一次');
    expect([walk.screen.kind, walk.count('lookUp')]).toEqual(['lookingUp', 2]);
  });

  it('the last try of a PIN is asked for, and taken or left', () => {
    const ask = (): Walk => {
      const walk = new Walk().ready().insert().read();
      const refused = { kind: 'wrong', triesLeft: 1 } as const;
      walk.send({ kind: 'pinEnded', op: walk.last('verifyPin').op, result: refused });
      return walk;
    };
    const takes = new Listener(ask());
    expect(takes.hears('再不对，卡会锁住')).toBe(true);
    takes.follow('我记得');
    expect([takes.walk.screen.kind, takes.walk.count('verifyPin')]).toEqual(['enterPin', 2]);
    const leaves = new Listener(ask());
    leaves.follow('结束并取卡');
    expect(leaves.walk.screen.kind).toBe('takeCard');
  });

  it.each([
    ['the other services', true, '看我的社保', 'Enter', 'lookingUp'],
    ['the end', true, '结束并取卡', 'Escape', 'takeCard'],
    ['the end, where there is nothing else', false, '结束并取卡', 'Enter', 'takeCard'],
  ] as const)('with nothing to pay hears it, and %s', (_what, hasServices, words, key, kind) => {
    const walk = new Walk({ hasServices }).toLookUp();
    walk.send({ kind: 'lookedUp', op: walk.last('lookUp').op, result: ok(found([], 9000)) });
    const listener = new Listener(walk);
    expect(listener.hears('您没有要交的钱')).toBe(true);
    listener.follow(words);
    expect([listener.pressed, walk.screen.kind]).toEqual([[key], kind]);
  });

  it('asked whether anybody is there, is there', () => {
    const listener = new Listener(new Walk().toSplit().wait(61_000));
    expect(listener.hears('您还在吗')).toBe(true);
    listener.follow('我在');
    expect(listener.walk.screen.kind).toBe('split');
  });

  it('an unknown result is heard as unknown, with what to do', () => {
    const listener = new Listener(new Walk().toWorking().unknown());
    for (const words of ['还不知道', '请先别再交一次', '窗口替您查清']) expect(listener.hears(words)).toBe(true);
  });

  it('sets letters, colours, the voice and the language by keys alone, and loses nothing by it', () => {
    const listener = inserted();
    const { walk } = listener;
    listener.follow('大字');
    listener.follow('字的大小').follow('字的大小').follow('画面').follow('按键放低').follow('读给我听');
    expect(walk.snapshot().look).toMatchObject({ textSize: 'largest', theme: 'elder', reach: true, sound: true });
    listener.follow('English');
    expect(walk.snapshot().locale).toBe('en');
    listener.follow('Done, go back');
    expect(walk.screen.kind).toBe('whoYouAre');
    listener.press('#');
    expect(walk.snapshot().look.sound).toBe(false);
    // From here in English, and back by walking down to the language's key.
    listener.follow('中文');
    expect(walk.snapshot().locale).toBe('zh-CN');
  });
});

describe('the staff with the keypad', () => {
  it('end a matter: page, row, answer, ground', () => {
    const view = fixtures['staff-list-many']?.screen;
    if (view?.kind !== 'staff' || view.view.kind !== 'list') return expect.fail('no list');
    const walk = new Walk().ready();
    walk.send({ kind: 'lend', view: view.view });
    const listener = new Listener(walk);
    listener.follow('看下一页');
    const row = view.view.rows[3] ?? expect.fail('three rows only');
    listener.follow(row.encounterId ?? '');
    listener
      .follow('返回')
      .follow('看下一页')
      .follow(row.encounterId ?? '');
    const before = walk.effects.length;
    listener.press('1').press('1');
    expect(walk.effects.slice(before).map(({ kind }) => kind)).toContain('staff');
  });
});
