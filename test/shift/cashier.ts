import type { Page } from 'playwright-core';
import type { DrawnVisit } from '../../simulator/lab/draw.ts';
import type { Lab } from '../../simulator/lab/lab.ts';
import { loadPersona } from '../../simulator/personas.ts';

const LOOK_MS = 30;
const FINGER_MS = 330;
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
    const { entries: before } = await this.lab.sim.command('pin.status');
    await this.page.locator('[data-screen="staff"]').waitFor();
    await this.lab.sim.command('card.insert', { persona });
    await this.pinAsked(Number(before));
    await this.lab.sim.command('pin.type', { digits: pin?.digits ?? '', intervalMs: 10 });
    await pause(600);
    await this.lab.sim.command('card.remove');
  }

  /** Waits until the pad asks for another entry than those before. */
  async pinAsked(before: number): Promise<void> {
    for (let tries = 0; tries < 400; tries++) {
      const { entering, entries } = await this.lab.sim.command('pin.status');
      if (entering === true && Number(entries) > before) return;
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

  async leaves(): Promise<void> {
    await this.lab.sim.command('card.remove');
  }
}
