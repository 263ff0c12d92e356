import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { medicalSummarySchema } from '../../common/contracts/benefits/medical-summary.ts';
import { lineAmount, parseDecimal } from '../../common/kernel/decimal.ts';
import { addFen, formatFen, parseFen } from '../../common/kernel/money.ts';
import { medicalSummary } from '../core/benefit-year.ts';
import { isList, isObject } from '../core/json.ts';
import { checkNodes } from '../core/validate.ts';
import { loadFields, nodesOf } from '../national/load-fields.ts';
import { loadPlan } from '../plans/plan.ts';
import { inputs, type Line, node } from '../testing/inputs.ts';
import { type Kit, makeKit, show } from '../testing/kit.ts';
import { PERSON } from '../testing/people.ts';

const ask = { identityNumber: PERSON.certNo, name: PERSON.name };
const plan = loadPlan('haichuan');
const DAY_MS = 86_400_000;

function fenOf(text: string): number {
  const amount = parseFen(text);
  if (!amount.ok) throw new Error(text);
  return amount.value;
}

function summaryOf(kit: Kit) {
  const summary = medicalSummary(kit.ledger, plan, kit.clock.now(), ask);
  return summary === null ? null : medicalSummarySchema.parse(summary);
}

/** Settles a visit of these prices; the setl_id and the mdtrt_id. */
function settle(kit: Kit, encounter: string, prices: readonly string[]): { setlId: string; mdtrtId: string } {
  kit.send('9001', inputs.signIn());
  const mdtrtId = show(node(kit.send('2201', inputs.register(encounter)).output, 'data')['mdtrt_id']);
  kit.send('2203', inputs.describe(mdtrtId));
  const codes = ['XHC00000000000001', 'SHC00000000000002', 'SHC00000000000004', 'CHC00000000000002'];
  const lines = prices.map((price, index): Line => {
    const [count, unit] = [parseDecimal('3', 4), parseDecimal(price, 6)];
    if (!count.ok || !unit.ok) throw new Error(price);
    const amount = formatFen(lineAmount(count.value, unit.value));
    return { sn: `L${index}`, code: codes[index % codes.length] ?? '', count: '3', price, amount };
  });
  kit.send('2204', inputs.fees(mdtrtId, lines));
  const total = formatFen(
    addFen(...lines.map(({ amount }) => parseFen(amount)).flatMap((amount) => (amount.ok ? [amount.value] : []))),
  );
  const before = node(kit.send('2206', inputs.preSettle(mdtrtId, '1', total)).output, 'setlinfo');
  const { data } = inputs.settle(mdtrtId, before) as { data: Record<string, never> };
  const reply = kit.send('2207', { data: { ...data, medfee_sumamt: before['medfee_sumamt'] } });
  expect(reply.message).toBe('');
  return { setlId: show(node(reply.output, 'setlinfo')['setl_id']), mdtrtId };
}

/** What the ledger's rows say, counted here once more with the refund rows as minus. */
function fromLedger(kit: Kit) {
  const rows = kit.ledger.settlements().filter(({ state }) => state !== 'reversed');
  const sum = (pick: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((so, row) => so + (row.refundOf === null ? 1 : -1) * pick(row), 0);
  return {
    total: sum((row) => row.total),
    funds: sum((row) => row.funds.reduce((so, fund) => so + fund.amount, 0)),
    pool: sum((row) => row.funds.filter(({ field }) => field === 'hifp_pay').reduce((so, f) => so + f.amount, 0)),
    hospital: sum((row) => row.hospital),
    account: sum((row) => row.account),
    cash: sum((row) => row.cash),
    deductible: sum((row) => row.used.deductible),
    visits: sum(() => 1),
  };
}

/** cum by cum_type_code of 310. */
function accumulated(kit: Kit, month?: string): Record<string, string> {
  kit.send('9001', inputs.signIn());
  const reply = kit.send('5206', inputs.accumulated(month));
  expect(checkNodes(reply.output, nodesOf(loadFields(), '5206', 'out'))).toBeNull();
  const { data } = reply.output;
  const rows = isList(data) ? data.filter(isObject) : [];
  return Object.fromEntries(rows.map((row) => [show(row['cum_type_code']), show(row['cum'])]));
}

describe('5206', () => {
  test('up to and including a month; refunds give back; another year is empty', () => {
    const kit = makeKit(30_000);
    settle(kit, 'OP1', ['20.0000', '100.0000']);
    kit.clock.advance(31 * DAY_MS);
    const second = settle(kit, 'OP2', ['30.0000']);
    expect(accumulated(kit, '202602')).toEqual({ DEDC: '0.00', POOL: '0.00', LARGE: '0.00' });
    expect(accumulated(kit, '202603')).toEqual({ DEDC: '300.00', POOL: '18.00', LARGE: '0.00' });
    expect(accumulated(kit)).toEqual({ DEDC: '300.00', POOL: '72.00', LARGE: '0.00' });
    kit.send('2208', inputs.undoSettle(second.mdtrtId, second.setlId));
    expect(accumulated(kit)).toEqual(accumulated(kit, '202603'));
    expect(accumulated(kit, '202512')).toEqual({ DEDC: '0.00', POOL: '0.00', LARGE: '0.00' });
    expect(kit.send('5206', inputs.accumulated('202613')).message).toContain('cum_ym');
  });
});

describe('the year', () => {
  const price = fc
    .integer({ min: 100, max: 9_000_000 })
    .map((n) => `${Math.floor(n / 10_000)}.${String(n % 10_000).padStart(4, '0')}`);
  const visits = fc.array(
    fc.record({
      prices: fc.array(price, { minLength: 1, maxLength: 4 }),
      refund: fc.boolean(),
      days: fc.integer({ min: 0, max: 40 }),
    }),
    { minLength: 1, maxLength: 5 },
  );

  test('equals the ledger to the fen after any settlements and refunds', () => {
    fc.assert(
      fc.property(visits, fc.integer({ min: 0, max: 500_000 }), (plans, balance) => {
        const kit = makeKit(balance);
        for (const [index, { prices, refund, days }] of plans.entries()) {
          const { setlId, mdtrtId } = settle(kit, `OP${index}`, prices);
          if (refund) kit.send('2208', inputs.undoSettle(mdtrtId, setlId));
          kit.clock.advance(days * DAY_MS);
        }
        const summary = summaryOf(kit);
        const ledger = fromLedger(kit);
        const { year, months, account } = summary ?? expect.unreachable();
        const months$ = (name: 'funds' | 'account' | 'cash') => months.reduce((so, m) => so + fenOf(m[name]), 0);
        expect({
          total: fenOf(year.totalFees),
          funds: year.layers.reduce((so, { paid }) => so + fenOf(paid), 0),
          pool: fenOf(year.layers.find(({ layer }) => layer === 'pool')?.paid ?? '0.00'),
          hospital: fenOf(year.hospital),
          account: months$('account'),
          cash: months$('cash'),
          deductible: fenOf(year.deductible.used),
          visits: year.visits,
        }).toEqual(ledger);
        expect(fenOf(year.poolCeiling.used)).toBe(ledger.pool);
        expect(months$('funds')).toBe(ledger.funds);
        expect(fenOf(year.selfPaid)).toBe(ledger.account + ledger.cash);
        expect(fenOf(year.totalFees)).toBe(ledger.funds + ledger.hospital + fenOf(year.selfPaid));
        const { DEDC, POOL } = accumulated(kit);
        expect([DEDC, POOL]).toEqual([year.deductible.used, year.poolCeiling.used]);
        expect(fenOf(account.balance)).toBe(balance - ledger.account);
        expect(months.length).toBe(Number(summary?.asOf.slice(5, 7)));
      }),
      { numRuns: 25 },
    );
  });

  test('two settlements and one refund, by hand', () => {
    const kit = makeKit(30_000);
    settle(kit, 'OP1', ['20.0000', '100.0000']);
    kit.clock.advance(31 * DAY_MS);
    const second = settle(kit, 'OP2', ['30.0000']);
    expect(summaryOf(kit)?.year).toMatchObject({ visits: 2, totalFees: '450.00' });
    kit.send('2208', inputs.undoSettle(second.mdtrtId, second.setlId));
    const summary = summaryOf(kit);
    // 60.00 甲 · 300.00 乙 with 10 % first: 30.00; in scope 330.00, deductible 300.00, 60 % of the other 30.00.
    expect(summary?.year).toMatchObject({
      visits: 1,
      totalFees: '360.00',
      deductible: { used: '300.00' },
      layers: [{ layer: 'pool', paid: '18.00' }],
      selfPaid: '342.00',
    });
    expect(summary?.months.slice(2)).toEqual([
      { month: '2026-03', funds: '18.00', account: '300.00', cash: '42.00' },
      { month: '2026-04', funds: '0.00', account: '0.00', cash: '0.00' },
    ]);
  });

  test('a reversed settlement was never; last year is another year', () => {
    const kit = makeKit();
    settle(kit, 'OP1', ['20.0000']);
    const [row] = kit.ledger.settlements();
    kit.send('2601', inputs.reverse(row?.msgid ?? ''));
    expect(summaryOf(kit)?.year).toMatchObject({ visits: 0, totalFees: '0.00' });
    settle(kit, 'OP2', ['20.0000']);
    kit.clock.advance(366 * DAY_MS);
    expect(summaryOf(kit)?.year).toMatchObject({ year: '2027', visits: 0, deductible: { used: '0.00' } });
  });

  test('nobody learns of another: no insurance in force, another name', () => {
    const kit = makeKit();
    expect(medicalSummary(kit.ledger, plan, kit.clock.now(), { ...ask, name: '测试丙' })).toBeNull();
    expect(medicalSummary(kit.ledger, plan, kit.clock.now(), { ...ask, cardNumber: 'X' })).toBeNull();
    const [own] = kit.ledger.insurances(PERSON.psnNo);
    if (own !== undefined) kit.ledger.putInsurance({ ...own, status: '2' });
    expect(summaryOf(kit)).toBeNull();
  });
});
