import { deskLink } from '../../common/contracts/desk/desk-link.ts';
import { unwrapPii } from '../../common/kernel/pii.ts';
import type { Channel } from '../../common/rpc/channel.ts';
import { serve } from '../../common/rpc/serve.ts';
import type { Billing } from '../billing/port.ts';
import type { Rendered } from '../local-api/screen-proof.ts';
import type { Audit } from '../ports.ts';
import { linesView } from './bill-view.ts';
import type { createDayList } from './day/list.ts';
import type { DeskRunner } from './runner.ts';
import { baseOf, clientOf } from './stage.ts';

/** A value in clear is gone from the glass after this, ms. */
const REVEAL_MS = 5000;

export interface DeskScreenDeps {
  readonly runner: DeskRunner;
  readonly billing: Pick<Billing, 'reveal'>;
  readonly day: Pick<ReturnType<typeof createDayList>, 'page'>;
  readonly audit: Audit;
  readonly report: (what: string, cause: unknown) => void;
  /** The screen says that it draws. */
  readonly onRendered: (seen: Rendered) => void;
}

/** Serves one desk screen: snapshots out, intents in, windows onto lines and day list, a value in clear on request. */
export function serveDesk(channel: Channel, { runner, billing, day, audit, report, onRendered }: DeskScreenDeps): void {
  const served = serve(
    channel,
    deskLink,
    {
      openDesk: () => runner.snapshot(),
      intent: ({ version, intent }) => ({ accepted: runner.intent(version, intent) }),
      lines({ from, count }) {
        const base = baseOf(runner.state().stage);
        if (base?.kind !== 'bill') return { total: 0, lines: [] };
        const { choice, quoted } = base.bill;
        return linesView(choice.encounter, quoted?.quote.rulings ?? null, from, count);
      },
      day: (query) => day.page(query),
      async reveal({ what }) {
        const { stage, facts } = runner.state();
        const ref = clientOf(stage)?.person.ref ?? null;
        const holder = ref === null || facts.shift === null ? null : await billing.reveal(ref);
        // The card may have been asked meanwhile, and somebody else may stand on the glass by then.
        const same = clientOf(runner.state().stage)?.person.ref === ref;
        if (holder === null || !same) return { value: null, validMs: 0 };
        audit('desk.revealed', { what, by: facts.shift?.staffId ?? null });
        const { name, identityNumber } = unwrapPii(holder);
        return { value: what === 'name' ? name : identityNumber, validMs: REVEAL_MS };
      },
      rendered(seen) {
        onRendered(seen);
        return {};
      },
    },
    { report },
  );
  channel.onClose(runner.onSnapshot((snapshot) => served.emit('desk', snapshot)));
}
