import { formatDate } from '../../../common/kernel/dates.ts';
import { addFen, type Fen, formatFen, ZERO_FEN } from '../../../common/kernel/money.ts';
import type { Accumulators } from '../../benefits/split.ts';
import { standing } from '../../benefits/summary.ts';
import { type Context, insuredPerson, nodeOf } from '../context.ts';
import { type Answer, refuse, textOf } from '../envelope.ts';
import { numberText } from '../json.ts';
import type { SettlementRow } from '../ledger.ts';

/**
 * This centre's own codes: deductible used, pool paid, large-amount fund paid. The national table publishes none. Those of
 * stays have `IPT_` before them, and come only in a year that has a stay.
 */
const TYPES: readonly { readonly code: string; readonly pick: (used: Accumulators) => Fen }[] = [
  { code: 'DEDC', pick: ({ deductible }) => deductible },
  { code: 'POOL', pick: ({ pool }) => pool },
  { code: 'LARGE', pick: ({ large }) => large },
];

/** 5206 人员累计信息查询: what the settlements of the year used up to and including a month, per insurance. */
export function queryAccumulations(context: Context): Answer {
  const node = nodeOf(context);
  const person = insuredPerson(context, textOf(node, 'psn_no'));
  if (typeof person === 'string') return refuse(person);
  const asked = textOf(node, 'cum_ym');
  if (asked !== '' && !/^\d{4}(0[1-9]|1[0-2])$/.test(asked)) return refuse('data.cum_ym（累计年月）格式不正确');
  const month = asked === '' ? formatDate(context.now).slice(0, 7).replace('-', '') : asked;
  const year = month.slice(0, 4);
  const rows = standing(context.db.settlementsOf(person.psnNo, year)).filter(
    ({ settledAt }) => settledAt.slice(0, 7).replace('-', '') <= month,
  );
  const stays = rows.filter(({ mdtrtId }) => context.db.stay(mdtrtId) !== null);
  const clinic = rows.filter((row) => !stays.includes(row));
  const data = context.db.insurances(person.psnNo).flatMap(({ insutype }) => {
    const own = (row: SettlementRow): boolean => row.insutype === insutype;
    const lists = [
      { prefix: '', rows: clinic.filter(own) },
      ...(stays.some(own) ? [{ prefix: 'IPT_', rows: stays.filter(own) }] : []),
    ];
    return lists.flatMap(({ prefix, rows: list }) =>
      TYPES.map(({ code, pick }) => ({
        insutype,
        year,
        cum_ym: month,
        cum_type_code: `${prefix}${code}`,
        cum: numberText(formatFen(addFen(ZERO_FEN, ...list.map(({ used }) => pick(used))))),
      })),
    );
  });
  return { ok: true, output: { data } };
}
