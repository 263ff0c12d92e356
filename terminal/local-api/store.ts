import type { controlLink } from '../../common/contracts/cli/control-link.ts';
import type { StoreStatus, storeVerbs } from '../../common/contracts/cli/store-verbs.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import { formatDateTime } from '../../common/kernel/dates.ts';
import type { Handlers } from '../../common/rpc/serve.ts';
import type { Desk } from '../staff/desk.ts';
import type { JournalOrigin } from '../store/origin.ts';

export interface StoreApiDeps {
  /** Why nothing can be settled, or null. */
  readonly fault: () => FailureCode | null;
  readonly setAside: () => readonly string[];
  readonly origin: () => JournalOrigin | null;
  readonly clockState: () => { readonly verdict: FailureCode | null; readonly skewMs: number };
  /** Why it was not done, or null. */
  readonly adopt: (adoption: Pick<JournalOrigin, 'by' | 'reason'> & { readonly second: string }) => FailureCode | null;
  readonly desk: Pick<Desk, 'under'>;
}

/** The journal's state, and the one act by which staff begin another. */
export function storeHandlers(deps: StoreApiDeps): Pick<Handlers<typeof controlLink>, keyof typeof storeVerbs> {
  const status = (): StoreStatus => {
    const { verdict, skewMs } = deps.clockState();
    const code = deps.fault() ?? (verdict === 'CLOCK_WRONG' ? verdict : null);
    const origin = deps.origin();
    return {
      settling: code === null,
      code,
      setAside: [...deps.setAside()],
      adopted: origin === null ? null : { ...adoptedAs(origin) },
      clock: { code: verdict, skewMs: Math.round(skewMs) },
    };
  };
  return {
    storeStatus: status,
    async storeAdopt({ ticket, reason }) {
      const done = await deps.desk.under(ticket, { act: 'storeAdopt', reason }, ({ by, second }) =>
        second === null ? 'STAFF_ROLE' : deps.adopt({ by, second, reason }),
      );
      if (!done.ok) return { ok: false, code: done.error };
      return done.value === null ? { ok: true, status: status() } : { ok: false, code: done.value };
    },
  };
}

const adoptedAs = ({ adoptedAt, by, second, reason, predecessor }: JournalOrigin) => ({
  at: formatDateTime(adoptedAt),
  ...{ by, second, reason, predecessor },
});
