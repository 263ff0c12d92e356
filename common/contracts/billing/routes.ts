import { z } from 'zod';
import { type HisApiOperation, hisApiContract, type Scope } from './billing.ts';

/** One operation of the HIS API, as it is served and asked. */
export interface Route {
  readonly name: HisApiOperation;
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With `{name}` where a field of the input stands. */
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly tag: string;
  readonly scope: Scope;
  readonly money: boolean;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

/** What of a procedure's definition is read here; oRPC keeps it under this name. */
const definitionSchema = z.object({
  route: z.object({
    method: z.enum(['GET', 'POST', 'DELETE']),
    path: z.string(),
    summary: z.string(),
    description: z.string(),
    tags: z.tuple([z.string()]),
  }),
  meta: z.object({ scope: z.custom<Scope>((value) => typeof value === 'string'), money: z.boolean() }),
  inputSchema: z.instanceof(z.ZodType),
  outputSchema: z.instanceof(z.ZodType),
});

function routeOf(name: HisApiOperation): Route {
  const { route, meta, inputSchema, outputSchema } = definitionSchema.parse(hisApiContract[name]['~orpc']);
  const { tags, ...shown } = route;
  return { name, ...shown, tag: tags[0], ...meta, input: inputSchema, output: outputSchema };
}

/** The table of the API, in the order of the contract. */
export const routes: readonly Route[] = (Object.keys(hisApiContract) as HisApiOperation[]).map(routeOf);
