import { expect, test } from 'vitest';
import type { DockState } from '../../common/contracts/dock/state.ts';
import { faultTargets } from '../../common/contracts/fault-kinds.ts';
import { manualClock } from '../../common/rpc/testing/manual-clock.ts';
import { createDock } from './dock.ts';
import { quietLab } from './testing/quiet-lab.ts';

test.each(faultTargets)('a fault that is set at %s is seen, and none beside it is lost', async (target) => {
  const { lab, devices } = quietLab();
  devices.armed.push({ id: 1, timesLeft: 3, fault: { target: 'centre', kind: 'http500', infno: '2207' } });
  devices.armed.push({ id: 2, timesLeft: 1, fault: { target, kind: 'delayMs', ms: 40 } });
  const dock = await createDock({ lab, clock: manualClock(), firstSeed: 1 });
  expect((await dock.state()).faults).toMatchObject([
    { id: 1, target: 'centre' },
    { id: 2, target, ms: 40 },
  ]);
  dock.close();
});

test('the emulated devices die: page and command line are told, and nobody waits', async () => {
  const { lab, devices } = quietLab();
  const dock = await createDock({ lab, clock: manualClock(), firstSeed: 1 });
  const seen: DockState[] = [];
  dock.listen((state) => seen.push(state));
  expect((await dock.state()).gone).toBe(false);
  devices.gone = true;
  await expect(dock.state()).rejects.toThrow('the emulators are gone');
  expect(seen.map(({ gone }) => gone)).toEqual([false, true]);
  expect(dock.last()).toMatchObject({ gone: true, people: seen[0]?.people });
  expect(await dock.run({ do: 'card.insert', person: '1', slot: 0, wrongWay: false })).toEqual({
    ok: false,
    error: { code: 'DOCK_PART_GONE', detail: 'the emulators are gone' },
  });
  dock.close();
});
