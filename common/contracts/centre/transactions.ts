import { z } from 'zod';
import { accumulationQueryInput, accumulationQueryOutput } from './accumulation-query.ts';
import { admissionCancelInput, admissionChangeInput, admissionInput, admissionOutput } from './admission.ts';
import { benefitCheckInput, benefitCheckOutput } from './benefit-check.ts';
import { diagnosisInput } from './diagnosis.ts';
import { diagnosisQueryInput, diagnosisQueryOutput } from './diagnosis-query.ts';
import { dictionaryInput, dictionaryOutput } from './dictionary.ts';
import { dischargeInput, dischargeUndoInput } from './discharge.ts';
import { encounterQueryInput, encounterQueryOutput } from './encounter-query.ts';
import { feeQueryInput, feeQueryOutput } from './fee-query.ts';
import { feeCancelInput, feeInput, feeOutput } from './fees.ts';
import { fileDownloadInput, fileDownloadOutput, fileUploadInput, fileUploadOutput } from './files.ts';
import { chosenInstitutionInput, chosenInstitutionOutput, chronicFilingInput, chronicFilingOutput } from './filings.ts';
import { personInput, personOutput } from './person.ts';
import { settlementCancelOutput } from './refund-output.ts';
import { registrationCancelInput, registrationInput, registrationOutput } from './registration.ts';
import { preSettlementInput, reversalInput, settlementCancelInput, settlementInput } from './settlement-input.ts';
import { preSettlementOutput, settlementOutput } from './settlement-output.ts';
import { settlementQueryInput, settlementQueryOutput } from './settlement-query.ts';
import { signInInput, signInOutput, signOutInput, signOutOutput } from './sign-in.ts';
import { statementDetailInput, statementDetailOutput, statementTotalInput, statementTotalOutput } from './statement.ts';
import { stayFeeCancelInput, stayFeeInput, stayFeeOutput } from './stay-fees.ts';
import { stayQueryInput, stayQueryOutput, transferQueryInput, transferQueryOutput } from './stay-query.ts';
import {
  stayPreSettlementInput,
  stayPreSettlementOutput,
  staySettlementCancelInput,
  staySettlementCancelOutput,
  staySettlementInput,
  staySettlementOutput,
} from './stay-settlement.ts';

/** The transaction has no output: null, missing, empty and anything else are one thing (B5.2). */
const nothing = z.unknown().transform(() => ({}));

/** Every transaction that the terminal sends: its Chinese name, its input and its output, by number (交易编号). */
export const transactions = {
  '9001': { name: '签到', input: signInInput, output: signInOutput },
  '9002': { name: '签退', input: signOutInput, output: signOutOutput },
  '1101': { name: '人员基本信息获取', input: personInput, output: personOutput },
  '1901': { name: '医保字典查询', input: dictionaryInput, output: dictionaryOutput },
  '2001': { name: '人员待遇享受检查', input: benefitCheckInput, output: benefitCheckOutput },
  '2201': { name: '门诊挂号', input: registrationInput, output: registrationOutput },
  '2202': { name: '门诊挂号撤销', input: registrationCancelInput, output: nothing },
  '2203': { name: '门诊就诊信息上传', input: diagnosisInput, output: nothing },
  '2203A': { name: '门诊就诊信息上传', input: diagnosisInput, output: nothing },
  '2204': { name: '门诊费用明细上传', input: feeInput, output: feeOutput },
  '2205': { name: '门诊费用明细撤销', input: feeCancelInput, output: nothing },
  '2206': { name: '门诊预结算', input: preSettlementInput, output: preSettlementOutput },
  '2207': { name: '门诊结算', input: settlementInput, output: settlementOutput },
  '2208': { name: '门诊结算撤销', input: settlementCancelInput, output: settlementCancelOutput },
  '2301': { name: '住院费用明细上传', input: stayFeeInput, output: stayFeeOutput },
  '2302': { name: '住院费用明细撤销', input: stayFeeCancelInput, output: nothing },
  '2303': { name: '住院预结算', input: stayPreSettlementInput, output: stayPreSettlementOutput },
  '2304': { name: '住院结算', input: staySettlementInput, output: staySettlementOutput },
  '2305': { name: '住院结算撤销', input: staySettlementCancelInput, output: staySettlementCancelOutput },
  '2401': { name: '入院办理', input: admissionInput, output: admissionOutput },
  '2402': { name: '出院办理', input: dischargeInput, output: nothing },
  '2403': { name: '入院信息变更', input: admissionChangeInput, output: nothing },
  '2404': { name: '入院撤销', input: admissionCancelInput, output: nothing },
  '2405': { name: '出院撤销', input: dischargeUndoInput, output: nothing },
  '2601': { name: '冲正交易', input: reversalInput, output: nothing },
  '3201': { name: '医药机构费用结算对总账', input: statementTotalInput, output: statementTotalOutput },
  '3202': { name: '医药机构费用结算对明细账', input: statementDetailInput, output: statementDetailOutput },
  '5201': { name: '就诊信息查询', input: encounterQueryInput, output: encounterQueryOutput },
  '5202': { name: '诊断信息查询', input: diagnosisQueryInput, output: diagnosisQueryOutput },
  '5203': { name: '结算信息查询', input: settlementQueryInput, output: settlementQueryOutput },
  '5204': { name: '费用明细查询', input: feeQueryInput, output: feeQueryOutput },
  '5206': { name: '人员累计信息查询', input: accumulationQueryInput, output: accumulationQueryOutput },
  '5301': { name: '人员慢特病备案查询', input: chronicFilingInput, output: chronicFilingOutput },
  '5302': { name: '人员定点信息查询', input: chosenInstitutionInput, output: chosenInstitutionOutput },
  '5303': { name: '在院信息查询', input: stayQueryInput, output: stayQueryOutput },
  '5304': { name: '转院信息查询', input: transferQueryInput, output: transferQueryOutput },
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
