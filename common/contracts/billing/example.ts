import { type FieldNode, nodeOf } from './field-node.ts';
import type { Route } from './routes.ts';

/**
 * A request that fits the contract, made of its fields' own examples: of what must be there, and of nothing else. A field
 * without an example is told by its kind alone.
 */
function exampleOf(node: FieldNode): unknown {
  const [own] = node.examples ?? [];
  if (own !== undefined) return own;
  const [listed] = node.enum ?? [];
  if (listed !== undefined) return listed;
  const [first] = node.anyOf ?? node.oneOf ?? [];
  if (first !== undefined) return exampleOf(first);
  if (node.type === 'array')
    return typeof node.items === 'object' && !Array.isArray(node.items) ? [exampleOf(node.items)] : [];
  if (node.type === 'boolean') return true;
  const must = new Set(node.required ?? []);
  const parts = Object.entries(node.properties ?? {}).filter(([name]) => must.has(name));
  return Object.fromEntries(parts.map(([name, part]) => [name, typeof part === 'object' ? exampleOf(part) : part]));
}

/** What an operation may be asked with: names of its path, its query and its body together. */
export function exampleInput({ input }: Route): Readonly<Record<string, unknown>> {
  const made = exampleOf(nodeOf(input));
  return typeof made === 'object' && made !== null ? { ...made } : {};
}

/** Its path with the example's values in it, and what is left for the body. */
export function exampleRequest(route: Route): {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
} {
  const rest = new Map(Object.entries(exampleInput(route)));
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_mark, name: string) => {
    const value = String(rest.get(name) ?? '');
    rest.delete(name);
    return encodeURIComponent(value);
  });
  return { path, body: Object.fromEntries(rest) };
}
