import type { Page } from '@playwright/test';
import type { DrawnVisit } from './draw.ts';
import type { Lab } from './lab.ts';

/** The four amounts of a split in fen, as the screen's visible text says them. */
export interface ShownAmounts {
  readonly total: number;
  readonly funds: number;
  readonly account: number;
  readonly cash: number;
}

/** Reads "1628.50" digit by digit; it shares no code with what wrote it. */
export function readYuan(text: string): number {
  const match = /^(\d+)\.(\d\d)$/.exec(text.trim());
  if (!match) throw new Error(`not an amount: ${JSON.stringify(text)}`);
  return Number(match[1]) * 100 + Number(match[2]);
}

/** A person before the kiosk: puts in a card, types a PIN on the pad, reads the screen and presses keys. */
export class Person {
  readonly lab: Lab;
  readonly page: Page;
  /** Every screen that was waited for, by its kind. */
  readonly seen = new Set<string>();
  constructor(lab: Lab, page: Page) {
    this.lab = lab;
    this.page = page;
  }

  /** Opens the kiosk in the browser with a fresh one-time page. */
  async comeToTheKiosk(): Promise<void> {
    await this.page.goto(await this.lab.startPage());
    await this.sees('insertCard');
  }

  /** Waits until one of these screens stands, and says which. */
  async sees(...kinds: readonly string[]): Promise<string> {
    const found = this.page.locator(kinds.map((kind) => `[data-screen="${kind}"]`).join(', ')).first();
    await found.waitFor({ state: 'attached', timeout: 30_000 });
    const kind = (await found.getAttribute('data-screen')) ?? '';
    this.seen.add(kind);
    return kind;
  }

  async insertCard(visit: Pick<DrawnVisit, 'persona'>): Promise<void> {
    await this.lab.sim.command('card.insert', { persona: visit.persona });
  }

  async takeCard(): Promise<void> {
    await this.lab.sim.command('card.remove');
  }

  async typePin(digits: string): Promise<void> {
    await this.sees('enterPin');
    await this.lab.sim.command('pin.type', { digits, intervalMs: 20 });
  }

  /** Presses the key that sends this intent. */
  async press(intent: string): Promise<void> {
    await this.page.locator(`[data-key="${intent}"]:not([disabled])`).first().click();
  }

  /** From an empty kiosk to the split. */
  async goToSplit(visit: DrawnVisit, onScreen: (kind: string) => Promise<void> = async () => {}): Promise<void> {
    await onScreen('insertCard');
    await this.insertCard(visit);
    await this.sees('enterPin');
    await onScreen('enterPin');
    await this.typePin(visit.pin);
    await this.sees('whoYouAre');
    await onScreen('whoYouAre');
    await this.press('openVisit');
    await this.sees('visit');
    await onScreen('visit');
    await this.press('acceptFees');
    await this.sees('split');
    await onScreen('split');
  }

  /** Reads the four amounts off the visible text of the screen that stands. */
  async readAmounts(): Promise<ShownAmounts> {
    const read = async (kind: string): Promise<number> => {
      const place = this.page.locator(`[data-amount-kind="${kind}"]`).first();
      await place.waitFor({ state: 'visible' });
      return readYuan(await place.innerText());
    };
    return {
      total: await read('total'),
      funds: await read('funds'),
      account: await read('account'),
      cash: await read('cash'),
    };
  }
}
