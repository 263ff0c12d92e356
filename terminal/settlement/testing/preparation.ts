import { settledSchema } from '../../../common/contracts/centre/settlement-output.ts';
import type { CentreInput, CentreOutput, Infno } from '../../../common/contracts/centre/transactions.ts';
import type { HisEncounter } from '../../../common/contracts/his/his.ts';
import { fen } from '../../../common/kernel/money.ts';
import { pii } from '../../../common/kernel/pii.ts';
import { ok } from '../../../common/kernel/result.ts';
import type { HisGateway } from '../../gateways/his/port.ts';
import type { CallFailure } from '../../gateways/json-call.ts';
import type { PrepareStep } from '../../ports.ts';
import type { VisitPhase } from '../../store/visits.ts';
import { createHolding } from '../hold.ts';
import { createNotices } from '../notices.ts';
import { createPreSettle } from '../pre-settle.ts';
import { createPreparation } from '../preparation.ts';
import type { FindVisit } from '../undo.ts';
import { done, scriptedCalls } from './calls.ts';
import { coreDeps } from './core-deps.ts';
import { visitRow } from './visit.ts';
import { encounter, holder } from './world.ts';

type Answer = Parameters<typeof scriptedCalls>[0];
type Held = Awaited<ReturnType<HisGateway['hold']>>;
const timing = { wallMs: 30, serverMs: 5 };

export const held = (result: 'held' | 'heldElsewhere' | 'alreadySettled' | 'notFound'): Held =>
  ok({ reply: { result }, timing });
export const notHeld = (error: CallFailure): Held => ({ ok: false, error });

/** A preparation that ends with this code, for this reason. */
export const code = (name: string, reason?: string) => ({
  ok: false,
  error: { code: name, ...(reason === undefined ? {} : { reason }) },
});

/** What the centre makes of the bill: all of it in cash. */
export const figures = (changes: object = {}) =>
  done<'2206'>({
    setlinfo: settledSchema.parse({
      mdtrt_id: 'M1',
      setl_id: 'S1',
      psn_no: 'P1',
      setl_time: '2026-03-02 09:00:00',
      medfee_sumamt: '1065.48',
      fulamt_ownpay_amt: '0',
      overlmt_selfpay: '0',
      preselfpay_amt: '0',
      inscp_scp_amt: '1065.48',
      fund_pay_sumamt: '0',
      psn_part_amt: '1065.48',
      acct_pay: '0',
      psn_cash_pay: '1065.48',
      hosp_part_amt: '0',
      balc: '0',
      acct_mulaid_pay: '0',
      ...changes,
    }),
    setldetail: [],
  });

export const registered = (psnNo = 'P1') =>
  done<'2201'>({ data: { mdtrt_id: 'M1', psn_no: pii(psnNo) } } as CentreOutput<'2201'>);

/** 2204 as the centre answers it: each line with its amount, all of `level`. */
export const uploaded = (input: unknown, level = '01', amount = (given: number) => given) =>
  done<'2204'>({
    result: (input as CentreInput<'2204'>).feedetail.map((line) => ({
      feedetl_sn: line.feedetl_sn,
      det_item_fee_sumamt: fen(amount(line.det_item_fee_sumamt)),
      chrgitm_lv: level,
    })),
  } as CentreOutput<'2204'>);

/** A preparation whose other sides say what they are told to; by default all goes well. */
export function makePreparation(
  answers: { readonly [infno in Infno]?: Answer } = {},
  hold: Held = held('held'),
  find: FindVisit = async () => {
    throw new Error('not looked for');
  },
) {
  const made = coreDeps();
  const { clock, store } = made;
  const asked: unknown[] = [];
  const his = {
    hold: async (input: unknown) => {
      asked.push(input);
      await new Promise<void>((resolve) => void clock.after(40, () => resolve()));
      return hold;
    },
  };
  const well: { readonly [infno in Infno]?: Answer } = {
    2201: () => registered(),
    2204: (_infno, input) => uploaded(input),
    2206: () => figures(),
  };
  const centre = scriptedCalls(
    (infno, input) => (answers[infno] ?? well[infno])?.(infno, input) ?? done<'2203'>({} as CentreOutput<'2203'>),
  );
  const deps = { ...made.deps, his };
  const holding = createHolding(deps, createNotices(deps));
  const preSettle = createPreSettle(deps, centre.calls);
  const prepare = createPreparation(deps, { calls: centre.calls, holding, findVisit: find, preSettle });
  const steps: PrepareStep[] = [];
  const { psnNo, insutype, insuplcAdmdvs, begunAt } = visitRow();
  const input = {
    holder,
    insured: { psnNo, insurances: [{ insutype, psnType: '11', insuplcAdmdvs, balance: fen(0) }] },
    encounter: encounter(),
    useAccount: true,
    onStep: (step: PrepareStep) => void steps.push(step),
  } as const;
  const run = (
    changes: { readonly useAccount?: boolean; readonly encounter?: HisEncounter } = {},
    open: ReturnType<typeof left> | null = null,
  ) => clock.until(prepare({ ...input, ...changes }, open));
  /** A preparation that an earlier attempt left in this phase. */
  const left = (phase: VisitPhase, mdtrtId: string | null = null) =>
    store.transaction(() => {
      const person = { encounter: encounter(), person: holder, psnNo, insutype, insuplcAdmdvs };
      const { id } = store.visits.insert({ ...person, terminal: 'ZZ-07', begunAt, nowMs: 0 });
      if (mdtrtId !== null) store.visits.setRegistered(id, mdtrtId, 0);
      store.visits.setPhase(id, phase, 0);
      const row = store.visits.get(id);
      if (row === null) throw new Error('no visit');
      return row;
    });
  const visit = () => store.visits.get(1);
  return { ...made, asked, centre, preSettle, steps, run, left, visit };
}
