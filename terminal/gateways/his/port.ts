import type { z } from 'zod';
import type { HisDayPage } from '../../../common/contracts/his/day.ts';
import type { hisApi, hisPersonSchema } from '../../../common/contracts/his/his.ts';
import type { Pii } from '../../../common/kernel/pii.ts';
import type { Result } from '../../../common/kernel/result.ts';
import type { CallFailure, CallReply } from '../json-call.ts';

type Api = typeof hisApi;
/** What is told rather than asked; a queue row each. */
export type HisNotice = 'settled' | 'released' | 'refunded';
export type HisAnswer<K extends keyof Api> = Promise<Result<CallReply<z.output<Api[K]['out']>>, CallFailure>>;

/** The hospital's system: the only source of fees (DESIGN §4, HIS). */
export interface HisGateway {
  /** An answer that is about anybody else is no answer (`badAnswer`). */
  unpaid(
    person: Pii<z.input<typeof hisPersonSchema>>,
  ): Promise<Result<CallReply<Pick<z.output<Api['unpaid']['out']>, 'encounters'>>, CallFailure>>;
  /** Idempotent for the same holder. */
  hold(input: z.input<Api['hold']['in']>): HisAnswer<'hold'>;
  /** The exact text of a notice, to be stored in the queue before the first attempt. Throws ZodError on a bug of ours. */
  write<K extends HisNotice>(notice: K, input: z.input<Api[K]['in']>): string;
  /** Delivers a stored notice byte for byte; the HIS tells repeats by holder or message id. */
  deliver<K extends HisNotice>(notice: K, text: string): HisAnswer<K>;
  /** What the HIS has of a settlement and a hold; changes nothing. */
  query(input: z.input<Api['query']['in']>): HisAnswer<'query'>;
  close(): void;
}

/** Beside the fees: the encounters of a day, for a desk's list. An answer that is none is a failure like any other. */
export interface HisDay {
  day(day: string, cursor: string | null): Promise<Result<HisDayPage, CallFailure>>;
}
