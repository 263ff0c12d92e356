import type { CashierAnswer, CollectRequest } from '../../../common/contracts/cashier/cashier.ts';
import type { Result } from '../../../common/kernel/result.ts';
import type { CallFailure, CallReply } from '../json-call.ts';

export type CashierReply = Promise<Result<CallReply<CashierAnswer>, CallFailure>>;

/** The external cashier: takes what is left in cash after a settlement. */
export interface CashierGateway {
  /** The exact text of a request, to be stored before its first byte is sent. Throws ZodError on a bug of ours. */
  write(ask: CollectRequest): string;
  /** Asks with a stored text, byte for byte; asking again answers how it stands. */
  collect(text: string): CashierReply;
  /** Ends a request for good: after it the key takes nothing any more. */
  close(key: string): CashierReply;
  /** Ends the connections. */
  end(): void;
}
