import { expect, it } from 'vitest';
import { type CentreLogEntry, createCentreLog, expectedRows, lostAnswers, lostRefunds, newest } from './centre-log.ts';

const entry = (sequence: number, key: string, fault: string | null, at: number): CentreLogEntry => ({
  ...{ sequence, key, fault, at, target: 'centre', messageId: `M${sequence}` },
  handled: fault !== 'loseBeforeCommit' && fault !== 'businessRefusal',
});

it('a lost answer calls for a row only where nobody could ask before the person was let go', () => {
  const lost = entry(1, '2207', 'loseReplyAfterCommit', 1000);
  expect(expectedRows([lost, entry(2, '5203', null, 1500)], 2500)).toBe(0);
  const late = [lost, entry(2, '5203', 'loseBeforeCommit', 1500), entry(3, '5203', null, 9000)];
  expect(expectedRows(late, 2500)).toBe(1);
  expect(expectedRows([lost], 2500)).toBe(1);
  expect(expectedRows([entry(1, '2207', 'loseBeforeCommit', 1000)], 2500)).toBe(0);
  expect(expectedRows([entry(1, '2207', null, 1000)], 2500)).toBe(0);
});

it('an answer that cannot be read is a lost one, of a stay too', () => {
  expect(expectedRows([entry(1, '2304', 'garbage', 0), entry(2, '5203', null, 9000)], 2500)).toBe(1);
});

it('whoever was there to be told calls for no row: only what was sent since', () => {
  const told = [entry(1, '2207', 'garbage', 0), entry(2, '5203', null, 9000)];
  expect(newest(told)).toBe(2);
  expect(expectedRows(told, 2500, newest(told))).toBe(0);
  const more = [...told, entry(3, '2207', 'loseReplyAfterCommit', 20_000), entry(4, '5203', null, 29_000)];
  expect(expectedRows(more, 2500, newest(told))).toBe(1);
  expect(newest([])).toBe(0);
});

it('what another server answered, and another message of the centre, are no answers to it', () => {
  const lost = entry(1, '2207', 'loseReplyAfterCommit', 0);
  expect(expectedRows([lost, { ...entry(2, '5203', null, 100), target: 'his' }], 2500)).toBe(1);
  expect(expectedRows([lost, entry(2, '5201', null, 100)], 2500)).toBe(1);
});

it('each settlement whose answer was lost is named once', () => {
  const twice = { ...entry(3, '2207', 'garbage', 0), messageId: 'M1' };
  expect(lostAnswers([entry(1, '2207', 'loseBeforeCommit', 0), entry(2, '2207', null, 0), twice])).toEqual(['M1']);
  expect(lostAnswers([entry(1, '2207', 'businessRefusal', 0), entry(2, '2305', 'loseReplyAfterCommit', 0)])).toEqual(
    [],
  );
  expect(lostRefunds([entry(1, '2207', 'garbage', 0), entry(2, '2305', 'loseReplyAfterCommit', 0)])).toEqual(['M2']);
});

it('an entry that the servers have forgotten since is kept, and none is counted twice', async () => {
  let kept = [entry(1, '2207', null, 0), entry(2, '5203', null, 1)];
  const log = createCentreLog({ admin: () => Promise.resolve({ entries: kept }) });
  await log.read();
  kept = [entry(2, '5203', null, 1), entry(3, '2208', null, 2)];
  await log.read();
  expect(log.entries().map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
});
