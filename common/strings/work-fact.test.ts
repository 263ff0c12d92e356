import { expect, it } from 'vitest';
import { workFact } from './work-fact.ts';

it.each([
  ['state', 'unknown', '机器里记着：结果不明', 'State here: outcome unknown'],
  ['rounds', 6, '查询过：6', 'Rounds of queries: 6'],
  ['verdict', 'missingThere', '差在哪里：这里已结，中心没有', 'What differs: settled here, not at the centre'],
  [
    'why',
    'CENTRE_OTHER_PERSON',
    '哪里对不上：医保中心返回的是另一个人',
    'What does not fit: The centre answered about another person',
  ],
  ['setlId', 'JS1', '中心的结算号：JS1', 'Settlement no. at the centre: JS1'],
  ['theirs', '42.00', '中心的金额：42.00', 'Amount at the centre: 42.00'],
  ['cashier', 'gone', '收款机：配置里已经没有', 'The cashier: no more in the profile'],
  ['copy', 0, '补打第几张：原件', 'Copy no.: the original'],
  ['reason', 'HTTP 400.', '对方说：HTTP 400.', 'The other side says: HTTP 400.'],
] as const)('%s=%s in words of both languages', (name, value, zh, en) => {
  expect(workFact(name, value, 'zh')).toBe(zh);
  expect(workFact(name, value, 'en')).toBe(en);
});

it('leaves out what is not known, and keeps a name that has no words', () => {
  for (const value of [null, '']) expect(workFact('why', value, 'zh')).toBeNull();
  expect(workFact('toString', 'constructor', 'en')).toBe('toString: constructor');
});
