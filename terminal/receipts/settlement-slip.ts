import type { HisEncounter } from '../../common/contracts/his/his.ts';
import type { CollectionResult } from '../../common/contracts/session/collection.ts';
import type { MaskedPerson } from '../../common/contracts/session/snapshot.ts';
import type { SlipBlock, SlipDocument } from '../../common/contracts/slip.ts';
import { formatFen } from '../../common/kernel/money.ts';
import type { LineRuling, Settled } from '../ports.ts';
import { cashBlocks } from './cash-block.ts';
import { answerBlock, officialBlock, totalBlock } from './money-block.ts';
import {
  type CopyAsked,
  codeData,
  codeLines,
  copyMark,
  labMark,
  type Paper,
  paperOf,
  personFacts,
  type SlipSite,
} from './paper.ts';
import type { Say } from './say.ts';
import { lineName, termsFacts } from './terms-block.ts';

export interface SettlementSlip {
  readonly person: MaskedPerson;
  readonly settled: Settled;
  /** What the external cashier took; null where it was not asked. */
  readonly collection: CollectionResult | null;
  /** 人员类别 psn_type of the insurance in use, or null. */
  readonly psnType: string | null;
  /** 0 for the original. */
  readonly copy: number;
  /** A copy by hand. */
  readonly asked?: CopyAsked;
}

/** 医疗类别 of a clinic: 11–19, 51 生育门诊, 91 其他门诊. A stay or a pharmacy's bill is no 门诊结算单. */
const OUTPATIENT = /^(?:1\d|51|91)$/;

/**
 * 门诊结算单: the resident's questions first (您付, bar), then the official money block of setlinfo, who, what for,
 * and the codes by which it is found again (LOOK, Slips). Amounts are the centre's, never ours.
 */
export function settlementSlip(site: SlipSite, slip: SettlementSlip): SlipDocument {
  const { person, settled, collection, psnType, copy } = slip;
  const paper = paperOf(site);
  const { say } = paper;
  const { prepared, split } = settled;
  const { encounter } = prepared;
  const blocks: SlipBlock[] = [
    ...labMark(paper),
    ...copyMark(paper, copy, slip.asked ?? null),
    { kind: 'title', text: say(OUTPATIENT.test(encounter.medicalType) ? 'titleSettlement' : 'titleSettlementOther') },
    {
      kind: 'line',
      text: say('heading', { institution: site.institutionName, department: encounter.department.name }),
      align: 'centre',
    },
    { kind: 'line', text: site.authority, align: 'centre' },
    { kind: 'rule', style: 'solid' },
    ...answerBlock(paper, split),
    ...cashNote(paper, settled, collection),
    { kind: 'rule', style: 'dashed' },
    ...officialBlock(paper, split),
    { kind: 'rule', style: 'dashed' },
    ...personFacts(paper, person),
    ...termsFacts(paper, prepared, psnType),
    { kind: 'fact', label: say('visitId'), value: prepared.mdtrtId },
    { kind: 'fact', label: say('settlementId'), value: settled.setlId },
    { kind: 'fact', label: say('settledAt'), value: settled.settledAt },
    { kind: 'rule', style: 'dashed' },
    ...itemsOf(say, encounter, prepared.levels),
    ...totalBlock(paper, split, settled.scope),
    { kind: 'rule', style: 'solid' },
    codeBlock(paper, settled.checkCode),
    { kind: 'line', text: say('message', { message: settled.messageId }), align: 'centre' },
    { kind: 'line', text: say('questions', { window: site.helpWindow, hotline: site.hotline }), align: 'centre' },
    ...labMark(paper),
  ];
  return { kind: 'settlement', copy, blocks };
}

/** The split is another than was shown: said beside what is to be paid. */
function cashNote(paper: Paper, { split, changed, prepared }: Settled, collection: CollectionResult | null) {
  const { say } = paper;
  const blocks: SlipBlock[] = [...cashBlocks(paper, split.cash, collection)];
  if (changed) blocks.push({ kind: 'line', text: say('changed', { amount: formatFen(prepared.split.cash) }) });
  return blocks;
}

const LEVEL_TEXT = { '01': 'levelA', '02': 'levelB', '03': 'levelC', '': 'levelNone' } as const;

/** Rows that one block may hold by contract; the HIS may send more lines, which then fill further blocks. */
const ROWS_PER_BLOCK = 300;

function itemsOf(say: Say, encounter: HisEncounter, levels: ReadonlyMap<string, LineRuling>): readonly SlipBlock[] {
  const header = { name: say('item'), level: say('level'), count: say('count'), amount: say('amount') };
  const rows = encounter.lines.map((line) => ({
    name: lineName(say, line, levels.get(line.lineId)),
    level: say(LEVEL_TEXT[levels.get(line.lineId)?.level ?? '']),
    count: line.count,
    amount: line.amount,
  }));
  const blocks: SlipBlock[] = [];
  for (let from = 0; from < rows.length; from += ROWS_PER_BLOCK) {
    blocks.push({ kind: 'items', header, rows: rows.slice(from, from + ROWS_PER_BLOCK) });
  }
  return blocks;
}

function codeBlock({ site, say }: Paper, checkCode: string): SlipBlock {
  const lines = [
    say('checkCode'),
    ...codeLines(checkCode),
    say('terminal', { terminal: site.terminalLabel }),
    ...(site.mode === 'lab' ? [say('notForClaims')] : []),
  ];
  return { kind: 'code', data: codeData(site, checkCode), lines };
}
