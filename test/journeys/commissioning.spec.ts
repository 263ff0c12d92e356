import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cliConfigCheckSchema } from '../../common/contracts/cli/outputs.ts';
import { failureSentences } from '../../common/strings/failures.ts';
import { levelsOf } from '../../kiosk-config/levels.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { Cashier } from '../shift/cashier.ts';
import { Site } from './testing/site.ts';

/** A technician puts a desk into service: the file, the checks, the first bill. Every step is a command or a key. */
test.use({ viewport: { width: 1920, height: 1080 } });

const PLACES = [
  ['海川市', '东山区', '中山街道', '长寿社区'],
  ['哈尔滨市', '道里区', '新华街道'],
] as const;

for (const place of PLACES) {
  const [city] = place;
  test(`[S17] a desk of ${city}, level ${place.length} of ${place.length}, from its provisioning file to its first bill`, async ({
    scene,
  }) => {
    expect(levelsOf(city)).toHaveLength(place.length);
    const site = await Site.of(scene.lab, place);

    // A name too many is refused by its place, and nothing is there of it.
    const deeper = await site.provisions(site.into, (profile) =>
      Object.assign(profile['site'] as object, { place: [...place, '某某'] }),
    );
    expect(deeper).toMatchObject({ code: 1, json: { ok: false, error: { code: 'CONFIG_INVALID' } } });
    expect(JSON.stringify(deeper.json)).toContain(`at most ${place.length} names in ${city}`);
    expect(existsSync(site.into)).toBe(false);

    expect(await site.provisions()).toMatchObject({ code: 0, json: { ok: true, enrolled: true } });
    expect(await site.slots()).toMatchObject([{ slot: 7, place: JSON.stringify(place) }]);

    // A typing mistake is named by its place with what may stand there; mended, nothing is wrong.
    site.edits(({ centre }) => Object.assign(centre ?? {}, { tiemout: 3 }));
    const checked = await site.checks();
    const { problems } = cliConfigCheckSchema.parse(checked.json);
    expect([checked.code, problems.map(({ path }) => path)]).toEqual([1, ['centre.tiemout']]);
    expect(await site.tests()).toMatchObject([{ id: 'config', code: 'CONFIG_INVALID' }]);
    site.edits(({ centre }) => delete centre?.['tiemout']);
    expect((await site.checks()).code).toBe(0);
    await expect.poll(() => site.tests(), { timeout: 30_000 }).toEqual([]);
    expect((await site.imports()).code).toBe(0);

    const [desk, shell] = await site.starts();
    try {
      const cashier = new Cashier(desk, scene.page);
      await cashier.sitDown();
      await cashier.openShift('200');
      expect(await cashier.bill(scene.visit)).toBe('settled');
      expect(await cashier.paper()).toBe('printed');
      scene.person.seen.add('desk settled');
      await scene.settledDown();
      const [ledger] = await scene.ledger();
      expect(ledger).toMatchObject({ state: 'settled', msgid: (await scene.journal())[0]?.messageId });
      // It knows where it stands, and says so on paper.
      const control = await desk.control();
      const printed = await control.call('printerTest', {}, { timeoutMs: 60_000 });
      control.close();
      expect(printed.ok && printed.value.outcome.kind).toBe('printed');
      const paper = (await scene.paper()).lines.join('').replaceAll(' ', '');
      expect(paper).toContain(`地点${place.join('·')}`);
      // In service, the same looks again: of the terminal that runs.
      expect(await site.tests()).toEqual([]);
    } finally {
      await shell.stop();
    }
  });
}

test('[S17] the slot is another machine’s: told before anything is put in place, and mended by the operator or another slot', async ({
  scene,
}) => {
  const site = await Site.of(scene.lab, PLACES[0]);
  const second = join(scene.lab.dir, 'second-machine');
  expect((await site.provisions()).code).toBe(0);
  const [held] = await site.slots();
  const says = failureSentences.SLOT_USED.remedy.en;
  expect(await site.provisions(second)).toMatchObject({
    ...{ code: 1, json: { error: { code: 'SLOT_USED', remedy: says } } },
  });
  expect(existsSync(join(second, 'profile.json'))).toBe(false);
  expect(await site.slots()).toEqual([held]);

  const free = await site.provisions(second, (profile) =>
    Object.assign(profile['site'] as object, { terminalSlot: 8 }),
  );
  expect(free.code).toBe(0);
  await site.retires(7);
  const third = join(scene.lab.dir, 'third-machine');
  expect((await site.provisions(third)).code).toBe(0);
  expect((await site.slots()).map(({ slot }) => slot).toSorted()).toEqual([7, 8]);
  // The machine that was retired hears of it at its next look.
  expect(await site.tests()).toMatchObject([{ id: 'slot', code: 'SLOT_USED', remedy: says }]);
});
