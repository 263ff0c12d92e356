import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fen, formatFen } from '../../common/kernel/money.ts';
import { inputs, node } from '../testing/inputs.ts';
import { type Kit, makeKit, show } from '../testing/kit.ts';
import { INSTITUTION, PERSON } from '../testing/people.ts';
import { prepareStay, rowsOf, scopesOf, stayInputs, wholeLine } from '../testing/stay-kit.ts';
import { isObject, type JsonObject, numberText } from './json.ts';

const MOTHER = '99010000000000000000000000002';

/** Every account and accumulator that a settlement may move. */
function books(kit: Kit) {
  const { ledger } = kit;
  return {
    own: ledger.insurances(PERSON.psnNo).map(({ balance }) => balance),
    family: ledger.family(PERSON.psnNo),
    clinic: ledger.accumulators(PERSON.psnNo, '310', '2026'),
    stays: ledger.yearUse(PERSON.psnNo, '310', '2026'),
    bound: ledger.settlements().map(({ mdtrtId }) => ledger.fees(mdtrtId).map(({ setlId }) => setlId)),
  };
}

function kitWith(level: number, account: number, family: number, civilServant: boolean): Kit {
  const kit = makeKit(account);
  const insurance = kit.ledger.insurances(PERSON.psnNo)[0];
  if (insurance === undefined) throw new Error('nobody is insured');
  kit.ledger.putInsurance({ ...insurance, civilServant });
  kit.ledger.putPerson({ ...PERSON, psnNo: MOTHER, certNo: '990101195803171028', cardNumber: 'T2' });
  kit.ledger.putInsurance({ ...insurance, psnNo: MOTHER, psnType: '12', balance: fen(family) });
  kit.ledger.putFamily(PERSON.psnNo, [MOTHER]);
  kit.set({ hospitalLevels: { [INSTITUTION]: level } });
  return kit;
}

function settle(kit: Kit, mdtrtId: string, sums: JsonObject) {
  const message = kit.message('2304', stayInputs.settle(mdtrtId, sums));
  const { setlinfo } = kit.deliver(message.bytes).output;
  if (!isObject(setlinfo)) throw new Error('not settled');
  return { msgid: message.msgid, setlId: show(setlinfo['setl_id']), setlinfo };
}

const amounts = fc.integer({ min: 1, max: 40_000_000 }).map((n) => formatFen(fen(n)));

describe('what a stay took is given back to the fen', () => {
  test('by 2305, by 2601 of 2304, and taken again by 2601 of 2305, at every level and from every purse', () => {
    fc.assert(
      fc.property(
        fc.array(amounts, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 200_000 }),
        fc.integer({ min: 0, max: 200_000 }),
        fc.boolean(),
        (bills, level, account, family, civilServant) => {
          const kit = kitWith(level, account, family, civilServant);
          for (const [index, amount] of bills.entries()) {
            const { lines, sums } = wholeLine(amount);
            const mdtrtId = prepareStay(kit, `ZY${index}`, lines);
            const before = { ...books(kit), bound: [] };
            const first = settle(kit, mdtrtId, sums);
            kit.send('2305', stayInputs.refund(mdtrtId, first.setlId));
            expect({ ...books(kit), bound: [] }).toEqual(before);
            const second = settle(kit, mdtrtId, sums);
            kit.send('2601', inputs.reverse(second.msgid, '2304'));
            expect({ ...books(kit), bound: [] }).toEqual(before);
            const third = settle(kit, mdtrtId, sums);
            const taken = books(kit);
            const refund = kit.message('2305', stayInputs.refund(mdtrtId, third.setlId));
            kit.deliver(refund.bytes);
            expect(kit.send('2601', inputs.reverse(refund.msgid, '2305')).message).toBe('');
            expect({ ...books(kit), bound: [] }).toEqual({ ...taken, bound: [] });
          }
        },
      ),
      { numRuns: 15, seed: 2304 },
    );
  });
});

describe('a line that takes an earlier one back', () => {
  const original = { sn: 'L1', code: 'SHC00000000000002', count: '3', price: '333.333333', amount: '1000.00' };
  const back = {
    sn: 'R1',
    code: original.code,
    count: '-1',
    price: original.price,
    amount: '-333.33',
    takesBack: 'L1',
  };

  function stayWith(kit: Kit, lines: Parameters<typeof stayInputs.fees>[1]) {
    kit.send('9001', inputs.signIn());
    const mdtrtId = show(node(kit.send('2401', stayInputs.admit()).output, 'result')['mdtrt_id']);
    return { mdtrtId, reply: kit.send('2301', stayInputs.fees(mdtrtId, lines)) };
  }

  test('it and what it leaves sum to no scope below nothing, and all of it back leaves nothing', () => {
    const rest = { ...back, sn: 'R2', count: '-2', amount: '-666.67' };
    const kit = makeKit();
    const { mdtrtId, reply } = stayWith(kit, [original, back, rest]);
    expect(reply.message).toBe('');
    const rows = rowsOf(reply.output, 'result');
    const sums = ['fulamt_ownpay_amt', 'overlmt_amt', 'preselfpay_amt', 'inscp_scp_amt'].map((name) =>
      rows.reduce((sum, row) => sum + Math.round(Number(show(row[name])) * 100), 0),
    );
    expect(sums).toEqual([0, 0, 0, 0]);
    expect(kit.ledger.fees(mdtrtId)).toHaveLength(3);
  });

  test.each([
    ['more than there was', { count: '-4', amount: '-1333.33' }, '费用明细R1退回的数量超过原费用'],
    ['of an unknown line', { takesBack: 'L9' }, '费用明细R1的原费用流水号L9不存在'],
    ['at another price', { price: '100.00', amount: '-100.00' }, '费用明细R1与原费用的项目或单价不符'],
    ['as a cost', { count: '1', amount: '333.33' }, '费用明细R1为退单，数量应为负数'],
  ])('%s is refused', (_name, changes, words) => {
    expect(stayWith(makeKit(), [original, { ...back, ...changes }]).reply.message).toBe(words);
  });

  test('the line it takes back cannot be deleted before it', () => {
    const kit = makeKit();
    const { mdtrtId } = stayWith(kit, [original, back]);
    expect(kit.send('2302', stayInputs.deleteFees(mdtrtId, 'L1')).message).toBe('费用明细L1已有退单，不能撤销');
    expect(kit.send('2302', stayInputs.deleteFees(mdtrtId, 'R1')).infcode).toBe('0');
    expect(kit.send('2302', stayInputs.deleteFees(mdtrtId, 'L1')).infcode).toBe('0');
    expect(kit.send('2302', stayInputs.deleteFees(mdtrtId, 'L1')).message).toBe('未查询到该费用明细');
  });

  test('a stay settles for what is left', () => {
    const kit = makeKit();
    const { mdtrtId, reply } = stayWith(kit, [original, back]);
    expect(reply.message).toBe('');
    kit.send('2402', stayInputs.discharge(mdtrtId));
    const rows = rowsOf(reply.output, 'result');
    const sum = (name: string) =>
      numberText(formatFen(fen(rows.reduce((total, row) => total + Math.round(Number(show(row[name])) * 100), 0))));
    const scopes = {
      medfee_sumamt: sum('det_item_fee_sumamt'),
      fulamt_ownpay_amt: sum('fulamt_ownpay_amt'),
      overlmt_selfpay: sum('overlmt_amt'),
      preselfpay_amt: sum('preselfpay_amt'),
      inscp_scp_amt: sum('inscp_scp_amt'),
    };
    const quote = kit.send('2303', stayInputs.settle(mdtrtId, scopes));
    expect(quote.message).toBe('');
    expect(scopesOf(node(quote.output, 'setlinfo'))).toMatchObject({ inscp_scp_amt: scopes.inscp_scp_amt });
    expect(show(node(quote.output, 'setlinfo')['medfee_sumamt'])).toBe('666.67');
  });
});
