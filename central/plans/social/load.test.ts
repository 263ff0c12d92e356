import { describe, expect, test } from 'vitest';
import { ZodError } from 'zod';
import { cityNames, loadCity, loadNational, readCity, readNational, socialFile } from './load.ts';

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

function figuresIn(node: unknown): Node[] {
  if (!isNode(node)) return [];
  const inner = Object.values(node).flatMap(figuresIn);
  return !Array.isArray(node) && 'value' in node ? [node, ...inner] : inner;
}

const files = [...cityNames.map((name) => `${name}/city`), 'national'];
const read = (id: string, json: unknown) => (id === 'national' ? readNational(json) : readCity(json, id));

describe('figures beside the medical plans', () => {
  test('of every city and of the country', () => {
    for (const name of cityNames) expect(loadCity(name).standards.length).toBeGreaterThan(4);
    expect(loadNational().pension.months).toHaveLength(31);
  });

  test.each(files)('%s: a figure without kind or source fails the load', (id) => {
    const count = figuresIn(socialFile(id)).length;
    expect(count).toBeGreaterThan(15);
    const file = socialFile(id);
    // Some twenty, evenly over the file: each costs a whole load.
    for (let at = 0; at < count; at += Math.ceil(count / 20)) {
      for (const key of ['kind', 'source']) {
        const changed = structuredClone(file);
        delete figuresIn(changed)[at]?.[key];
        expect(() => read(id, changed)).toThrow(ZodError);
      }
    }
  });
});
