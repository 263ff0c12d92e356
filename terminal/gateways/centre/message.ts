import { z } from 'zod';
import { requestEnvelopeSchema } from '../../../common/contracts/centre/envelope.ts';
import { type CentreInput, type Infno, transactions } from '../../../common/contracts/centre/transactions.ts';
import { formatDateTime } from '../../../common/kernel/dates.ts';
import type { MessageId } from '../../../common/kernel/message-id.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import { writeSourceText } from './json-amounts.ts';
import type { CentreContext, InvalidInput } from './port.ts';

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
}

/** 经办人类别 of a self-service terminal. */
const SELF_SERVICE = '2';

/** These name no `psn_no`; every other input does, and with it 参保地 becomes required (B5.1). */
const WITHOUT_PERSON: readonly Infno[] = ['9001', '1101', '3201', '3202', '9101', '9102'];

/**
 * The text of one request: envelope and input in the order of the standard's tables, amounts with two places.
 * `now` is ms since the epoch. Nothing that does not fit its field is cut: it is an error that names the field.
 */
export function writeMessage<I extends Infno>(
  sender: Sender,
  infno: I,
  messageId: MessageId,
  input: CentreInput<I>,
  context: CentreContext,
  now: number,
): Result<string, InvalidInput> {
  const schema: z.ZodType = transactions[infno].input;
  const written = z.safeEncode(schema, input);
  if (!written.success) return err(firstIssue(written.error));
  if (context.insuplcAdmdvs === null && !WITHOUT_PERSON.includes(infno)) {
    return err({ field: 'insuplc_admdvs', problem: 'required with a person' });
  }
  // Text all through: reading it is writing it.
  const envelope = requestEnvelopeSchema.safeParse({
    infno,
    msgid: messageId,
    mdtrtarea_admvs: sender.division,
    insuplc_admdvs: context.insuplcAdmdvs ?? undefined,
    recer_sys_code: sender.recerSysCode,
    infver: sender.interfaceVersion,
    opter_type: SELF_SERVICE,
    opter: sender.operatorNumber,
    opter_name: sender.operatorName,
    inf_time: formatDateTime(now),
    fixmedins_code: sender.institutionCode,
    fixmedins_name: sender.institutionName,
    sign_no: context.signNo ?? undefined,
    input: written.data,
  });
  if (!envelope.success) return err(firstIssue(envelope.error));
  return ok(writeSourceText(envelope.data, sender.numbersAs));
}

/** Path and rule of the first thing wrong; never a value. */
function firstIssue(error: z.core.$ZodError): InvalidInput {
  const issue = error.issues[0];
  return {
    field: issue?.path.map(String).join('.') ?? '',
    problem: issue?.code === 'custom' ? issue.message : (issue?.code ?? ''),
  };
}
