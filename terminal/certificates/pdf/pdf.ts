import { readFile } from 'node:fs/promises';
import { create, type Font } from 'fontkit';
import PDFDocument from 'pdfkit';
import { toBytes } from 'pdfkit/output';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import { type Mark, SHEET } from '../page/marks.ts';
import { drawMark, pt } from './draw.ts';

/** One face of a font file: a collection (.ttc) holds several, by their PostScript names. */
export interface FontFace {
  readonly file: string;
  readonly face: string;
}

export interface PageFonts {
  readonly regular: FontFace;
  readonly bold: FontFace;
}

export interface PdfInfo {
  readonly title: string;
  /** The day of issue, `yyyy-MM-dd`: the only time that the file holds. */
  readonly day: string;
}

/** A file's bytes, or null where it cannot be read or holds no such face. */
async function load({ file, face }: FontFace): Promise<{ readonly bytes: Uint8Array; readonly font: Font } | null> {
  try {
    const bytes = await readFile(file);
    const font = create(bytes, face);
    return font !== null && 'hasGlyphForCodePoint' in font ? { bytes, font } : null;
  } catch {
    return null;
  }
}

/** Whether a text holds a character that the face does not have. */
function lacks(font: Font, text: string): boolean {
  return [...text].some((character) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}

/**
 * Sheets as a PDF that holds the glyphs it uses and no others. The same sheets are the same bytes on every machine: no
 * clock but the day of issue, and nothing is compressed, because compressors differ. Fails with `font` where a font cannot
 * be read, with `glyph` where a character is in none: no page is better than one with hollow boxes for a name.
 */
export async function pdfOf(
  sheets: readonly (readonly Mark[])[],
  fonts: PageFonts,
  { title, day }: PdfInfo,
): Promise<Result<Uint8Array, 'font' | 'glyph'>> {
  const [regular, bold] = await Promise.all([load(fonts.regular), load(fonts.bold)]);
  if (regular === null || bold === null) return err('font');
  const lacking = sheets
    .flat()
    .some((mark) => mark.kind === 'text' && lacks((mark.bold ? bold : regular).font, mark.text));
  if (lacking) return err('glyph');
  const document = new PDFDocument({
    ...{ size: [pt(SHEET.width), pt(SHEET.height)], margin: 0, autoFirstPage: false, compress: false, font: '' },
    info: { Title: title, Creator: 'Minka', Producer: 'Minka', CreationDate: new Date(`${day}T00:00:00Z`) },
  });
  const bytes = toBytes(document);
  document.registerFont('regular', regular.bytes, fonts.regular.face);
  document.registerFont('bold', bold.bytes, fonts.bold.face);
  for (const marks of sheets) {
    document.addPage();
    for (const mark of marks) drawMark(document, mark);
  }
  document.end();
  return ok(await bytes);
}
