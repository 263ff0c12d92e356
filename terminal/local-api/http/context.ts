import type { z } from 'zod';
import type { HisApiOperation, hisApiContract } from '../../../common/contracts/billing/billing.ts';
import type { ApiEvent } from '../../../common/contracts/billing/terminal.ts';
import type { Result } from '../../../common/kernel/result.ts';
import type { Billing } from '../../billing/port.ts';
import type { ApiClient } from './clients.ts';
import type { Problem } from './problem.ts';

type Contract = typeof hisApiContract;
type Schemas<K extends HisApiOperation> = Contract[K]['~orpc'];
export type In<K extends HisApiOperation> = z.output<NonNullable<Schemas<K>['inputSchema']>>;
export type Out<K extends HisApiOperation> = z.input<NonNullable<Schemas<K>['outputSchema']>>;

/** One request, let in. */
export interface Context {
  readonly client: ApiClient;
  readonly billing: Billing;
  /** `Idempotency-Key`, where the operation moves money; else empty. */
  readonly key: string;
  /** Tells the client's own streams. */
  readonly send: (event: ApiEvent) => void;
  /** Called once the answer was written whole (true), or its connection was gone (false). */
  readonly afterwards: (listener: (delivered: boolean) => void) => void;
  /** Headers beside the answer. */
  readonly header: (name: string, value: string) => void;
}

/** How one operation is done. It never throws for an outside cause. */
export type Handler<K extends HisApiOperation> = (
  input: In<K>,
  context: Context,
) => Promise<Result<Out<K>, Problem>> | Result<Out<K>, Problem>;

export type Handlers<K extends HisApiOperation = HisApiOperation> = { readonly [N in K]: Handler<N> };
