import { describe, expect, it } from 'vitest';
import { denominations } from '../../../common/contracts/desk/shift.ts';
import { fen } from '../../../common/kernel/money.ts';
import { err, ok } from '../../../common/kernel/result.ts';
import type { Audit } from '../../ports.ts';
import { openStore } from '../../store/open.ts';
import { shiftCsv } from './csv.ts';
import { createShifts } from './shifts.ts';

function desk(signs = true, disk: { full: boolean } = { full: false }) {
  const opened = openStore({ memory: true }, () => new Uint8Array(32));
  if (!opened.ok) throw new Error(opened.error);
  const store = opened.value;
  const [said, audited]: [string[], string[]] = [[], []];
  const audit: Audit = (code) => void audited.push(code);
  const silent = err({ code: 'CENTRE_UNREACHABLE', reason: null } as const);
  const answer = (infno: string) => {
    said.push(infno);
    return signs ? ok(undefined) : silent;
  };
  const calls = {
    actAs: (operator: { readonly number: string } | null) => void said.push(`as ${operator?.number ?? 'terminal'}`),
    signIn: async () => answer('9001'),
    signOut: async () => answer('9002'),
  };
  const clock = { now: () => 1_772_400_000_000, monotonic: () => 0, after: () => () => {} };
  store.transaction(() =>
    store.staff.putInForce(
      {
        ...{ schema: 1, salt: '0'.repeat(32), signedOff: { by: 'x', on: '2026-01-01' } },
        staff: [{ id: 'S001', name: '王小敏', card: 'a'.repeat(64), roles: ['cashier'], from: '2026-01-01', to: null }],
      },
      { digest: 'd'.repeat(64), by: null, second: null, nowMs: 1 },
    ),
  );
  const full = { ...store, transaction: (): never => raise() };
  const shifts = createShifts({
    ...{ clock, audit, calls: () => calls, fault: () => null },
    store: () => (disk.full ? full : store),
  });
  return { shifts, store, said, audited, centre: calls };
}

function raise(): never {
  throw new Error('disk full');
}

const nothing = denominations.map(() => 0);

describe('a shift at the desk', () => {
  it('is opened under the cashier’s own number, counted and closed', async () => {
    const { shifts, said, audited } = desk();
    expect(await shifts.open('S001', fen(20_000))).toMatchObject({
      ok: true,
      value: { staffId: 'S001', name: '王*敏' },
    });
    expect(said).toEqual(['as S001', '9001']);
    expect(await shifts.open('S001', fen(1))).toEqual(err('SHIFT_OPEN'));
    expect(shifts.report()).toMatchObject({ ok: true, value: { expected: 20_000, counted: null, difference: null } });
    const count = nothing.with(0, 2).with(10, 1);
    const closed = await shifts.close(count, fen(20_000));
    expect(closed).toMatchObject({ ok: true, value: { counted: 20_001, difference: 1, expected: 20_000 } });
    expect(said.slice(2)).toEqual(['9002', 'as terminal']);
    expect(audited).toEqual(['desk.shift-opened', 'desk.shift-closed']);
    expect(shifts.current()).toBe(null);
  });

  it('is not opened where the centre takes no sign-in', async () => {
    const { shifts, said } = desk(false);
    expect(await shifts.open('S001', fen(0))).toEqual(err('CENTRE_UNREACHABLE'));
    expect(said.at(-1)).toBe('as terminal');
    expect(shifts.current()).toBe(null);
  });

  it('that cannot be put on record leaves nobody signed in, and no number on what is sent', async () => {
    const disk = { full: true };
    const { shifts, said, audited } = desk(true, disk);
    await expect(shifts.open('S001', fen(0))).rejects.toThrow('disk full');
    expect(said).toEqual(['as S001', '9001', '9002', 'as terminal']);
    expect(audited).toEqual([]);
    disk.full = false;
    expect(shifts.current()).toBe(null);
    expect(await shifts.open('S001', fen(0))).toMatchObject({ ok: true });
  });

  it('that falls over while it signs in acts as nobody either', async () => {
    const { shifts, said, centre } = desk();
    centre.signIn = raise;
    await expect(shifts.open('S001', fen(0))).rejects.toThrow('disk full');
    expect(said).toEqual(['as S001', '9002', 'as terminal']);
  });

  it('is closed whatever the centre says of 9002, and that is on record', async () => {
    const { shifts, store, audited } = desk(false);
    store.transaction(() => store.shifts.open({ staffId: 'S001', float: fen(0), nowMs: 1 }));
    expect(await shifts.close(nothing, fen(0))).toMatchObject({ ok: true, value: { difference: 0 } });
    expect(audited).toEqual(['desk.shift-closed', 'desk.sign-out-failed']);
  });

  it('is not closed against another sum than the one that stands now', async () => {
    const { shifts } = desk();
    await shifts.open('S001', fen(20_000));
    expect(await shifts.close(nothing, fen(19_999))).toEqual(err('SHIFT_CHANGED'));
    expect(shifts.current()).not.toBe(null);
  });

  it('outlives the process: what is sent then bears its cashier’s number', () => {
    const { shifts, store, said } = desk();
    store.transaction(() => store.shifts.open({ staffId: 'S001', float: fen(0), nowMs: 1 }));
    shifts.resume();
    expect(said).toEqual(['as S001']);
  });

  it('nothing is begun without one', () => {
    const { shifts } = desk();
    expect([shifts.beginSettlement(1), shifts.beginRefund(1)]).toEqual([false, false]);
  });

  it('its file bears every sum and is no formula', async () => {
    const { shifts } = desk();
    await shifts.open('S001', fen(20_000));
    const report = shifts.report();
    if (!report.ok) throw new Error(report.error);
    const place = {
      language: 'zh',
      institutionCode: 'H99010100017',
      institutionName: '=1+1',
      terminalLabel: 'D1',
    } as const;
    const csv = shiftCsv(report.value, place);
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(csv).toContain('备用金,200.00\r\n');
    expect(csv).not.toMatch(/(^|,)=/m);
  });
});
