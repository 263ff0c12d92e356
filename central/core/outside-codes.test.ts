import { expect, it } from 'vitest';
import { inputs, LINES, makeKit, node, prepareVisit, show } from '../testing/kit.ts';
import { stayInputs } from '../testing/stay-kit.ts';

/** A centre refuses what its dictionary and its catalogue do not have (1901; 医保目录). */

const UNLISTED = LINES.map((line, index) => (index === 1 ? { ...line, code: 'SHC00000000009999' } : line));

it('a kind of case that its table does not have', () => {
  const kit = makeKit();
  kit.send('9001', inputs.signIn());
  const mdtrtId = show(node(kit.send('2201', inputs.register()).output, 'data')['mdtrt_id']);
  const described = inputs.describe(mdtrtId);
  const changed = { ...described, mdtrtinfo: { ...node(described, 'mdtrtinfo'), med_type: '99' } };
  expect(kit.send('2203', changed)).toMatchObject({
    infcode: '-1',
    message: expect.stringContaining('mdtrtinfo.med_type（医疗类别）不在字典表内'),
  });
  expect(kit.send('2203', described).infcode).toBe('0');
});

it('a settlement by a way that its table does not have', () => {
  const kit = makeKit();
  const mdtrtId = prepareVisit(kit);
  const asked = inputs.preSettle(mdtrtId);
  const changed = { data: { ...node(asked, 'data'), psn_setlway: '77' } };
  expect(kit.send('2206', changed).message).toContain('psn_setlway（个人结算方式）不在字典表内');
  expect(kit.send('2206', asked).infcode).toBe('0');
});

it('a line that its catalogue does not have, and with it none of the message', () => {
  const kit = makeKit();
  const mdtrtId = prepareVisit(kit);
  kit.send('2205', inputs.deleteFees(mdtrtId));
  expect(kit.send('2204', inputs.fees(mdtrtId, UNLISTED))).toMatchObject({
    infcode: '-1',
    message: expect.stringContaining('费用明细L2的med_list_codg（医疗目录编码）不在医保目录内'),
  });
  expect(kit.ledger.fees(mdtrtId)).toEqual([]);
  expect(kit.send('2204', inputs.fees(mdtrtId)).infcode).toBe('0');
});

it('of a stay too', () => {
  const kit = makeKit();
  kit.send('9001', inputs.signIn());
  const mdtrtId = show(node(kit.send('2401', stayInputs.admit()).output, 'result')['mdtrt_id']);
  expect(kit.send('2301', stayInputs.fees(mdtrtId, UNLISTED)).message).toContain('不在医保目录内');
  expect(kit.send('2301', stayInputs.fees(mdtrtId)).infcode).toBe('0');
});
