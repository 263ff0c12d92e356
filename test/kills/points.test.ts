import { afterAll, expect, it } from 'vitest';
import { foundAfterSession } from '../../terminal/settlement/testing/late.ts';
import { endAll, start } from '../../terminal/settlement/testing/start.ts';
import { watchCommits } from './points/commits.ts';
import { points } from './points.ts';

afterAll(endAll);

/** Labels of the kind "before …" and "after …" on the ways of this name: they are read off the store's statements. */
const commits = (way: string): readonly string[] =>
  points.flatMap(({ label, weather }) => (weather.name === way && /^(before|after) /.test(label) ? [label] : []));

it('every commit at which the kills lane kills is still known by its statements', async () => {
  const passed = new Set<string>();
  const moves: string[] = [];
  watchCommits({
    arm: () => {},
    isArmed: () => false,
    pass: (label) => void passed.add(label),
    tell: (line) => {
      if ('matter' in line) moves.push(`${line.matter} ${line.id} ${line.state}`);
    },
  });
  // A visit as it should be.
  const fine = start();
  expect((await fine.settle()).kind).toBe('settled');
  const job = fine.terminal.prints.create({ settlementId: 1, kind: 'settlement', checkCode: 'A'.repeat(16) });
  fine.terminal.prints.finish(job.jobId, { kind: 'printed', printerMs: 1 });
  await fine.quiet();
  for (const label of [...commits('fine'), ...commits('owing')]) expect(passed).toContain(label);
  expect(moves).toEqual(['settlement 1 intended', 'settlement 1 settled']);

  // An answer that is lost; one that never was; both looked up by the next process.
  for (const [weather, ways] of [
    ['lostAfter', ['lostReply', 'found']],
    ['lostBefore', ['lostRequest', 'fenced']],
  ] as const) {
    passed.clear();
    const lost = start();
    lost.storm(weather, '2207');
    await lost.settle();
    await lost.quiet();
    for (const label of ways.flatMap(commits)) {
      // These are of the start and of the HIS's own row.
      if (!/claims taken back|settlement unknown/.test(label)) expect(passed, weather).toContain(label);
    }
  }

  // Given back, with a 2208 that is lost either way.
  for (const [weather, way] of [
    [null, 'refund'],
    ['lostAfter', 'refundLostReply'],
    ['lostBefore', 'refundLostRequest'],
  ] as const) {
    passed.clear();
    moves.length = 0;
    const back = await foundAfterSession({ foundAfterSession: 'reverse' });
    if (weather !== null) back.storm(weather, '2208');
    await back.quiet();
    for (const label of commits(way)) expect(passed, way).toContain(label);
    expect(moves.at(-1)).toBe('refund 1 done');
  }
});
