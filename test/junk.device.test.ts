import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DrawnVisit, drawVisit } from '../simulator/lab/draw.ts';
import { type Glass, openGlass } from '../simulator/lab/glass.ts';
import { type Lab, startLab } from '../simulator/lab/lab.ts';
import { admit, walkToConfirm } from '../simulator/lab/walk.ts';
import { connectUnix } from '../wire/unix-socket.ts';

/**
 * Junk on every boundary of one living terminal: each gives a clear end, the process lives, the journal is intact, and
 * the next person is served. (Each boundary's own suite goes deeper, with generated junk.)
 */
let lab: Lab;
let glass: Glass;
let pid = 0;
let seed = 5000;

async function terminalPid(): Promise<number> {
  const control = await lab.control();
  const hello = await control.call('hello', {});
  control.close();
  if (!hello.ok) throw new Error('the terminal does not answer');
  return hello.value.pid;
}

/** The next drawn person, known to centre and HIS. */
async function nextPerson(): Promise<DrawnVisit> {
  seed += 1;
  const visit = drawVisit(seed, Date.now());
  await admit(lab, visit);
  return visit;
}

/** One ordinary person: the proof that nothing is left of the junk. */
async function servesTheNext(): Promise<void> {
  await lab.admin('POST', '/admin/faults', { clear: true });
  const visit = await nextPerson();
  await glass.press({ kind: 'confirm', cash: await walkToConfirm(lab, glass, visit) });
  await glass.sees(['done']);
  await lab.sim.command('card.remove');
  await glass.sees(['insertCard'], 40_000);
  const control = await lab.control();
  const idle = await control.call('waitIdle', { waitMs: 40_000 }, { timeoutMs: 45_000 });
  const rows = await control.call('settlements', {});
  control.close();
  expect(idle.ok && idle.value.idle).toBe(true);
  const ledger = (
    (await lab.admin('GET', '/admin/ledger')) as { settlements: { msgid: string; state: string; cash: number }[] }
  ).settlements;
  const settled = ledger.filter((row) => row.state === 'settled').map((row) => [row.msgid, row.cash]);
  const journal = rows.ok
    ? rows.value.rows.filter((row) => row.state === 'settled').map((row) => [row.messageId, row.cashFen])
    : [];
  expect(new Map(journal as [string, number][])).toEqual(new Map(settled as [string, number][]));
  expect(await terminalPid()).toBe(pid);
}

beforeAll(async () => {
  lab = await startLab({ screen: false, profile: { policy: { resultMs: 1000, personLimitMs: 4000 } } });
  glass = await openGlass(lab);
  pid = await terminalPid();
}, 60_000);

afterAll(async () => {
  glass?.close();
  await lab?.stop();
}, 20_000);

describe('junk', { timeout: 120_000 }, () => {
  test.each(['screen.sock', 'control.sock', 'host.sock', 'shell.sock'])('frames on %s', async (socket) => {
    const channel = await connectUnix(join(lab.dir, 'run', socket), { retryMs: 2000 });
    if (!channel.ok) throw new Error(channel.error.message);
    const frames = [
      '',
      'x',
      '{',
      'null',
      '[]',
      '{"t":"call"}',
      `{"t":"call","id":1,"verb":"__proto__","in":{}}`,
      '['.repeat(20_000),
      'a'.repeat(250_000),
    ];
    for (const frame of frames) channel.value.post(frame);
    for (let i = 0; i < 500; i++)
      channel.value.post(
        `{"t":"call","id":${i},"verb":"intent","in":{"version":-1,"intent":{"kind":"confirm","cash":"1"}}}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 200));
    channel.value.close();
    expect(await terminalPid()).toBe(pid);
  });

  test('a card that answers garbage', async () => {
    await glass.sees(['insertCard']);
    await lab.sim.command('card.insert', { persona: 'garbage' });
    const { screen } = await glass.sees(['cardProblem']);
    expect(screen).toMatchObject({ failure: 'CARD_GARBAGE' });
    await lab.sim.command('card.remove');
    // Of two cards between two looks of the service (0.4 s) nobody would know.
    await glass.sees(['insertCard']);
    await servesTheNext();
  });

  test.each(['garbage', 'halfBody', 'http404html', 'nullOutput'])('the centre answers 1101 with %s', async (kind) => {
    const visit = await nextPerson();
    await lab.admin('POST', '/admin/faults', { arm: [{ target: 'centre', infno: '1101', kind, times: 20 }] });
    await glass.sees(['insertCard']);
    await lab.sim.command('card.insert', { persona: visit.persona });
    await glass.sees(['enterPin']);
    await lab.sim.command('pin.type', { digits: visit.pin });
    const { screen } = await glass.sees(['stepFailed']);
    expect(screen.kind === 'stepFailed' && screen.failure).toMatch(/^CENTRE_/);
    await lab.sim.command('card.remove');
    await servesTheNext();
  });

  test('the HIS answers with garbage', async () => {
    const visit = await nextPerson();
    await lab.admin('POST', '/admin/faults', {
      arm: [{ target: 'his', path: '/his/v1/unpaid', kind: 'garbage', times: 20 }],
    });
    await glass.sees(['insertCard']);
    await lab.sim.command('card.insert', { persona: visit.persona });
    await glass.sees(['enterPin']);
    await lab.sim.command('pin.type', { digits: visit.pin });
    const { screen } = await glass.sees(['stepFailed']);
    expect(screen).toMatchObject({ failure: 'HIS_BAD_ANSWER' });
    await lab.sim.command('card.remove');
    await servesTheNext();
  });

  test.each(['garbage', 'wrongPerson', 'wrongAmounts', 'http500'])(
    'the centre answers 2207 with %s: unknown first, then what the ledger says',
    async (kind) => {
      const visit = await nextPerson();
      const cash = await walkToConfirm(lab, glass, visit);
      await lab.admin('POST', '/admin/faults', { arm: [{ target: 'centre', infno: '2207', kind, times: 1 }] });
      await glass.press({ kind: 'confirm', cash });
      await glass.sees(['done', 'notPaid'], 30_000);
      await lab.sim.command('card.remove');
      await servesTheNext();
    },
  );

  test('the printer answers junk', async () => {
    await lab.sim.command('printer.set', { settings: { junk: true } });
    const visit = await nextPerson();
    await glass.press({ kind: 'confirm', cash: await walkToConfirm(lab, glass, visit) });
    await glass.sees(['done']);
    await lab.sim.command('card.remove');
    await lab.sim.command('printer.set', { settings: { junk: false } });
    await servesTheNext();
  });

  test('a configuration file of junk is refused with its place', async () => {
    const file = join(lab.dir, 'junk.json');
    for (const text of ['', '{', '[]', 'null', '\u0000', '{"schema":1,"mode":"lab","site":{}}', '{"schema":2}']) {
      writeFileSync(file, text);
      const run = promisify(execFile)(process.execPath, ['bin/minka.mjs', 'config', 'check', file, '--json']);
      const failed = await run.then(
        () => null,
        (error: { code: number; stdout: string }) => error,
      );
      expect(failed?.code).toBe(1);
      const answer = JSON.parse(failed?.stdout ?? '') as { ok: boolean; problems: { path: string; allowed: string }[] };
      expect(answer.ok).toBe(false);
      expect(answer.problems.length).toBeGreaterThan(0);
    }
  });
});
