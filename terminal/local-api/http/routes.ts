import { z } from 'zod';
import { type HisApiOperation, hisApiContract, type Scope } from '../../../common/contracts/billing/billing.ts';

/** One operation of the contract, as it is served. */
export interface Route {
  readonly name: HisApiOperation;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  readonly scope: Scope;
  readonly money: boolean;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

/** What of a procedure's definition is read here; oRPC keeps it under this name. */
const definitionSchema = z.object({
  route: z.object({ method: z.enum(['GET', 'POST', 'DELETE']), path: z.string(), summary: z.string() }),
  meta: z.object({ scope: z.custom<Scope>((value) => typeof value === 'string'), money: z.boolean() }),
  inputSchema: z.instanceof(z.ZodType),
  outputSchema: z.instanceof(z.ZodType),
});

function routeOf(name: HisApiOperation): Route {
  const { route, meta, inputSchema, outputSchema } = definitionSchema.parse(hisApiContract[name]['~orpc']);
  return { name, ...route, ...meta, input: inputSchema, output: outputSchema };
}

/** The table of the API, in the order of the contract. */
export const routes: readonly Route[] = (Object.keys(hisApiContract) as HisApiOperation[]).map(routeOf);

const patterns = routes.map((route) => {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const source = route.path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '([^/]+)');
  return { route, names, matches: new RegExp(`^${source}$`) };
});

export type Found =
  | { readonly kind: 'route'; readonly route: Route; readonly params: Readonly<Record<string, string>> }
  /** The path is there, for these methods. */
  | { readonly kind: 'method'; readonly allow: readonly string[] }
  | { readonly kind: 'none' };

/** What a method and a path (without its query) mean. A parameter that is no text is no path. */
export function findRoute(method: string, path: string): Found {
  const hits = patterns.flatMap(({ route, names, matches }) => {
    const found = matches.exec(path);
    return found === null ? [] : [{ route, names, values: found.slice(1) }];
  });
  // A path without a parameter is meant before one with: /bills/settle is no encounter.
  hits.sort((a, b) => a.names.length - b.names.length);
  const hit = hits.find(({ route }) => route.method === method);
  if (hit === undefined) {
    return hits.length === 0 ? { kind: 'none' } : { kind: 'method', allow: hits.map(({ route }) => route.method) };
  }
  const params: Record<string, string> = {};
  for (const [at, name] of hit.names.entries()) {
    try {
      params[name] = decodeURIComponent(hit.values[at] ?? '');
    } catch {
      return { kind: 'none' };
    }
  }
  return { kind: 'route', route: hit.route, params };
}
