import { afterEach, expect, it } from 'vitest';
import { denominations } from '../../../common/contracts/desk/shift.ts';
import { fen } from '../../../common/kernel/money.ts';
import { endAll, start } from '../../settlement/testing/start.ts';
import { createShifts, type Shifts } from './shifts.ts';

afterEach(endAll);

const NOTHING = denominations.map(() => 0);

/** A desk's shifts over a world's terminal and the reference centre, through as many processes as it takes. */
function desk() {
  const world = start(3);
  let running = world.terminal;
  const audited: string[] = [];
  const furnish = (): Shifts =>
    createShifts({
      ...{ clock: world.clock, fault: () => null, audit: (code) => void audited.push(code) },
      ...{ store: () => running.store, calls: () => running.settlements.books.calls },
    });
  let shifts = furnish();
  running.store.transaction(() =>
    running.store.staff.putInForce(
      {
        ...{ schema: 1, salt: '0'.repeat(32), signedOff: { by: 'x', on: '2026-01-01' } },
        staff: [{ id: 'S001', name: '王小敏', card: 'a'.repeat(64), roles: ['cashier'], from: '2026-01-01', to: null }],
      },
      { digest: 'd'.repeat(64), by: null, second: null, nowMs: 1 },
    ),
  );
  return {
    ...{ world, audited, shifts: () => shifts },
    async restart() {
      running.kill();
      await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
      running = world.boot();
      shifts = furnish();
      shifts.resume();
    },
    nodes: (infno: string) =>
      world.sides.arrived
        .filter((message) => message.infno === infno)
        .map(({ text }) => JSON.parse(text) as { readonly input: Record<string, Record<string, unknown>> })
        .map(({ input }) => Object.values(input)[0]),
  };
}

it('a shift that outlived its process is signed out at the centre, under its cashier’s number', async () => {
  const { world, shifts, restart, nodes, audited } = desk();
  expect(await world.clock.until(shifts().open('S001', fen(0)))).toMatchObject({ ok: true });
  await restart();
  expect(await world.clock.until(shifts().close(NOTHING, fen(0)))).toMatchObject({ ok: true });
  const [ended] = nodes('9002');
  expect(nodes('9002')).toHaveLength(1);
  expect(ended).toMatchObject({ opter_no: 'S001' });
  expect(world.sides.kit.ledger.signIn(String(ended?.['sign_no']))).toMatchObject({ operator: 'S001', ended: true });
  expect(audited).toEqual(['desk.shift-opened', 'desk.shift-closed']);
});

it('where the centre cannot be asked for it, that is on record', async () => {
  const { world, shifts, restart, nodes, audited } = desk();
  await world.clock.until(shifts().open('S001', fen(0)));
  await restart();
  world.sides.forecast = () => 'notSent';
  expect(await world.clock.until(shifts().close(NOTHING, fen(0)))).toMatchObject({ ok: true });
  expect(nodes('9002')).toHaveLength(0);
  expect(audited).toEqual(['desk.shift-opened', 'desk.shift-closed', 'desk.sign-out-failed']);
});
