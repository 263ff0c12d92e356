import type { Browser } from '@playwright/test';
import type { Caption } from './tour.ts';

/** Puts two pictures side by side under a caption. */
export interface Album {
  compose(caption: Caption, left: Buffer, right: Buffer): Promise<Buffer>;
  close(): Promise<void>;
}

const STYLE = `body{margin:0;background:#e3edea;font:700 26px/1.35 "Noto Sans CJK SC",sans-serif;color:#10201e}
  p{margin:0;padding:16px 24px;background:#ffb31a;border-bottom:3px solid #10201e}
  small{display:block;font-weight:500;font-size:19px}
  div{display:flex;align-items:flex-start;gap:16px;padding:16px}img{display:block;height:996px;border:2px solid #10201e}`;

/** An album of its own unseen browser, which closes with it. */
export async function albumPage(browser: Browser): Promise<Album> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1140 } });
  const source = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`;
  return {
    async compose(caption, left, right) {
      const pictures = [left, right].map((png) => `<img alt="" src="${source(png)}">`).join('');
      await page.setContent(
        `<!doctype html><style>${STYLE}</style><p>${caption.zh}<small>${caption.en}</small></p><div>${pictures}</div>`,
      );
      return page.screenshot({ fullPage: true });
    },
    close: () => browser.close(),
  };
}
