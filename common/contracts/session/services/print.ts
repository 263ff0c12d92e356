import { z } from 'zod';
import { failureCodes } from '../../failures.ts';

/** How the slip of a service fares: not asked for yet, `off` where there is no printer. */
export const servicePrintSchema = z.object({
  state: z.enum([
    'off',
    'idle',
    'queued',
    'printing',
    'waitingForPaper',
    'waitingForCover',
    'printed',
    'notPrinted',
    'unknown',
  ]),
  failure: z.enum(failureCodes).nullable(),
});
export type ServicePrint = z.infer<typeof servicePrintSchema>;
