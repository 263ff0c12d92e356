import { z } from 'zod';
import { DEFAULT_TIMES } from '../../drivers/receipt-printer/driver/ports.ts';
import type { Lab } from '../../simulator/lab/lab.ts';

/** What the emulated printer itself has of each slip. */
const slipsSchema = z.array(z.object({ whole: z.boolean(), confirmed: z.boolean(), stillMs: z.number() }));
export type PrintedSlip = z.output<typeof slipsSchema>[number];

/**
 * Whether nobody can know that it came out: it did in part, or the printer never acknowledged a block of it, or stood still
 * over it for longer than a terminal waits (a machine that is starved).
 */
export function isUnknowable({ whole, confirmed, stillMs }: PrintedSlip): boolean {
  return !whole || !confirmed || stillMs >= DEFAULT_TIMES.silence;
}

/** How many slips the work-list must have, by the printer's own record and by nobody's word. */
export async function unknownSlips({ sim }: Pick<Lab, 'sim'>): Promise<number> {
  const { slips } = await sim.command('printer.slips');
  return slipsSchema.parse(slips).filter(isUnknowable).length;
}
