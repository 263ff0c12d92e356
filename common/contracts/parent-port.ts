import { z } from 'zod';

/**
 * What the Electron main process and its utility processes say over `process.parentPort`, beside the links themselves:
 * those are message ports that travel with `link`, one port each.
 */
export const linkNameSchema = z.enum(['shell', 'host', 'terminal', 'screen']);
export type LinkName = z.infer<typeof linkNameSchema>;

export const fromParentSchema = z.discriminatedUnion('kind', [
  /** The first message: what the process needs and must not stand in its arguments. */
  z.strictObject({ kind: z.literal('handOver'), value: z.unknown() }),
  /** One end of a new link, in `ports[0]`. */
  z.strictObject({ kind: z.literal('link'), name: linkNameSchema }),
  /** End in order. */
  z.strictObject({ kind: z.literal('end') }),
]);
export type FromParent = z.input<typeof fromParentSchema>;

export const fromChildSchema = z.discriminatedUnion('kind', [
  /** It serves, or why it cannot. */
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('failed'), code: z.string().max(60), message: z.string().max(600) }),
  /** Asks for a link; it comes when the other end lives, or never. */
  z.strictObject({ kind: z.literal('dial'), name: linkNameSchema }),
]);
export type FromChild = z.infer<typeof fromChildSchema>;
