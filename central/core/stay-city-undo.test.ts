import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen, formatFen } from '../../common/kernel/money.ts';
import { inputs, makeCityKit, node, show } from '../testing/city-kit.ts';
import { cityStay } from '../testing/city-stay.ts';
import { stayInputs } from '../testing/stay-kit.ts';

/** As city-undo.test.ts, of stays among visits: undone in whatever order and way, every book is as it was. */
const bills = fc.array(
  fc.record({
    amount: fc.integer({ min: 1, max: 30_000_000 }).map((n) => formatFen(fen(n))),
    stay: fc.boolean(),
    by: fc.constantFrom('refund', 'reversal'),
    at: fc.nat(),
  }),
  { minLength: 1, maxLength: 4 },
);
const city = fc.constantFrom(
  { division: '992300', day: '2025-05-10', level: 3, balance: 12_345 },
  { division: '992300', day: '2025-05-10', level: 1, balance: 0, insutype: '390', psnType: '15' },
  { division: '993100', day: '2009-06-10', level: 3, balance: 54_321, earlier: 22_222 },
  { division: '991100', day: '2011-06-10', level: 2, balance: 777 },
  { division: '991200', day: '2006-06-10', level: 2, balance: 5_000 },
);

test('visits and stays, undone in any order, leave the books as before', () => {
  fc.assert(
    fc.property(city, bills, (place, list) => {
      const kit = makeCityKit(place);
      const before = kit.books();
      const { insutype = '310' } = place as { insutype?: string };
      const done = list.map(({ amount, stay, by, at }, index) => {
        const settled = stay
          ? cityStay(kit, { amount, from: place.day, until: place.day, insutype })
          : { mdtrtId: kit.visit(amount, `OP${index}`), msgid: '', reply: null };
        const { msgid, reply } = settled.reply === null ? kit.settleWith(settled.mdtrtId, amount) : settled;
        expect(reply.message).toBe('');
        return {
          mdtrtId: settled.mdtrtId,
          msgid,
          setlId: show(node(reply.output, 'setlinfo')['setl_id']),
          stay,
          by,
          at,
        };
      });
      expect(kit.books()).not.toEqual(before);
      for (const { mdtrtId, msgid, setlId, stay, by } of done.sort((a, b) => a.at - b.at)) {
        const [settle, refund] = stay ? ['2304', '2305'] : ['2207', '2208'];
        const undone =
          by === 'refund'
            ? kit.send(refund ?? '', stayInputs.refund(mdtrtId, setlId))
            : kit.send('2601', inputs.reverse(msgid, settle));
        expect(undone.message).toBe('');
      }
      expect(kit.books()).toEqual(before);
      kit.ledger.close();
    }),
    { numRuns: 12, seed: 2305 },
  );
});
