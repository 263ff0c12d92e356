import { z } from 'zod';
import { statementResultSchema } from '../../common/contracts/reconcile.ts';
import { parseFen } from '../../common/kernel/money.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import { type Breathe, unzipOne, type ZipFault } from './zip.ts';

/** The columns of the result, in the order in which the table of 3202 lists them (domain-facts B6.2). */
const COLUMNS = [
  'psn_no',
  'mdtrt_id',
  'setl_id',
  'msgid',
  'stmt_rslt',
  'refd_setl_flag',
  'memo',
  'medfee_sumamt',
  'fund_pay_sumamt',
  'acct_pay',
] as const;
/** The amounts may be left out; what stands before them may not. */
const LEAST_COLUMNS = 6;

const id = z.string().max(30);
const amount = z.string().transform((text, context) => {
  if (text === '') return null;
  const parsed = parseFen(text);
  if (parsed.ok) return parsed.value;
  context.issues.push({ code: 'custom', input: '', message: 'not an amount' });
  return z.NEVER;
});

const lineSchema = z
  .object({
    psn_no: id.default(''),
    mdtrt_id: id.default(''),
    setl_id: id.min(1),
    msgid: id.default(''),
    stmt_rslt: statementResultSchema,
    refd_setl_flag: z.enum(['', '0', '1']).default(''),
    memo: z.string().max(500).default(''),
    medfee_sumamt: amount.default(null),
    fund_pay_sumamt: amount.default(null),
    acct_pay: amount.default(null),
  })
  .transform((line) => ({
    mdtrtId: line.mdtrt_id,
    setlId: line.setl_id,
    messageId: line.msgid,
    result: line.stmt_rslt,
    refund: line.refd_setl_flag === '1',
    /** The centre's own, or null where the file leaves them out. */
    amounts:
      line.medfee_sumamt === null || line.fund_pay_sumamt === null || line.acct_pay === null
        ? null
        : { total: line.medfee_sumamt, funds: line.fund_pay_sumamt, account: line.acct_pay },
  }));

/** One row of the result; whose it is stays in the file. */
export type ResultLine = z.output<typeof lineSchema>;

export type ResultFault = ZipFault | { readonly line: number };

/** Lines between two breaths. */
const PAGE = 500;

/** Reads the file that 9102 gave. A line that is not what it should be makes the whole file a bad answer. */
export async function readResultFile(
  zip: Uint8Array,
  breathe: Breathe,
): Promise<Result<readonly ResultLine[], ResultFault>> {
  const content = await unzipOne(zip, breathe);
  if (!content.ok) return content;
  const lines: ResultLine[] = [];
  for (const [index, text] of textOf(content.value).split(/\r?\n/).entries()) {
    if (index % PAGE === PAGE - 1) await breathe();
    const cells = text.split('\t');
    // Some files name their columns first.
    if (text === '' || (index === 0 && cells[0] === COLUMNS[0])) continue;
    const named = Object.fromEntries(COLUMNS.flatMap((name, at) => (at < cells.length ? [[name, cells[at]]] : [])));
    const line = lineSchema.safeParse(named);
    if (cells.length < LEAST_COLUMNS || cells.length > COLUMNS.length || !line.success) return err({ line: index + 1 });
    lines.push(line.data);
  }
  return ok(lines);
}

/** UTF-8; a centre that writes its remarks in GB 18030 says nothing else with them that we use. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
