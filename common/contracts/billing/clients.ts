import { z } from 'zod';
import { scopeNames } from './operations/operation.ts';

/** A client of the HIS API, as the file of clients names it (0600, its own; `minka client` writes it). */
export const apiClientSchema = z.strictObject({
  /** In every record of what it did. */
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,29}$/),
  /** SHA-256 of the token, hex. */
  tokenSha256: z.string().regex(/^[0-9a-f]{64}$/),
  scopes: z.array(z.enum(scopeNames)).min(1),
  /** `yyyy-MM-dd`: good to the end of this day, China time. */
  expiresOn: z.iso.date(),
  /** Which encounters it may see: those that it brought itself, or all of this terminal. */
  encounters: z.enum(['own', 'all']).default('own'),
});
export type ApiClient = z.output<typeof apiClientSchema>;

export const apiClientsSchema = z.strictObject({ clients: z.array(apiClientSchema).max(50) });
export type ApiClients = z.output<typeof apiClientsSchema>;
