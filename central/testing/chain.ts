import { expect } from 'vitest';
import { parseFen } from '../../common/kernel/money.ts';
import type { JsonObject } from '../core/json.ts';
import { checkNodes } from '../core/validate.ts';
import { loadFields, nodesOf } from '../national/load-fields.ts';
import { type Kit, show } from './kit.ts';
import { PERSON } from './people.ts';

export const fields = loadFields();

export function sent(kit: Kit, infno: string, input: JsonObject): JsonObject {
  const reply = kit.send(infno, input);
  expect(reply.message, infno).toBe('');
  expect(reply.infcode).toBe('0');
  // Every answer keeps to the table as strictly as requests are held to it.
  expect(checkNodes(reply.output, nodesOf(fields, infno, 'out'))).toBeNull();
  return reply.output;
}

export function fenOf(object: JsonObject, name: string): number {
  const amount = parseFen(show(object[name]));
  if (!amount.ok) throw new Error(`${name} is no amount: ${show(object[name])}`);
  return amount.value;
}

export function balanceOf(kit: Kit): number {
  return kit.ledger.insurances(PERSON.psnNo)[0]?.balance ?? -1;
}

export function checkIdentities(info: JsonObject, accountInside: boolean): void {
  const f = (name: string) => fenOf(info, name);
  const scopes = f('fulamt_ownpay_amt') + f('overlmt_selfpay') + f('preselfpay_amt') + f('inscp_scp_amt');
  expect(scopes).toBe(f('medfee_sumamt'));
  const funds = ['hifp_pay', 'cvlserv_pay', 'hifes_pay', 'hifmi_pay', 'hifob_pay', 'maf_pay', 'oth_pay'];
  const sum = funds.reduce((total, name) => total + f(name), 0);
  expect(f('fund_pay_sumamt')).toBe(sum + (accountInside ? f('acct_pay') : 0));
  expect(f('fund_pay_sumamt') + f('psn_part_amt') + f('hosp_part_amt')).toBe(f('medfee_sumamt'));
  expect(f('psn_part_amt')).toBe(f('psn_cash_pay') + (accountInside ? 0 : f('acct_pay')));
}
