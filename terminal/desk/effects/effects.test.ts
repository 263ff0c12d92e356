import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../common/kernel/result.ts';
import type { Billing, Standing } from '../../billing/port.ts';
import type { DeskEvent } from '../events.ts';
import { client, encounter, MESSAGE, quote, settled } from '../testing/kit.ts';
import { course, stayEncounter } from '../testing/stay.ts';
import { findClient, readAgain } from './client.ts';
import type { EffectDeps } from './deps.ts';
import { settle } from './money.ts';
import { refund } from './refund.ts';
import { copy, openShift } from './shift.ts';
import { stepOfStay } from './stay.ts';

const standing = (state: Standing['state']): Standing => ({
  ...{ encounterId: 'MZ1', state, messageId: MESSAGE, settled: settled(), refunded: null },
});

interface World {
  readonly billing?: Partial<Billing>;
  readonly live?: { readonly messageId: string } | null;
  readonly shift?: boolean;
  readonly proves?: boolean;
  readonly card?: 'present' | 'empty';
}

/** The effects over parts that answer as the world says, and everything that was asked of them. */
function world({ billing = {}, live = null, shift = true, proves = true, card = 'present' }: World = {}) {
  const events: DeskEvent[] = [];
  const did: string[] = [];
  const act = { by: 'S001', second: 'S002' };
  const deps = {
    billing: {
      person: async () => ok(client(1).person),
      unpaid: async () => ok([encounter()]),
      compare: () => ok([]),
      standing: () => ok(standing('none')),
      letGo: (ref: string) => void did.push(`let go ${ref}`),
      settle: async () => ({ kind: 'settled', value: settled(), next: 'done' }),
      refund: async (...asked: readonly unknown[]) => {
        did.push(`refund ${asked.join(' ')}`);
        return { kind: 'unknown', messageId: MESSAGE, next: 'wait' };
      },
      ...billing,
    },
    shifts: {
      beginSettlement: (visit: number) => did.push(`begin ${visit}`) > 0 && shift,
      beginRefund: () => shift,
      current: () => (shift ? { id: 1, staffId: 'S001', name: '王*敏', openedAt: 0, settled: 0 } : null),
      open: async (by: string, float: number) => {
        did.push(`open ${by} ${float}`);
        return err('CENTRE_UNREACHABLE');
      },
    },
    staff: {
      prove: async () =>
        proves ? ok({ ticket: 't', ...act, validMs: 1 }) : err({ code: 'STAFF_ROLE', triesLeft: null }),
      under: async (_ticket: string, _act: unknown, work: (people: typeof act) => unknown) => ok(await work(act)),
      cancel: () => void did.push('cancel'),
    },
    store: () => ({
      settlements: { live: () => live, byMessageId: () => ({ id: 3, visitId: 7 }) },
      visits: { get: () => null },
    }),
    devices: {
      status: () => ({ card: card === 'empty' ? { kind: 'empty', reader: 'R' } : { kind: 'present', generation: 4 } }),
    },
    copyReceipt: async (settlement: string, by: string) => {
      did.push(`copy ${settlement} ${by}`);
      return ok({ messageId: settlement, copy: 1, outcome: { kind: 'printed', printerMs: 1 } });
    },
    audit: (code: string) => void did.push(code),
    failureOf: () => 'STORE_IO',
    dispatch: (event: DeskEvent) => void events.push(event),
  } as unknown as EffectDeps;
  return { deps, events, did };
}

const money = { kind: 'settle', op: 9, quote: quote('Q1') } as const;

describe('settling', () => {
  it('belongs to the shift before it is sent', async () => {
    const { deps, events, did } = world();
    await settle(deps, money);
    expect(did).toEqual(['begin 7']);
    expect(events).toMatchObject([{ kind: 'settled', op: 9, answer: { kind: 'settled' } }]);
  });

  it('without a shift nothing is sent', async () => {
    const { deps, events } = world({ shift: false, billing: { settle: () => Promise.reject(new Error('sent')) } });
    await settle(deps, money);
    expect(events).toMatchObject([{ answer: { kind: 'refused', failure: { code: 'SHIFT_NONE' } } }]);
  });

  const throws = { settle: () => Promise.reject(new Error('disk')) };
  it('under a journal that fails it is unknown where an intent is on record', async () => {
    const { deps, events } = world({ billing: throws, live: { messageId: MESSAGE } });
    await settle(deps, money);
    expect(events).toMatchObject([{ answer: { kind: 'unknown', messageId: MESSAGE } }]);
  });

  it('and refused where the journal can be read and has none', async () => {
    const { deps, events } = world({ billing: throws });
    await settle(deps, money);
    expect(events).toMatchObject([{ answer: { kind: 'refused', failure: { code: 'STORE_IO' } } }]);
  });

  it('and unknown where it cannot be read', async () => {
    const { deps, events } = world({ billing: throws });
    await settle({ ...deps, store: () => null }, money);
    expect(events).toMatchObject([{ answer: { kind: 'unknown', messageId: '' } }]);
  });
});

describe('who comes', () => {
  it.each(['settling', 'unknown', 'refunding', 'people'] as const)('a bill that is %s is blocked', async (state) => {
    const { deps } = world({ billing: { standing: () => ok(standing(state)) } });
    expect(await findClient(deps)).toMatchObject({ ok: true, value: { generation: 4, choices: [{ blocked: true }] } });
  });

  it('and one that was given back is not', async () => {
    const { deps } = world({ billing: { standing: () => ok(standing('refunded')) } });
    expect(await findClient(deps)).toMatchObject({ value: { choices: [{ blocked: false }] } });
  });

  it('is let go of where the hospital does not answer, or her card has gone', async () => {
    const silent = world({ billing: { unpaid: async () => err({ code: 'HIS_UNREACHABLE', reason: null }) } });
    expect(await findClient(silent.deps)).toMatchObject({ ok: false, error: { code: 'HIS_UNREACHABLE' } });
    const gone = world({ card: 'empty' });
    expect(await findClient(gone.deps)).toMatchObject({ ok: false, error: { code: 'CARD_REMOVED' } });
    expect([...silent.did, ...gone.did]).toEqual(['let go P1', 'let go P1']);
  });

  it('a bill that the hospital has no more is said so', async () => {
    const { deps } = world();
    expect(await readAgain(deps, 'P1', 'OTHER')).toMatchObject({ error: { code: 'HIS_NOTHING_UNPAID' } });
  });
});

describe('a step of a stay', () => {
  const admit = { kind: 'stayStep', op: 3, ref: 'P1', step: 'admit', encounter: stayEncounter('inside') } as const;
  const stay = (admitted: () => Promise<unknown>) => ({ admit: admitted, course: () => ok(course()) });

  it('is on record under the name of whoever’s shift it is, before and after', async () => {
    const { deps, events, did } = world({ billing: { stay: stay(async () => ok({})) } as unknown as Partial<Billing> });
    const audited: unknown[] = [];
    const audit: EffectDeps['audit'] = (code, facts) => void audited.push([code, facts]);
    await stepOfStay({ ...deps, audit }, admit);
    const facts = { encounterId: 'ZY1', infno: '2401', by: 'S001' };
    expect(audited).toEqual([
      ['desk.stay-asked', facts],
      ['desk.stay-ended', { ...facts, came: 'done' }],
    ]);
    expect([events, did]).toMatchObject([[{ kind: 'stayStepped', op: 3, result: ok(null), course: course() }], []]);
  });

  it('that fails, or throws, ends in one event; without a shift nothing is asked', async () => {
    const came = async (admitted: () => Promise<unknown>, shift = true) => {
      const { deps, events } = world({ shift, billing: { stay: stay(admitted) } as unknown as Partial<Billing> });
      await stepOfStay(deps, admit);
      return events;
    };
    const refused = { code: 'CENTRE_REFUSED', reason: 'x' };
    expect(await came(async () => err(refused))).toMatchObject([{ result: err(refused) }]);
    expect(await came(() => Promise.reject(new Error('disk')))).toMatchObject([{ result: err({ code: 'STORE_IO' }) }]);
    const unasked = () => expect.fail('asked');
    expect(await came(unasked, false)).toMatchObject([{ result: err({ code: 'SHIFT_NONE' }) }]);
  });
});

describe('people', () => {
  it('a refund goes out under two names, and only once they stand for it', async () => {
    const { deps, events, did } = world();
    const ordered = { op: 2, messageId: MESSAGE, cash: settled().split.cash, until: 'settlement' } as const;
    await refund(deps, { kind: 'proveRefund', ...ordered });
    expect(did).toEqual(['desk.refund-proved', `refund ${MESSAGE} S001 S002 settlement`]);
    expect(events).toMatchObject([{ kind: 'refundProved', result: { ok: true } }, { kind: 'refunded' }]);
    const nobody = world({ proves: false });
    await refund(nobody.deps, { kind: 'proveRefund', ...ordered });
    expect(nobody.did).toEqual(['cancel']);
    expect(nobody.events).toMatchObject([{ kind: 'refundProved', result: err('STAFF_ROLE') }]);
  });

  it('a shift is opened by whoever proved herself', async () => {
    const { deps, events, did } = world();
    await openShift(deps, { kind: 'openShift', op: 1, float: settled().split.cash });
    expect(did).toEqual(['open S001 2000']);
    expect(events).toEqual([{ kind: 'shiftOpened', op: 1, result: err('CENTRE_UNREACHABLE') }]);
  });

  it('a copy bears the number of whoever’s shift it is', async () => {
    const { deps, did } = world();
    await copy(deps, { kind: 'copy', op: 1, encounterId: 'MZ1' });
    expect(did).toEqual([`copy ${MESSAGE} S001`]);
    const none = world({ shift: false });
    await copy(none.deps, { kind: 'copy', op: 1, encounterId: 'MZ1' });
    expect(none.events).toMatchObject([{ kind: 'copied', result: err('SHIFT_NONE') }]);
  });
});
