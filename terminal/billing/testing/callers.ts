import type { HisEncounter } from '../../../common/contracts/his/his.ts';
import type { Result } from '../../../common/kernel/result.ts';
import type { Failure, Prepared } from '../../ports.ts';
import { encounter, holder } from '../../settlement/testing/world.ts';
import type { Billing, Caller, MoneyAnswer, PersonRef, Quote, SettledBill } from '../port.ts';
import { inSessionCustody } from '../session-custody.ts';
import type { billingBench } from './bench.ts';

const nothing = () => undefined;

type Bench = Pick<ReturnType<typeof billingBench>, 'clock' | 'room' | 'terminal' | 'custody' | 'identify' | 'quiet'>;

/** Who bills at one terminal: clients of the HIS API, the desk, and a resident's session at the kiosk. */
export function callers(bench: Bench) {
  const { clock } = bench;

  const billed = (caller: Caller) => {
    const billing = (): Billing => bench.room.for(caller);
    const meet = async (): Promise<PersonRef> => {
      const met = await clock.until(billing().person());
      if (!met.ok) throw new Error(met.error.code);
      return met.value.ref;
    };
    const prepare = async (asked: HisEncounter = encounter()): Promise<Result<Quote, Failure>> => {
      const ref = await meet();
      return clock.until(billing().prepare({ ref, encounter: asked, useAccount: true, onStep: nothing }));
    };
    const pay = async (asked: HisEncounter = encounter()): Promise<MoneyAnswer<SettledBill>> => {
      const quote = await prepare(asked);
      if (!quote.ok) throw new Error(quote.error.code);
      return clock.until(billing().settle(quote.value.id, nothing));
    };
    const giveBack = async (messageId: string): Promise<void> => {
      const answer = await clock.until(billing().refund(messageId, '10086', '10087'));
      if (answer.kind !== 'settled') throw new Error(answer.kind);
      await bench.quiet();
    };
    return { billing, meet, prepare, pay, giveBack };
  };

  /** A resident's session, on the core that runs now. */
  const session = () => {
    const { settlements, store } = bench.terminal;
    return inSessionCustody(settlements, { custody: bench.custody, store: () => store });
  };
  const kiosk = {
    session,
    async prepare(asked: HisEncounter = encounter()): Promise<Result<Prepared, Failure>> {
      const insured = await bench.identify(bench.terminal);
      return clock.until(session().prepare({ holder, insured, encounter: asked, useAccount: true, onStep: nothing }));
    },
    async pay(asked: HisEncounter = encounter()): Promise<string> {
      const prepared = await kiosk.prepare(asked);
      if (!prepared.ok) throw new Error(prepared.error.code);
      const result = await clock.until(session().settle(prepared.value, 45_000, nothing));
      if (result.kind !== 'settled') throw new Error(result.kind);
      await bench.quiet();
      return result.settled.messageId;
    },
  };
  return { kiosk, desk: billed({ kind: 'desk' }), client: (name: string) => billed({ kind: 'client', name }) };
}

/** The code of a refusal; a success has none. */
export const codeOf = (said: Result<unknown, Failure>): string => (said.ok ? 'ok' : said.error.code);
