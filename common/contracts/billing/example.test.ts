import { expect, it } from 'vitest';
import { exampleInput, exampleRequest } from './example.ts';
import { nodeOf } from './field-node.ts';
import { routes } from './routes.ts';

it.each(routes.map((route) => [route.name, route] as const))(
  '%s has an example that its contract takes',
  (_name, route) => {
    const parsed = route.input.safeParse(exampleInput(route));
    expect(parsed.error?.issues ?? []).toEqual([]);
    expect(exampleRequest(route).path).not.toMatch(/[{}]|\/\/|\/$/);
  },
);

/** Fields of an input without a word about them, by their paths. */
function silent(node: ReturnType<typeof nodeOf>, path: string): readonly string[] {
  const inner = [node, ...(node.anyOf ?? []), ...(node.oneOf ?? [])];
  const below = inner.flatMap((one) => [
    ...Object.entries(one.properties ?? {}).flatMap(([name, part]) =>
      typeof part === 'object' ? silent(part, `${path}.${name}`) : [],
    ),
    ...(typeof one.items === 'object' && !Array.isArray(one.items) ? silent(one.items, `${path}[]`) : []),
  ]);
  const isSaid = inner.some(({ description }) => description !== undefined);
  const needsWords = path.includes('.') && !path.endsWith('[]');
  return needsWords && !isSaid ? [path, ...below] : below;
}

it('every field that can be sent is described', () => {
  expect(routes.flatMap(({ name, input }) => silent(nodeOf(input), name)).join(' ')).toBe('');
});
