import { expect, test } from 'vitest';
import { dockFaultSchema } from '../../common/contracts/dock/commands.ts';
import { faultProblem } from '../../common/contracts/dock/fault-sense.ts';
import { manualClock } from '../../common/rpc/testing/manual-clock.ts';
import { createDock } from './dock.ts';
import { quietLab } from './testing/quiet-lab.ts';

test.each([
  [{ target: 'his', kind: 'http500', infno: '2207' }, 'DOCK_FAULT_NO_INFNO'],
  [{ target: 'his', kind: 'wrongAmounts' }, 'DOCK_FAULT_NEEDS_CENTRE'],
  [{ kind: 'http500', path: '/his/v1/settled' }, 'DOCK_FAULT_NO_PATH'],
  [{ kind: 'tlsReset', infno: '2207' }, 'DOCK_FAULT_OF_CONNECTION'],
  [{ target: 'operator', kind: 'refuseConnections', path: '/x' }, 'DOCK_FAULT_OF_CONNECTION'],
  [{ kind: 'http500', ms: 5 }, 'DOCK_FAULT_NO_TIME'],
  [{ kind: 'delayMs', ms: 5 }, null],
  [{ kind: 'http500', infno: '2207' }, null],
  [{ target: 'his', kind: 'http500', path: '/his/v1/settled' }, null],
  [{ target: 'his', kind: 'tlsReset' }, null],
  [{ target: 'cashier', kind: 'wrongAmounts' }, 'DOCK_FAULT_NEEDS_CENTRE'],
  [{ target: 'cashier', kind: 'loseReplyAfterCommit', path: '/cashier/v1/collect' }, null],
  [{ target: 'benefits', kind: 'http500', infno: '5206' }, 'DOCK_FAULT_NO_INFNO'],
  [{ target: 'benefits', kind: 'http500', path: '/benefits/v1/medical-summary' }, null],
])('%j: %s', (fault, problem) => {
  expect(faultProblem(dockFaultSchema.parse(fault))).toBe(problem);
});

test('a fault that never fires is refused; one that takes its time is told how long', async () => {
  const { lab, devices } = quietLab();
  const dock = await createDock({ lab, clock: manualClock(), firstSeed: 1 });
  const arm = (fault: object) => dock.run({ do: 'fault.arm', fault: dockFaultSchema.parse(fault) });
  devices.admin.length = 0;
  expect(await arm({ target: 'his', kind: 'http500', infno: '2207' })).toMatchObject({
    error: { code: 'DOCK_FAULT_NO_INFNO', detail: 'http500' },
  });
  expect(devices.admin).toEqual([]);
  expect(await arm({ kind: 'delayMs' })).toEqual({ ok: true });
  expect(await arm({ kind: 'http500' })).toEqual({ ok: true });
  expect(devices.admin).toMatchObject([{ arm: [{ kind: 'delayMs', ms: 2000 }] }, { arm: [{ kind: 'http500' }] }]);
  expect(JSON.stringify(devices.admin[1])).not.toContain('"ms"');
  dock.close();
});
