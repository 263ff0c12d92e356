import type { Split } from '../../../common/contracts/session/snapshot.ts';
import { type SlipBlock, type SlipDocument, slipDocumentSchema } from '../../../common/contracts/slip.ts';
import { fen } from '../../../common/kernel/money.ts';
import { encounter, prepared, settled } from '../../testing/people.ts';
import type { SlipSite } from '../paper.ts';
import { settlementSlip } from '../settlement-slip.ts';

export const SITE: SlipSite = {
  mode: 'lab',
  locale: 'zh-CN',
  institutionCode: 'H99010100017',
  institutionName: '海川市第二人民医院',
  division: '990100',
  authority: '海川市医疗保障局',
  terminalLabel: 'HC-0103-07',
  helpWindow: '2',
  cashierWindow: '3',
  hotline: '12393',
};
export const PERSON = { name: '李*兰', number: '110***********002X', sex: 'female' } as const;
export const VISIT = encounter('MZ1', ['210.00', '168.00', '123.00', '127.50']);
export const MESSAGE = 'H99010100017202611210912000700';

export const SPLIT: Split = {
  total: fen(62_850),
  funds: fen(50_531),
  layers: [
    { layer: 'pool', amount: fen(42_552) },
    { layer: 'largeAmount', amount: fen(5319) },
    { layer: 'assistance', amount: fen(2660) },
  ],
  hospital: fen(0),
  account: fen(8640),
  accountMutualAid: fen(0),
  accountBalanceAfter: fen(0),
  cash: fen(3679),
  deductible: fen(6000),
};

export function paid(split: Split = SPLIT, site: SlipSite = SITE, copy = 0, changed = false): SlipDocument {
  const from = { ...prepared(VISIT, true), split: SPLIT };
  return slipDocumentSchema.parse(
    settlementSlip(site, {
      person: PERSON,
      settled: settled(from, { split, changed }),
      collection: null,
      psnType: '12',
      copy,
    }),
  );
}

export const values = (slip: SlipDocument): Map<string, string> =>
  new Map(slip.blocks.flatMap((block) => ('label' in block ? [[block.label, block.value] as const] : [])));
export const words = (slip: SlipDocument): string => JSON.stringify(slip);
export const first = (slip: SlipDocument, kind: SlipBlock['kind']): number =>
  slip.blocks.findIndex((b) => b.kind === kind);
