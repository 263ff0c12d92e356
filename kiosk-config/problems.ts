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

function allowedBy(issue: Issue, known: string): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(' | ');
    case 'too_small':
    case 'too_big':
      return range(issue);
    case 'invalid_format':
      return issue.pattern ?? issue.format;
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
      allowed: allowedBy(issue, ''),
    },
  ];
}
