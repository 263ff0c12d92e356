import type { BrowserContext, Page } from '@playwright/test';

/** What a browser keeps of a page beside its memory. */
export interface Kept {
  /** The document as it stands, and what stands in its fields. */
  readonly document: string;
  /** Storage of every kind, by name; empty where there is none. */
  readonly storage: readonly string[];
  /** Addresses, titles and states of the history. */
  readonly history: string;
  readonly historyLength: number;
}

/** Runs in the page. */
async function look() {
  const fields = Array.from(document.querySelectorAll<HTMLInputElement>('input, textarea'), ({ value }) => value);
  const written = [document.documentElement.outerHTML, document.title, ...fields, `${document.getSelection()}`];
  return {
    document: [...written, window.name].join('\n'),
    storage: [
      ...Object.entries(localStorage).map(([name, value]) => `local ${name} ${value}`),
      ...Object.entries(sessionStorage).map(([name, value]) => `session ${name} ${value}`),
      ...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
      ...(await caches.keys()).map((name) => `cache ${name}`),
      ...document.cookie.split(';').filter((cookie) => cookie.trim() !== ''),
    ],
    state: JSON.stringify(history.state),
    historyLength: history.length,
    asked: performance.getEntries().map(({ name }) => name),
  };
}

export async function keptBy(page: Page): Promise<Kept> {
  const { state, asked, ...kept } = await page.evaluate(look);
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  await session.detach();
  return { ...kept, history: JSON.stringify([entries, state, asked]) };
}

/** What a paste gives, in a page of its own; a copy there must come back, or a paste would say nothing. */
export async function pasted(context: BrowserContext): Promise<string> {
  const page = await context.newPage();
  await page.setContent('<textarea></textarea>');
  const field = page.locator('textarea');
  await field.focus();
  await field.press('Control+v');
  const found = await field.inputValue();
  await field.fill('copied');
  await field.press('Control+a');
  await field.press('Control+c');
  await field.fill('');
  await field.press('Control+v');
  if ((await field.inputValue()) !== 'copied') throw new Error('this browser pastes nothing');
  await page.close();
  return found;
}
