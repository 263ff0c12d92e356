import { describe, expect, test } from 'vitest';
import { inputs, node } from '../testing/inputs.ts';
import { type Kit, makeKit, prepareVisit, readReply, show } from '../testing/kit.ts';
import { PERSON } from '../testing/people.ts';
import type { JsonObject } from './json.ts';

function balanceOf(kit: Kit): number {
  return kit.ledger.insurances(PERSON.psnNo)[0]?.balance ?? -1;
}

/** A visit ready to settle, and its 2207 as bytes not yet delivered. */
function readyToSettle(kit: Kit) {
  const mdtrtId = prepareVisit(kit);
  const before = node(kit.send('2206', inputs.preSettle(mdtrtId)).output, 'setlinfo');
  return { mdtrtId, before, message: kit.message('2207', inputs.settle(mdtrtId, before)) };
}

function nothingMoved(kit: Kit): void {
  expect(balanceOf(kit)).toBe(30_000);
  expect(kit.ledger.accumulators(PERSON.psnNo, '310', '2026')).toEqual({ deductible: 0, pool: 0, large: 0 });
}

describe('2601 before the message arrives', () => {
  test('"not found", and the late 2207 is refused for ever', () => {
    const kit = makeKit();
    const { mdtrtId, before, message } = readyToSettle(kit);
    const reversal = kit.send('2601', inputs.reverse(message.msgid));
    expect([reversal.infcode, reversal.message]).toEqual(['-1', '未找到原交易报文']);
    expect(reversal.handled.effects).toEqual([{ kind: 'fenced', msgid: message.msgid }]);
    for (const _again of [1, 2]) {
      const late = kit.deliver(message.bytes);
      expect([late.infcode, late.message]).toEqual(['-1', '该报文ID已冲正，不能再次使用']);
    }
    nothingMoved(kit);
    expect(kit.ledger.settlements()).toEqual([]);
    // A new intent with a new id is welcome.
    expect(kit.send('2207', inputs.settle(mdtrtId, before)).infcode).toBe('0');
  });

  test('the fence outlives a refused 2207 under the same id', () => {
    const kit = makeKit();
    const { message } = readyToSettle(kit);
    kit.send('2601', inputs.reverse(message.msgid));
    expect(kit.send('2601', inputs.reverse(message.msgid)).message).toBe('未找到原交易报文');
    expect(kit.ledger.fences()).toEqual([message.msgid]);
  });
});

describe('2601 of a settlement that was done', () => {
  test('gives everything back; again says so; 5203 finds nothing; a new try settles', () => {
    const kit = makeKit();
    const { mdtrtId, before, message } = readyToSettle(kit);
    kit.deliver(message.bytes);
    expect(balanceOf(kit)).toBe(0);
    const reversal = kit.send('2601', inputs.reverse(message.msgid));
    expect(reversal.infcode).toBe('0');
    expect(reversal.handled.effects.map((effect) => effect.kind)).toEqual(['fenced', 'reversed']);
    nothingMoved(kit);
    const again = kit.send('2601', inputs.reverse(message.msgid));
    expect([again.infcode, again.message]).toEqual(['-1', '该交易已冲正，请勿重复冲正']);
    nothingMoved(kit);
    expect(kit.send('5203', inputs.query(mdtrtId)).output['setlinfo']).toBeNull();
    expect(kit.deliver(message.bytes).message).toContain('不能再次使用');
    expect(kit.send('2207', inputs.settle(mdtrtId, before)).infcode).toBe('0');
    expect(kit.ledger.settlements().map((row) => row.state)).toEqual(['reversed', 'settled']);
  });

  test('by another person is refused and fences nothing', () => {
    const kit = makeKit();
    const { message } = readyToSettle(kit);
    kit.deliver(message.bytes);
    const data = { psn_no: 'SOMEONE', omsgid: message.msgid, oinfno: '2207' };
    expect(kit.send('2601', { data }).message).toContain('人员编号与原交易不符');
    expect(kit.ledger.fences()).toEqual([]);
    expect(balanceOf(kit)).toBe(0);
  });

  test('under the wrong transaction number is "not found", and a number that cannot be reversed is refused', () => {
    const kit = makeKit();
    const { message } = readyToSettle(kit);
    kit.deliver(message.bytes);
    expect(kit.send('2601', inputs.reverse(message.msgid, '2204')).message).toContain('不支持冲正');
    expect(kit.ledger.fences()).toEqual([]);
    expect(kit.send('2601', inputs.reverse(message.msgid, '2208')).message).toContain('未找到');
    expect(balanceOf(kit)).toBe(0);
  });
});

describe('2208 and 2601 together', () => {
  function refunded(kit: Kit): { mdtrtId: string; settleId: string; refundId: string; info: JsonObject } {
    const { mdtrtId, message } = readyToSettle(kit);
    const info = node(kit.deliver(message.bytes).output, 'setlinfo');
    const refund = kit.message('2208', inputs.undoSettle(mdtrtId, show(info['setl_id'])));
    expect(kit.deliver(refund.bytes).infcode).toBe('0');
    return { mdtrtId, settleId: message.msgid, refundId: refund.msgid, info };
  }

  test('a refunded settlement cannot be reversed as well', () => {
    const kit = makeKit();
    const { settleId } = refunded(kit);
    expect(kit.send('2601', inputs.reverse(settleId)).message).toContain('已退费');
    nothingMoved(kit);
  });

  test('the reversal of the refund makes the settlement stand again', () => {
    const kit = makeKit();
    const { mdtrtId, refundId, info } = refunded(kit);
    expect(kit.send('2601', inputs.reverse(refundId, '2208')).infcode).toBe('0');
    expect(balanceOf(kit)).toBe(0);
    const found = node(kit.send('5203', inputs.query(mdtrtId, show(info['setl_id']))).output, 'setlinfo');
    expect(show(found['refd_setl_flag'])).toBe('0');
    expect(kit.send('2208', inputs.undoSettle(mdtrtId, show(info['setl_id']))).infcode).toBe('0');
    nothingMoved(kit);
  });

  test('not where the lines have changed meanwhile', () => {
    const kit = makeKit();
    const { mdtrtId, refundId } = refunded(kit);
    kit.send('2205', inputs.deleteFees(mdtrtId));
    expect(kit.send('2601', inputs.reverse(refundId, '2208')).message).toContain('费用明细已变化');
    nothingMoved(kit);
  });

  test('5203 by the refund’s own id shows it negative', () => {
    const kit = makeKit();
    const { mdtrtId, refundId, info } = refunded(kit);
    const row = kit.ledger.settlementByMessage(refundId, true);
    const found = node(kit.send('5203', inputs.query(mdtrtId, row?.setlId)).output, 'setlinfo');
    expect(show(found['medfee_sumamt'])).toBe(`-${show(info['medfee_sumamt'])}`);
    expect(show(found['refd_setl_flag'])).toBe('1');
  });
});

test('5203 without setl_id: the newest that was not reversed, also where that one is refunded', () => {
  const kit = makeKit();
  const { mdtrtId, before, message } = readyToSettle(kit);
  const info = node(kit.deliver(message.bytes).output, 'setlinfo');
  kit.send('2208', inputs.undoSettle(mdtrtId, show(info['setl_id'])));
  const second = kit.message('2207', inputs.settle(mdtrtId, before));
  kit.deliver(second.bytes);
  const newest = () => node(kit.send('5203', inputs.query(mdtrtId)).output, 'setlinfo');
  expect(show(newest()['medins_setl_id'])).toBe(second.msgid);
  kit.send('2601', inputs.reverse(second.msgid));
  expect([show(newest()['medins_setl_id']), show(newest()['refd_setl_flag'])]).toEqual([message.msgid, '1']);
});

test('5203 without setl_id: what stands comes before what was given back, however new that is', () => {
  const kit = makeKit();
  const { mdtrtId, message } = readyToSettle(kit);
  const number = show(node(kit.deliver(message.bytes).output, 'setlinfo')['setl_id']);
  const first = kit.ledger.settlement(number);
  if (first === null) throw new Error('nothing was settled');
  kit.ledger.addSettlement({ ...first, setlId: `${number.slice(0, -1)}Z`, state: 'refunded' });
  expect(show(node(kit.send('5203', inputs.query(mdtrtId)).output, 'setlinfo')['setl_id'])).toBe(number);
});

test('a store that fails in the middle leaves nothing behind', () => {
  const kit = makeKit();
  const { message } = readyToSettle(kit);
  const broken = {
    ...kit.ledger,
    accumulate: () => {
      throw new Error('disk full');
    },
  };
  expect(() => kit.handle(message.bytes, broken, kit.clock, kit.random)).toThrow('disk full');
  expect(kit.ledger.settlements()).toEqual([]);
  nothingMoved(kit);
  expect(kit.deliver(message.bytes).infcode).toBe('0');
});

test('2206 and 2207 take at most 5 ms each (medians of 50, warm)', () => {
  const kit = makeKit(100_000_000);
  const times: Record<'2206' | '2207', number[]> = { '2206': [], '2207': [] };
  const timed = (infno: '2206' | '2207', input: JsonObject): JsonObject => {
    const { bytes } = kit.message(infno, input);
    const start = performance.now();
    const handled = kit.handle(bytes, kit.ledger, kit.clock, kit.random);
    times[infno].push(performance.now() - start);
    expect(handled.ok).toBe(true);
    return readReply(handled).output;
  };
  for (let i = 0; i < 60; i++) {
    const mdtrtId = prepareVisit(kit, `OP${i}`);
    const before = node(timed('2206', inputs.preSettle(mdtrtId)), 'setlinfo');
    timed('2207', inputs.settle(mdtrtId, before));
  }
  for (const list of Object.values(times)) {
    const sorted = list.slice(10).sort((a, b) => a - b);
    expect(sorted[25]).toBeLessThanOrEqual(5);
  }
});
