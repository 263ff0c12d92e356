import type { CentreOutput, Infno } from '../../../common/contracts/centre/transactions.ts';
import { pii } from '../../../common/kernel/pii.ts';
import { ok } from '../../../common/kernel/result.ts';
import type { CentreOutcome, InvalidInput } from '../../gateways/centre/port.ts';
import type { CallTo, CentreCalls } from '../centre-calls.ts';
import { failure } from '../deps.ts';

const timing = { wallMs: 40, serverMs: 1 };

export const done = <I extends Infno>(output: CentreOutput<I>): CentreOutcome<CentreOutput<I>> => ({
  kind: 'ok',
  output,
  centreMessageId: null,
  reply: pii('{}'),
  timing,
});
type Failed<K extends 'refused' | 'notSent' | 'unknown'> = Extract<CentreOutcome<never>, { kind: K }>;

export const refused = (message = '不行'): Failed<'refused'> => ({
  kind: 'refused',
  infcode: '-1',
  message,
  reply: pii('{}'),
  timing,
});
export const notSent: Failed<'notSent'> = { kind: 'notSent', reason: 'refused', detail: 'ECONNREFUSED' };
export const silent: Failed<'unknown'> = {
  kind: 'unknown',
  reason: 'timeout',
  detail: 'no answer',
  reply: null,
  retryAfterMs: null,
  timing,
};
export const tooLong: InvalidInput = { field: 'data.dept_name', problem: 'too long' };

type Answer = CentreOutcome<unknown> | InvalidInput;

/** The way to a centre that answers as it is told; `asked` is what it was asked, sign-ins included. */
export function scriptedCalls(answer: (infno: Infno, input: unknown) => Answer) {
  const asked: { readonly infno: string; readonly callTo?: CallTo; readonly input?: unknown }[] = [];
  const answers = new Map<number, CentreOutcome<unknown>>();
  const kept: number[] = [];
  const state = { signsIn: true };
  const ask = async (infno: Infno, callTo: CallTo, input: unknown) => {
    asked.push({ infno, callTo, input });
    const said = answer(infno, input);
    return 'kind' in said ? ok(said) : { ok: false, error: said };
  };
  const notHere = () => {
    throw new Error('not asked here');
  };
  const calls: CentreCalls = {
    // `row` is the place of the message among those that were asked.
    write: ((infno: Infno, callTo: CallTo, input: unknown) => {
      const said = answer(infno, input);
      if (!('kind' in said)) return { ok: false, error: said };
      const row = asked.push({ infno, callTo, input });
      answers.set(row, said);
      return ok({ row, messageId: `H${row}`, request: { infno, bytes: new Uint8Array() } });
    }) as CentreCalls['write'],
    send: (async ({ row }: { readonly row: number }) => {
      const outcome = answers.get(row);
      if (outcome === undefined) throw new Error('never written');
      return { outcome, keep: () => void kept.push(row) };
    }) as CentreCalls['send'],
    again: notHere,
    persist: notHere,
    inquire: notHere,
    ask: ask as CentreCalls['ask'],
    async signIn() {
      asked.push({ infno: '9001' });
      return state.signsIn ? ok(undefined) : { ok: false, error: failure('CENTRE_UNREACHABLE') };
    },
    forgetSignIn: () => void asked.push({ infno: 'forget' }),
    signOut: notHere,
    knock: notHere,
    actAs: notHere,
  };
  return { calls, asked, kept, state, infnos: () => asked.map(({ infno }) => infno) };
}
