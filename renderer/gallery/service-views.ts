import { serviceFixtures } from '../fixtures/services.ts';
import { firstPlace, isIntent, type Place } from '../services/face.ts';
import { faceOf } from '../services/faces.ts';
import { homeEntries } from '../services/home.ts';

/** Where the keys of a place lead without asking the terminal, digit by digit; null: nowhere. */
type Doors = (place: Place) => readonly (Place | null)[];

const same = (a: Place, b: Place): boolean => a.sheet === b.sheet && a.page === b.page;

/** "NAME+1+2": each place that keys lead to, by the shortest way there; the first place is the fixture itself. */
function pathsFrom(name: string, doors: Doors): readonly string[] {
  const found: { readonly place: Place; readonly path: string }[] = [{ place: firstPlace, path: name }];
  for (const { place, path } of found) {
    for (const [index, to] of doors(place).entries()) {
      if (to !== null && !found.some((each) => same(each.place, to)))
        found.push({ place: to, path: `${path}+${index + 1}` });
    }
  }
  return found.slice(1).map(({ path }) => path);
}

/** Every sheet and page of every service among the fixtures, and every page of the home page. */
export const serviceViews: readonly string[] = Object.entries(serviceFixtures).flatMap(([name, { screen }]) => {
  if (screen.kind === 'home') {
    const { services } = screen;
    return pathsFrom(name, (place) =>
      homeEntries(services, place).map((entry) => (entry.kind === 'service' ? null : entry.to)),
    );
  }
  // How a slip fares changes nothing above the keys.
  if (screen.kind !== 'service' || screen.print.state !== 'idle') return [];
  const { answer } = screen;
  return pathsFrom(name, (place) =>
    faceOf(answer)
      .keys(answer, place)
      .map(({ act, off }) => (isIntent(act) || off === true ? null : act)),
  );
});
