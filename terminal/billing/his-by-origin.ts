import { z } from 'zod';
import { hisApi } from '../../common/contracts/his/his.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { HisGateway, HisNotice } from '../gateways/his/port.ts';
import type { CallFailure, CallReply } from '../gateways/json-call.ts';
import { isPaidFor, originOf, standing } from '../settlement/paid.ts';
import { storeFailure } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import type { VisitRow } from '../store/visits.ts';

type Out<K extends keyof typeof hisApi> = z.output<(typeof hisApi)[K]['out']>;
type In<K extends keyof typeof hisApi> = z.output<(typeof hisApi)[K]['in']>;

/** Every notice names its encounter, and the settlement or the preparation that it is about. */
const aboutSchema = z.object({
  encounterId: z.string(),
  messageId: z.string().nullish(),
  holder: z.string().nullish(),
});
type About = z.output<typeof aboutSchema>;

/** Nobody outside was asked, so no time was theirs. */
const HERE = { wallMs: 0, serverMs: 0 } as const;

/**
 * The hospital's system as the money core knows it, chosen by whose the preparation is that a call is about, or the
 * settlement: whoever bills the encounter later, its own origin hears of it. What a client of the HIS API brought has its
 * books here: the journal itself says what is held and paid, and what the HIS is told becomes a notice that the client
 * reads and acknowledges. Anything else goes to the outside HIS, as ever. The queue and its rows are the same.
 */
export function hisByOrigin<H extends HisGateway>(
  outside: H,
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  /** A notice was written for a client; called after its commit. */
  onNotice: (client: string, encounterId: string) => void = () => {},
): H {
  const { has } = store.clientNotices;

  /** The journal's trouble is like a HIS that does not answer: the queue tries again, byte for byte. */
  const here = <T>(work: () => T): Result<CallReply<T>, CallFailure> => {
    try {
      return ok({ reply: store.transaction(work), timing: HERE });
    } catch (cause) {
      if (storeFailure(cause) === null) throw cause;
      return err({
        kind: 'unknown',
        reason: 'status',
        status: null,
        retryAfterMs: null,
        detail: 'the journal refused',
      });
    }
  };

  /** Whose it is. A settlement is its own visit's; what the journal does not know is the outside HIS's. */
  const clientOf = ({ messageId, holder }: Omit<About, 'encounterId'>): string | null => {
    const row = messageId == null ? null : store.settlements.byMessageId(messageId);
    if (row !== null) return originOf(store, row);
    return (holder == null ? null : store.visits.byHolder(holder)?.origin) ?? null;
  };

  const tell = (client: string, encounterId: string, kind: HisNotice, subject: string, body: object): boolean => {
    const facts = { client, kind, encounterId, subject, body: JSON.stringify(body), nowMs: clock.now() };
    const isNew = store.clientNotices.insert(facts);
    if (isNew) store.onEnd((committed) => committed && onNotice(client, encounterId));
    return isNew;
  };

  const told: { readonly [K in HisNotice]: (client: string, body: unknown) => Out<K> } = {
    settled(client, body) {
      const { holder: _, ...report } = hisApi.settled.in.parse(body);
      const { messageId, encounterId } = report;
      if (has('settled', messageId)) return { result: 'duplicate' };
      if (standing(store, encounterId).some((row) => row.messageId !== messageId)) return { result: 'conflict' };
      tell(client, encounterId, 'settled', messageId, report);
      return { result: 'stored' };
    },
    released(client, body) {
      const { holder, ...report } = hisApi.released.in.parse(body);
      const isNew = tell(client, report.encounterId, 'released', holder, report);
      if (standing(store, report.encounterId).length > 0) return { result: 'alreadySettled' };
      return { result: isNew ? 'released' : 'notHeld' };
    },
    refunded(client, body) {
      const report = hisApi.refunded.in.parse(body);
      const isNew = tell(client, report.encounterId, 'refunded', report.messageId, report);
      return { result: isNew ? 'stored' : 'duplicate' };
    },
  };

  /** Held is what its client was not told the end of. */
  const isHeld = ({ phase, holder }: VisitRow): boolean => phase !== 'settled' && !has('released', holder);

  const query = ({ messageId, holder }: In<'query'>): Out<'query'> => {
    const given = messageId !== null && has('refunded', messageId);
    const settlement = given ? 'refunded' : messageId !== null && has('settled', messageId) ? 'settled' : 'unknown';
    const visit = holder === null ? null : store.visits.byHolder(holder);
    return { settlement, held: visit !== null && isHeld(visit) };
  };

  return {
    ...outside,
    async hold(input) {
      const { encounterId, holder } = input;
      const client = clientOf({ holder });
      if (isPaidFor(store, encounterId, client)) return here(() => ({ result: 'alreadySettled' }) as const);
      return client === null ? outside.hold(input) : here(() => ({ result: 'held' }) as const);
    },
    async deliver(notice, text) {
      const body: unknown = JSON.parse(text);
      const client = clientOf(aboutSchema.parse(body));
      return client === null ? outside.deliver(notice, text) : here(() => told[notice](client, body));
    },
    async query(input) {
      const client = clientOf(input);
      return client === null ? outside.query(input) : here(() => query(hisApi.query.in.parse(input)));
    },
  };
}
