import type { His } from '../../../central/his/his.ts';
import { type App, json, problem } from '../../../central/server/message.ts';

/**
 * The reference hospital without the checks of its own HTTP face, which other suites try: what comes here was written
 * by production's client, which also reads the answers through their schema.
 */
export function hisApp(his: His): App {
  const verbs: Readonly<Record<string, (asked: never) => unknown>> = { ...his };
  const verbAt = (path: string) => verbs[path.slice(path.lastIndexOf('/') + 1)];
  return {
    target: 'his',
    admit: ({ path }) => (verbAt(path) === undefined ? problem(404, 'NOT_FOUND', 'unknown path') : null),
    keys: (request) => [request.path],
    messageId: () => null,
    answer({ path, body }) {
      const asked: unknown = JSON.parse(new TextDecoder().decode(body));
      return json(200, verbAt(path)?.(asked as never));
    },
  };
}
