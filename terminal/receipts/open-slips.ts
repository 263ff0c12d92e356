import type { MaskedPerson } from '../../common/contracts/session/snapshot.ts';
import type { SlipBlock, SlipDocument } from '../../common/contracts/slip.ts';
import { formatDateTime } from '../../common/kernel/dates.ts';
import type { Prepared } from '../ports.ts';
import {
  codeData,
  codeLines,
  copyMark,
  labMark,
  type Paper,
  paperOf,
  personFacts,
  type SlipSite,
  withUnit,
} from './paper.ts';

/** What the slips of a settlement without a good end have in common. Times are epoch ms. */
export interface OpenSlip {
  readonly person: MaskedPerson;
  readonly prepared: Prepared;
  readonly messageId: string;
  readonly sentAt: number;
  readonly copy: number;
}

function head(paper: Paper, prepared: Prepared): readonly SlipBlock[] {
  const { site, say } = paper;
  const department = prepared.encounter.department.name;
  return [{ kind: 'line', text: say('heading', { institution: site.institutionName, department }), align: 'centre' }];
}

function facts(paper: Paper, slip: OpenSlip): readonly SlipBlock[] {
  const { say, site } = paper;
  const means = slip.prepared.useAccount ? 'meansAccount' : 'meansCash';
  return [
    ...personFacts(paper, slip.person),
    { kind: 'fact', label: say('transaction'), value: say('transactionSettle') },
    { kind: 'fact', label: say('means'), value: say(means) },
    { kind: 'fact', label: say('visitId'), value: slip.prepared.mdtrtId },
    { kind: 'fact', label: say('sentAt'), value: formatDateTime(slip.sentAt) },
    { kind: 'fact', label: say('terminalLabel'), value: site.terminalLabel },
  ];
}

/**
 * 结果待查: first what not to do, then what is open, then what the staff do with the original message id
 * (5203, then 2601; never a new 2207). It never says "failed".
 */
export function unknownSlip(site: SlipSite, slip: OpenSlip & { readonly checkCode: string }): SlipDocument {
  const paper = paperOf(site);
  const { say } = paper;
  const { split } = slip.prepared;
  const blocks: SlipBlock[] = [
    ...labMark(paper),
    ...copyMark(paper, slip.copy),
    { kind: 'inverse', text: say('inverseUnknown'), size: 'double' },
    { kind: 'line', text: say('titleUnknown'), align: 'centre' },
    ...head(paper, slip.prepared),
    { kind: 'rule', style: 'solid' },
    { kind: 'title', text: say('payNotAgain') },
    { kind: 'line', text: say('unknownWhere', { window: site.helpWindow }) },
    { kind: 'line', text: say('unknownThen') },
    { kind: 'rule', style: 'dashed' },
    { kind: 'big', label: say('pending'), value: withUnit(say, split.cash) },
    { kind: 'amount', label: say('insurancePaysOpen'), value: withUnit(say, split.funds) },
    { kind: 'amount', label: say('accountPaysOpen'), value: withUnit(say, split.account) },
    { kind: 'amount', label: say('altogether'), value: withUnit(say, split.total) },
    { kind: 'rule', style: 'dashed' },
    ...facts(paper, slip),
    { kind: 'fact', label: say('cause'), value: say('causeNoAnswer') },
    { kind: 'fact', label: say('resultNow'), value: say('resultUnknown') },
    { kind: 'rule', style: 'dashed' },
    { kind: 'line', text: say('forStaff') },
    { kind: 'line', text: say('staffSteps'), bold: true },
    { kind: 'line', text: say('originalMessage', { message: slip.messageId }) },
    { kind: 'rule', style: 'solid' },
    {
      kind: 'code',
      data: codeData(site, slip.checkCode),
      lines: [say('slipNumber'), ...codeLines(slip.checkCode), say('beingChecked'), say('copyLater')],
    },
    { kind: 'line', text: say('keepSlip'), align: 'centre' },
    { kind: 'line', text: say('questions', { window: site.helpWindow, hotline: site.hotline }), align: 'centre' },
    ...labMark(paper),
  ];
  return { kind: 'unknown', copy: slip.copy, blocks };
}

/** The settlement was unknown and is fenced by 2601: nothing was paid, a new try is allowed. */
export function reversedSlip(site: SlipSite, slip: OpenSlip): SlipDocument {
  const paper = paperOf(site);
  const { say } = paper;
  const blocks: SlipBlock[] = [
    ...labMark(paper),
    ...copyMark(paper, slip.copy),
    { kind: 'title', text: say('titleReversed') },
    ...head(paper, slip.prepared),
    { kind: 'rule', style: 'solid' },
    { kind: 'title', text: say('reversedBig') },
    { kind: 'line', text: say('reversedThen') },
    { kind: 'amount', label: say('altogether'), value: withUnit(say, slip.prepared.split.total) },
    { kind: 'rule', style: 'dashed' },
    ...facts(paper, slip),
    { kind: 'rule', style: 'dashed' },
    { kind: 'line', text: say('forStaff') },
    { kind: 'line', text: say('staffReversed'), bold: true },
    { kind: 'line', text: say('originalMessage', { message: slip.messageId }) },
    { kind: 'rule', style: 'solid' },
    { kind: 'line', text: say('questions', { window: site.helpWindow, hotline: site.hotline }), align: 'centre' },
    ...labMark(paper),
  ];
  return { kind: 'reversed', copy: slip.copy, blocks };
}

/** The centre refused: its own words, for the window. */
export function refusedSlip(
  site: SlipSite,
  slip: Omit<OpenSlip, 'messageId'> & { readonly reason: string | null },
): SlipDocument {
  const paper = paperOf(site);
  const { say } = paper;
  const blocks: SlipBlock[] = [
    ...labMark(paper),
    ...copyMark(paper, slip.copy),
    { kind: 'title', text: say('titleRefused') },
    ...head(paper, slip.prepared),
    { kind: 'rule', style: 'solid' },
    { kind: 'title', text: say('reversedBig') },
    { kind: 'line', text: say('refusedThen', { window: site.helpWindow }) },
    { kind: 'amount', label: say('altogether'), value: withUnit(say, slip.prepared.split.total) },
    { kind: 'rule', style: 'dashed' },
    ...facts(paper, { ...slip, messageId: '' }),
    { kind: 'fact', label: say('centreSays'), value: slip.reason ?? say('noReason') },
    { kind: 'rule', style: 'solid' },
    { kind: 'line', text: say('questions', { window: site.helpWindow, hotline: site.hotline }), align: 'centre' },
    ...labMark(paper),
  ];
  return { kind: 'refused', copy: slip.copy, blocks };
}
