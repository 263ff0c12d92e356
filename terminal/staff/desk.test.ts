import { describe, expect, it } from 'vitest';
import type { StaffActAsked } from '../../common/contracts/staff.ts';
import { loadPersona } from '../../simulator/personas.ts';
import { REFUSED_MS } from './desk.ts';
import { markOf } from './marks.ts';
import { deskBench } from './testing/bench.ts';
import { TICKET_MS } from './tickets.ts';

const cashier = { persona: 'staff-cashier' };
const auditor = { persona: 'staff-auditor' };
const options = { waitMs: 10_000, page: false };
const refund: StaffActAsked = { act: 'worklistResolve', id: 1, resolution: 'refund', reason: 'seen', setlId: null };
const reveal: StaffActAsked = { act: 'reveal' };

describe('two people', () => {
  it('get a ticket, do the act once while the terminal is lent, and give it back', async () => {
    const bench = deskBench({ people: [cashier, auditor] });
    const ticket = await bench.until(bench.desk.prove(refund, options));
    expect(ticket).toMatchObject({ ok: true, value: { by: 'S001', second: 'S002', validMs: TICKET_MS } });
    expect(bench.views.at(-1)).toMatchObject({ kind: 'granted', names: ['梁*信', '许*'] });
    expect(bench.codes()).toEqual(['staff.proved']);
    const phases = bench.views.flatMap((v) => (v.kind === 'proof' ? [`${v.person} ${v.phase}`] : []));
    expect([...new Set(phases)]).toEqual([
      ...['1 card', '1 reading', '1 pin', '1 takeCard'],
      ...['2 card', '2 reading', '2 pin', '2 takeCard'],
    ]);
    const second = bench.views.find((view) => view.kind === 'proof' && view.person === 2);
    expect(second).toMatchObject({ first: '梁*信', roles: ['auditor', 'cashier'], of: 2 });
    const told = ticket.ok ? ticket.value.ticket : '';
    const done = bench.desk.under(told, refund, (people) => ({
      people,
      lent: bench.lent(),
      acting: bench.desk.acting(),
    }));
    expect(await done).toEqual({
      ok: true,
      value: { people: { by: 'S001', second: 'S002' }, lent: true, acting: true },
    });
    expect(bench.lent()).toBe(false);
    expect(await bench.desk.under(told, refund, () => 1)).toEqual({ ok: false, error: 'STAFF_TICKET_USED' });
    expect(bench.codes()).toEqual(['staff.proved', 'staff.acted', 'staff.refused']);
    // Nothing of a card or a name goes on record.
    expect(JSON.stringify(bench.audited)).not.toMatch(/梁|许|990131|T1000/);
  });

  it.each([
    ['STAFF_SAME_PERSON', [cashier, cashier]],
    ['STAFF_UNKNOWN', [cashier, { persona: 'by-number' }]],
    ['STAFF_TIMEOUT', [cashier]],
    ['STAFF_PIN', [cashier, { ...auditor, pin: { kind: 'wrong', triesLeft: 4 } }]],
    ['PIN_BLOCKED', [cashier, { ...auditor, pin: { kind: 'wrong', triesLeft: 0 } }]],
    ['PIN_INITIAL', [{ ...cashier, pin: { kind: 'initial' } }]],
    ['STAFF_CANCELLED', [{ ...cashier, pin: { kind: 'cancelled' } }]],
    ['PAD_GONE', [{ ...cashier, pin: { kind: 'padGone' } }]],
    ['STAFF_CARD_OUT', [{ ...cashier, pin: { kind: 'card', error: 'CARD_REMOVED' } }]],
    ['STAFF_CARD_OUT', [cashier, { ...auditor, pin: { kind: 'card', error: 'CARD_STALE' } }]],
    ['CARD_MUTE', [{ ...cashier, pin: { kind: 'card', error: 'CARD_MUTE' } }]],
    ['STAFF_TIMEOUT', [{ ...cashier, stays: true }]],
  ] as const)('%s: no ticket, on record, said on the glass, then given back', async (code, people) => {
    const bench = deskBench({ people });
    const answer = await bench.until(bench.desk.prove(refund, options));
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(bench.views.at(-1)).toMatchObject({ kind: 'refused', failure: code });
    expect(bench.audited.at(-1)).toMatchObject({ code: 'staff.refused', facts: { failure: code } });
    expect(bench.lent()).toBe(true);
    bench.clock.advance(REFUSED_MS);
    expect(bench.lent()).toBe(false);
    expect(bench.codes()).not.toContain('staff.proved');
  });
});

describe('one person with two entries in the list', () => {
  const renewed = 'F'.repeat(32);
  /** The cashier stands in it once by her old card and once by the renewed one, under a name written otherwise. */
  async function twice(names: readonly [string, string], people: Parameters<typeof deskBench>[0] & object) {
    const bench = deskBench({ people: [], ...people });
    const salt = bench.store.staff.salt() ?? '';
    const holder = loadPersona('staff-cashier').holder;
    const roles = ['cashier' as const];
    const entry = async (id: string, name: string, cardId: string) => ({
      ...{ id, name, roles, from: '2026-01-01', to: null },
      card: await markOf(salt, 'card', cardId),
    });
    const staff = [await entry('S001', names[0], holder?.cardId ?? ''), await entry('S002', names[1], renewed)];
    const list = { schema: 1 as const, salt, signedOff: { by: 'o', on: '2026-11-22' }, staff };
    const how = { digest: 'e'.repeat(64), by: 'S001', second: 'S002', nowMs: 0 };
    bench.store.transaction(() => bench.store.staff.putInForce(list, how));
    return bench.until(bench.desk.prove(refund, options));
  }

  it('is one person: by the identity number on both cards', async () => {
    const people = [cashier, { ...cashier, card: { cardId: renewed } }];
    expect(await twice(['甲', '乙'], { people })).toMatchObject({ ok: false, error: { code: 'STAFF_SAME_PERSON' } });
  });

  it('by the name where a card withholds its number', async () => {
    const withheld = { ...cashier, card: { cardId: renewed, socialSecurityNumber: null } };
    const people = [cashier, withheld];
    expect(await twice(['甲', '甲'], { people })).toMatchObject({ ok: false, error: { code: 'STAFF_SAME_PERSON' } });
    expect(await twice(['甲', '乙'], { people })).toMatchObject({ ok: true, value: { by: 'S001', second: 'S002' } });
  });

  it('two numbers are two people, also under one name', async () => {
    const other = { ...cashier, card: { cardId: renewed, socialSecurityNumber: '990131198001010000' } };
    expect(await twice(['甲', '甲'], { people: [cashier, other] })).toMatchObject({ ok: true });
  });
});

describe('what an act came to is on record', () => {
  const recordOf = async (work: () => unknown) => {
    const bench = deskBench({ people: [cashier, auditor] });
    const ticket = await bench.until(bench.desk.prove(refund, options));
    await bench.desk.under(ticket.ok ? ticket.value.ticket : '', refund, work).catch(() => undefined);
    return bench.audited.slice(1);
  };
  const people = { act: 'worklistResolve', by: 'S001', second: 'S002' };

  it('done: acted, with both ids', async () => {
    expect(await recordOf(() => ({ ok: true, value: 1 }))).toEqual([{ code: 'staff.acted', facts: people }]);
  });

  it('refused: the code, with both ids, and nobody has acted', async () => {
    const failure = 'WORKLIST_NOT_FOUND';
    const refused = [{ code: 'staff.refused', facts: { ...people, failure } }];
    expect(await recordOf(() => ({ ok: false, error: failure }))).toEqual(refused);
  });

  it('a bug of ours: nobody has acted', async () => {
    const bug = (): never => {
      throw new Error('a bug');
    };
    expect(await recordOf(bug)).toMatchObject([{ code: 'staff.refused', facts: { failure: 'TERMINAL_INTERNAL' } }]);
  });
});

describe('refused before anybody is asked', () => {
  it('by the rules of the act itself, asked beforehand or not; the refusal is on record', async () => {
    const asked: unknown[] = [];
    const bench = deskBench({
      people: [cashier],
      refusal(act, day) {
        asked.push([act.act, day]);
        return 'WORKLIST_NOT_ALLOWED';
      },
    });
    expect(bench.desk.mayProve(refund, '2026-11-23')).toBe('WORKLIST_NOT_ALLOWED');
    expect(await bench.desk.prove(refund, options)).toMatchObject({ error: { code: 'WORKLIST_NOT_ALLOWED' } });
    expect(asked).toEqual([
      ['worklistResolve', '2026-11-23'],
      ['worklistResolve', null],
    ]);
    expect([bench.codes(), bench.views]).toEqual([['staff.refused', 'staff.refused'], []]);
  });

  it('nothing stands in the way: asking beforehand leaves no trace', () => {
    const bench = deskBench();
    expect([bench.desk.mayProve(refund, null), bench.codes(), bench.lent()]).toEqual([null, [], false]);
  });

  it.each([
    ['STAFF_SESSION', { resident: true }],
    ['STAFF_SETTLEMENT_OPEN', { open: true }],
    ['STAFF_NO_LIST', { members: [] }],
  ] as const)('%s', async (code, how) => {
    const bench = deskBench({ people: [cashier], ...how });
    expect(bench.desk.mayProve(reveal, null)).toBe(code);
    expect(await bench.desk.prove(reveal, options)).toMatchObject({ ok: false, error: { code } });
    expect(bench.lent()).toBe(false);
    expect(bench.codes()).toEqual(['staff.refused', 'staff.refused']);
  });

  it('one act at a time; a second one does not disturb the first', async () => {
    const bench = deskBench({ people: [cashier] });
    const first = bench.desk.prove(reveal, options);
    expect(await bench.desk.prove(reveal, options)).toMatchObject({ ok: false, error: { code: 'STAFF_BUSY' } });
    expect(await bench.until(first)).toMatchObject({ ok: true, value: { by: 'S001', second: null } });
  });

  it('days that are over, and a role that the act does not take', async () => {
    const members = [
      { id: 'S001', persona: 'staff-cashier', roles: ['cashier'], to: '2026-11-21' },
      { id: 'S002', persona: 'staff-auditor', roles: ['auditor'] },
    ] as const;
    const late = deskBench({ people: [cashier], members });
    expect(await late.until(late.desk.prove(refund, options))).toMatchObject({ error: { code: 'STAFF_NOT_VALID' } });
    const wrong = deskBench({ people: [auditor], members });
    const mark: StaffActAsked = { act: 'staffMark' };
    expect(await wrong.until(wrong.desk.prove(mark, options))).toMatchObject({ error: { code: 'STAFF_ROLE' } });
  });
});

describe('nobody waits at the terminal for ever', () => {
  const granted = async (gone?: (listener: () => void) => void) => {
    const bench = deskBench({ people: [cashier] });
    const asked = bench.desk.prove(reveal, gone === undefined ? options : { ...options, gone });
    const ticket = await bench.until(asked);
    return { ...bench, ticket: ticket.ok ? ticket.value.ticket : '' };
  };

  it('a ticket that nobody uses ends with its 60 seconds', async () => {
    const { clock, desk, lent, ticket, views } = await granted();
    clock.advance(TICKET_MS / 2);
    expect(views.at(-1)).toMatchObject({ kind: 'granted', secondsLeft: 30 });
    clock.advance(TICKET_MS / 2);
    expect(lent()).toBe(false);
    expect(await desk.under(ticket, reveal, () => 1)).toEqual({ ok: false, error: 'STAFF_TICKET_EXPIRED' });
  });

  it('a wrong use gives the terminal back; somebody else’s junk does not', async () => {
    const { desk, lent, ticket } = await granted();
    expect(await desk.under('junk', reveal, () => 1)).toEqual({ ok: false, error: 'STAFF_TICKET_NEEDED' });
    expect(lent()).toBe(true);
    expect(await desk.under(ticket, { act: 'page' }, () => 1)).toEqual({ ok: false, error: 'STAFF_TICKET_OTHER' });
    expect(lent()).toBe(false);
  });

  it('an act that throws gives it back too', async () => {
    const { desk, lent, ticket } = await granted();
    const work = (): never => {
      throw new Error('a bug');
    };
    await expect(desk.under(ticket, reveal, work)).rejects.toThrow('a bug');
    expect(lent()).toBe(false);
  });

  it('whoever asked is gone: the unused ticket is spent', async () => {
    let leave = (): void => {};
    const { desk, lent, ticket } = await granted((listener) => {
      leave = listener;
    });
    leave();
    expect(lent()).toBe(false);
    expect(await desk.under(ticket, reveal, () => 1)).toEqual({ ok: false, error: 'STAFF_TICKET_USED' });
  });

  it('whoever asked is gone, or somebody stops it, during the proof', async () => {
    const bench = deskBench();
    let leave = (): void => {};
    const asked = bench.desk.prove(reveal, {
      ...options,
      gone: (listener) => {
        leave = listener;
      },
    });
    leave();
    expect(await bench.until(asked)).toMatchObject({ ok: false, error: { code: 'STAFF_CANCELLED' } });
    expect([bench.lent(), bench.desk.busy(), bench.cancelled()]).toEqual([false, false, 1]);
  });
});
