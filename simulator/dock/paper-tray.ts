import type { SimClient } from '../lab/sim-client.ts';
import { type HangingPaper, readDevices, readPaperNow } from './emulators.ts';
import { DockFailure } from './failure.ts';
import { type PaperPiece, readPaper } from './paper-reader.ts';

interface Torn {
  readonly number: number;
  readonly png: Buffer;
  readonly pieces: readonly PaperPiece[];
}

/** What came out of the printer: the strip that hangs out, and the pieces that were torn off and lie on the table. */
export interface PaperTray {
  /** Looks at the strip again where it has another length than before. */
  look(bytes: number): Promise<void>;
  tear(): Promise<void>;
  hanging(): HangingPaper | null;
  torn(): readonly Torn[];
  /** All pieces, torn ones first, as read from their bytes. */
  pieces(): readonly PaperPiece[];
}

/** Pictures kept of torn pieces; their text is kept of all. */
const PICTURES = 20;

export function createPaperTray(sim: SimClient): PaperTray {
  let strip: { readonly paper: HangingPaper; readonly pieces: readonly PaperPiece[] } | null = null;
  const torn: Torn[] = [];
  const take = async (): Promise<void> => {
    const paper = await readPaperNow(sim);
    strip = paper.bytes.length === 0 ? null : { paper, pieces: readPaper(paper.bytes) };
  };
  return {
    async look(bytes) {
      if (bytes !== (strip?.paper.bytes.length ?? 0)) await take();
    },
    async tear() {
      const { printer } = await readDevices(sim);
      if (printer.extent.rows === 0) throw new DockFailure('DOCK_NO_PAPER_THERE');
      // Half a slip torn off would be two witnesses of one slip.
      if (printer.extent.moving || printer.extent.waiting > 0) throw new DockFailure('DOCK_STILL_PRINTING');
      await take();
      await sim.command('printer.tear');
      if (strip !== null) torn.push({ number: torn.length + 1, png: strip.paper.png, pieces: strip.pieces });
      const old = torn.length - PICTURES - 1;
      const faded = torn[old];
      if (faded) torn[old] = { ...faded, png: Buffer.alloc(0) };
      strip = null;
    },
    hanging: () => strip?.paper ?? null,
    torn: () => torn,
    pieces: () => [...torn.flatMap((each) => each.pieces), ...(strip?.pieces ?? [])],
  };
}
