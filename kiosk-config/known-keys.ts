import { z } from 'zod';

type Node = {
  readonly properties?: Record<string, Node>;
  readonly additionalProperties?: Node | boolean;
  readonly anyOf?: readonly Node[];
};

/** Keys of the object at a path of what `schema` takes, through the null-or-object unions; none where it has no such. */
export function knownKeysOf(schema: z.ZodType): (path: readonly PropertyKey[]) => readonly string[] {
  const whole = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node;
  const unwrap = (node: Node | undefined): Node | undefined => node?.anyOf?.find((one) => one.properties) ?? node;
  return (path) => {
    let node = unwrap(whole);
    for (const key of path) node = unwrap(node?.properties?.[String(key)]);
    return Object.keys(node?.properties ?? {});
  };
}

/** What stands at a path of a value read from JSON; undefined where nothing does. */
export function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
