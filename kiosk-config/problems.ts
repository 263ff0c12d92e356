import type { z } from 'zod';

/** What is wrong in a profile: the place ("centre.connectMs"), a sentence, and what may stand there instead. */
export interface ConfigProblem {
  readonly code: 'CONFIG_MISSING' | 'CONFIG_INVALID' | 'CONFIG_PRODUCTION_LAB_DEVICE';
  readonly path: string;
  readonly message: string;
  readonly allowed: string;
}

type Issue = z.core.$ZodIssue;

function range(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  const unit = issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' entries' : '';
  return issue.code === 'too_small' ? `at least ${issue.minimum}${unit}` : `at most ${issue.maximum}${unit}`;
}

/** What a value of a type looks like, where its name in the schema says little to whoever writes a file. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'text, in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true | false',
  array: 'a list: […]',
};

function format(issue: Extract<Issue, { code: 'invalid_format' }>): string {
  // Where the schema has words of its own, these are them.
  if (!issue.message.startsWith('Invalid ')) return issue.message;
  if (issue.format === 'url') return 'an address: https://…';
  return issue.pattern === undefined ? issue.format : `text of this form: ${issue.pattern}`;
}

function allowedBy(issue: Issue, known: string): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'object' || issue.expected === 'record') return known === '' ? '{ … }' : `{ ${known} }`;
      return TYPES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(' | ');
    case 'too_small':
    case 'too_big':
      return range(issue);
    case 'invalid_format':
      return format(issue);
    case 'unrecognized_keys':
      return known;
    case 'custom':
      // A rule of ours says in its message what may stand there.
      return issue.message;
    default:
      return 'see kiosk-config/README.md';
  }
}

/**
 * A checked value's fault as a problem. Never repeats what stood there, except the name of an unknown key:
 * a wrong line may hold something private. `known` lists the keys that the object at a path may have, `absent` says
 * whether nothing stands there.
 */
export function problemOf(
  issue: Issue,
  known: (path: readonly PropertyKey[]) => readonly string[],
  absent: (path: readonly PropertyKey[]) => boolean,
): ConfigProblem[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const allowed = known(issue.path).join(', ');
    return issue.keys.map((key) => ({
      code: 'CONFIG_INVALID',
      path: [...path, key].join('.'),
      message: 'This setting does not exist',
      allowed,
    }));
  }
  return [
    {
      code: 'CONFIG_INVALID',
      path: path.join('.'),
      message: absent(issue.path) ? 'This setting is missing' : 'This setting has a value that is not allowed',
      allowed: allowedBy(issue, known(issue.path).join(', ')),
    },
  ];
}
