import type { z } from 'zod';

/** What one side of a Channel may ask of the other: verbs with checked arguments and answers, and events. */
export interface Link {
  readonly verbs: Readonly<Record<string, { readonly in: z.ZodType; readonly out: z.ZodType }>>;
  readonly events: Readonly<Record<string, z.ZodType>>;
}

/** Keeps the literal types of a link's definition. `verbs` are served by the *server* end, `events` sent by it. */
export function defineLink<const L extends Link>(link: L): L {
  return link;
}

export type VerbIn<L extends Link, V extends keyof L['verbs']> = z.input<L['verbs'][V]['in']>;
export type VerbOut<L extends Link, V extends keyof L['verbs']> = z.output<L['verbs'][V]['out']>;
export type EventBody<L extends Link, E extends keyof L['events']> = z.output<L['events'][E]>;
