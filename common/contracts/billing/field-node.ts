import { z } from 'zod';

/** A field as JSON Schema has it, from the same contract as the published document. */
export type FieldNode = z.core.JSONSchema.BaseSchema;

const made = new WeakMap<z.ZodType, FieldNode>();

/** What an operation takes; made once, so that whoever asks for nonsense costs little. */
export function nodeOf(schema: z.ZodType): FieldNode {
  const node = made.get(schema) ?? z.toJSONSchema(schema, { io: 'input' });
  made.set(schema, node);
  return node;
}

const asNode = (part: unknown): FieldNode | null => (typeof part === 'object' && part !== null ? { ...part } : null);
/** The forms of which a value has one. */
export const choices = ({ anyOf, oneOf }: FieldNode): readonly FieldNode[] => anyOf ?? oneOf ?? [];

function below(node: FieldNode, name: PropertyKey): FieldNode | null {
  const own = typeof name === 'number' ? asNode(node.items) : asNode(node.properties?.[String(name)]);
  if (own !== null) return own;
  for (const one of choices(node)) {
    const found = below(one, name);
    if (found !== null) return found;
  }
  return null;
}

/** The field at a path, or null where the contract has none. */
export function fieldAt(root: FieldNode, path: readonly PropertyKey[]): FieldNode | null {
  let node: FieldNode | null = root;
  for (const name of path) {
    if (node === null) return null;
    node = below(node, name);
  }
  return node;
}

/** A field and where it stands. */
export interface PlacedField {
  readonly path: string;
  readonly must: boolean;
  readonly node: FieldNode;
}

/** Every field below, each once, in its order: `encounter.lines[].amount`. Of a choice, the fields of each. */
export function fieldsOf(node: FieldNode, at = ''): readonly PlacedField[] {
  const own = Object.entries(node.properties ?? {}).flatMap(([name, part]): readonly PlacedField[] => {
    const field = asNode(part);
    if (field === null) return [];
    const path = at === '' ? name : `${at}.${name}`;
    const must = node.required?.includes(name) === true;
    return [{ path, must, node: field }, ...fieldsOf(field, path)];
  });
  const items = asNode(node.items);
  const all = [
    ...own,
    ...(items === null ? [] : fieldsOf(items, `${at}[]`)),
    ...choices(node).flatMap((one) => fieldsOf(one, at)),
  ];
  return all.filter(({ path }, index) => all.findIndex((other) => other.path === path) === index);
}

/** Names of the fields that an object may have. */
export function namesIn(node: FieldNode): readonly string[] {
  return [...new Set([...Object.keys(node.properties ?? {}), ...choices(node).flatMap(namesIn)])];
}

const between = (least: number | undefined, most: number | undefined, of: string): string => {
  if (least !== undefined && least === most) return `${least}${of}`;
  if (most === undefined) return least === undefined ? '' : `${least} or more${of}`;
  return least === undefined ? `at most ${most}${of}` : `${least} to ${most}${of}`;
};
const listed = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');

/** Of a long list the first are shown. */
const MOST_SHOWN = 12;

/** What a field takes, in a line: `text, 1 to 30 characters`, `"0" | "1"`. */
export function allowedBy(node: FieldNode): string {
  if (node.enum !== undefined) {
    const shown = node.enum.slice(0, MOST_SHOWN).map((value) => JSON.stringify(value));
    const more = node.enum.length > MOST_SHOWN ? ` … (${node.enum.length} in all)` : '';
    return `${shown.join(' | ')}${more}`;
  }
  if (node.const !== undefined) return JSON.stringify(node.const);
  const parts = choices(node);
  if (parts.length > 0) return parts.map(allowedBy).join(' | ');
  switch (node.type) {
    case 'string': {
      // Its pattern knows the leap years, and says nothing to who reads it.
      if (node.format === 'date') return 'a day, yyyy-MM-dd';
      const form = node.pattern === undefined ? '' : `/${node.pattern}/`;
      return listed('text', between(node.minLength, node.maxLength, ' characters'), form);
    }
    case 'integer':
    case 'number':
      return listed(`a JSON ${node.type}`, between(node.minimum, node.maximum, ''));
    case 'array':
      return listed('a list', between(node.minItems, node.maxItems, ' items'));
    case 'boolean':
      return 'true | false';
    case 'null':
      return 'null';
    default:
      return 'an object';
  }
}
