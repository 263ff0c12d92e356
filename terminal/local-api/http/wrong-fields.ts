import type { z } from 'zod';
import { allowedBy, type FieldNode, fieldAt, namesIn } from '../../../common/contracts/billing/field-node.ts';
import type { FieldProblem, WrongField } from '../../../common/contracts/billing/wrong-field.ts';
import { wrongFieldSentences } from '../../../common/strings/wrong-fields.ts';

const MOST_FIELDS = 20;
const MOST_TEXT = 400;
/** What looks like a field's name. A name with more digits in it may be a number of a person's, and is not repeated. */
const NAME = /^[A-Za-z_]{1,40}\d{0,2}$/;

const nameOf = (key: string): string => (NAME.test(key) ? key : '*');
const shown = (path: readonly PropertyKey[]): string =>
  path
    .map((name) => (typeof name === 'number' ? `${name}` : nameOf(String(name))))
    .join('.')
    .slice(0, 200);

/** Whether nothing was sent at this place. */
function isMissing(input: unknown, path: readonly PropertyKey[]): boolean {
  let value = input;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return true;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[name];
  }
  return value === undefined;
}

function problemOf(issue: z.core.$ZodIssue, input: unknown): FieldProblem {
  switch (issue.code) {
    case 'invalid_type':
      return isMissing(input, issue.path) ? 'missing' : 'type';
    case 'invalid_value':
    case 'invalid_union':
      return isMissing(input, issue.path) ? 'missing' : 'choice';
    case 'invalid_format':
      return 'form';
    case 'too_small':
    case 'too_big':
      if (issue.origin === 'string') return 'length';
      return issue.origin === 'array' ? 'count' : 'range';
    case 'unrecognized_keys':
      return 'unknown';
    default:
      return 'rule';
  }
}

/**
 * Which fields of a request do not fit, each once: by its path, with what is wrong and what is allowed. Nothing of what was
 * sent is in it but the names of fields.
 */
export function wrongFields({ issues }: z.ZodError, input: unknown, root: FieldNode): readonly WrongField[] {
  const found = new Map<string, WrongField>();
  const add = (path: readonly PropertyKey[], problem: FieldProblem, allowed: string, means: string | null): void => {
    const where = shown(path);
    if (found.has(where) || found.size >= MOST_FIELDS) return;
    const { zh, en } = wrongFieldSentences[problem];
    const says = { allowed: allowed.slice(0, MOST_TEXT), means: means?.slice(0, MOST_TEXT) ?? null };
    found.set(where, { path: where, problem, ...says, zh, en });
  };
  for (const issue of issues) {
    const node = fieldAt(root, issue.path) ?? {};
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) add([...issue.path, key], 'unknown', namesIn(node).join(', '), null);
    } else {
      // A rule's words are the contract's own; of other kinds what is allowed stands in the schema.
      const allowed = issue.code === 'custom' ? issue.message : allowedBy(node);
      add(issue.path, problemOf(issue, input), allowed, node.description ?? null);
    }
  }
  return [...found.values()];
}
