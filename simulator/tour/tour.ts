import type { Page } from '@playwright/test';
import { type DockState, dockStateSchema } from '../../common/contracts/dock/state.ts';
import { tourCaptions } from '../../common/strings/dock/tour.ts';
import type { Lab } from '../lab/lab.ts';
import { Person } from '../lab/person.ts';

export type Caption = NonNullable<DockState['caption']>;

/** Where the tour takes place, and what it may do beside moving hands. */
export interface TourStage {
  readonly lab: Lab;
  /** The kiosk's screen and the dock's page, both open. */
  readonly kiosk: Page;
  readonly dock: Page;
  /** Shows what is happening, where people look. */
  readonly say: (caption: Caption) => void;
  /** Keeps a picture of both; called when the scene stands. */
  readonly shoot: (name: string, caption: Caption) => Promise<void>;
  /** How long a person looks at one scene, ms. */
  readonly lookMs: number;
  /** Between two keys of the pad, ms. */
  readonly keyMs: number;
}

type Scene = keyof typeof tourCaptions;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * The main job at human speed, through the dock's own keys: card, PIN, fees, split, settlement, a printer that runs
 * out of paper half-way, and the four ledgers. Rejects where a scene does not come. Answers how many scenes it showed.
 */
export async function runTour(stage: TourStage): Promise<number> {
  const { dock, kiosk, lab } = stage;
  const person = new Person(lab, kiosk);
  const name = (await dock.locator('[data-person] .who').first().innerText()).trim();
  const pin = await firstPin(dock);
  let scenes = 0;
  const scene = async (key: Scene, wait?: () => Promise<unknown>): Promise<void> => {
    const caption = {
      zh: tourCaptions[key].zh.replace('{name}', name),
      en: tourCaptions[key].en.replace('{name}', name),
    };
    stage.say(caption);
    await wait?.();
    await pause(stage.lookMs);
    scenes += 1;
    await stage.shoot(`${String(scenes).padStart(2, '0')}-${key}`, caption);
  };
  const press = (what: string): Promise<void> => dock.locator(`[data-do="${what}"]`).first().click();
  const printer = (key: string): Promise<void> => dock.locator(`[data-room="paper"] [data-do="${key}"]`).click();

  await scene('welcome');
  await press('card.insert');
  await scene('insert', () => person.sees('enterPin'));
  await scene('pin', async () => {
    await dock.locator('[data-asking="true"]').waitFor();
    for (const digit of pin) {
      await press(`pin.${digit}`);
      await pause(stage.keyMs);
    }
  });
  await press('pin.enter');
  await scene('who', () => person.sees('whoYouAre'));
  await person.press('openVisit');
  await scene('visit', () => person.sees('visit'));
  await person.press('acceptFees');
  await scene('split', () => person.sees('split'));
  await person.press('acceptSplit');
  await scene('confirm', () => person.sees('confirm'));
  await printer('soon');
  await scene('soon');
  await person.press('confirm');
  await scene('settled', () => person.sees('done'));
  await scene('paperOut', () => dock.locator('[data-do="paper"].on').waitFor());
  await printer('paper');
  await scene('refill', () => kiosk.locator('[data-print="printed"]').first().waitFor({ state: 'attached' }));
  await press('card.remove');
  await dock.locator('[data-room="paper"] [data-do="paper.tear"].main').waitFor();
  await printer('paper.tear');
  await scene('card');
  await scene('ledgers', async () => {
    await dock.locator('[data-verdict="agree"]').first().waitFor();
    await dock.locator('[data-room="ledgers"]').scrollIntoViewIfNeeded();
  });
  return scenes;
}

/** The PIN of the person whose card the dock puts in first, as the lab knows it. */
async function firstPin(dock: Page): Promise<string> {
  const state: unknown = await dock.evaluate(async () => (await fetch('/state')).json());
  return dockStateSchema.parse(state).people[0]?.pin ?? '';
}
