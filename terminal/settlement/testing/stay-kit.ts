import type { CentreInput, CentreOutput, Infno } from '../../../common/contracts/centre/transactions.ts';
import type { HisEncounter, HisLine } from '../../../common/contracts/his/his.ts';
import { pii } from '../../../common/kernel/pii.ts';
import { err, ok } from '../../../common/kernel/result.ts';
import type { CentreGateway, CentreOutcome, InvalidInput } from '../../gateways/centre/port.ts';
import type { StayChange, StayRow } from '../../store/stays.ts';
import { createCentreCalls } from '../centre-calls.ts';
import { createApplyStay } from '../stay/apply.ts';
import { createStayFees } from '../stay/fees.ts';
import type { Registered } from '../stay/inputs.ts';
import { createLookForStay } from '../stay/look.ts';
import { createStaySteps } from '../stay/steps.ts';
import { createWriteForStay } from '../stay/write.ts';
import { done } from './calls.ts';
import { coreDeps } from './core-deps.ts';
import { inHospital } from './stay.ts';
import { holder } from './world.ts';

type Answer = (infno: Infno, input: unknown, nth: number) => CentreOutcome<unknown> | InvalidInput;

/** What 2301 answers: each line with the amount that it was sent with, all in scope. */
export const taken = (input: unknown, changes: object = {}) =>
  done<'2301'>({
    result: (input as CentreInput<'2301'>).feedetail.map((line) => ({
      feedetl_sn: line.feedetl_sn,
      det_item_fee_sumamt: line.det_item_fee_sumamt,
      chrgitm_lv: '01',
      ...changes,
    })),
  } as CentreOutput<'2301'>);
/** What the rest answer that change something and say nothing. */
export const quiet = done<'2302'>({});

/** So many lines of 1.00 each. */
export const linesOf = (count: number, from = 1): readonly HisLine[] =>
  Array.from({ length: count }, (_, index) => ({
    lineId: `L${from + index}`,
    name: '床位费',
    nationalCode: 'C1',
    hospitalCode: 'H1',
    category: '09',
    count: '1',
    unit: null,
    unitPrice: '1.00',
    amount: '1.00',
    occurredAt: '2026-02-28 08:00:00',
    prescription: null,
  }));

/**
 * One stay in a journal in memory, a person in hospital by it unless `change` says otherwise, with the real way to a centre
 * that answers as it is told: an input that it calls invalid does not fit its table.
 */
export function stayKit(
  answer: Answer = (infno, input) => (infno === '2301' ? taken(input) : quiet),
  change: StayChange = {},
) {
  const sent: { readonly infno: Infno; readonly input: unknown }[] = [];
  const inputs = new Map<string, unknown>();
  const of = (infno: Infno): number => sent.filter((one) => one.infno === infno).length;
  const centre: CentreGateway = {
    build(infno, messageId, input) {
      const said = infno === '9001' ? quiet : answer(infno, input, of(infno));
      if (!('kind' in said)) return err(said);
      inputs.set(messageId, input);
      return ok({ infno, bytes: new TextEncoder().encode(messageId) });
    },
    send: (async ({ infno, bytes }: { infno: Infno; bytes: Uint8Array }) => {
      if (infno === '9001')
        return done<'9001'>({ signinoutb: { sign_no: 'N1', sign_time: '' } } as CentreOutput<'9001'>);
      const input = inputs.get(new TextDecoder().decode(bytes));
      const said = answer(infno, input, of(infno));
      sent.push({ infno, input });
      return said;
    }) as CentreGateway['send'],
    close: () => undefined,
  };
  const made = coreDeps({ centre });
  const { deps, store, clock } = made;
  const calls = createCentreCalls(deps);
  const write = createWriteForStay(deps, calls);
  const look = createLookForStay(deps, calls);
  const apply = createApplyStay(deps);
  const steps = createStaySteps(deps, { calls, write, apply, look, voidAdmission: async (row) => ok(row) });
  const insert = (encounter: HisEncounter = inHospital()): StayRow =>
    store.transaction(() =>
      store.stays.insert(
        { encounter, origin: null, person: holder, psnNo: pii('P1'), insutype: '310', insuplcAdmdvs: '990100' },
        clock.now(),
      ),
    );
  const { id } = insert();
  store.transaction(() => store.stays.change(id, { state: 'admitted', mdtrtId: 'M1', ...change }, clock.now()));
  const row = (): Registered => {
    const now = store.stays.get(id);
    if (now?.mdtrtId == null) throw new Error('no stay');
    return { ...now, mdtrtId: now.mdtrtId };
  };
  return {
    ...{ ...made, calls, write, look, steps, insert, row, sent },
    fees: createStayFees(deps, calls, write),
    /** Numbers of what went out. */
    told: (): readonly string[] => sent.map(({ infno }) => infno),
    lineIds: (): readonly string[] => store.stays.lines(id).map(({ line }) => line.lineId),
  };
}
