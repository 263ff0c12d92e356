import { afterEach, expect, it } from 'vitest';
import { pii } from '../../common/kernel/pii.ts';
import type { HisNotice } from '../gateways/his/port.ts';
import { SCOPE, SPLIT } from '../settlement/testing/settlement.ts';
import { endAll, start } from '../settlement/testing/start.ts';
import { encounter } from '../settlement/testing/world.ts';
import { hisByOrigin } from './his-by-origin.ts';

afterEach(endAll);

const ID = encounter().encounterId;
const person = { name: '测试', identityNumber: '11010519491231002X', cardNumber: 'A', cardId: 'B', regionCode: null };
const money = { total: '70.48', funds: '0.00', hospital: '0.00', account: '70.48', cashDue: '0.00' };

/** The gateway over a journal in which preparations and settlements are written as the core would. */
function world() {
  const bench = start();
  const { terminal, clock, sides } = bench;
  const { store } = terminal;
  const asked: string[] = [];
  const told: string[] = [];
  const outside = {
    ...sides.his,
    hold: (input: Parameters<typeof sides.his.hold>[0]) => {
      asked.push('hold');
      return sides.his.hold(input);
    },
    deliver: <K extends HisNotice>(notice: K, text: string) => {
      asked.push(notice);
      return sides.his.deliver(notice, text);
    },
  };
  const his = hisByOrigin(outside, { store, clock }, (whose, encounterId) => void told.push(`${whose} ${encounterId}`));

  /** A preparation of this origin, and how it is named at the HIS. */
  const visit = (origin: string | null) =>
    store.transaction(() =>
      store.visits.insert({
        ...{ encounter: encounter(), person: pii(person), psnNo: pii('P'), insutype: '310', insuplcAdmdvs: '990100' },
        ...{ terminal: 'ZZ-07', begunAt: '2026-03-02 09:00:00', nowMs: clock.now(), origin },
      }),
    );
  /** It is settled, as the journal has it once the centre has answered. */
  const settle = ({ id }: { readonly id: number }): string =>
    store.transaction(() => {
      const messageId = store.messages.nextId('H99010100001', 7, clock.now());
      const request = new Uint8Array();
      const messageRow = store.messages.insert({ messageId, infno: '2207', visitId: id, request, nowMs: 0 });
      const { visits, settlements } = store;
      const settlement = settlements.insert({
        ...{ visitId: id, encounterId: ID, messageRow, previousId: null, useAccount: true, levels: new Map() },
        ...{ splitShown: SPLIT, checkCode: `${id}`.padStart(16, 'A'), nowMs: clock.now() },
      });
      const settled = {
        ...{ split: SPLIT, scope: SCOPE, setlId: `S${id}`, setlTime: '2026-03-02 09:10:00' },
        ...{ foundBy: 'answer' as const, changed: false },
      };
      settlements.change(settlement, { state: 'settled', live: false, settled }, clock.now());
      visits.setPhase(id, 'settled', clock.now());
      return messageId;
    });
  const givenBack = (messageId: string): void => {
    const row = store.settlements.byMessageId(messageId);
    if (row === null) throw new Error('nothing to give back');
    store.transaction(() => store.settlements.change(row.id, { state: 'reversed' }, clock.now()));
  };
  const reply = async (answer: ReturnType<typeof his.hold> | ReturnType<typeof his.query>) => {
    const said = await clock.until<Awaited<typeof answer>>(answer);
    return said.ok ? said.value.reply : said.error;
  };
  const deliver = async (kind: 'settled' | 'released' | 'refunded', body: object) => {
    const said = await clock.until(his.deliver(kind, JSON.stringify(body)));
    return said.ok ? said.value.reply.result : said.error;
  };
  const settledBody = (messageId: string, holder: string) => ({
    ...{ encounterId: ID, holder, messageId, mdtrtId: 'M1', setlId: 'S1', settledAt: '2026-03-02 09:10:00' },
    ...money,
  });
  const refundedBody = (messageId: string) => ({
    ...{ encounterId: ID, messageId, mdtrtId: 'M1', setlId: 'S1', total: money.total },
    ...{ refundedAt: '2026-03-02 11:00:00', cashReturned: '0.00' },
  });
  const notices = (client: string) => store.clientNotices.list(client, 0, 10, true).map(({ kind }) => kind);
  return {
    ...{ ...bench, his, store, asked, told, visit, settle, givenBack, reply, deliver, notices },
    ...{ settledBody, refundedBody },
  };
}

it('a client’s preparation is held, settled and given back by the journal; nobody outside is asked', async () => {
  const { his, reply, deliver, asked, told, visit, settle, settledBody, refundedBody } = world();
  const { id, holder } = visit('his');
  expect(await reply(his.hold({ encounterId: ID, holder }))).toEqual({ result: 'held' });
  expect(await reply(his.query({ encounterId: ID, messageId: null, holder }))).toEqual({
    settlement: 'unknown',
    held: true,
  });
  const messageId = settle({ id });
  expect(await deliver('settled', settledBody(messageId, holder))).toBe('stored');
  expect(await deliver('settled', settledBody(messageId, holder))).toBe('duplicate');
  expect(await reply(his.query({ encounterId: ID, messageId, holder }))).toEqual({
    settlement: 'settled',
    held: false,
  });
  expect(await deliver('refunded', refundedBody(messageId))).toBe('stored');
  expect(await deliver('refunded', refundedBody(messageId))).toBe('duplicate');
  expect(await reply(his.query({ encounterId: ID, messageId, holder: null }))).toEqual({
    settlement: 'refunded',
    held: false,
  });
  expect(asked).toEqual([]);
  expect(told).toEqual([`his ${ID}`, `his ${ID}`]);
});

it('one that is released is held until its client was told, and told once', async () => {
  const { his, reply, deliver, asked, visit, notices } = world();
  const { holder } = visit('his');
  const held = () => reply(his.query({ encounterId: ID, messageId: null, holder }));
  expect(await held()).toMatchObject({ held: true });
  expect(await deliver('released', { encounterId: ID, holder, reason: 'cancelled' })).toBe('released');
  expect(await deliver('released', { encounterId: ID, holder, reason: 'cancelled' })).toBe('notHeld');
  expect(await held()).toMatchObject({ held: false });
  expect([notices('his'), asked]).toEqual([['released'], []]);
});

it('the outside HIS’s go to the outside HIS', async () => {
  const { his, reply, deliver, asked, visit, settle, settledBody, notices } = world();
  const { id, holder } = visit(null);
  expect(await reply(his.hold({ encounterId: ID, holder }))).toEqual({ result: 'held' });
  expect(await deliver('settled', settledBody(settle({ id }), holder))).toBe('stored');
  expect([asked, notices('his')]).toEqual([['hold', 'settled'], []]);
});

it.each([
  ['the outside HIS’s', null, 'his'],
  ['a client’s', 'his', null],
  ['a client’s', 'his', 'other'],
  ['its own', 'his', 'his'],
] as const)('what %s settlement has paid (%s) is not held again for %s', async (_whose, payer, next) => {
  const { his, reply, asked, visit, settle } = world();
  settle(visit(payer));
  const { holder } = visit(next);
  expect(await reply(his.hold({ encounterId: ID, holder }))).toEqual({ result: 'alreadySettled' });
  expect(asked).toEqual([]);
});

it('each hears of its own settlement, whoever has billed the encounter since', async () => {
  const { deliver, visit, settle, givenBack, settledBody, refundedBody, notices, asked } = world();
  const theirs = visit(null);
  const first = settle(theirs);
  await deliver('settled', settledBody(first, theirs.holder));
  givenBack(first);
  const own = visit('his');
  await deliver('refunded', refundedBody(first));
  expect([asked, notices('his')]).toEqual([['settled', 'refunded'], []]);
  await deliver('settled', settledBody(settle(own), own.holder));
  expect([asked, notices('his')]).toEqual([['settled', 'refunded'], ['settled']]);
});

it('a second settlement that stands beside the first is a conflict, for people', async () => {
  const { deliver, visit, settle, settledBody, notices } = world();
  settle(visit(null));
  const own = visit('his');
  expect(await deliver('settled', settledBody(settle(own), own.holder))).toBe('conflict');
  expect(notices('his')).toEqual([]);
});
