import { z } from 'zod';
import { accumulationQueryInput, accumulationQueryOutput } from './accumulation-query.ts';
import { diagnosisInput } from './diagnosis.ts';
import { encounterQueryInput, encounterQueryOutput } from './encounter-query.ts';
import { feeCancelInput, feeInput, feeOutput } from './fees.ts';
import { fileDownloadInput, fileDownloadOutput, fileUploadInput, fileUploadOutput } from './files.ts';
import { personInput, personOutput } from './person.ts';
import { settlementCancelOutput } from './refund-output.ts';
import { registrationCancelInput, registrationInput, registrationOutput } from './registration.ts';
import { preSettlementInput, reversalInput, settlementCancelInput, settlementInput } from './settlement-input.ts';
import { preSettlementOutput, settlementOutput } from './settlement-output.ts';
import { settlementQueryInput, settlementQueryOutput } from './settlement-query.ts';
import { signInInput, signInOutput } from './sign-in.ts';
import { statementDetailInput, statementDetailOutput, statementTotalInput, statementTotalOutput } from './statement.ts';

/** The transaction has no output: null, missing, empty and anything else are one thing (B5.2). */
const nothing = z.unknown().transform(() => ({}));

/** Every transaction that the terminal sends: its Chinese name, its input and its output, by number (交易编号). */
export const transactions = {
  '9001': { name: '签到', input: signInInput, output: signInOutput },
  '1101': { name: '人员基本信息获取', input: personInput, output: personOutput },
  '2201': { name: '门诊挂号', input: registrationInput, output: registrationOutput },
  '2202': { name: '门诊挂号撤销', input: registrationCancelInput, output: nothing },
  '2203': { name: '门诊就诊信息上传', input: diagnosisInput, output: nothing },
  '2203A': { name: '门诊就诊信息上传', input: diagnosisInput, output: nothing },
  '2204': { name: '门诊费用明细上传', input: feeInput, output: feeOutput },
  '2205': { name: '门诊费用明细撤销', input: feeCancelInput, output: nothing },
  '2206': { name: '门诊预结算', input: preSettlementInput, output: preSettlementOutput },
  '2207': { name: '门诊结算', input: settlementInput, output: settlementOutput },
  '2208': { name: '门诊结算撤销', input: settlementCancelInput, output: settlementCancelOutput },
  '2601': { name: '冲正交易', input: reversalInput, output: nothing },
  '3201': { name: '医药机构费用结算对总账', input: statementTotalInput, output: statementTotalOutput },
  '3202': { name: '医药机构费用结算对明细账', input: statementDetailInput, output: statementDetailOutput },
  '5201': { name: '就诊信息查询', input: encounterQueryInput, output: encounterQueryOutput },
  '5203': { name: '结算信息查询', input: settlementQueryInput, output: settlementQueryOutput },
  '5206': { name: '人员累计信息查询', input: accumulationQueryInput, output: accumulationQueryOutput },
  '9101': { name: '文件上传', input: fileUploadInput, output: fileUploadOutput },
  '9102': { name: '文件下载', input: fileDownloadInput, output: fileDownloadOutput },
} as const;

export type Infno = keyof typeof transactions;

/** What a caller hands over: Fen for money, Pii for persons, decimal text for counts and prices. */
export type CentreInput<I extends Infno> = z.output<(typeof transactions)[I]['input']>;

/** What a caller receives, parsed. */
export type CentreOutput<I extends Infno> = z.output<(typeof transactions)[I]['output']>;

/** Whether `text` is the number of a transaction that we speak. */
export function isInfno(text: string): text is Infno {
  return Object.hasOwn(transactions, text);
}
