import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inputs, makeCityKit, node, type Reply, show } from '../testing/city-kit.ts';

/**
 * A settlement and its refund leave every account and accumulator as they were, at the centre itself: whatever the
 * bills, whichever way each is undone, and in whatever order.
 */
const bills = fc.array(
  fc.record({ fen: fc.integer({ min: 1, max: 900_000 }), by: fc.constantFrom('2208', '2601'), at: fc.nat() }),
  { minLength: 1, maxLength: 4 },
);
const city = fc.constantFrom(
  { division: '992300', day: '2025-05-10', level: 2, balance: 12_345 },
  { division: '993100', day: '2009-06-10', level: 3, balance: 54_321, earlier: 22_222 },
  { division: '991100', day: '2011-06-10', level: 0, balance: 0 },
);

const settlementOf = (reply: Reply): string => show(node(reply.output, 'setlinfo')['setl_id']);

test('undone in any order, the books are as before', () => {
  fc.assert(
    fc.property(city, bills, (place, list) => {
      const kit = makeCityKit(place);
      const before = kit.books();
      const done = list.map(({ fen, by, at }, index) => {
        const total = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
        const mdtrtId = kit.visit(total, `OP${index}`);
        const { msgid, reply } = kit.settleWith(mdtrtId, total);
        expect(reply.message).toBe('');
        return { mdtrtId, msgid, setlId: settlementOf(reply), by, at };
      });
      expect(kit.books()).not.toEqual(before);
      for (const { mdtrtId, msgid, setlId, by } of done.sort((a, b) => a.at - b.at)) {
        const undone =
          by === '2208'
            ? kit.send('2208', inputs.undoSettle(mdtrtId, setlId))
            : kit.send('2601', inputs.reverse(msgid));
        expect(undone.message).toBe('');
      }
      expect(kit.books()).toEqual(before);
      kit.ledger.close();
    }),
    { numRuns: 15 },
  );
});
