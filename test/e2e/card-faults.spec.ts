import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { failureSentences } from '../../common/strings/failures.ts';
import { type Lab, startLab } from '../../simulator/lab/lab.ts';
import { Person } from '../../simulator/lab/person.ts';
import { ServiceDoor } from './testing/service-door.ts';

/** Every fault of card and reader, in turn, in one lab on real parts: the person sees its sentence and its picture. */
test.describe.configure({ mode: 'serial' });
test.use({ viewport: { width: 1920, height: 1080 } });

let lab: Lab;
let page: Page;
let person: Person;
let door: ServiceDoor;
const dir = mkdtempSync(join(tmpdir(), 'minka-door-'));
const pictures = new Map<string, string>();

test.beforeAll(async ({ browser }) => {
  door = new ServiceDoor(dir);
  await door.open();
  process.env['PCSCLITE_CSOCK_NAME'] = door.path;
  lab = await startLab();
  page = await browser.newPage({ reducedMotion: 'reduce' });
  person = new Person(lab, page);
  await person.comeToTheKiosk();
});

test.afterAll(async () => {
  delete process.env['PCSCLITE_CSOCK_NAME'];
  await page?.close();
  await lab?.stop();
  await door?.shut();
  rmSync(dir, { recursive: true, force: true });
});

const insert = (persona: string, slot = 0): Promise<unknown> => lab.sim.command('card.insert', { persona, slot });
/** Nobody changes cards faster than the service looks at its slots, which it does every 400 ms. */
const HAND_MS = 600;

async function remove(slot = 0): Promise<void> {
  await lab.sim.command('card.remove', { slot });
  await page.waitForTimeout(HAND_MS);
}

const type = (digits: string): Promise<unknown> => lab.sim.command('pin.type', { digits, intervalMs: 10 });

/** The fault's screen stands, says the first sentence of the fault, and draws a picture that no other fault has. */
async function tells(
  kind: string,
  failure: keyof typeof failureSentences,
  sign = `[data-failure="${failure}"]`,
): Promise<void> {
  await page.locator(`[data-screen="${kind}"] ${sign}`).waitFor();
  const sentence = failureSentences[failure].person.zh.split('。')[0] ?? '';
  await expect(page.locator('.look')).toContainText(sentence);
  const picture = page.locator('.look svg[data-picture]');
  await expect(picture).toBeVisible();
  const drawing = await picture.innerHTML();
  for (const [other, drawn] of pictures)
    if (other !== failure) expect(drawn, `${failure} is drawn as ${other}`).not.toBe(drawing);
  pictures.set(failure, drawing);
}

for (const [persona, failure] of [
  ['mute', 'CARD_MUTE'],
  ['foreign', 'CARD_FOREIGN'],
  ['expired', 'CARD_EXPIRED'],
  ['locked', 'CARD_LOCKED'],
  ['third-generation', 'CARD_NEEDS_HSM'],
  ['garbage', 'CARD_GARBAGE'],
] as const) {
  test(`${failure}: told and drawn until the card is taken`, async () => {
    await insert(persona);
    await tells('cardProblem', failure);
    await expect(page.locator('[data-tab="card"]')).toBeVisible();
    if (failure === 'CARD_EXPIRED') await expect(page.locator('.look')).toContainText('2020-01-05');
    await remove();
    await person.sees('insertCard');
  });
}

test('CARD_REMOVED: torn out while it is read; the screen says so and rests by itself', async () => {
  await insert('torn');
  await tells('cardProblem', 'CARD_REMOVED');
  await expect(page.locator('[data-tab="card"]')).toHaveCount(0);
  await remove();
  await person.sees('insertCard');
});

test('CARD_TOO_MANY: a card in each reader; with one of them out the other is read', async () => {
  await insert('second-generation');
  await person.sees('enterPin');
  await insert('textbook', 1);
  await tells('cardProblem', 'CARD_TOO_MANY');
  await remove(1);
  await person.sees('enterPin');
  await remove();
  await person.sees('insertCard');
});

test('PIN_INITIAL: the first PIN does not pay; it can be changed here', async () => {
  await insert('initial-pin');
  await person.sees('enterPin');
  await type('123456');
  await tells('pinProblem', 'PIN_INITIAL', '[data-key="changePin"]');
  await remove();
  await person.sees('insertCard');
});

test('a wrong PIN tells the tries left, the last one is asked for first, then PIN_BLOCKED', async () => {
  await insert('three-tries');
  await person.sees('enterPin');
  await type('000001');
  await expect(page.locator('[role="alert"]')).toContainText('2');
  await type('000002');
  await expect(page.locator('[data-key="useLastTry"]')).toBeVisible();
  await person.press('useLastTry');
  await type('000003');
  await tells('pinProblem', 'PIN_BLOCKED');
  await remove();
  await person.sees('insertCard');
});

test('READER_SERVICE_DOWN: out of service, in the language that is chosen there; back, the screen mends itself', async () => {
  await door.shut();
  await page.locator('[data-screen="outOfService"] [data-failure="READER_SERVICE_DOWN"]').waitFor();
  await expect(page.locator('.look svg[data-picture]')).toBeVisible();
  await page.locator('[data-key="setLocale"]').click();
  await expect(page.locator('.look')).toContainText('The card service is coming back');
  await door.open();
  await person.sees('insertCard');
  await expect(page.locator('.look')).toContainText('Insert your card');
  await insert('foreign');
  await expect(page.locator('.look')).toContainText('This card cannot be used here');
  await remove();
  await person.sees('insertCard');
  await expect(page.locator('.look')).toContainText('请插社保卡');
});
