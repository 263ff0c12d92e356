import { expect, type Scene, test } from './fixtures.ts';

/** The centre's answer to 2207 is lost: the outcome is unknown, and stays so until a query or a fence decides it. */

async function confirmVisit(scene: Scene): Promise<void> {
  await scene.person.comeToTheKiosk();
  await scene.person.goToSplit(scene.visit);
  await scene.person.press('acceptSplit');
  await scene.person.sees('confirm');
  await scene.person.press('confirm');
}

const noAnswer = (infno: string, times: number): Readonly<Record<string, unknown>> => ({
  target: 'centre',
  infno,
  kind: 'loseBeforeCommit',
  times,
});

test.describe('the person is still there', () => {
  test.use({ labOptions: { profile: { policy: { personLimitMs: 2500 } } } });

  test('lost after the commit: unknown, found by 5203, settled once', async ({ scene }) => {
    // 5203 is deaf for a while too, so that the person is told that nobody knows yet.
    await scene.arm({ target: 'centre', infno: '2207', kind: 'loseReplyAfterCommit' }, noAnswer('5203', 50));
    await confirmVisit(scene);
    await scene.person.sees('unknown');
    await expect.poll(async () => (await scene.paper()).cuts).toBe(1);
    const slip = (await scene.paper()).lines.join('\n');
    const [open] = await scene.journal();
    expect(slip).toContain('结果待查');
    expect(slip).toContain(open?.messageId);
    expect((await scene.his()).state).toBe('held');

    await scene.clearFaults();
    await scene.person.sees('done');
    await scene.person.takeCard();
    await scene.settledDown(40_000);
    const ledger = await scene.ledger();
    const journal = await scene.journal();
    expect(ledger).toHaveLength(1);
    expect(journal).toHaveLength(1);
    expect(journal[0]).toMatchObject({
      state: 'settled',
      foundBy: '5203',
      messageId: ledger[0]?.msgid,
      cashFen: ledger[0]?.cash,
    });
    expect((await scene.centreCount('2207')).count).toBe(1);
    expect((await scene.centreCount('2601')).count).toBe(0);
    expect((await scene.his()).state).toBe('settled');
    const paper = await scene.paper();
    expect(paper.amounts).toMatchObject({ total: ledger[0]?.total, cash: ledger[0]?.cash });
  });

  test('lost before the commit: unknown, fenced by 2601, reversed', async ({ scene }) => {
    await scene.arm(noAnswer('2207', 1), noAnswer('5203', 50));
    await confirmVisit(scene);
    await scene.person.sees('unknown');
    await expect.poll(async () => (await scene.paper()).cuts).toBe(1);
    await scene.clearFaults();
    await scene.person.sees('notPaid');
    await scene.person.takeCard();
    await scene.settledDown(40_000);
    const journal = await scene.journal();
    expect(await scene.ledger()).toEqual([]);
    expect(journal).toHaveLength(1);
    expect(journal[0]?.state).toBe('reversed');
    expect((await scene.centreCount('2207')).count).toBe(1);
    expect((await scene.centreCount('2601')).handled).toBe(1);
    expect((await scene.his()).state).toBe('unpaid');
  });
});

test('lost after the commit, 5203 answers at once: the person sees it settled and gets one receipt', async ({
  scene,
}) => {
  await scene.arm({ target: 'centre', infno: '2207', kind: 'loseReplyAfterCommit' });
  await confirmVisit(scene);
  await scene.person.sees('done');
  await scene.page.locator('[data-print="printed"]').waitFor({ state: 'attached' });
  const paper = await scene.paper();
  const [ledger] = await scene.ledger();
  expect(paper.cuts).toBe(1);
  expect(paper.amounts).toMatchObject({
    total: ledger?.total,
    funds: ledger?.funds,
    account: ledger?.account,
    cash: ledger?.cash,
  });
  expect((await scene.journal())[0]).toMatchObject({ state: 'settled', foundBy: '5203' });
});

test('lost before the commit, 2601 answers at once: not paid, with a slip, and a new try is a new message', async ({
  scene,
}) => {
  await scene.arm(noAnswer('2207', 1));
  await confirmVisit(scene);
  await scene.person.sees('notPaid');
  await expect.poll(async () => (await scene.paper()).cuts).toBe(1);
  await scene.person.press('retry');
  await scene.person.sees('split');
  await scene.person.press('acceptSplit');
  await scene.person.press('confirm');
  await scene.person.sees('done');
  await scene.person.takeCard();
  await scene.settledDown();
  const journal = await scene.journal();
  expect(journal.map((r) => r.state).sort()).toEqual(['reversed', 'settled']);
  expect(new Set(journal.map((r) => r.messageId)).size).toBe(2);
  expect(await scene.ledger()).toHaveLength(1);
});

for (const [when, fault, end] of [
  // The centre commits at once and its answer comes byte by byte, for half a minute.
  ['committed at once', { target: 'centre', infno: '2207', kind: 'slowDrip', ms: 20 }, 'settled'],
  ['never committed', { target: 'centre', infno: '2207', kind: 'loseBeforeCommit', afterMs: 4000 }, 'reversed'],
  // The centre takes the request up only after the terminal has asked and fenced: the fence must hold.
  ['taken up after the fence', { target: 'centre', infno: '2207', kind: 'delayMs', ms: 8000 }, 'reversed'],
] as const) {
  test(`kill -9 of the terminal between 2207's bytes and its answer, ${when}: after the start it ends ${end}`, async ({
    scene,
  }) => {
    await scene.arm(fault);
    const pid = await scene.terminalPid();
    await confirmVisit(scene);
    await expect.poll(async () => (await scene.centreCount('2207')).count, { intervals: [50] }).toBe(1);
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => scene.terminalPid().catch(() => pid), { timeout: 20_000 }).not.toBe(pid);
    await scene.settledDown(40_000);
    if (fault.kind === 'delayMs')
      await expect.poll(async () => (await scene.centreCount('2207')).handled, { timeout: 12_000 }).toBe(1);
    const journal = await scene.journal();
    const ledger = await scene.ledger();
    expect(journal).toHaveLength(1);
    expect(journal[0]?.state).toBe(end);
    expect(ledger.filter((r) => r.state === 'settled')).toHaveLength(end === 'settled' ? 1 : 0);
    expect((await scene.centreCount('2207')).count).toBe(1);
    expect((await scene.his()).state).toBe(end === 'settled' ? 'settled' : 'unpaid');
    expect((await scene.operatorKinds()).filter((k) => k === 'settlement')).toHaveLength(end === 'settled' ? 1 : 0);
  });
}
