import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { fingerprintOfFile } from './identity.ts';
import { PROFILE, readOr } from './write.ts';

/** As much of a profile as has to be right for its key to be found: one with a typo elsewhere is this machine's all the same. */
const heldSchema = z.object({
  site: z.object({ institutionCode: z.string(), terminalSlot: z.number() }),
  identity: z.object({ keyFile: z.string().min(1) }),
});

/**
 * The private key (PEM) that the profile in `dir` has for this slot, or null. A slot belongs to its key, so a machine that
 * enrols again, for a new certificate, has to come with the one by which it is known.
 */
export function keyInPlace(
  dir: string,
  slot: { readonly institutionCode: string; readonly terminalSlot: number },
): string | null {
  const file = join(dir, PROFILE);
  let json: unknown;
  try {
    json = JSON.parse(readOr(file) ?? 'null');
  } catch {
    return null;
  }
  const held = heldSchema.safeParse(json);
  if (!held.success) return null;
  const { site, identity } = held.data;
  if (site.institutionCode !== slot.institutionCode || site.terminalSlot !== slot.terminalSlot) return null;
  const keyFile = resolve(dirname(file), identity.keyFile);
  return fingerprintOfFile(keyFile) === null ? null : readOr(keyFile);
}
