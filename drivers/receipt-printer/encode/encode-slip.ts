import type { SlipDocument } from '../../../common/contracts/slip.ts';
import type { Charset } from '../codec/charset.ts';
import { layOut } from '../layout/layout.ts';
import type { TextCounts } from '../layout/typesetter.ts';
import { closing, encodeLine, opening } from './atoms.ts';
import { type BlockPlan, planBlocks } from './blocks.ts';

export interface EncodeOptions {
  /** Half-width columns: 48 on 80 mm paper, 32 on 58 mm. */
  readonly columns: number;
  readonly charset: Charset;
  /** Bytes that may be unacknowledged. */
  readonly windowBytes: number;
  /** Whether the printer shall report changes by itself (GS a). */
  readonly automaticStatus: boolean;
}

export interface EncodedSlip {
  readonly plan: BlockPlan;
  readonly counts: Readonly<TextCounts>;
}

/** Slip → blocks of bytes, opening and cut included, without the acknowledgement requests. Pure. */
export function encodeSlip(slip: SlipDocument, options: EncodeOptions): EncodedSlip {
  const { lines, counts } = layOut(slip, options.columns, options.charset);
  const encoded = [opening(options.automaticStatus), ...lines.map(encodeLine), closing()];
  return { plan: planBlocks(encoded, options.windowBytes), counts };
}
