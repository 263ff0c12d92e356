import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Field, loadFields } from '../../central/national/load-fields.ts';
import { answerEnvelopeSchema, requestEnvelopeSchema } from '../../common/contracts/centre/envelope.ts';
import { type FieldMeta, fieldMeta } from '../../common/contracts/centre/field-meta.ts';
import { transactions } from '../../common/contracts/centre/transactions.ts';

/**
 * The client's schemas and the reference centre's table were written apart, from the same published tables. Here they
 * are laid side by side: what either has and the other lacks, or has otherwise, fails.
 */

interface Row {
  readonly label: string;
  readonly type: string;
  readonly len: string;
  readonly required: boolean;
  readonly coded: boolean;
}

type Rows = Map<string, Row>;

/** Deviations of the client, on purpose; each with its reason. */
const EXPECTED_DIFFERENCES: Readonly<Record<string, string>> = {
  '5203 in data setl_id required': 'asked without it, where a lost answer took it along (DESIGN §4)',
};

function ofTable(fields: readonly Field[]): Rows {
  const rows = fields.map((field): [string, Row] => [
    `${field.transaction} ${field.direction} ${field.node} ${field.field}`,
    {
      label: field.label,
      type: field.type,
      len: `${field.len ?? ''}${field.places ? `,${field.places}` : ''}`,
      required: field.required,
      coded: field.codeTable,
    },
  ]);
  return new Map(rows);
}

/** The object schema inside a list, a preprocess step or an optional. */
function objectOf(schema: z.core.$ZodType): z.ZodObject | null {
  if (schema instanceof z.ZodObject) return schema;
  if (schema instanceof z.ZodArray) return objectOf(schema.element);
  if (schema instanceof z.ZodOptional) return objectOf(schema.unwrap());
  if (schema instanceof z.ZodPipe) return objectOf(schema.out);
  return null;
}

function rowsOfNode(prefix: string, node: z.ZodObject): [string, Row, FieldMeta, z.ZodType][] {
  return Object.entries(node.shape).flatMap(([name, field]) => {
    if (name === 'input' || name === 'output') return [];
    const meta = fieldMeta(field);
    const { label, type, required, coded } = meta;
    const len = meta.len.replace(/,0$/, '');
    return meta.extra ? [] : [[`${prefix} ${name}`, { label, type, len, required, coded }, meta, field as z.ZodType]];
  });
}

function everyField(): [string, Row, FieldMeta, z.ZodType][] {
  const all = [
    ...rowsOfNode('envelope in envelope', requestEnvelopeSchema),
    ...rowsOfNode('envelope out envelope', answerEnvelopeSchema),
  ];
  for (const [infno, { input, output }] of Object.entries(transactions)) {
    if (infno === '2203A') continue; // One shape with 2203; the table lists it once.
    for (const [direction, message] of [
      ['in', input],
      ['out', output],
    ] as const) {
      const nodes = objectOf(message);
      for (const [node, schema] of Object.entries(nodes?.shape ?? {})) {
        const object = objectOf(schema);
        if (object === null) throw new Error(`${infno} ${direction} ${node} is no object or list of objects`);
        all.push(...rowsOfNode(`${infno} ${direction} ${node}`, object));
      }
    }
  }
  return all;
}

/** `input` and `output` hold the nodes that are compared one by one. */
const table = ofTable(loadFields().filter((f) => !(f.node === 'envelope' && ['input', 'output'].includes(f.field))));
const fields = everyField();
const client: Rows = new Map(fields.map(([key, row]) => [key, row]));

describe('schemas and the national table', () => {
  it('hold the same fields', () => {
    expect([...client.keys()].filter((key) => !table.has(key))).toEqual([]);
    expect([...table.keys()].filter((key) => !client.has(key))).toEqual([]);
    expect(client.size).toBeGreaterThan(1000);
  });

  it('agree on label, type, length, code table and required', () => {
    const differences: Record<string, string> = {};
    for (const [key, ours] of client) {
      const theirs = table.get(key);
      if (theirs === undefined) continue;
      for (const property of ['label', 'type', 'len', 'required', 'coded'] as const) {
        const name = `${key} ${property}`;
        if (ours[property] === theirs[property] || name in EXPECTED_DIFFERENCES) continue;
        differences[name] = `client ${ours[property]}, table ${theirs[property]}`;
      }
    }
    expect(differences).toEqual({});
  });

  it('a required field is required by the parser too, unless it is marked lenient', () => {
    const wrong = fields
      .filter(([, , meta, schema]) => schema.safeParse(undefined).success === (meta.required && !meta.lenient))
      .map(([key]) => key);
    expect(wrong).toEqual([]);
    const lenientInput = fields.filter(([key, , meta]) => meta.lenient && key.includes(' in ')).map(([key]) => key);
    expect(lenientInput).toEqual([]);
  });

  it('whatever identifies a person is wrapped', () => {
    const people = [
      'psn_no',
      'psn_name',
      'certno',
      'mdtrt_cert_no',
      'card_sn',
      'brdy',
      'tel',
      'coner_name',
      'emp_name',
      'addr',
    ];
    const bare = fields.filter(([key, , meta]) => people.includes(key.split(' ').at(-1) ?? '') && !meta.pii);
    expect(bare.map(([key]) => key)).toEqual([]);
  });
});
