import { describe, expect, it } from 'vitest';
import { refused } from '../testing/calls.ts';
import { inHospital, STAY_ID, stayEncounter, stayWorld } from '../testing/stay.ts';

const failed = (code: string, reason: string | null = null) => ({ ok: false, error: { code, reason } });
const done = { ok: true };

/** A person in hospital, and the verbs of her stay. */
async function admitted(seed: number) {
  const w = stayWorld(seed);
  w.bill(stayEncounter());
  const t = w.boot();
  const stay = await w.admit(t);
  const before = w.sent().length;
  const { stays } = t.settlements;
  const run = <T>(verb: Promise<T>): Promise<T> => w.clock.until(verb);
  const row = () => t.store.stays.get(stay.id);
  /** The centre refuses this number from now on; nothing of it is done. */
  const refuse = (number: string): void => {
    const { send } = w.sides.centre;
    Object.assign(w.sides.centre, {
      send: async (request: Parameters<typeof send>[0]) =>
        request.infno === number ? refused('不能办理') : send(request),
    });
  };
  return { ...w, t, stay, stays, run, row, refuse, sentSince: () => w.sent().slice(before) };
}

describe('an admission', () => {
  it('asked for again answers with the stay that there is; another person’s is refused', async () => {
    const a = await admitted(61);
    expect(await a.admit(a.t)).toEqual(a.stay);
    a.t.store.transaction(() => a.t.store.stays.change(a.stay.id, { mdtrtId: 'M9' }, 0));
    expect((await a.admit(a.t)).mdtrtId).toBe('M9');
    expect(a.sentSince()).toEqual([]);
    const { stay: _stay, ...visit } = inHospital();
    await expect(a.admit(a.t, { ...visit, encounterId: 'OP1' })).rejects.toThrow('BILL_NONE');
  });

  it('that is refused leaves no stay', async () => {
    const a = await admitted(62);
    await a.run(a.stays.cancel(a.stay));
    a.refuse('2401');
    await expect(a.admit(a.t)).rejects.toThrow('CENTRE_REFUSED 不能办理');
    expect(a.t.store.stays.open(STAY_ID)).toBeNull();
  });
});

describe('a change', () => {
  const moved = () => {
    const { stay, ...rest } = inHospital();
    if (stay === undefined) throw new Error('no stay');
    return { ...rest, stay: { ...stay, bed: '13' } };
  };

  it('is told once, and only where something has changed', async () => {
    const a = await admitted(63);
    expect(await a.run(a.stays.change(a.stay, inHospital()))).toEqual({ ok: true, value: a.stay });
    expect(await a.run(a.stays.change(a.stay, moved()))).toMatchObject(done);
    expect(await a.run(a.stays.change(a.stay, moved()))).toMatchObject(done);
    expect(a.sentSince()).toEqual(['2403']);
    expect(a.row()?.encounter.stay?.bed).toBe('13');
  });

  it('that is refused is not taken for told', async () => {
    const a = await admitted(64);
    a.refuse('2403');
    expect(await a.run(a.stays.change(a.stay, moved()))).toEqual(failed('CENTRE_REFUSED', '不能办理'));
    expect(a.row()?.encounter.stay?.bed).toBe('12');
  });
});

describe('a discharge', () => {
  const at = (when: string) => {
    const { stay, ...rest } = stayEncounter();
    if (!stay?.discharge) throw new Error('no discharge');
    return { ...rest, stay: { ...stay, discharge: { ...stay.discharge, at: when } } };
  };

  it('is told once; another one is refused, and so is what only a person in hospital can have', async () => {
    const a = await admitted(65);
    expect(await a.run(a.stays.discharge(a.stay, inHospital()))).toEqual(failed('STAY_NOT_DISCHARGED'));
    for (const _time of [1, 2]) {
      expect(await a.run(a.stays.discharge(a.stay, stayEncounter()))).toEqual({ ok: true, value: a.stay });
    }
    expect(a.sentSince()).toEqual(['2402']);
    const late = failed('STAY_DISCHARGED');
    expect(await a.run(a.stays.discharge(a.stay, at('2026-03-02 09:00:00')))).toEqual(late);
    expect(await a.run(a.stays.addFees(a.stay, stayEncounter().lines))).toEqual(late);
    expect(await a.run(a.stays.clearFees(a.stay))).toEqual(late);
    expect(await a.run(a.stays.change(a.stay, inHospital()))).toEqual(late);
    expect(await a.run(a.stays.cancel(a.stay))).toEqual(late);
    expect(a.sentSince()).toEqual(['2402']);
  });

  it('is undone once; who is in hospital need not be brought back', async () => {
    const a = await admitted(66);
    expect(await a.run(a.stays.undoDischarge(a.stay))).toEqual({ ok: true, value: a.stay });
    await a.run(a.stays.discharge(a.stay, stayEncounter()));
    expect(await a.run(a.stays.undoDischarge(a.stay))).toEqual({ ok: true, value: a.stay });
    expect(a.sentSince()).toEqual(['2402', '2405']);
    expect(a.row()?.state).toBe('admitted');
  });

  it.each([
    ['2402', 'admitted', (a: Awaited<ReturnType<typeof admitted>>) => a.stays.discharge(a.stay, stayEncounter())],
    ['2404', 'admitted', (a: Awaited<ReturnType<typeof admitted>>) => a.stays.cancel(a.stay)],
  ] as const)('and what else is refused by the centre (%s) leaves the stay %s', async (number, state, verb) => {
    const a = await admitted(67);
    a.refuse(number);
    expect(await a.run<unknown>(verb(a))).toEqual(failed('CENTRE_REFUSED', '不能办理'));
    expect(a.row()?.state).toBe(state);
  });
});

describe('a cancellation', () => {
  it('clears the lines first, and is done once; nothing can be done with such a stay', async () => {
    const a = await admitted(68);
    await a.run(a.stays.addFees(a.stay, stayEncounter().lines));
    expect(await a.run(a.stays.cancel(a.stay))).toEqual({ ok: true, value: undefined });
    expect(await a.run(a.stays.cancel(a.stay))).toEqual({ ok: true, value: undefined });
    expect(a.sentSince()).toEqual(['2301', '2302', '2404']);
    expect(a.row()?.state).toBe('cancelled');
    expect(await a.run(a.stays.undoDischarge(a.stay))).toEqual(failed('BILL_NONE'));
    expect(await a.run(a.stays.clearFees({ ...a.stay, id: 99 }))).toEqual(failed('BILL_NONE'));
  });

  it('sends no 2302 where the centre has no line', async () => {
    const a = await admitted(69);
    await a.run(a.stays.cancel(a.stay));
    expect(a.sentSince()).toEqual(['2404']);
  });

  it('is not sent where its lines cannot be cleared', async () => {
    const a = await admitted(70);
    await a.run(a.stays.addFees(a.stay, stayEncounter().lines));
    a.refuse('2302');
    expect(await a.run(a.stays.cancel(a.stay))).toEqual(failed('CENTRE_REFUSED', '不能办理'));
    expect(a.sentSince()).toEqual(['2301']);
  });

  it('whose answer was lost is found to be done, and asked for again it is', async () => {
    const a = await admitted(71);
    let left = 1;
    a.sides.forecast = (_to, what) => (what === '2404' && left-- > 0 ? 'lostAfter' : 'fine');
    expect(await a.run(a.stays.cancel(a.stay))).toMatchObject(done);
    expect(a.row()?.state).toBe('cancelled');
  });
});

it('no verb begins where nobody can sign in', async () => {
  const a = await admitted(72);
  await a.clock.advance(24 * 3_600_000);
  a.sides.forecast = (_to, what) => (what === '9001' ? 'lostBefore' : 'fine');
  expect(await a.run(a.stays.discharge(a.stay, stayEncounter()))).toEqual(failed('CENTRE_UNREACHABLE'));
  expect(a.sentSince()).toEqual([]);
});
