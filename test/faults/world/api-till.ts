import { z } from 'zod';
import { quoteSchema } from '../../../common/contracts/billing/bill.ts';
import { standingSchema } from '../../../common/contracts/billing/money.ts';
import type { ClientName, ClientOrder } from '../plan/order.ts';
import { noticeReader } from './api-notices.ts';
import { type Asked, askApi, codeOf, type Said } from './api-request.ts';
import { createWishes } from './api-wishes.ts';
import { CLIENT_TOKENS } from './clients-file.ts';
import type { Process } from './process.ts';
import { doing, hearing, type StayVerb, type Till, type TillParts, type VisitVerb } from './till.ts';

const PATHS: Readonly<Record<StayVerb['verb'], string>> = {
  admit: '/stays/admit',
  change: '/stays/change',
  addFees: '/stays/fees',
  clearFees: '/stays/fees/clear',
  discharge: '/stays/discharge',
  undoDischarge: '/stays/discharge/undo',
  cancel: '/stays/cancel',
};
const VISIT_PATHS: Readonly<Record<VisitVerb['verb'], string>> = {
  register: '/visits/register',
  diagnose: '/visits/diagnose',
  addVisitFees: '/visits/fees',
  clearVisitFees: '/visits/{encounterId}/fees/clear',
  cancelVisit: '/visits/{encounterId}/cancel',
};
const personSchema = z.object({ person: z.string() });
const staySchema = z.object({ mdtrtId: z.string() });
/** A refund is waited for, ms. */
const REFUND_MS = 60_000;

/** A hospital's own system: it asks the HIS API, writes its keys down, and repeats what it has no end of. */
export function apiTill(parts: TillParts, caller: ClientName, order: ClientOrder): Till {
  const [hears, does] = [hearing(parts), doing(parts)];
  const wishes = createWishes(parts, caller, order);
  const ask = (life: Process, asked: Omit<Asked, 'token'>): Promise<Said | null> =>
    askApi(parts.clock, life, { token: CLIENT_TOKENS[caller], ...asked });
  const post = (life: Process, path: string, body: object) => ask(life, { method: 'POST', path, body });
  const readNotices = noticeReader(parts, caller, ask);

  const read = async (life: Process, encounterId: string): Promise<string | null> => {
    const said = await ask(life, { method: 'GET', path: `/bills/${encounterId}` });
    if (said?.status !== 200) return null;
    const { state, messageId } = standingSchema.parse(said.body);
    const base = { caller, key: null, how: 'reading', what: 'shown', total: null, cash: null } as const;
    if (messageId !== null) hears(life, { ...base, encounterId, messageId });
    return state === 'settled' ? messageId : null;
  };

  return {
    async person(life) {
      const said = await post(life, '/persons', {});
      return said?.status === 200 ? personSchema.parse(said.body).person : null;
    },
    async prepare(life, person, encounter) {
      const one = () => post(life, '/bills/prepare', { person, encounter, useAccount: true });
      const all = await Promise.all(order.asksTwice ? [one(), one()] : [one()]);
      const said = all.find((each) => each?.status === 200) ?? all[0] ?? null;
      if (said === null) return 'NO_ANSWER';
      if (said.status !== 200) return codeOf(said);
      const { quote, mdtrtId } = quoteSchema.parse(said.body);
      does(caller, 'prepare', encounter.encounterId, mdtrtId);
      return { quote };
    },
    async settle(quote, encounterId) {
      const answer = await wishes.pursue('settle', { quote }, encounterId, order.patience);
      const life = parts.process();
      if (life !== null && !wishes.gone()) await readNotices(life);
      if (answer === null) return { kind: 'stop' };
      if (answer === 'again') return { kind: 'again' };
      if (answer.kind === 'settled') return { kind: 'settled', messageId: answer.bill.messageId };
      return answer.kind === 'refused' && answer.next === 'again' ? { kind: 'again' } : { kind: 'stop' };
    },
    async refund(messageId, encounterId, until) {
      const asked = until === undefined ? { messageId } : { messageId, until };
      const answer = await wishes.pursue('refund', asked, encounterId, REFUND_MS);
      return answer !== null && answer !== 'again' && answer.kind === 'settled';
    },
    async verb(life, { verb, ...body }) {
      const encounterId = 'encounter' in body ? body.encounter.encounterId : body.encounterId;
      const before = life.journal.stays.open(encounterId)?.mdtrtId ?? '';
      const said = await post(life, PATHS[verb], body);
      if (said?.status !== 200) return false;
      const named = staySchema.safeParse(said.body);
      does(caller, verb, encounterId, named.success ? named.data.mdtrtId : before);
      return true;
    },
    async visit(life, { verb, ...asked }) {
      const encounterId = 'encounter' in asked ? asked.encounter.encounterId : asked.encounterId;
      const before = life.journal.registrations.open(encounterId)?.mdtrtId ?? '';
      const path = VISIT_PATHS[verb].replace('{encounterId}', encodeURIComponent(encounterId));
      const said = await post(life, path, path === VISIT_PATHS[verb] ? asked : {});
      if (said?.status !== 200) return false;
      const named = staySchema.safeParse(said.body);
      does(caller, verb, encounterId, named.success ? named.data.mdtrtId : before);
      return true;
    },
    async abandon(life, encounterId) {
      await post(life, `/bills/${encounterId}/abandon`, {});
    },
    standing: read,
    async closeBooks() {
      if (wishes.gone()) return;
      await wishes.closeBooks();
      const life = parts.process();
      if (life === null) return;
      await readNotices(life);
      for (const encounterId of wishes.encounters()) await read(life, encounterId);
      parts.record.evidence.counter.closed.push(caller);
    },
  };
}
