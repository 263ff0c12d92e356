import type { z } from 'zod';
import type { HisApiOperation } from '../../../common/contracts/billing/billing.ts';
import type { Route } from '../../../common/contracts/billing/routes.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import type { Context, Handlers } from './context.ts';
import { json, type Problem, type Reply } from './problem.ts';

const MOST_PATHS = 20;

/** Which fields do not fit, without a value of the request. */
function pathsOf({ issues }: z.ZodError): readonly string[] {
  return issues.slice(0, MOST_PATHS).map(({ path }) => path.map(String).join('.').slice(0, 100));
}

export function parseInput(route: Route, input: unknown): Result<unknown, Problem> {
  const parsed = route.input.safeParse(input);
  return parsed.success ? ok(parsed.data) : err({ code: 'INVALID', data: { paths: pathsOf(parsed.error) } });
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
