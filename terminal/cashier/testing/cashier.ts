import { type CashierHabits, createCashier } from '../../../central/cashier/cashier.ts';
import { openCashierStore } from '../../../central/store/cashier-store.ts';
import { type CashierAnswer, cashierApi } from '../../../common/contracts/cashier/cashier.ts';
import type { Clock } from '../../../common/kernel/ports.ts';
import { err, ok } from '../../../common/kernel/result.ts';
import type { CashierGateway, CashierReply } from '../../gateways/cashier/port.ts';
import type { CallFailure } from '../../gateways/json-call.ts';

/** What the network does to one call. */
export type Fate = 'ok' | 'notSent' | 'lostBefore' | 'lostAfter' | 'late';
export type Verb = 'collect' | 'close';

const NOT_SENT: CallFailure = { kind: 'notSent', reason: 'refused', detail: '' };
const SILENT: CallFailure = { kind: 'unknown', reason: 'timeout', status: null, retryAfterMs: null, detail: '' };
const timing = { wallMs: 40, serverMs: null };
/** A call takes 40 ms, one that is lost the whole wait, and a late one arrives long after that. */
const [TAKES_MS, WAITS_MS, LATE_MS] = [40, 5000, 30_000];

/** The lab's cashier behind a network that does what it is told; every call is kept. */
export function testCashier(
  clock: Clock,
  habits: () => CashierHabits,
  fate: (verb: Verb, call: number) => Fate = () => 'ok',
  seen: (verb: Verb, text: string) => void = () => {},
) {
  const store = openCashierStore(':memory:');
  const cashier = createCashier(store, clock.now, habits);
  const calls: { readonly verb: Verb; readonly text: string }[] = [];
  const after = (ms: number): Promise<void> => new Promise((resolve) => void clock.after(ms, resolve));
  const handle = (verb: Verb, text: string): CashierAnswer | null => {
    if (verb === 'close') return cashier.close(cashierApi.close.in.parse(JSON.parse(text)).key);
    const answer = cashier.collect(cashierApi.collect.in.parse(JSON.parse(text)));
    return answer.ok ? answer.value : null;
  };
  const call = async (verb: Verb, text: string): CashierReply => {
    const how = fate(verb, calls.push({ verb, text }));
    if (how === 'notSent') return err(NOT_SENT);
    seen(verb, text);
    if (how === 'late') clock.after(LATE_MS, () => void handle(verb, text));
    if (how === 'lostAfter') handle(verb, text);
    if (how !== 'ok') {
      await after(WAITS_MS);
      return err(SILENT);
    }
    await after(TAKES_MS);
    const reply = handle(verb, text);
    return reply === null ? err({ kind: 'refused', status: 422, about: 'content', detail: '' }) : ok({ reply, timing });
  };
  const gateway: CashierGateway = {
    write: (ask) => JSON.stringify(cashierApi.collect.in.parse(ask)),
    collect: (text) => call('collect', text),
    close: (key) => call('close', JSON.stringify({ key })),
    end: () => undefined,
  };
  return { gateway, store, calls };
}
