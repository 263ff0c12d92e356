import { expect, it } from 'vitest';
import type { StaffView } from '../../common/contracts/session/staff-view.ts';
import { fen } from '../../common/kernel/money.ts';
import { manualClock } from '../../common/rpc/testing/manual-clock.ts';
import type { Lent } from '../staff/desk.ts';
import { lentOf } from './lent.ts';
import { createDeskRunner, type DeskRunner } from './runner.ts';
import { policy } from './testing/kit.ts';

const PROOF: StaffView = {
  ...({ kind: 'proof', act: 'reconcile', about: null, person: 1, of: 1, first: null } as const),
  ...({ phase: 'card', digits: 0, mayGoBack: true } as const),
  roles: ['cashier'],
};
const frame = {
  ...({ mode: 'lab', locale: 'zh-CN' } as const),
  look: { theme: 'standard', textSize: 'normal', reach: false, calm: false, sound: false } as const,
  site: { title: 'T', institution: 'I', terminal: 'D1', window: '3', hotline: '1' },
};

/** A desk between two people, whose own effects borrow the glass. */
function desk() {
  const heard: boolean[] = [];
  let lent: Lent | null = null;
  const shift = { id: 1, staffId: 'S001', name: '王*敏', openedAt: 0, settled: 0 };
  const runner: DeskRunner = createDeskRunner({
    ...{ clock: manualClock(), policy, frame, report: () => undefined },
    perform(effect) {
      if (effect.kind === 'openShift')
        runner.dispatch({ kind: 'shiftOpened', op: effect.op, result: { ok: true, value: shift } });
      if (effect.kind === 'openWork' && lent !== null)
        heard.push(lent.show({ kind: 'list', name: '王*敏', rows: [], total: 0 }));
      if (effect.kind === 'staff' && lent !== null) heard.push(lent.show(PROOF));
    },
  });
  lent = lentOf(runner);
  runner.intent(runner.snapshot().version, { kind: 'openShift', float: fen(0) });
  return { runner, heard };
}

it('who presses D between two people is told that the question for her card stands on the glass', () => {
  const { runner, heard } = desk();
  const { version } = runner.snapshot();
  expect(runner.intent(version, { kind: 'staffReport', day: null })).toBe(true);
  expect(heard).toEqual([true, true]);
  expect(runner.snapshot().screen).toMatchObject({ kind: 'staff', view: { kind: 'proof', phase: 'card' } });
});
