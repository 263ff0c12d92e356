import { readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * Where the figures of the plan files come from. `plan`: a city's own published plan; `quoted`: a public file that
 * quotes the rule; `thirdParty`: somebody's data file, whose document nobody of us has opened. No source was an
 * official page.
 */
const sourcesSchema = z.record(
  z.string().regex(/^(S\d{3}|[AB]-\d{2})$/),
  z.strictObject({ what: z.string().min(1), kind: z.enum(['plan', 'quoted', 'thirdParty']) }),
);
export type Sources = z.infer<typeof sourcesSchema>;

export const sources: Sources = sourcesSchema.parse(
  JSON.parse(readFileSync(new URL('../sources.json', import.meta.url), 'utf8')),
);

/** Whether a figure's `source` names something: "A-01", "A-01, S002", "derived, A-01", or "none". */
export function isKnownSource(text: string): boolean {
  if (text === 'none') return true;
  const names = text.split(', ');
  const ids = names[0] === 'derived' ? names.slice(1) : names;
  return ids.length > 0 && ids.every((id) => Object.hasOwn(sources, id));
}

/** Whether nothing that states the figure was read: no source, or a third party's alone. Such a figure is illustrative. */
export function isUnproven(text: string): boolean {
  if (text === 'none') return true;
  const ids = text.split(', ').filter((id) => id !== 'derived');
  return ids.every((id) => sources[id]?.kind === 'thirdParty');
}
