import { maskName, maskNumber } from '../../common/kernel/masking.ts';
import { personaSchema } from '../../drivers/card-reader/emulator/persona.ts';
import { browserOptions } from '../../scripts/browser.ts';
import type { DrawnVisit } from '../../simulator/lab/draw.ts';
import { expect, type Scene, test } from '../e2e/fixtures.ts';
import { keptBy, pasted } from '../memory/browser.ts';
import { browserWritesWholeStrings } from '../memory/inspector.ts';
import { type Found, findIn, type Parts, partsOf } from '../memory/parts.ts';
import { timesRaw } from '../memory/processes.ts';
import { careerPerson, choose, toHome } from './testing/career-person.ts';

const { args = [], ...browser } = browserOptions();
// A recorded trace would keep in the page what the terminal's own code has let go.
test.use({ trace: 'off', launchOptions: { ...browser, args: [...args, browserWritesWholeStrings] } });

/** So long after somebody's end nothing of her may be left. */
const GONE_MS = 5000;

const nothing: Found = { shell: [], terminal: [], host: [], page: [] };

/** What each part holds whoever stands there, from its configuration. */
const certain = ({ lab }: Scene, printer: string) => ({
  shell: lab.profileFile,
  terminal: '海川市第二人民医院',
  host: printer,
  page: '海川市社保卡',
});

/** What would tell of the holder of a card, in clear and as it is shown. */
function tellTale({ persona }: Pick<DrawnVisit, 'persona'>): Record<string, string> {
  const { holder } = personaSchema.parse(persona);
  if (holder === null) throw new Error('a card of nobody');
  const { name, socialSecurityNumber: identityNumber, cardNumber, cardId } = holder;
  const shown = { maskedName: maskName(name), maskedNumber: maskNumber(identityNumber) };
  return { name, identityNumber, cardNumber, cardId, ...shown };
}

/** Which of the texts were found in a part, by their names. */
const kinds = (found: readonly string[]): readonly string[] => [
  ...new Set(found.map((each) => each.split(':')[0] ?? '').toSorted()),
];

async function withdraw({ person }: Scene): Promise<void> {
  const { page } = person;
  await person.takeCard();
  await person.sees('insertCard');
  await page.waitForTimeout(GONE_MS);
  // The page's own last match is gone. This test's tool reads in a world of its own, which keeps what it read on a page
  // of hers until it matches something else there.
  expect(await page.evaluate(() => [RegExp.input, RegExp.lastMatch])).toEqual(['', '']);
  await page.getByText(/./u).first().waitFor();
}

test('[S2] two people in a row: 5 s after each, nothing of her is left in terminal, host, shell or screen', async ({
  scene,
}, info) => {
  test.setTimeout(300_000);
  const { person, page, lab, visit } = scene;
  const own = careerPerson('beijing-clerk');
  const first = tellTale(own.card);
  const second = tellTale(visit);
  const sure = certain(scene, String(lab.emulators.ready['printer']));

  await toHome(scene, own);
  const before = await keptBy(page);
  const parts = partsOf(scene);
  await choose(scene, '缴费记录');
  await person.press('printService');
  await page.locator('[data-print="printed"]').waitFor({ state: 'attached' });
  await person.press('back');
  await person.sees('home');
  const key = page.locator('[data-key="reveal"]');
  await key.dispatchEvent('pointerdown', { pointerType: 'touch', button: 0, isPrimary: true });
  await page.locator('[data-revealed="true"]').waitFor();

  // The search finds her while she stands there: in clear in the terminal, and what is shown, where it is shown.
  const during = await findIn(parts, first, sure);
  expect(kinds(during.terminal)).toEqual(expect.arrayContaining(Object.keys(first)));
  expect(kinds(during.page)).toEqual(expect.arrayContaining(['name', 'maskedName', 'maskedNumber']));
  expect([...kinds(during.page), ...kinds(during.host), ...kinds(during.shell)]).not.toContain('identityNumber');

  // From a page of hers, with nothing after it but the empty machine.
  await withdraw(scene);
  expect(await findIn(parts, first, sure)).toEqual(nothing);
  const after = await keptBy(page);
  expect(after.storage).toEqual([]);
  expect(after.historyLength).toBe(before.historyLength);
  for (const text of Object.values(first)) {
    expect(`${after.document}${after.history}`).not.toContain(text);
  }

  // The next one pays, and her slip waits for paper: it lies in the device host.
  await lab.sim.command('printer.set', { settings: { paperLeftMm: 30 } });
  await person.goToSplit(visit);
  await person.press('acceptSplit');
  await person.sees('confirm');
  await person.press('confirm');
  await page.locator('[data-print="waitingForPaper"]').waitFor({ state: 'attached' });
  const waiting = await findIn(parts, { ...first, ...prefixed(second) }, sure);
  expect(kinds(waiting.terminal)).toEqual(Object.keys(prefixed(second)).toSorted());
  expect(kinds(waiting.host)).toEqual(['second maskedName', 'second maskedNumber']);
  await lab.sim.command('printer.set', { settings: { paper: 'plenty', paperLeftMm: null } });
  await page.locator('[data-print="printed"]').waitFor({ state: 'attached' });
  await scene.settledDown();
  await withdraw(scene);
  // She comes back for something, and thinks better of it before the PIN: her card was read, and nothing follows.
  await person.insertCard(visit);
  await person.sees('enterPin');
  await withdraw(scene);
  expect(await findIn(parts, { ...first, ...prefixed(second) }, sure)).toEqual(nothing);
  expect(await pasted(page.context())).toBe('');
  info.annotations.push({ type: 'raw memory', description: rawMemory(parts, [first, second]) });
  // Nobody was restarted: these are the processes that both were served by.
  expect(partsOf(scene)).toEqual(parts);
});

/** Stricter than what is promised, and so only written down: what nobody can reach any more, buffers, database pages. */
function rawMemory({ terminal, host, shell }: Parts, people: readonly Readonly<Record<string, string>>[]): string {
  const texts = people.flatMap(({ name = '', identityNumber = '' }) => [name, identityNumber]);
  return Object.entries({ terminal, host, shell })
    .map(([part, pid]) => `${part} ${texts.map((text) => timesRaw(pid, text)).join(' ')}`)
    .join('; ');
}

function prefixed(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([what, text]) => [`second ${what}`, text]));
}
