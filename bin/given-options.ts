import { err, ok, type Result } from '../common/kernel/result.ts';

interface Parsed {
  readonly tokens: readonly { readonly kind: string; readonly name?: string }[];
}

/** What `parse` (a `parseArgs` with tokens) made of a command line, with the names of its options; or what is wrong. */
export function givenOptions<P extends Parsed>(
  parse: () => P,
): Result<P & { readonly given: readonly string[] }, string> {
  let parsed: P;
  try {
    parsed = parse();
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
  const given = parsed.tokens.flatMap(({ kind, name }) => (kind === 'option' && name !== undefined ? [name] : []));
  const twice = given.find((name, index) => given.indexOf(name) !== index);
  return twice === undefined ? ok({ ...parsed, given }) : err(`--${twice} is given twice`);
}
