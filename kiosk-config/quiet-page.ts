import { createHash } from 'node:crypto';
import { quietStrings } from '../common/strings/quiet.ts';
import type { Sentence } from '../common/strings/sentence.ts';
import type { SiteProfile } from './schema.ts';

export interface QuietPage {
  readonly html: string;
  /** Its Content-Security-Policy: nothing but its own style. */
  readonly policy: string;
}

const STYLE = `
html{height:100%;background:#fff;color:#111;font-family:"Noto Sans CJK SC",sans-serif}
body{min-height:100%;margin:0;display:flex;flex-direction:column;justify-content:center;text-align:center;padding:4vmin;box-sizing:border-box}
h1{font-size:10vmin;margin:0 0 3vmin}
p{font-size:5vmin;margin:0 0 3vmin}
.where{font-size:14vmin;font-weight:700}
.other{color:#444;font-size:4vmin}
.staff{font-size:2.5vmin;color:#444;margin-top:8vmin}
`;

/**
 * The quiet page: what stands on the glass when nothing is restarted any more. Static and whole in itself: no script,
 * no file, no terminal. The site's language first, the other one below it.
 */
export function quietPage({ mode, locale, site }: Pick<SiteProfile, 'mode' | 'locale' | 'site'>): QuietPage {
  const values: Readonly<Record<string, string>> = {
    window: site.helpWindow,
    terminal: site.terminalLabel,
    hotline: site.hotline,
  };
  const say = (sentence: Sentence, language: 'zh' | 'en'): string =>
    inHtml(sentence[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''));
  const [first, second] = locale === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const);
  const both = (key: keyof typeof quietStrings, mark: string): string =>
    `<p${mark}>${say(quietStrings[key], first)}</p><p class="other" lang="${lang(second)}">${say(quietStrings[key], second)}</p>`;
  const html = [
    `<!doctype html><html lang="${lang(first)}" data-screen="quiet"><meta charset="utf-8">`,
    `<title>民卡</title><style>${STYLE}</style>`,
    mode === 'lab' ? `<p class="demo">${say(quietStrings['quiet.demo'], first)}</p>` : '',
    `<h1>${say(quietStrings['quiet.title'], first)}</h1>`,
    `<p class="other" lang="${lang(second)}">${say(quietStrings['quiet.title'], second)}</p>`,
    both('quiet.window', ' class="where"'),
    both('quiet.card', ''),
    both('quiet.sub', ''),
    `<p class="staff">${say(quietStrings['quiet.staff'], first)}<br>${say(quietStrings['quiet.staff'], second)}</p>`,
    '</html>\n',
  ].join('\n');
  const style = createHash('sha256').update(STYLE).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  return { html, policy };
}

const lang = (language: 'zh' | 'en'): string => (language === 'zh' ? 'zh-CN' : 'en');

function inHtml(text: string): string {
  const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, (mark) => marks[mark] ?? '');
}
