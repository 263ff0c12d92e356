import { z } from 'zod';
import { requestEnvelopeSchema } from '../../../common/contracts/centre/envelope.ts';
import { type CentreInput, type Infno, transactions } from '../../../common/contracts/centre/transactions.ts';
import { formatDateTime } from '../../../common/kernel/dates.ts';
import type { MessageId } from '../../../common/kernel/message-id.ts';
import { unwrapPii } from '../../../common/kernel/pii.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import { writeSourceText } from './json-amounts.ts';
import type { CentreContext, InvalidInput } from './port.ts';
import type { MessageParts } from './transport/transport.ts';

/** What the site profile puts into every envelope. */
export interface Sender {
  /** 就医地医保区划 */
  readonly division: string;
  readonly institutionCode: string;
  readonly institutionName: string;
  readonly operatorNumber: string;
  readonly operatorName: string;
  readonly recerSysCode: string;
  readonly interfaceVersion: string;
  readonly numbersAs: 'number' | 'text';
  /** Transactions that go by another number in this province: 2203 as 2203A. */
  readonly infnos?: Readonly<Partial<Record<Infno, string>>>;
}

/** 交易编号 as this province writes it; the journal keeps the national one. */
export function provincialNumber({ infnos }: Pick<Sender, 'infnos'>, infno: Infno): string {
  return infnos?.[infno] ?? infno;
}

/** 经办人类别: a person who stands there, and a self-service terminal. */
const CASHIER = '1';
const SELF_SERVICE = '2';

/** These name no `psn_no`; every other input does, and with it 参保地 becomes required (B5.1). */
const WITHOUT_PERSON: readonly Infno[] = ['9001', '9002', '1101', '1901', '3201', '3202', '9101', '9102'];

/**
 * One request: envelope and input in the order of the standard's tables, amounts with two places.
 * `now` is ms since the epoch. Nothing that does not fit its field is cut: it is an error that names the field.
 */
export function writeMessage<I extends Infno>(
  sender: Sender,
  infno: I,
  messageId: MessageId,
  input: CentreInput<I>,
  context: CentreContext,
  now: number,
): Result<MessageParts, InvalidInput> {
  const schema: z.ZodType = transactions[infno].input;
  const written = z.safeEncode(schema, input);
  if (!written.success) return err(firstIssue(written.error));
  if (context.insuplcAdmdvs === null && !WITHOUT_PERSON.includes(infno)) {
    return err({ field: 'insuplc_admdvs', problem: 'required with a person' });
  }
  // Text all through: reading it is writing it.
  const envelope = requestEnvelopeSchema.safeParse({
    infno: provincialNumber(sender, infno),
    msgid: messageId,
    mdtrtarea_admvs: sender.division,
    insuplc_admdvs: context.insuplcAdmdvs ?? undefined,
    recer_sys_code: sender.recerSysCode,
    infver: sender.interfaceVersion,
    ...operatorOf(sender, context),
    inf_time: formatDateTime(now),
    fixmedins_code: sender.institutionCode,
    fixmedins_name: sender.institutionName,
    sign_no: context.signNo ?? undefined,
    input: written.data,
  });
  if (!envelope.success) return err(firstIssue(envelope.error));
  const { input: nodes, ...fields } = envelope.data;
  const named = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return ok({ envelope: Object.fromEntries(named), input: writeSourceText(nodes, sender.numbersAs) });
}

/** Who acts: the cashier whose shift it is, else the terminal. */
function operatorOf(sender: Sender, { operator }: CentreContext) {
  if (operator === null || operator === undefined) {
    return { opter_type: SELF_SERVICE, opter: sender.operatorNumber, opter_name: sender.operatorName };
  }
  return { opter_type: CASHIER, opter: operator.number, opter_name: unwrapPii(operator.name) };
}

/** Path and rule of the first thing wrong; never a value. */
function firstIssue(error: z.core.$ZodError): InvalidInput {
  const issue = error.issues[0];
  return {
    field: issue?.path.map(String).join('.') ?? '',
    problem: issue?.code === 'custom' ? issue.message : (issue?.code ?? ''),
  };
}
