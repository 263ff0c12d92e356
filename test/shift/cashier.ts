import type { Page } from 'playwright-core';
import type { DrawnVisit } from '../../simulator/lab/draw.ts';
import type { Lab } from '../../simulator/lab/lab.ts';
import { loadPersona } from '../../simulator/personas.ts';
import { countsDrawer, keepsReport } from './shift-end.ts';
import { isPadAsked, padEntries } from './staff-stand.ts';

const LOOK_MS = 30;
const FINGER_MS = 330;
/** Steps of a stay that are asked about once. */
const TAKES_BACK = ['clearFees', 'undoDischarge', 'cancel'];
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What the glass says of where it stands. */
export interface Glass {
  readonly screen: string;
  readonly version: number;
  readonly text: string;
}

/** A cashier at the desk: keys on a keyboard, cards in the reader, PINs on the pad. She sees what the screen shows. */
export class Cashier {
  readonly lab: Lab;
  readonly page: Page;
  keys = 0;
  constructor(lab: Lab, page: Page) {
    this.lab = lab;
    this.page = page;
  }

  async sitDown(): Promise<void> {
    await this.page.goto(await this.lab.startPage());
    await this.screen('shift');
  }

  /** A finger: never so quick as a scanner, and not before what is on the glass could have been read. */
  async key(name: string): Promise<void> {
    this.keys += 1;
    await pause(FINGER_MS);
    await this.page.keyboard.press(name);
  }

  async glass(): Promise<Glass> {
    const desk = this.page.getByTestId('screen');
    const [screen, version, text] = await Promise.all([
      desk.getAttribute('data-screen'),
      desk.getAttribute('data-version'),
      desk.innerText(),
    ]);
    return { screen: screen ?? '', version: Number(version), text };
  }

  /** Waits for one of these screens; rejects with what stands there instead. */
  async screen(...names: readonly string[]): Promise<string> {
    const any = names.map((name) => `[data-testid="screen"][data-screen="${name}"]`).join(', ');
    try {
      await this.page.locator(any).first().waitFor({ timeout: 30_000 });
    } catch {
      const { screen, text } = await this.glass();
      throw new Error(`waited for ${names.join(' or ')}, but ${screen} stands there: ${text.slice(0, 400)}`);
    }
    return (await this.page.getByTestId('screen').getAttribute('data-screen')) ?? '';
  }

  /** A member of the staff: card in, PIN when the pad asks, card out. */
  async proves(persona: string): Promise<void> {
    const { pin } = loadPersona(persona);
    const before = await padEntries(this.lab.sim);
    await this.page.locator('[data-screen="staff"]').waitFor();
    await this.lab.sim.command('card.insert', { persona });
    await this.pinAsked(before);
    await this.lab.sim.command('pin.type', { digits: pin?.digits ?? '', intervalMs: 10 });
    await pause(600);
    await this.lab.sim.command('card.remove');
  }

  /** Waits until the pad asks for another entry than those before. */
  async pinAsked(before: number): Promise<void> {
    for (let tries = 0; tries < 400; tries++) {
      if (await isPadAsked(this.lab.sim, before)) return;
      await pause(LOOK_MS);
    }
    throw new Error('the pad was never asked for');
  }

  async openShift(float: string): Promise<void> {
    await this.page.keyboard.type(float, { delay: 60 });
    await this.key('Enter');
    await this.proves('staff-cashier');
    await this.screen('waiting');
  }

  async comes(visit: DrawnVisit): Promise<void> {
    await this.lab.sim.command('card.insert', { persona: visit.persona });
    await this.screen('bill', 'person');
  }

  /** She takes her card away in the middle: nobody is at the desk any more, and nothing of her bill is left half done. */
  async pullsTheCard(visit: DrawnVisit): Promise<void> {
    await this.comes(visit);
    await this.key('F4');
    await this.offers('F5');
    await this.leaves();
    await this.screen('waiting');
  }

  /** She takes her card and goes, with nothing of hers under way. */
  async lets(): Promise<void> {
    await this.leaves();
    await this.screen('waiting');
  }

  /** Waits until this cap may be pressed: a dashed one only says why not. */
  async offers(cap: string): Promise<void> {
    const live = this.page.locator(`[data-cap="${cap}"][data-act][aria-disabled="false"]`);
    await live.first().waitFor({ timeout: 30_000 });
  }

  /** One bill, from the card in to its result; answers how its money was told to have ended. `first`: before its F4. */
  async bill(visit: DrawnVisit, first: () => Promise<void> = async () => {}): Promise<string> {
    await this.comes(visit);
    await first();
    await this.key('F4');
    await this.offers('F5');
    await this.key('F5');
    // Money moves by a stroke on a question that has stood for a moment.
    await this.page.locator('[data-overlay="confirm"]').waitFor({ timeout: 30_000 });
    const before = await padEntries(this.lab.sim);
    await this.key('Enter');
    await this.settles(visit.pin, before);
    return this.result();
  }

  /**
   * One step of the stay on the glass, by its digit or, where it is the likely one, by Enter; one that takes back is asked
   * about once. Waits until the glass says what came of it: `admit done`.
   */
  async stayStep(digit: string, came: string): Promise<void> {
    await this.key('z');
    await this.page.locator('[data-overlay="stay"]').waitFor({ timeout: 30_000 });
    await this.key(digit);
    if (TAKES_BACK.some((step) => came.startsWith(step))) {
      await this.page.locator('[data-overlay="stayBack"]').waitFor({ timeout: 30_000 });
      await this.key('Enter');
    }
    try {
      await this.page.locator(`[data-said="${came}"]`).waitFor({ timeout: 60_000 });
    } catch {
      throw new Error(`waited for ${came}: ${(await this.glass()).text.slice(0, 600)}`);
    }
  }

  /** Until the money's end is told; the person types her PIN where the pad asks for it. */
  async settles(pin: string, before: number): Promise<void> {
    let typed = false;
    for (let tries = 0; tries < 1500; tries++) {
      if ((await this.page.getByTestId('screen').getAttribute('data-screen')) === 'result') return;
      if (!typed && (await isPadAsked(this.lab.sim, before))) {
        typed = true;
        await this.lab.sim.command('pin.type', { digits: pin, intervalMs: 10 });
      }
      await pause(LOOK_MS);
    }
    throw new Error(`no result came: ${(await this.glass()).text.slice(0, 400)}`);
  }

  /** How the result on the glass says that it ended. */
  async result(): Promise<string> {
    const { text } = await this.glass();
    if (text.includes('收好了')) return 'settled';
    if (text.includes('退好了')) return 'refunded';
    return text.includes('还不知道') ? 'unknown' : 'refused';
  }

  /** How the slip of the result on the glass came out. */
  async paper(): Promise<string> {
    const ended = ['printed', 'notPrinted', 'unknown'].map((state) => `[data-print="${state}"]`).join(', ');
    const line = this.page.locator(ended).first();
    await line.waitFor({ timeout: 30_000 });
    return (await line.getAttribute('data-print')) ?? '';
  }

  /** The printer is whole again: a copy of the slip that did not come out. */
  async copies(): Promise<string> {
    await this.key('F9');
    await this.page.locator('[data-print="notPrinted"]').waitFor({ state: 'detached', timeout: 30_000 });
    return this.paper();
  }

  /** Two people stand for it: the result on the glass, or a part of it, goes back. Answers how that ended. */
  async givesBack(partial: boolean): Promise<string> {
    await this.leaves();
    await this.key('F6');
    await this.page.locator('[data-overlay="refund"]').waitFor({ timeout: 30_000 });
    await this.key(partial ? '2' : '1');
    await this.screen('refund');
    await this.key('Enter');
    await this.proves('staff-cashier');
    await this.proves('staff-auditor');
    await this.screen('result');
    return this.result();
  }

  /** Her card is out, and the desk is free for the next one. */
  async nextPerson(): Promise<void> {
    await this.leaves();
    await this.key('Enter');
    await this.screen('waiting');
  }

  /** Waits until nothing is unknown any more. */
  async known(): Promise<void> {
    await this.page.locator('.badge[data-unknown="0"]').waitFor({ timeout: 60_000 });
  }

  /**
   * Counts what should be in the drawer and closes the shift; its report comes out of the printer and lies on the disk.
   * Answers what was expected, fen.
   */
  async closeShift(): Promise<number> {
    await this.key('F10');
    await this.screen('shift');
    await this.key('Enter');
    await this.page.locator('[data-field^="pieces."]').first().waitFor();
    const expected = await this.expected();
    await countsDrawer(this, expected);
    await this.key('F10');
    await this.page.getByText('交班了').first().waitFor();
    await keepsReport(this, expected);
    await this.key('Escape');
    return expected;
  }

  private async expected(): Promise<number> {
    return Number(await this.page.locator('[data-amount-kind="expected"]').first().getAttribute('data-amount'));
  }

  /** The count that stands on the glass whatever else does. */
  async openRows(): Promise<number> {
    // The journal is looked at once a second.
    await pause(1500);
    return Number(await this.page.locator('.badge').getAttribute('data-open'));
  }

  async leaves(): Promise<void> {
    await this.lab.sim.command('card.remove');
  }
}
