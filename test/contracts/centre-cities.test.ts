import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isList, isObject, type JsonValue, NumberText } from '../../central/core/json.ts';
import { makeCityKit, type Reply } from '../../central/testing/city-kit.ts';
import { transactions } from '../../common/contracts/centre/transactions.ts';
import { checkMoneyIdentities } from '../../terminal/gateways/centre/money-identities.ts';

/** What the reference centre answers for people of the cities, as the terminal reads it: every identity holds. */

/** The answer as the terminal's reader hands it on: numbers by their source text. */
function asRead(value: JsonValue): unknown {
  if (value instanceof NumberText) return value.text;
  if (isList(value)) return value.map(asRead);
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asRead(item ?? null)]))
    : value;
}

const RULES = { accountInsideFunds: false, mutualAidInsideAccount: true };

function split(reply: Reply, infno: '2206' | '2207') {
  const output = transactions[infno].output.parse(asRead(reply.output));
  const checked = checkMoneyIdentities(output.setlinfo, RULES);
  if (!checked.ok) throw new Error(`identity ${checked.error.identity}`);
  return { output, split: checked.value };
}

describe('people insured in a city', () => {
  it('Harbin: pool, own account and the family’s, cash', () => {
    const kit = makeCityKit({ division: '992300', day: '2025-05-10', level: 2, balance: 5_000 });
    const { output, split: found } = split(kit.settle(kit.visit('1000.00'), '1000.00', '1'), '2207');
    expect(found).toMatchObject({
      total: 100_000,
      funds: 36_000,
      account: 12_000,
      accountMutualAid: 7_000,
      cash: 52_000,
    });
    expect(found.layers).toEqual([{ layer: 'pool', amount: 36_000 }]);
    expect(output.setldetail[0]?.setl_proc_info).toBe('哈尔滨市职工基本医疗保险；含示例数据');
  });

  it('any bill in any city: the terminal accepts the answer', () => {
    const place = fc.constantFrom(
      { division: '992300', day: '2025-05-10', level: 2, balance: 12_345 },
      { division: '992300', day: '2025-05-10', level: 3, balance: 0, insutype: '390', psnType: '16', area: '990100' },
      { division: '993100', day: '2009-06-10', level: 3, balance: 54_321 },
      { division: '991200', day: '2006-06-10', level: 1, balance: 777 },
      { division: '991100', day: '2011-06-10', level: 3, balance: 0, psnType: '12' },
    );
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 9_000_000 }), (options, fen) => {
        const kit = makeCityKit(options);
        const total = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
        const reply = kit.preSettle(kit.visit(total), total, '1');
        expect(reply.message).toBe('');
        expect(split(reply, '2206').split.total).toBe(fen);
        kit.ledger.close();
      }),
      { numRuns: 30 },
    );
  });
});
