import type { SimClient } from '../lab/sim-client.ts';
import { type HangingPaper, readDevices, readPaperNow } from './emulators.ts';
import { DockFailure } from './failure.ts';
import { isHalf, type TrayPiece, withoutPaper } from './paper-owner.ts';
import { type PaperPiece, readPaper } from './paper-reader.ts';
import type { JournalRow } from './sources.ts';

interface Torn {
  readonly number: number;
  readonly png: Buffer;
  readonly pieces: readonly TrayPiece[];
}

/** What came out of the printer: the strip that hangs out, and the pieces that were torn off and lie on the table. */
export interface PaperTray {
  /** Looks at the strip again where it has another length than before. */
  look(bytes: number): Promise<void>;
  /** Writes down whose the pieces without a message id are, while it can be known: from what the journal has now. */
  own(journal: readonly JournalRow[]): void;
  tear(): Promise<void>;
  hanging(): HangingPaper | null;
  torn(): readonly Torn[];
  /** All pieces, torn ones first, as read from their bytes. */
  pieces(): readonly TrayPiece[];
}

/** Pictures kept of torn pieces; their text is kept of all. */
const PICTURES = 20;

export function createPaperTray(sim: SimClient): PaperTray {
  let strip: { readonly paper: HangingPaper; readonly pieces: readonly PaperPiece[] } | null = null;
  /** Of the strip's pieces, by their place. */
  let owners: (string | null)[] = [];
  const torn: Torn[] = [];

  const take = async (): Promise<void> => {
    const paper = await readPaperNow(sim);
    // A strip only grows: a shorter one is another one.
    if (paper.bytes.length < (strip?.paper.bytes.length ?? 0)) owners = [];
    strip = paper.bytes.length === 0 ? null : { paper, pieces: readPaper(paper.bytes) };
  };
  const onStrip = (hangs: boolean): TrayPiece[] =>
    (strip?.pieces ?? []).map((piece, index, all) => ({
      ...piece,
      hanging: hangs && index === all.length - 1,
      owner: owners[index] ?? null,
    }));
  const pieces = (): TrayPiece[] => [...torn.flatMap((each) => each.pieces), ...onStrip(true)];

  return {
    async look(bytes) {
      if (bytes !== (strip?.paper.bytes.length ?? 0)) await take();
    },
    own(journal) {
      const free = withoutPaper(journal, pieces());
      // The last piece is the newest, and so on backwards.
      for (const [index, piece] of [...onStrip(true).entries()].reverse()) {
        if (piece.messageId !== null || piece.owner !== null) continue;
        if (isHalf(piece) || !piece.cut) owners[index] = free.shift() ?? null;
      }
    },
    async tear() {
      const { printer } = await readDevices(sim);
      if (printer.extent.rows === 0) throw new DockFailure('DOCK_NO_PAPER_THERE');
      // Half a slip torn off would be two witnesses of one slip.
      if (printer.extent.moving || printer.extent.waiting > 0) throw new DockFailure('DOCK_STILL_PRINTING');
      await take();
      await sim.command('printer.tear');
      if (strip !== null) torn.push({ number: torn.length + 1, png: strip.paper.png, pieces: onStrip(false) });
      const old = torn.length - PICTURES - 1;
      const faded = torn[old];
      if (faded) torn[old] = { ...faded, png: Buffer.alloc(0) };
      strip = null;
      owners = [];
    },
    hanging: () => strip?.paper ?? null,
    torn: () => torn,
    pieces,
  };
}
