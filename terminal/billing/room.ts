import { createBalances } from './balances.ts';
import { type CallerBilling, createBilling } from './billing.ts';
import { type Custody, createCustody, type Holder } from './custody.ts';
import type { BillingDeps } from './deps.ts';
import { createPad } from './pad.ts';
import type { BillingRoom, Caller } from './port.ts';

export interface BillingRoomParts extends BillingDeps {
  readonly hasPad: boolean;
  readonly pinEntryMs: number;
  /** One for the room and the resident's session. */
  readonly custody?: Custody;
}

const holderOf = (caller: Caller): Holder => (caller.kind === 'desk' ? 'desk' : `client ${caller.name}`);

/** Hands out one billing per caller. The desk's bills are the outside HIS's; a client brings its own. */
export function createBillingRoom({
  hasPad,
  pinEntryMs,
  custody = createCustody(),
  ...deps
}: BillingRoomParts): BillingRoom {
  const { clock, devices, inUse } = deps;
  const shared = {
    custody,
    pad: createPad({ clock, devices, hasPad, entryMs: pinEntryMs, inUse }),
    balances: createBalances(),
  };
  const callers = new Map<Holder, { readonly caller: Caller; readonly billing: CallerBilling }>();
  return {
    for(caller) {
      const holder = holderOf(caller);
      const known = callers.get(holder);
      if (known !== undefined) return known.billing;
      const billing = createBilling(deps, shared, holder, caller.kind === 'desk' ? null : caller.name);
      callers.set(holder, { caller, billing });
      return billing;
    },
    cardSeen(generation) {
      for (const { billing } of callers.values()) billing.cardSeen(generation);
    },
    enteredBy() {
      const holder = shared.pad.enteredBy();
      return holder === null ? null : (callers.get(holder)?.caller ?? null);
    },
  };
}
