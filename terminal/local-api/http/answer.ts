import type { HisApiOperation } from '../../../common/contracts/billing/billing.ts';
import { nodeOf } from '../../../common/contracts/billing/field-node.ts';
import type { Route } from '../../../common/contracts/billing/routes.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import type { Context, Handlers } from './context.ts';
import { json, type Problem, type Reply } from './problem.ts';
import { wrongFields } from './wrong-fields.ts';

/** What an operation takes, or which fields do not fit: without a value of the request. */
export function parseInput(route: Route, input: unknown): Result<unknown, Problem> {
  const parsed = route.input.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const fields = wrongFields(parsed.error, input, nodeOf(route.input));
  return err({ code: 'INVALID', data: { fields, paths: fields.map(({ path }) => path) } });
}

/** Does one operation with what was asked, checked in both directions. */
export async function answerOperation(
  handlers: Handlers,
  route: Route,
  input: unknown,
  context: Context,
): Promise<Result<Reply, Problem>> {
  // The table is typed by operation; here, where any of them may come, each takes what its own schema has let through.
  const handler = handlers[route.name] as (input: unknown, context: Context) => ReturnType<Handlers[HisApiOperation]>;
  const done = await handler(input, context);
  return done.ok ? ok(json(200, route.output.parse(done.value))) : done;
}
