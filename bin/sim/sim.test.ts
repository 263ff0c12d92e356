import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cliErrorSchema } from '../../common/contracts/cli/outputs.ts';
import {
  cliSimDockSchema,
  cliSimDoneSchema,
  cliSimLedgersSchema,
  cliSimPaperSchema,
  cliSimPeopleSchema,
  cliSimStatusSchema,
} from '../../common/contracts/cli/sim.ts';
import { faultKinds } from '../../common/contracts/fault-kinds.ts';
import { manualClock } from '../../common/rpc/testing/manual-clock.ts';
import { type DockServer, startDockServer } from '../../simulator/dock/server.ts';
import { fakeDock } from '../../simulator/dock/testing/fake-dock.ts';
import { systemRandom } from '../../wire/system.ts';
import { run } from '../testing/run.ts';
import { parseSim } from './arguments.ts';

let dir: string;
let server: DockServer | null;
let dock: ReturnType<typeof fakeDock>;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'minka-sim-cli-'));
  dock = fakeDock();
  const socket = join(dir, 'dock.sock');
  server = await startDockServer({ dock, dist: dir, socket, clock: manualClock(), random: systemRandom });
  mkdirSync(join(dir, 'minka'));
  writeFileSync(join(dir, 'minka', 'lab.json'), JSON.stringify({ socket, pid: process.pid }));
});
afterEach(async () => {
  await server?.close();
  rmSync(dir, { recursive: true });
});
const sim = (line: string, env: NodeJS.ProcessEnv = {}) =>
  run(['sim', ...line.split(' ')], { XDG_STATE_HOME: dir, ...env });

describe('minka sim', () => {
  it.each([
    ['people', cliSimPeopleSchema],
    ['ledgers', cliSimLedgersSchema],
    ['status', cliSimStatusSchema],
    ['paper', cliSimPaperSchema],
    ['dock', cliSimDockSchema],
    ['card insert 1', cliSimDoneSchema],
  ])('%s --json is one object of its schema', async (line, schema) => {
    const ran = await sim(`${line} --json`);
    expect([ran.code, ran.note]).toEqual([0, '']);
    schema.strict().parse(ran.json());
  });
  it('does the same movements as the page', async () => {
    const lines = [
      'card insert 1 --slot 2 --wrong-way',
      'card turn',
      'card new 1',
      'pin 123456',
      'pin cancel',
      'paper tear',
    ];
    lines.push('pad cable out', 'pad cable in');
    lines.push(
      'paper cover open',
      'paper out',
      'paper refill',
      'paper jam',
      'paper cable out',
      'net down',
      'net slow 500',
      'clock on 10m',
      'clock back 1d --everyone',
      'clock right',
    );
    lines.push('fault loseReplyAfterCommit --infno 2207 --times 3', 'fault clear', 'people draw');
    for (const line of lines) expect((await sim(line)).code, line).toBe(0);
    expect(dock.commands).toEqual([
      { do: 'card.insert', person: '1', slot: 1, wrongWay: true },
      { do: 'card.turn', slot: 0 },
      { do: 'card.renew', person: '1' },
      { do: 'pin.type', digits: '123456' },
      { do: 'pin.key', key: 'cancel' },
      { do: 'paper.tear' },
      { do: 'pad.cable', plugged: false },
      { do: 'pad.cable', plugged: true },
      { do: 'printer', coverOpen: true },
      { do: 'printer', paper: 'out' },
      { do: 'printer', paper: 'plenty' },
      { do: 'printer', cutterJam: true },
      { do: 'printer', cable: false },
      { do: 'net', state: 'down', ms: 2000 },
      { do: 'net', state: 'slow', ms: 500 },
      { do: 'clock', seconds: 600, everyone: false },
      { do: 'clock', seconds: -86_400, everyone: true },
      { do: 'clock', seconds: 0, everyone: false },
      {
        do: 'fault.arm',
        fault: { target: 'centre', kind: 'loseReplyAfterCommit', infno: '2207', times: 3, skip: 0 },
      },
      { do: 'fault.clear' },
      { do: 'people.draw' },
    ]);
  });
  it('writes the paper’s picture for this user only', async () => {
    const file = join(dir, 'slip.png');
    expect((await sim(`paper --out ${file}`)).code).toBe(0);
    expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG');
    expect(statSync(file).mode & 0o077).toBe(0);
  });
  it('says why something was not done and what to do, in both languages', async () => {
    const ran = await sim('card insert nobody --json');
    expect(ran.code).toBe(1);
    const { error } = cliErrorSchema.strict().parse(ran.json());
    expect(error.code).toBe('DOCK_NO_SUCH_PERSON');
    expect(error.remedy).toContain('minka sim people');
    const zh = await sim('card insert nobody', { LANG: 'zh_CN.UTF-8' });
    expect(zh.note).toContain('没有这个人');
  });
  it('no lab: says how to start one', async () => {
    await server?.close();
    server = null;
    for (const line of ['status --json', 'paper tear --json']) {
      const ran = await sim(line);
      expect([ran.code, cliErrorSchema.parse(ran.json()).error.code]).toEqual([1, 'SIM_NO_LAB']);
    }
    rmSync(join(dir, 'minka', 'lab.json'));
    expect((await sim('status')).note).toContain('npm start');
  });
  it('a lab file that is junk is no lab', async () => {
    writeFileSync(join(dir, 'minka', 'lab.json'), '{"socket":7}');
    expect(cliErrorSchema.parse((await sim('status --json')).json()).error.code).toBe('SIM_NO_LAB');
  });
  it('--help in both languages', async () => {
    const ran = await run(['sim', '--help'], { XDG_STATE_HOME: dir });
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('用法');
    expect(ran.out).toContain('Usage');
    for (const kind of faultKinds) expect(ran.out.split(`    ${kind} `)).toHaveLength(3);
    expect(ran.out).not.toContain('{');
  });
});

describe('wrong usage', () => {
  it.each([
    'dance',
    'card',
    'card insert',
    'card insert 1 2',
    'card insert 1 --slot 3',
    'card remove 1',
    'card new',
    'card new 1 --slot 1',
    'card remove --wrong-way',
    'pin',
    'pin 12a4',
    'pin 12345678901234567',
    'pad',
    'pad cable',
    'paper cover',
    'paper fly',
    'paper tear --out x',
    'net',
    'net slow soon',
    'net slow 0',
    'clock 10m',
    'clock on 10y',
    'clock on 999999d',
    'clock right 1d',
    'net up --everyone',
    'net up now',
    'fault',
    'fault sleepy',
    'fault http500 --times 0',
    'fault http500 --times x',
    'fault http500 --infno 22',
    'fault http500 --target sun',
    'fault http500 --times 1 --times 2',
    'people who',
    'status now',
    'ledgers --slot 1',
    'status --loud',
  ])('sim %s', async (line) => {
    expect(parseSim(line.split(' ')).ok).toBe(false);
    expect((await sim(line)).code).toBe(2);
    expect(dock.commands).toEqual([]);
  });
  it.each([
    ['fault http500 --times 0', '--times takes 1 to 100000'],
    ['fault http500 --target sun', '--target takes centre, his, operator, benefits or cashier'],
    ['clock on 999999d', '300 days'],
    ['net slow soon', '1 to 60000'],
    [`card insert ${'x'.repeat(41)}`, 'at most 40 characters'],
  ])('sim %s says what is allowed, in our own words', async (line, words) => {
    const { note } = await sim(line);
    expect(note).toContain(words);
    expect(note).not.toMatch(/Invalid|expected|Too (big|small)|✖/);
  });
});
