import type { CentreOutput, Infno } from '../../../common/contracts/centre/transactions.ts';
import { pii } from '../../../common/kernel/pii.ts';
import { err, ok } from '../../../common/kernel/result.ts';
import type { CentreContext, CentreGateway, CentreOutcome } from '../../gateways/centre/port.ts';
import { createCentreCalls } from '../centre-calls.ts';
import { done, tooLong } from './calls.ts';
import { coreDeps, coreSettings } from './core-deps.ts';
import { visitRow } from './visit.ts';
import { encounter, holder } from './world.ts';

export const DAY = 86_400_000;
export const NETWORK = { mac: '00-11-22-33-44-55', ip: '192.0.2.7' };
export const VISIT = { visitId: null, insuplcAdmdvs: '990100' } as const;
export const signedIn = (number: string) =>
  done<'9001'>({ signinoutb: { sign_no: number, sign_time: '2026-03-02 09:00:00' } } as CentreOutput<'9001'>);
export const nothing = done<'5203'>({ setlinfo: [], setldetail: [] });
export const find = (setlId?: string) => ({
  data: { psn_no: pii('P1'), mdtrt_id: 'M1', ...(setlId === undefined ? {} : { setl_id: setlId }) },
});

/** A centre that answers `latencyMs` after it was asked, if at all. */
export function make(answer: (infno: Infno, call: number) => CentreOutcome<unknown> | null, latencyMs = 40) {
  const built: { readonly infno: Infno; readonly context: CentreContext; readonly input: unknown }[] = [];
  const sent: string[] = [];
  const made = coreDeps();
  const { clock, store } = made;
  const { psnNo, insutype, insuplcAdmdvs, begunAt } = visitRow();
  const person = { encounter: encounter(), person: holder, psnNo, insutype, insuplcAdmdvs };
  store.transaction(() => store.visits.insert({ ...person, terminal: 'ZZ-07', begunAt, nowMs: 0 }));
  const state = { fits: true };
  const centre: CentreGateway = {
    build: (infno, messageId, input, context) => {
      built.push({ infno, context, input });
      if (!state.fits) return err(tooLong);
      return ok({ infno, bytes: new TextEncoder().encode(`${infno} ${messageId}`) });
    },
    send: (async ({ infno, bytes }: { infno: Infno; bytes: Uint8Array }) => {
      sent.push(new TextDecoder().decode(bytes));
      const said = answer(infno, sent.length);
      await new Promise<void>((resolve) => void clock.after(latencyMs, () => resolve()));
      return said ?? new Promise(() => undefined);
    }) as CentreGateway['send'],
    close: () => undefined,
  };
  const waits = { queryGapMs: 1000, baseMs: 1000, capMs: 20_000, hedgeMs: 8000, verifyMs: 90_000 };
  const settings = { ...coreSettings };
  const calls = createCentreCalls({ ...made.deps, centre, waits, settings, network: NETWORK });
  const run = <T>(work: Promise<T>) => clock.until(work);
  const message = (row: number) => made.store.messages.get(row);
  return { ...made, built, sent, calls, run, message, state };
}
