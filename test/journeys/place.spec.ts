import { levelsOf } from '../../kiosk-config/levels.ts';
import { expect, test } from '../e2e/fixtures.ts';

/** A terminal knows its place: three levels in one city, four in another, as that city's data has them. */
for (const place of [
  ['海川市', '东山区', '中山街道', '长寿社区'],
  ['哈尔滨市', '道里区', '新华街道'],
]) {
  const [city = ''] = place;
  test.describe(() => {
    test.use({ labOptions: { profile: { site: { place } } } });

    test(`[S17] a terminal of ${city} stands at level ${place.length} of ${place.length}, and says so on paper`, async ({
      scene,
    }) => {
      expect(levelsOf(city)).toHaveLength(place.length);
      const control = await scene.lab.control();
      const printed = await control.call('printerTest', {}, { timeoutMs: 60_000 });
      control.close();
      expect(printed.ok && printed.value.outcome.kind).toBe('printed');
      const { lines } = await scene.paper();
      expect(lines.join('').replaceAll(' ', '')).toContain(`地点${place.join('·')}`);
    });
  });
}
