import { expect, it } from 'vitest';
import { parseCommand } from './arguments.ts';

const parse = (line: string) => parseCommand(line.split(' ').filter((word) => word !== ''));

it.each([
  ['card read', { kind: 'cardRead', reader: null, waitSeconds: 30, reveal: false, json: false, profileFile: null }],
  ['card read --json --wait 0 --reveal', { kind: 'cardRead', waitSeconds: 0, reveal: true, json: true }],
  ['--wait=600 card --reader R read', { kind: 'cardRead', reader: 'R', waitSeconds: 600 }],
  ['printer status --json', { kind: 'printerStatus', json: true }],
  ['printer test --profile p.json', { kind: 'printerTest', profileFile: 'p.json' }],
  ['queue list', { kind: 'queueList' }],
  ['queue show 17 --json', { kind: 'queueShow', id: 17, json: true }],
  ['config check a.json', { kind: 'configCheck', file: 'a.json' }],
  ['--help', { kind: 'help' }],
  ['card read -h', { kind: 'help' }],
])('%s', (line, expected) => {
  expect(parse(line)).toMatchObject({ ok: true, value: expected });
});

it.each([
  '',
  'card',
  'read card',
  'card write',
  'card read now',
  'card read --wait',
  'card read --wait -1',
  'card read --wait 601',
  'card read --wait 1.5',
  'card read --wait ten',
  'card read --wait 1 --wait 2',
  'card read --json --json',
  'card read --json=yes',
  'card read --reader=',
  'card read --nonsense',
  'card read --profile=',
  'printer',
  'printer status --reveal',
  'printer test --wait 5',
  'queue',
  'queue list 5',
  'queue show',
  'queue show x',
  'queue show 0',
  'queue show -1',
  'queue show 1 2',
  'queue show 1e3',
  'config check',
  'config check a b',
  'config check a --profile b',
  'constructor',
  '__proto__ x',
])('wrong usage: %j', (line) => {
  expect(parse(line)).toMatchObject({ ok: false, error: expect.stringMatching(/./) });
});
