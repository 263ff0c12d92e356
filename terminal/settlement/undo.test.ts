import { describe, expect, it } from 'vitest';
import type { CentreOutput, Infno } from '../../common/contracts/centre/transactions.ts';
import type { MessageId } from '../../common/kernel/message-id.ts';
import { err, ok } from '../../common/kernel/result.ts';
import type { MessageOutcome } from '../store/messages.ts';
import { openStore } from '../store/open.ts';
import { failure } from './deps.ts';
import { done, notSent, refused, scriptedCalls, silent, tooLong } from './testing/calls.ts';
import { coreDeps } from './testing/core-deps.ts';
import { visitRow } from './testing/visit.ts';
import { encounter, holder } from './testing/world.ts';
import { createFindVisit, createUndo, type FindVisit } from './undo.ts';

/** A journal with one preparation, its registration sent with this outcome, and perhaps lines. */
function journal(registration: MessageOutcome | null, uploaded = true) {
  const opened = openStore({ memory: true }, () => new Uint8Array(32));
  if (!opened.ok) throw new Error(opened.error);
  const store = opened.value;
  const { psnNo, insutype, insuplcAdmdvs, begunAt } = visitRow();
  const person = { encounter: encounter(), person: holder, psnNo, insutype, insuplcAdmdvs };
  const insert = () =>
    store.transaction(() => store.visits.insert({ ...person, terminal: 'ZZ-07', begunAt, nowMs: 0 }));
  const sent = (infno: string, outcome: MessageOutcome) =>
    store.transaction(() => {
      const messageId = store.messages.nextId('H99010000001', 7, Date.parse('2026-03-02T09:00:00+08:00')) as MessageId;
      const row = store.messages.insert({ messageId, infno, visitId: 1, request: new Uint8Array(), nowMs: 0 });
      store.messages.answered(row, { outcome, reason: null, reply: null, nowMs: 0 });
    });
  const visit = insert();
  if (registration !== null) sent('2201', registration);
  if (uploaded) sent('2204', 'ok');
  return { store, visit, insert };
}

type Registered = CentreOutput<'5201'>['data'][number];
const registered = (mdtrt: string, serial = 'OP20260302001') => ({ mdtrt_id: mdtrt, ipt_otp_no: serial }) as Registered;

describe('a registration whose answer was lost', () => {
  const find = (answer: Parameters<typeof scriptedCalls>[0], store = journal(null).store) => {
    const centre = scriptedCalls(answer);
    return { centre, result: createFindVisit({ store }, centre.calls)(visitRow()) };
  };

  it('is looked for on its day, and the newest of this encounter is it', async () => {
    const { centre, result } = find(() =>
      done<'5201'>({ data: [registered('M1'), registered('M2'), registered('M3', 'OP-another')] }),
    );
    expect(await result).toEqual(ok('M2'));
    expect(centre.asked).toMatchObject([
      {
        infno: '5201',
        callTo: { visitId: 1, insuplcAdmdvs: '990100' },
        input: { data: { begntime: '2026-03-02 00:00:00', endtime: '2026-03-02 23:59:59' } },
      },
    ]);
  });

  it('is none that an earlier preparation had', async () => {
    const { store, insert } = journal(null);
    store.transaction(() => {
      store.visits.setRegistered(1, 'M2', 0);
      store.visits.setPhase(1, 'ended', 0);
    });
    const visit = insert();
    const centre = scriptedCalls(() => done<'5201'>({ data: [registered('M1'), registered('M2')] }));
    expect(await createFindVisit({ store }, centre.calls)(visit)).toEqual(ok('M1'));
  });

  it.each([
    ['an empty list', done<'5201'>({ data: [] })],
    ['a refusal', refused('查无记录')],
  ])('there is none: %s', async (_words, answer) => {
    expect(await find(() => answer).result).toEqual(ok(null));
  });

  it.each([
    ['CENTRE_UNREACHABLE', silent],
    ['CENTRE_BAD_ANSWER', tooLong],
  ])('nobody knows: %s', async (code, answer) => {
    expect(await find(() => answer).result).toMatchObject({ ok: false, error: { code } });
  });
});

describe('what a preparation left at the centre', () => {
  interface Left {
    readonly registration?: MessageOutcome | null;
    readonly uploaded?: boolean;
    readonly mdtrtId?: string | null;
    readonly signsIn?: boolean;
  }
  function undo(
    { registration = 'ok', uploaded = true, mdtrtId = 'M1', signsIn = true }: Left = {},
    answers: { readonly [infno in Infno]?: Parameters<typeof scriptedCalls>[0] } = {},
    found: Awaited<ReturnType<FindVisit>> = ok('M9'),
  ) {
    const { store, visit } = journal(registration, uploaded);
    const centre = scriptedCalls(
      (infno, input) => answers[infno]?.(infno, input) ?? done<'2202'>({} as CentreOutput<'2202'>),
    );
    centre.state.signsIn = signsIn;
    const { deps, audited } = coreDeps({ store });
    const looked: number[] = [];
    const work = createUndo(deps, centre.calls, async ({ id }) => {
      looked.push(id);
      return found;
    });
    const result = work({ ...visit, mdtrtId });
    const phase = () => store.visits.get(1)?.phase;
    return { result, centre, audited, looked, phase };
  }

  it('is taken back in reverse order, lines first, and then it is over', async () => {
    const u = undo();
    expect(await u.result).toBe(true);
    expect(u.centre.infnos()).toEqual(['9001', '2205', '2202']);
    expect(u.centre.asked[1]).toMatchObject({ callTo: { visitId: 1 }, input: { data: { mdtrt_id: 'M1' } } });
    expect(u.phase()).toBe('ended');
    expect(u.audited).toEqual([]);
  });

  it('has no lines where none were sent', async () => {
    const u = undo({ uploaded: false });
    expect(await u.result).toBe(true);
    expect(u.centre.infnos()).toEqual(['9001', '2202']);
  });

  it('is nothing where it was never registered: the centre is not asked', async () => {
    const u = undo({ registration: null, mdtrtId: null });
    expect(await u.result).toBe(true);
    expect(u.centre.infnos()).toEqual([]);
    expect(u.phase()).toBe('ended');
  });

  it.each(['refused', 'notSent'] as const)('is nothing where the registration was %s', async (registration) => {
    const u = undo({ registration, mdtrtId: null });
    expect(await u.result).toBe(true);
    expect(u.centre.infnos()).toEqual(['9001']);
    expect(u.looked).toEqual([]);
    expect(u.phase()).toBe('ended');
  });

  it('is looked for where the answer to the registration was lost', async () => {
    const u = undo({ registration: 'unknown', mdtrtId: null });
    expect(await u.result).toBe(true);
    expect(u.looked).toEqual([1]);
    expect(u.centre.asked.slice(1)).toMatchObject([
      { infno: '2205', input: { data: { mdtrt_id: 'M9' } } },
      { infno: '2202', input: { data: { mdtrt_id: 'M9' } } },
    ]);
  });

  it('is not looked for where its number is known', async () => {
    const u = undo({ registration: 'unknown' });
    expect(await u.result).toBe(true);
    expect(u.looked).toEqual([]);
  });

  it('is nothing where the centre does not know of it', async () => {
    const u = undo({ registration: 'unknown', mdtrtId: null }, {}, ok(null));
    expect(await u.result).toBe(true);
    expect(u.centre.infnos()).toEqual(['9001']);
    expect(u.phase()).toBe('ended');
  });

  it('stays to be undone where nobody can say', async () => {
    const u = undo({ registration: 'unknown', mdtrtId: null }, {}, err(failure('CENTRE_UNREACHABLE')));
    expect(await u.result).toBe(false);
    expect(u.phase()).not.toBe('ended');
  });

  it('stays to be undone where the sign-in does not succeed', async () => {
    const u = undo({ signsIn: false });
    expect(await u.result).toBe(false);
    expect(u.centre.infnos()).toEqual(['9001']);
    expect(u.phase()).not.toBe('ended');
  });

  it.each([
    ['2205', silent, ['9001', '2205']],
    ['2205', notSent, ['9001', '2205']],
    ['2202', silent, ['9001', '2205', '2202']],
  ] as const)('stays to be undone where %s gets no answer', async (infno, answer, infnos) => {
    const u = undo({}, { [infno]: () => answer });
    expect(await u.result).toBe(false);
    expect(u.centre.infnos()).toEqual(infnos);
    expect(u.phase()).not.toBe('ended');
  });

  it.each(['2205', '2202'] as const)('%s that is refused is the centre’s last word, on record', async (infno) => {
    const u = undo({}, { [infno]: () => refused() });
    expect(await u.result).toBe(true);
    expect(u.audited).toEqual([{ act: 'centre.refused', infno, visit: 1 }]);
    expect(u.centre.infnos()).toEqual(['9001', '2205', '2202']);
    expect(u.phase()).toBe('ended');
  });

  it('that does not fit its table can never be said, so it is over', async () => {
    const u = undo({}, { 2205: () => tooLong, 2202: () => tooLong });
    expect(await u.result).toBe(true);
    expect(u.phase()).toBe('ended');
  });
});
