import { formatFen } from '../../../common/kernel/money.ts';
import { ok, type Result } from '../../../common/kernel/result.ts';
import type { Billing, SettledBill, StayFacts } from '../../../terminal/billing/port.ts';
import type { Failure } from '../../../terminal/ports.ts';
import type { ClientOrder } from '../plan/order.ts';
import type { Process } from './process.ts';
import { doing, hearing, ofLife, pauseOn, type StayVerb, type Till, type TillParts } from './till.ts';

const [POLL_MS, MOST_POLLS] = [4000, 45];
/** Not decided yet, by the journal. */
const OPEN = new Set(['settling', 'unknown', 'people']);
const quiet = (): void => {};

/** A verb of a stay, and the stay where it is still there. */
async function doVerb({ stay }: Billing, asked: StayVerb): Promise<Result<StayFacts | null, Failure>> {
  switch (asked.verb) {
    case 'admit':
      return stay.admit(asked.person, asked.encounter);
    case 'addFees':
      return stay.addFees(asked.encounterId, asked.lines);
    case 'change':
    case 'discharge':
      return stay[asked.verb](asked.encounter);
    case 'cancel': {
      const done = await stay.cancel(asked.encounterId);
      return done.ok ? ok(null) : done;
    }
    default:
      return stay[asked.verb](asked.encounterId);
  }
}

/** The billing desk: a cashier at the room itself. Whoever was not told, because the process died, the work-list tells. */
export function deskTill(
  parts: TillParts & { readonly told: (life: Process, messageId: string) => void },
  order: ClientOrder,
): Till {
  const { clock, counter, told, left } = parts;
  const [hears, does, pause] = [hearing(parts), doing(parts), pauseOn(clock)];
  const caller = 'desk';

  const of = <T>(life: Process, work: (desk: Billing) => Promise<T>): Promise<T | null> => {
    if (life.faces === null) throw new Error('faults: no desk here');
    return ofLife(clock, life, work(life.faces.desk));
  };
  const tells = (life: Process, { encounterId, messageId, split }: SettledBill): void => {
    const [total, cash] = [formatFen(split.total), formatFen(split.cash)];
    hears(life, { caller, key: null, how: 'answer', what: 'settled', encounterId, messageId, total, cash });
    told(life, messageId);
  };

  /** What became of a settlement that was unknown when its answer came. */
  const later = async (encounterId: string, messageId: string): Promise<boolean> => {
    for (let polls = 0; polls < MOST_POLLS && !left(); polls++) {
      await pause(POLL_MS);
      const life = parts.process();
      const now = life?.faces?.desk.standing(encounterId) ?? null;
      if (life === null || now === null || !now.ok || OPEN.has(now.value.state)) continue;
      const { state, settled } = now.value;
      if (state !== 'settled' || settled?.messageId !== messageId) return false;
      tells(life, settled);
      return true;
    }
    return false;
  };

  return {
    async person(life) {
      const met = await of(life, (desk) => desk.person());
      return met?.ok ? met.value.ref : null;
    },
    async prepare(life, ref, encounter) {
      const prepared = await of(life, (desk) => desk.prepare({ ref, encounter, useAccount: true, onStep: quiet }));
      if (prepared === null) return 'NO_ANSWER';
      if (!prepared.ok) return prepared.error.code;
      does(caller, 'prepare', encounter.encounterId, prepared.value.prepared.mdtrtId);
      return { quote: prepared.value.id };
    },
    async settle(quote, encounterId) {
      const life = parts.process();
      if (life === null) return { kind: 'stop' };
      const begun = clock.monotonic();
      const over = counter.asks({ life, caller, key: null, encounterId });
      const answer = await of(life, (desk) => desk.settle(quote, quiet).finally(over));
      if (answer === null) return { kind: 'stop' };
      if (answer.kind === 'refused') return answer.next === 'again' ? { kind: 'again' } : { kind: 'stop' };
      const messageId = answer.kind === 'settled' ? answer.value.messageId : answer.messageId;
      if (answer.kind === 'unknown')
        return (await later(encounterId, messageId)) ? { kind: 'settled', messageId } : { kind: 'stop' };
      // Whoever went from the desk meanwhile has seen nothing of it.
      if (clock.monotonic() - begun <= order.patience) tells(life, answer.value);
      else life.success.left(messageId);
      return { kind: 'settled', messageId };
    },
    async refund(messageId, encounterId, until) {
      const life = parts.process();
      const answer =
        life === null ? null : await of(life, (desk) => desk.refund(messageId, 'staff-1', 'staff-2', until));
      if (life === null || answer === null || answer.kind !== 'settled') return false;
      const base = { caller, key: null, how: 'answer', total: null, cash: null } as const;
      hears(life, { ...base, what: 'refunded', encounterId, messageId });
      return true;
    },
    async verb(life, asked) {
      const encounterId = 'encounter' in asked ? asked.encounter.encounterId : asked.encounterId;
      const before = life.journal.stays.open(encounterId)?.mdtrtId ?? '';
      const done = await of(life, (desk) => doVerb(desk, asked));
      if (!done?.ok) return false;
      does(caller, asked.verb, encounterId, done.value?.mdtrtId ?? before);
      return true;
    },
    async visit() {
      return false;
    },
    async abandon(life, encounterId) {
      life.faces?.desk.abandon(encounterId);
    },
    async standing(life, encounterId) {
      const now = life.faces?.desk.standing(encounterId);
      return now?.ok && now.value.state === 'settled' ? now.value.messageId : null;
    },
    async closeBooks() {},
  };
}
