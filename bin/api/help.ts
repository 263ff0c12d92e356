import { exampleInput } from '../../common/contracts/billing/example.ts';
import type { Route } from '../../common/contracts/billing/routes.ts';

/** How an operation is asked from a shell, by an example that its contract takes. */
export interface ApiHelp {
  readonly name: string;
  readonly command: string;
  /** What the file of `--body` has in it; null: no file is needed. */
  readonly body: Readonly<Record<string, unknown>> | null;
  /** All of it, for people. */
  readonly text: string;
}

const isFlat = (value: unknown): boolean => typeof value === 'string' || typeof value === 'boolean';

/** `bodyIs`: the words before what stands in a file. */
export function helpOf(route: Route, bodyIs: (file: string) => string): ApiHelp {
  const { name, summary, scope, money } = route;
  const fields = Object.entries(exampleInput(route));
  const flat = fields.filter(([, value]) => isFlat(value)).map(([field, value]) => `${field}=${String(value)}`);
  const deep = fields.filter(([, value]) => !isFlat(value));
  const file = `${name}.json`;
  const asked = [
    ...['minka', 'api', name, ...flat],
    ...(deep.length === 0 ? [] : ['--body', file]),
    ...(money ? ['--key', 'A-KEY-OF-YOURS-0001'] : []),
    ...['--token-file', 'FILE'],
  ];
  const command = asked.join(' ');
  const body = deep.length === 0 ? null : Object.fromEntries(deep);
  const head = `${name}  ${summary}  [${scope}]\n  ${command}`;
  const text = body === null ? head : `${head}\n${bodyIs(file)}\n  ${JSON.stringify(body)}`;
  return { name, command, body, text };
}
