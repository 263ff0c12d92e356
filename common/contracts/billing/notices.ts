import { z } from 'zod';
import { hisApi } from '../his/his.ts';
import { encounterId, moment } from './fields.ts';

const base = { id: z.int().min(1), encounterId, at: moment('when it was written'), acknowledged: z.boolean() };

/**
 * What happened to an encounter that this client brought: written in the transaction of its fact, kept until it is
 * acknowledged and after. A client that lost an answer, or its memory, finds it here.
 */
export const noticeSchema = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('settled'), notice: hisApi.settled.in.omit({ holder: true }) }),
  z.object({ ...base, kind: z.literal('released'), notice: hisApi.released.in.omit({ holder: true }) }),
  z.object({ ...base, kind: z.literal('refunded'), notice: hisApi.refunded.in }),
]);
export type ApiNotice = z.output<typeof noticeSchema>;
