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
const choices = ({ anyOf, oneOf }: FieldNode): readonly FieldNode[] => anyOf ?? oneOf ?? [];

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

/** What a field takes, in a line: `text, 1 to 30 characters`, `"0" | "1"`. */
export function allowedBy(node: FieldNode): string {
  if (node.enum !== undefined) return node.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (node.const !== undefined) return JSON.stringify(node.const);
  const parts = choices(node);
  if (parts.length > 0) return parts.map(allowedBy).join(' | ');
  switch (node.type) {
    case 'string': {
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
