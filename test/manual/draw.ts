import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printOffline } from '../../drivers/receipt-printer/fixtures/offline-print.ts';
import type { Gallery } from '../../renderer/gallery/shoot.ts';
import { type CertificateDocument, sheetsOf } from '../../terminal/certificates/page/sheets.ts';
import { pdfOf } from '../../terminal/certificates/pdf/pdf.ts';
import type { Picture } from './pictures.ts';
import { halved, type Pixels } from './pixels.ts';
import { decodePng } from './png.ts';

/** Characters on a line of 80 mm paper. */
const COLUMNS = 48;
/** Dots to the inch in which a sheet of A4 is drawn: 744 wide. */
const PAGE_DPI = '90';

const NOTO = '/usr/share/fonts/opentype/noto/NotoSansCJK';
const fonts = {
  regular: { file: `${NOTO}-Regular.ttc`, face: 'NotoSansCJKsc-Regular' },
  bold: { file: `${NOTO}-Bold.ttc`, face: 'NotoSansCJKsc-Bold' },
};

/** The first sheet of a certificate, by the PDF that a site prints. Throws where a font is missing. */
async function drawnPage(page: CertificateDocument): Promise<Pixels> {
  const pdf = await pdfOf(sheetsOf(page), fonts, { title: page.content.kind, day: page.issuedOn });
  if (!pdf.ok) throw new Error(`no page: ${pdf.error}`);
  const dir = mkdtempSync(join(tmpdir(), 'minka-manual-'));
  try {
    const [from, to] = [join(dir, 'page.pdf'), join(dir, 'page')];
    writeFileSync(from, pdf.value);
    execFileSync('/usr/bin/pdftoppm', ['-png', '-r', PAGE_DPI, '-singlefile', from, to]);
    return decodePng(readFileSync(`${to}.png`));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** A picture as this version draws it: a screen by the gallery's browser, upright and half as large as its panel. */
export async function drawn(picture: Picture, gallery: Gallery): Promise<Pixels> {
  switch (picture.kind) {
    case 'screen': {
      const { page, complaints } = await gallery.open(picture.view, { lang: picture.lang });
      const shot = await page.screenshot();
      if (complaints.length > 0) throw new Error(`${picture.name}: ${complaints.join('; ')}`);
      return halved(decodePng(shot));
    }
    case 'slip':
      return decodePng(Buffer.from(printOffline(picture.slip, COLUMNS).paper.png()));
    case 'page':
      return drawnPage(picture.page);
  }
}
