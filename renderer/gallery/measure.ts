/** What a picture of a screen must not have. Runs inside the page. */
export interface Flaws {
  /** Text that is cut by its box, or stands out of the glass or of the look area. */
  readonly clipped: readonly string[];
  /** Keys smaller than 20 mm in either direction, with their size in px. */
  readonly small: readonly string[];
  /** Text smaller than the floor (cap height 7.33 mm), with its size in px. */
  readonly tiny: readonly string[];
  /** Han characters of the screen's own words: the frame, others' words, drawings and 元 are not counted. */
  readonly han: number;
}

/** `pxPerMm` of the panel. Self-contained: Playwright sends its source to the page. */
export function measure(pxPerMm: number): Flaws {
  const clipped: string[] = [];
  const small: string[] = [];
  const tiny: string[] = [];
  const words: string[] = [];
  const look = document.querySelector('.look')?.getBoundingClientRect();
  const ownText = (element: Element): string =>
    [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent ?? '')
      .join('')
      .trim();
  const glass = document.querySelector('[data-screen]');
  for (const element of glass?.querySelectorAll<HTMLElement>('*') ?? []) {
    const style = getComputedStyle(element);
    const text = ownText(element);
    const hides = style.overflow !== 'visible' && !element.closest('svg, .hidden-text, .panels');
    const size = Number.parseFloat(style.fontSize);
    // A line box is taller than its glyphs: a fifth of an em above and below is air.
    const air = size * 0.22;
    const cut = element.scrollHeight > element.clientHeight + air || element.scrollWidth > element.clientWidth + 3;
    if (hides && cut) clipped.push(`box ${element.className}: ${(element.textContent ?? '').slice(0, 30)}`);
    if (text === '' || element.closest('svg, .hidden-text')) continue;
    const range = document.createRange();
    range.selectNodeContents(element);
    const box = range.getBoundingClientRect();
    const bottom = element.closest('.look') && look !== undefined ? look.bottom : innerHeight;
    if (box.left < -1 || box.right > innerWidth + 1 || box.top + air < 0 || box.bottom - air > bottom)
      clipped.push(text);
    const parent = element.closest('button');
    if (parent !== null && box.right > parent.getBoundingClientRect().right + 1) clipped.push(`key: ${text}`);
    if (size * 0.733 < 7.33 * pxPerMm) tiny.push(`${text} ${size}`);
    if (!element.closest('[data-frame], [aria-hidden="true"], .unit')) words.push(text);
  }
  for (const key of glass?.querySelectorAll('button') ?? []) {
    const { width, height } = key.getBoundingClientRect();
    if (Math.min(width, height) < 20 * pxPerMm) small.push(`${key.textContent} ${width}×${height}`);
  }
  return { clipped, small, tiny, han: [...words.join('')].filter((each) => /\p{Script=Han}/u.test(each)).length };
}
