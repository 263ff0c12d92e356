import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Field, loadFields, nodesOf, parseFields } from '../national/load-fields.ts';
import { inputs, node } from '../testing/inputs.ts';
import { encode, type Kit, makeKit, prepareVisit, show } from '../testing/kit.ts';
import { isList, isObject, type JsonObject, type JsonValue, numberText, parseJson } from './json.ts';

const fields = loadFields();
const IN = [
  '9001',
  '9002',
  '1101',
  '2201',
  '2202',
  '2203',
  '2204',
  '2205',
  '2206',
  '2207',
  '2208',
  '2601',
  '5201',
  '5203',
  '5206',
];

/** A sound input of every transaction, for a visit that stands ready to be settled. */
function soundInputs(kit: Kit): Record<string, JsonObject> {
  const mdtrtId = prepareVisit(kit);
  const before = node(kit.send('2206', inputs.preSettle(mdtrtId)).output, 'setlinfo');
  return {
    '9001': inputs.signIn(),
    '9002': inputs.signOut('S1'),
    '1101': inputs.person(),
    '2201': inputs.register(),
    '2202': inputs.cancel(mdtrtId),
    '2203': inputs.describe(mdtrtId),
    '2204': inputs.fees(mdtrtId),
    '2205': inputs.deleteFees(mdtrtId, 'B9'),
    '2206': inputs.preSettle(mdtrtId),
    '2207': inputs.settle(mdtrtId, before),
    '2208': inputs.undoSettle(mdtrtId, 'S1'),
    '2601': inputs.reverse('M1'),
    '5201': inputs.visits(),
    '5203': inputs.query(mdtrtId),
    '5206': inputs.accumulated('202603'),
  };
}

/** `input` with one field of one node replaced; of a list, in its last item. */
function withField(input: JsonObject, field: Field, value: JsonValue | undefined): JsonObject {
  const old = input[field.node];
  if (isList(old)) {
    const items = old.filter(isObject);
    const last = items.length - 1;
    return { ...input, [field.node]: items.map((item, i) => (i === last ? { ...item, [field.field]: value } : item)) };
  }
  return { ...input, [field.node]: { ...(isObject(old) ? old : {}), [field.field]: value } };
}

function named(field: Field): RegExp {
  return new RegExp(`${field.node}(\\[\\d+\\])?\\.${field.field}（${field.label.replace(/[()]/g, '\\$&')}）`);
}

function overlong(field: Field): JsonValue {
  if (field.type === 'N') return numberText(`1${'0'.repeat((field.len ?? 0) - (field.places ?? 0))}`);
  return '长'.repeat((field.len ?? 0) + 1);
}

const cases = IN.flatMap((infno) => nodesOf(fields, infno, 'in').flatMap((spec) => spec.fields));

describe('every field of every input is held to the table', () => {
  const kit = makeKit();
  const sound = soundInputs(kit);
  const refusal = (field: Field, value: JsonValue | undefined): string =>
    kit.send(field.transaction, withField(sound[field.transaction] ?? {}, field, value)).message;

  test('the cases are all there', () => {
    expect(cases.length).toBeGreaterThan(110);
    expect(cases.filter((field) => field.required).length).toBeGreaterThan(75);
  });

  test.each(cases.filter((field) => field.required))('$transaction $node.$field is required', (field) => {
    expect(refusal(field, undefined)).toMatch(named(field));
    expect(refusal(field, null)).toMatch(named(field));
    if (!field.mayBeEmpty) expect(refusal(field, '')).toMatch(named(field));
  });

  test.each(cases.filter((field) => field.len !== null))('$transaction $node.$field keeps its length', (field) => {
    expect(refusal(field, overlong(field))).toMatch(named(field));
  });

  test('kinds: an amount in words, three places, a number where text belongs, a day that is none', () => {
    const of = (transaction: string, name: string): Field => {
      const found = cases.find((field) => field.transaction === transaction && field.field === name);
      if (found === undefined) throw new Error(`no field ${name}`);
      return found;
    };
    const total = of('2206', 'medfee_sumamt');
    for (const bad of ['十元', '1e3', numberText('1e3'), numberText('1065.481'), { a: 1 }, true]) {
      expect(refusal(total, bad as JsonValue)).toMatch(named(total));
    }
    const type = of('2206', 'med_type');
    expect(refusal(type, numberText('11'))).toMatch(named(type));
    const time = of('2201', 'begntime');
    for (const bad of ['2026-02-30 10:00:00', '2026-03-02', '20260302100000']) {
      expect(refusal(time, bad)).toMatch(named(time));
    }
  });

  test('a length counts characters, not UTF-16 units', () => {
    const name = cases.find((field) => field.transaction === '2201' && field.field === 'dr_name');
    if (name === undefined) throw new Error('no dr_name');
    expect(refusal(name, '𠮷'.repeat(50))).toBe('');
    expect(refusal(name, '𠮷'.repeat(51))).toMatch(named(name));
  });

  test('a node that is missing, or of the other shape, is named', () => {
    expect(kit.send('2206', {}).message).toContain('节点data');
    expect(kit.send('2206', { data: [] }).message).toContain('节点data应为对象');
    expect(kit.send('2204', { feedetail: {} }).message).toContain('节点feedetail应为数组');
    expect(kit.send('9001', { signin: node(inputs.signIn(), 'signIn') }).message).toContain('节点signIn');
  });
});

describe('the envelope', () => {
  const envelope = fields.filter((field) => field.transaction === 'envelope' && field.direction === 'in');

  test.each(envelope.filter((field) => field.required && field.field !== 'infno'))('$field is required', (field) => {
    const kit = makeKit();
    expect(kit.send('9001', inputs.signIn(), { [field.field]: undefined }).message).toContain(
      `envelope.${field.field}`,
    );
  });

  test.each(envelope.filter((field) => field.field !== 'input'))('$field keeps its length', (field) => {
    const kit = makeKit();
    const reply = kit.send('9001', inputs.signIn(), { [field.field]: overlong(field) });
    expect(reply.message).toContain(`envelope.${field.field}`);
  });

  test('an unknown transaction', () => {
    const kit = makeKit();
    expect(kit.send('2102', { data: {} }).message).toContain('不支持的交易编号2102');
    expect(kit.send('constr', { data: {} }).message).toContain('不支持');
  });
});

describe('junk', () => {
  test('any bytes get an envelope with infcode -1, and change nothing', () => {
    const kit = makeKit();
    const before = kit.ledger.insurances('99010000000000000000000000001');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc.json().map((text) => new TextEncoder().encode(text)),
        ),
        (bytes) => {
          const reply = kit.deliver(bytes);
          expect(reply.infcode).toBe('-1');
          expect(reply.message).not.toBe('');
          expect(reply.handled.effects).toEqual([]);
        },
      ),
    );
    expect(kit.ledger.insurances('99010000000000000000000000001')).toEqual(before);
  });

  test('any JSON as input of any transaction is answered, never thrown', () => {
    const kit = makeKit();
    kit.send('9001', inputs.signIn());
    fc.assert(
      fc.property(
        fc.constantFrom(...IN),
        fc.dictionary(fc.constantFrom('data', 'feedetail', 'mdtrtinfo', 'diseinfo', 'signIn'), fc.jsonValue()),
        (infno, body) => {
          const parsed = parseJson(new TextEncoder().encode(JSON.stringify(body)));
          const reply = kit.send(infno, isObject(parsed) ? parsed : {});
          expect(['0', '-1']).toContain(reply.infcode);
        },
      ),
    );
  });

  test('a nesting of 100 000 is no message, and the centre lives', () => {
    const kit = makeKit();
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const text = `{"infno":"9001","input":{"signIn":${deep}}}`;
    expect(kit.deliver(new TextEncoder().encode(text)).infcode).toBe('-1');
    expect(kit.send('9001', inputs.signIn()).infcode).toBe('0');
  });

  test('__proto__ in the body is a member like any other', () => {
    const kit = makeKit();
    const text = '{"__proto__":{"infno":"9001"},"input":{}}';
    expect(kit.deliver(new TextEncoder().encode(text)).message).toContain('envelope.infno');
  });
});

describe('numbers by their source text', () => {
  test('a large amount keeps its fen', () => {
    const parsed = parseJson(new TextEncoder().encode('{"a":9007199254740993.01,"b":1.10}'));
    expect(isObject(parsed) && [show(parsed['a']), show(parsed['b'])]).toEqual(['9007199254740993.01', '1.10']);
    expect(new TextDecoder().decode(encode(parsed))).toBe('{"a":9007199254740993.01,"b":1.10}');
  });
});

describe('fields.tsv', () => {
  test('keeps the official misspellings and the nodes that are easily mistaken', () => {
    const has = (transaction: string, direction: string, name: string, field: string): boolean =>
      fields.some(
        (row) =>
          row.transaction === transaction && row.direction === direction && row.node === name && row.field === field,
      );
    expect(has('envelope', 'in', 'envelope', 'mdtrtarea_admvs')).toBe(true);
    expect(has('envelope', 'in', 'envelope', 'insuplc_admdvs')).toBe(true);
    expect(has('2208', 'out', 'setlinfo', 'pdn_cash_pay')).toBe(true);
    expect(has('2208', 'out', 'setlinfo', 'psn_cash_pay')).toBe(false);
    expect(has('2203', 'in', 'diseinfo', 'dise_dor_no')).toBe(true);
    expect(has('9001', 'in', 'signIn', 'opter_no')).toBe(true);
    expect(
      fields.find((row) => row.transaction === '5203' && row.direction === 'in' && row.field === 'setl_id'),
    ).toMatchObject({ required: false, len: 30 });
  });

  test('a spoilt row is named by its line', () => {
    const header =
      'transaction direction node shape field label type len required code_table may_be_empty note'.replaceAll(
        ' ',
        '\t',
      );
    const row = ['2207', 'in', 'data', 'object', 'psn_no', '人员编号', 'C', '30', 'Y', '', '', ''];
    const table = (...rows: string[][]) => [header, ...rows.map((cells) => cells.join('\t'))].join('\n');
    expect(parseFields(table(row))).toHaveLength(1);
    expect(() => parseFields(table(row, row))).toThrow('line 3');
    expect(() => parseFields(table(row.with(6, 'X')))).toThrow('line 2');
    expect(() => parseFields(table(row.with(7, '16,2')))).toThrow('line 2');
    expect(() => parseFields(table(row.slice(1)))).toThrow('11 columns');
  });
});
