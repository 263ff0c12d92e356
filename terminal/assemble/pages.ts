import type { Clock } from '../../common/kernel/ports.ts';
import type { SiteProfile } from '../../kiosk-config/schema.ts';
import { createPageFolder } from '../certificates/folder.ts';
import { pageSayer } from '../certificates/page/say.ts';
import { sheetsOf } from '../certificates/page/sheets.ts';
import type { PageMaker, Pages } from '../certificates/port.ts';
import { createIppPrinter } from '../gateways/ipp/printer.ts';

/** The face of the full Chinese font that pages are set in; both files are collections. */
const FACES = { regular: 'NotoSansCJKsc-Regular', bold: 'NotoSansCJKsc-Bold' } as const;

/** Draws with fonts that are read for each page, so that nothing of them is held while nobody has a certificate made. */
function pageMaker({ regularFont, boldFont }: NonNullable<SiteProfile['pages']>): PageMaker {
  const fonts = {
    regular: { file: regularFont, face: FACES.regular },
    bold: { file: boldFont, face: FACES.bold },
  };
  return {
    async draw(document) {
      // Only here: the libraries and their tables are some tens of megabytes, and most terminals make no page.
      const { pdfOf } = await import('../certificates/pdf/pdf.ts');
      const title = pageSayer(document.locale)(`title.${document.content.kind}`);
      return pdfOf(sheetsOf(document), fonts, { title, day: document.issuedOn });
    },
  };
}

/** Where this site's certificates go as A4 pages; null where they come as slips only. */
export function openPages({ pages }: Pick<SiteProfile, 'pages'>, clock: Clock): Pages | null {
  if (pages === null) return null;
  const { queue, folder } = pages;
  if (queue !== null) return { maker: pageMaker(pages), output: createIppPrinter({ queue, clock }) };
  return folder === null ? null : { maker: pageMaker(pages), output: createPageFolder(folder) };
}
