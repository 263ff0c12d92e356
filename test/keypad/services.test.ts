import { describe, expect, it } from 'vitest';
import { type ServiceAnswer, serviceNames } from '../../common/contracts/session/services/answer.ts';
import { groupsOf } from '../../common/contracts/session/services/groups.ts';
import { fen } from '../../common/kernel/money.ts';
import { ok } from '../../common/kernel/result.ts';
import { record } from '../../renderer/fixtures/contributions.ts';
import { declared, drafted, toDeclare } from '../../renderer/fixtures/declaration.ts';
import { serviceFixtures } from '../../renderer/fixtures/services.ts';
import { Walk } from '../../terminal/session/testing/session-kit.ts';
import { Listener } from './listener.ts';

/** The first answer of each service among the fixtures: the usual one. */
const answers = serviceNames.map((name): [string, ServiceAnswer] => {
  const all = Object.values(serviceFixtures).flatMap(({ screen }) =>
    screen.kind === 'service' ? [screen.answer] : [],
  );
  return [name, all.find(({ service }) => service === name) ?? expect.fail(`no fixture of ${name}`)];
});

/** From the bills to the home page, by what is heard. */
function atHome(): Listener {
  const listener = new Listener(new Walk().toWho());
  const { walk } = listener;
  listener.follow('看我的社保');
  const home = { city: '哈尔滨市', services: [...serviceNames] };
  walk.send({ kind: 'homeAsked', op: walk.last('askHome').op, result: ok(home) });
  return listener;
}

/** To a service, through its group where it stands in one. */
function opened(answer: ServiceAnswer): Listener {
  const listener = atHome();
  const { voice, walk } = listener;
  const own = groupsOf(serviceNames).find(({ services }) => services.includes(answer.service));
  if (own !== undefined && own.services.length > 1) listener.follow(voice.say(`home.group.${own.group}`));
  const words = voice.say(`home.${answer.service}`);
  for (let page = 0; page < 5 && !listener.hears(words); page++) listener.follow(voice.say('who.more'));
  listener.follow(words);
  expect(walk.last('askService')).toMatchObject({ service: answer.service, part: null });
  walk.send({ kind: 'serviceAsked', op: walk.last('askService').op, result: ok(answer) });
  expect(walk.screen).toMatchObject({ kind: 'service', answer });
  return listener;
}

describe.each(answers)('%s, with the keypad before a dark screen', (_name, answer) => {
  it('is found, every sheet of it is heard, and back leads to the first', () => {
    const listener = opened(answer);
    const first = listener.heard();
    for (const digit of ['1', '2', '3', '4']) {
      const key = listener.voice.say('speech.press.digit', { digit });
      const line = first.find((text) => text.startsWith(key));
      if (line === undefined || line.includes(listener.voice.say('speech.dead'))) continue;
      listener.press(digit);
      expect(listener.heard(), line).not.toEqual(first);
      // Whatever was opened, yellow leads back to where it was opened.
      for (let steps = 0; steps < 5 && listener.heard().join() !== first.join(); steps++) listener.press('Backspace');
      expect(listener.heard(), line).toEqual(first);
    }
    expect(listener.walk.screen.kind).toBe('service');
  });

  it('its slip is printed once, it says where it comes out, and back leads home', () => {
    const listener = opened(answer);
    const { walk, voice } = listener;
    listener.follow(voice.say('service.print'));
    expect(walk.last('print').slip).toMatchObject({ kind: 'service', answer });
    listener.press('Enter');
    expect(walk.count('print')).toBe(1);
    walk.printOut();
    expect(listener.hears(voice.slot('paper'))).toBe(true);
    listener.follow(voice.say('foot.back'));
    expect(walk.screen.kind).toBe('home');
    listener.press('Escape');
    expect(walk.screen.kind).toBe('takeCard');
  });
});

it('the months of another year are asked for and heard', () => {
  const listener = opened(record);
  const { walk } = listener;
  listener.follow('看每个月').follow('2025 年');
  expect(walk.last('askService')).toMatchObject({ service: 'contributions', part: '2025 pension' });
  expect(listener.hears('正在查您的记录')).toBe(true);
  const before = { ...record, year: '2025', insurance: 'pension' as const, rows: [] };
  walk.send({ kind: 'serviceAsked', op: walk.last('askService').op, result: ok(before) });
  expect(listener.hears('2025 年')).toBe(true);
  expect(listener.hears('这半年没有记录')).toBe(true);
});

it('a base of one’s own is typed, held against the limits, and declared with the PIN', () => {
  const listener = opened(toDeclare);
  const { walk, voice } = listener;
  const answer = (view: ServiceAnswer) =>
    walk.send({ kind: 'serviceAsked', op: walk.last('askService').op, result: ok(view) });
  listener.follow(voice.say('declaration.other'));
  expect(walk.last('askService')).toMatchObject({ part: 'type' });
  answer({ ...toDeclare, step: 'typing' });
  for (const key of ['0', '1', '6', '7', '8', 'Backspace', '9']) listener.press(key);
  expect(listener.hears(voice.say('declaration.typed', { yuan: 1679 }))).toBe(true);
  listener.follow(voice.say('declaration.go'));
  expect(walk.last('askService')).toMatchObject({ part: 'base 1679' });
  answer({ ...drafted, draft: { base: fen(167_900), fits: 'under', due: null } });
  expect(listener.hears(voice.say('declaration.under'))).toBe(true);
  expect(listener.hears(voice.yuan(fen(168_000)))).toBe(true);
  listener.follow(voice.say('declaration.change'));
  answer(toDeclare);
  listener.follow('2521');
  expect(walk.last('askService')).toMatchObject({ part: 'base 2521' });
  answer(drafted);
  expect(listener.hears(voice.yuan(fen(74_033)))).toBe(true);
  listener.follow(voice.say('declaration.confirm'));
  expect(walk.screen).toMatchObject({ kind: 'enterPin', about: 'declare' });
  walk.verify();
  answer(declared);
  expect(listener.hears(voice.spelt('SB201112000001'))).toBe(true);
});
