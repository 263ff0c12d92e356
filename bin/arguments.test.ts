import { expect, it } from 'vitest';
import { cliStrings } from '../common/strings/cli.ts';
import { parseCommand } from './arguments.ts';
import { AUDIT_TAKES } from './audit-arguments.ts';
import { RECONCILE_TAKES } from './reconcile-arguments.ts';
import { STAFF_TAKES } from './staff-arguments.ts';
import { STORE_TAKES } from './store-arguments.ts';

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
  ['config check', { kind: 'configCheck', file: null }],
  ['worklist list --json', { kind: 'worklistList', all: false, waitSeconds: 60, json: true }],
  ['worklist list --all --wait 5', { kind: 'worklistList', all: true, waitSeconds: 5 }],
  [
    'worklist resolve 7 --as void --reason seen-there',
    { kind: 'worklistResolve', id: 7, resolution: 'void', reason: 'seen-there', setlId: null },
  ],
  [
    'worklist resolve 7 --as stands --reason seen --setl-id JS2026',
    { kind: 'worklistResolve', resolution: 'stands', setlId: 'JS2026' },
  ],
  ['staff import staff.json', { kind: 'staffImport', file: 'staff.json' }],
  ['staff mark', { kind: 'staffMark', salt: null }],
  [`staff mark --salt ${'0f'.repeat(16)}`, { kind: 'staffMark', salt: '0f'.repeat(16) }],
  ['staff list', { kind: 'staffList' }],
  ['staff page', { kind: 'staffPage' }],
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
  'worklist',
  'worklist list 5',
  'worklist list --wait 301',
  'worklist list --as void',
  'worklist resolve --as void --reason seen',
  'worklist resolve 7 --reason seen',
  'worklist resolve 7 --as ended --reason seen',
  'worklist resolve 7 --as void',
  'worklist resolve 7 --as void --reason no',
  'worklist resolve 7 --as void --reason seen --setl-id a/b',
  'worklist resolve 7 --as void --reason 99013119800101000X',
  'worklist resolve 0 --as void --reason seen',
  'worklist resolve 7 8 --as void --reason seen',
  'staff import',
  'staff import a b',
  'staff mark --salt 12',
  'staff page now',
  'staff',
  'config check a b',
  'config check a --profile b',
  'constructor',
  '__proto__ x',
])('wrong usage: %j', (line) => {
  expect(parse(line)).toMatchObject({ ok: false, error: expect.stringMatching(/./) });
});

it('the help names every option that a command takes, in both languages', () => {
  const options = [STAFF_TAKES, AUDIT_TAKES, RECONCILE_TAKES, STORE_TAKES].flatMap((takes) => Object.values(takes));
  for (const option of new Set(options.flat())) {
    expect(cliStrings.usage.zh).toContain(`--${option}`);
    expect(cliStrings.usage.en).toContain(`--${option}`);
  }
});
