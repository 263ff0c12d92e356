import { type JsonObject, type JsonValue, NumberText, numberText } from '../../../central/core/json.ts';
import { type Field, nodesOf } from '../../../central/national/load-fields.ts';
import { formatFen } from '../../../common/kernel/money.ts';
import { Pii, unwrapPii } from '../../../common/kernel/pii.ts';

/** Messages in which every field of the national tables has a value of its own, made from `fields.tsv` alone. */

/** A value that fits the field and that no other field of the message has, as far as its length allows. */
function sampleOf(field: Field, index: number): JsonValue {
  switch (field.type) {
    case 'N': {
      const places = field.places ?? 0;
      const whole = String(index + 1).slice(0, Math.max(1, (field.len ?? 10) - places));
      return numberText(
        places === 0 ? whole : `${places === 4 && field.len === 5 ? '0' : whole}.${'37251'.slice(0, places)}`,
      );
    }
    case 'D':
      return `2026-03-${String((index % 28) + 1).padStart(2, '0')}`;
    case 'DT':
      return `2026-03-02 09:${String(index % 60).padStart(2, '0')}:01`;
    case 'B':
      return Buffer.from([80, 75, 3, 4, index]).toString('base64');
    case 'C':
      return [...`${index}甲${field.field}`].slice(0, field.len ?? 30).join('');
  }
}

/** Every node of one direction of one transaction with every field; lists have one row. */
export function fullNodes(fields: readonly Field[], transaction: string, direction: Field['direction']): JsonObject {
  let index = 0;
  const nodes = nodesOf(fields, transaction, direction).map((spec) => {
    const row = Object.fromEntries(spec.fields.map((field) => [field.field, sampleOf(field, index++)]));
    return [spec.node, spec.shape === 'list' ? [row] : row] as const;
  });
  return Object.fromEntries(nodes);
}

/** What a value says, whichever side holds it: numbers by their text with zeros at the end cut, ours unwrapped. */
function said(value: unknown): string {
  if (value instanceof NumberText) return said(value.text);
  if (value instanceof Pii) return String(unwrapPii(value as Pii<string>));
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (typeof value === 'number') return said(formatFen(value as Parameters<typeof formatFen>[0]));
  const text = String(value);
  return /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text;
}

/** `node.field = value` of everything in a message's nodes, sorted: two messages alike say the same. */
export function facts(nodes: Readonly<Record<string, unknown>>): string[] {
  const rows = Object.entries(nodes).flatMap(([node, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((row: unknown) =>
      Object.entries(row ?? {}).flatMap(([field, held]) =>
        held === undefined ? [] : [`${node}.${field} = ${said(held)}`],
      ),
    ),
  );
  return rows.sort();
}
