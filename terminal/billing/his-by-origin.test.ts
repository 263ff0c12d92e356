import { afterEach, expect, it } from 'vitest';
import { pii } from '../../common/kernel/pii.ts';
import { endAll, start } from '../settlement/testing/start.ts';
import { encounter } from '../settlement/testing/world.ts';
import { hisByOrigin } from './his-by-origin.ts';
import { claimOrigin } from './origins.ts';

afterEach(endAll);

const ID = encounter().encounterId;
const settled = {
  ...{ encounterId: ID, holder: 'T-1', mdtrtId: 'M1', setlId: 'S1', settledAt: '2026-03-02 09:10:00' },
  messageId: 'H99010100001202603020900000701',
  ...{ total: '70.48', funds: '0.00', hospital: '0.00', account: '70.48', cashDue: '0.00' },
};
const { messageId, mdtrtId, setlId, total } = settled;
const refunded = {
  encounterId: ID,
  messageId,
  mdtrtId,
  setlId,
  total,
  refundedAt: '2026-03-02 11:00:00',
  cashReturned: '0.00',
};

/** A client's encounter, and what the outside HIS was asked meanwhile. */
function world(client: string | null = 'his') {
  const bench = start();
  const { terminal, clock, sides } = bench;
  const deps = { store: terminal.store, clock };
  const asked: string[] = [];
  const told: string[] = [];
  const outside = {
    ...sides.his,
    hold: (input: Parameters<typeof sides.his.hold>[0]) => {
      asked.push('hold');
      return sides.his.hold(input);
    },
  };
  const his = hisByOrigin(outside, deps, (whose, encounterId) => void told.push(`${whose} ${encounterId}`));
  expect(claimOrigin(deps, ID, client)).toBeNull();
  const reply = async (answer: ReturnType<typeof his.hold> | ReturnType<typeof his.query>) => {
    const said = await clock.until<Awaited<typeof answer>>(answer);
    return said.ok ? said.value.reply : said.error;
  };
  const deliver = async (kind: 'settled' | 'released' | 'refunded', body: object) => {
    const said = await clock.until(his.deliver(kind, JSON.stringify(body)));
    return said.ok ? said.value.reply.result : said.error;
  };
  return { ...bench, his, deps, asked, told, reply, deliver };
}

it('a client’s encounter is held, settled, given back and held again by its own rows; nobody outside is asked', async () => {
  const { his, reply, deliver, asked, told } = world();
  expect(await reply(his.hold({ encounterId: ID, holder: 'T-1' }))).toEqual({ result: 'held' });
  expect(await reply(his.hold({ encounterId: ID, holder: 'T-1' }))).toEqual({ result: 'held' });
  expect(await reply(his.hold({ encounterId: ID, holder: 'T-2' }))).toEqual({ result: 'heldElsewhere' });
  expect(await reply(his.query({ encounterId: ID, messageId, holder: 'T-1' }))).toEqual({
    settlement: 'unknown',
    held: true,
  });
  expect(await deliver('settled', settled)).toBe('stored');
  expect(await deliver('settled', settled)).toBe('duplicate');
  expect(await deliver('settled', { ...settled, messageId: messageId.replace('701', '702') })).toBe('conflict');
  expect(await reply(his.query({ encounterId: ID, messageId, holder: 'T-1' }))).toEqual({
    settlement: 'settled',
    held: false,
  });
  expect(await reply(his.hold({ encounterId: ID, holder: 'T-3' }))).toEqual({ result: 'alreadySettled' });
  expect(await deliver('refunded', refunded)).toBe('stored');
  expect(await deliver('refunded', refunded)).toBe('duplicate');
  expect(await reply(his.query({ encounterId: ID, messageId, holder: null }))).toEqual({
    settlement: 'refunded',
    held: false,
  });
  expect(await reply(his.hold({ encounterId: ID, holder: 'T-4' }))).toEqual({ result: 'held' });
  expect(await deliver('released', { encounterId: ID, holder: 'T-4', reason: 'cancelled' })).toBe('released');
  expect(await deliver('released', { encounterId: ID, holder: 'T-4', reason: 'cancelled' })).toBe('notHeld');
  expect(asked).toEqual([]);
  expect(told).toEqual([`his ${ID}`, `his ${ID}`, `his ${ID}`]);
});

it('the outside HIS’s encounters go to the outside HIS', async () => {
  const { his, reply, deliver, asked, terminal } = world(null);
  expect(await reply(his.hold({ encounterId: ID, holder: 'T-1' }))).toEqual({ result: 'held' });
  expect(await deliver('settled', settled)).toBe('stored');
  expect(asked).toEqual(['hold']);
  expect(terminal.store.clientNotices.list('his', 0, 10, true)).toEqual([]);
});

it('an origin does not change while the encounter is paid, or being prepared', async () => {
  const bench = world();
  const { deps, deliver, terminal } = bench;
  await deliver('settled', settled);
  expect(claimOrigin(deps, ID, null)).toBe('HIS_NOTHING_UNPAID');
  expect(claimOrigin(deps, ID, 'other')).toBe('HIS_NOTHING_UNPAID');
  await deliver('refunded', refunded);
  const person = { name: '测试', identityNumber: '11010519491231002X', cardNumber: 'A', cardId: 'B', regionCode: null };
  const visit = terminal.store.transaction(() =>
    terminal.store.visits.insert({
      ...{ encounter: encounter(), person: pii(person), psnNo: pii('P'), insutype: '310', insuplcAdmdvs: '990100' },
      ...{ terminal: 'ZZ-07', begunAt: '2026-03-02 09:00:00', nowMs: 0, form: 'outpatient', stayId: null },
    }),
  );
  expect(claimOrigin(deps, ID, null)).toBe('BILL_BUSY');
  terminal.store.transaction(() => terminal.store.visits.setPhase(visit.id, 'ended', 0));
  expect(claimOrigin(deps, ID, null)).toBeNull();
  expect(terminal.store.clientBills.get(ID)).toBeNull();
});
