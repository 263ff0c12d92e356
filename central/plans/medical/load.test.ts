import { describe, expect, test } from 'vitest';
import { ZodError } from 'zod';
import { isKnownSource, isUnproven } from '../figures/sources.ts';
import { loadMedicalPlans, medicalPlanIds, planFile, readMedicalPlan } from './load.ts';

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every object with a `value`, by its path. */
function figuresIn(node: unknown, path = ''): [string, Node][] {
  if (!isNode(node)) return [];
  const inner = Object.entries(node).flatMap(([key, item]) => figuresIn(item, `${path}.${key}`));
  return !Array.isArray(node) && 'value' in node ? [[path, node], ...inner] : inner;
}

/** A number that stands outside a figure, where it could enter a computation without a source. */
function bareNumbers(node: unknown, path: string): string[] {
  if (typeof node === 'number') return [path];
  if (typeof node === 'string') return /^\d+\.\d+$/.test(node) ? [path] : [];
  if (!isNode(node)) return [];
  return Object.entries(node)
    .filter(([key]) => key !== 'value' && key !== 'when' && key !== 'who' && key !== 'schema')
    .flatMap(([key, item]) => bareNumbers(item, `${path}.${key}`));
}

const ids = medicalPlanIds();

describe('the plan files', () => {
  test('all five city periods are there and fit the schema', () => {
    expect(loadMedicalPlans().map(({ id }) => id)).toEqual(ids);
    for (const id of [
      'beijing/employee-2010',
      'harbin/employee-2022',
      'harbin/employee-2006',
      'tianjin/employee-2004',
      'shanghai/employee-2008',
    ]) {
      expect(ids).toContain(id);
    }
  });

  test.each(ids)('%s has no number outside a figure', (id) => {
    expect(bareNumbers(planFile(id), id)).toEqual([]);
    expect(figuresIn(planFile(id)).length).toBeGreaterThan(5);
  });

  test('plans of the same scheme do not overlap', () => {
    const plans = loadMedicalPlans();
    const overlapping = plans.flatMap((a) =>
      plans
        .filter((b) => a.id < b.id && a.city === b.city && a.insutype === b.insutype && a.scheme === b.scheme)
        .filter((b) => a.valid.value.from <= b.valid.value.to && b.valid.value.from <= a.valid.value.to)
        .map((b) => `${a.id} ${b.id}`),
    );
    expect(overlapping).toEqual([]);
  });

  test('no layer of bands stands behind one that looks at what is left', () => {
    for (const plan of loadMedicalPlans()) {
      for (const { layers } of Object.values(plan.benefits)) {
        const kinds = layers.map(({ type }) => type === 'bands');
        expect(kinds.indexOf(false) === -1 || kinds.lastIndexOf(true) < kinds.indexOf(false)).toBe(true);
      }
    }
  });
});

describe('a figure without its papers fails the load', () => {
  const id = 'beijing/employee-2010';
  const changed = (key: string, change: (figure: Node) => void): unknown => {
    const file = planFile(id);
    const found = figuresIn(file).find(([path]) => path.includes(key));
    if (found === undefined) throw new Error(`no figure ${key}`);
    change(found[1]);
    return file;
  };
  const read = (file: unknown) => () => readMedicalPlan(file, id);

  test('as it is it loads', () => {
    expect(read(planFile(id))).not.toThrow();
  });

  test.each(['kind', 'source', 'value'])('a figure needs its %s', (key) => {
    const file = planFile(id);
    const count = figuresIn(file).length;
    // Some twenty, evenly over the file: each costs a whole load.
    for (let at = 0; at < count; at += Math.ceil(count / 20)) {
      const copy = structuredClone(file);
      delete figuresIn(copy)[at]?.[1][key];
      expect(read(copy), figuresIn(file)[at]?.[0]).toThrow(ZodError);
    }
  });

  test('a source that nobody has listed, a kind that is none', () => {
    expect(read(changed('ceiling', (figure) => Object.assign(figure, { source: 'A-99' })))).toThrow(ZodError);
    expect(read(changed('ceiling', (figure) => Object.assign(figure, { source: '' })))).toThrow(ZodError);
    expect(read(changed('ceiling', (figure) => Object.assign(figure, { kind: 'guess' })))).toThrow(ZodError);
  });

  test('a guess that is not marked as one', () => {
    const unmark = (figure: Node): void => {
      Object.assign(figure, { source: 'none', illustrative: false });
    };
    expect(read(changed('ceiling', unmark))).toThrow(/illustrative/);
  });

  test('amounts with three places, negative ones, shares above 1', () => {
    for (const value of ['1.005', '-1.00', '1e99', '']) {
      expect(read(changed('deductible', (figure) => Object.assign(figure, { value })))).toThrow(ZodError);
    }
    expect(read(changed('share', (figure) => Object.assign(figure, { value: '1.01' })))).toThrow(ZodError);
  });
});

test('sources', () => {
  expect(['A-01', 'A-01, S002', 'derived, A-01', 'none'].every(isKnownSource)).toBe(true);
  expect(['', 'derived', 'A-1', 'A-01;S002', 'C'].some(isKnownSource)).toBe(false);
  expect(['none', 'B-01', 'derived, B-01'].every(isUnproven)).toBe(true);
  expect(['A-01', 'B-01, S004', 'derived, A-09'].some(isUnproven)).toBe(false);
});
