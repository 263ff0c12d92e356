import { type Route, routes } from '../../../common/contracts/billing/routes.ts';

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
