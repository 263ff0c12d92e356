import { accessSync, constants } from 'node:fs';

/** Where the systems that we know keep their Chromium. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/lib/chromium/chromium'];

/** The system's Chromium, or null where there is none. */
export function findChromium(places: readonly string[] = PLACES): string | null {
  return (
    places.find((place) => {
      try {
        accessSync(place, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    }) ?? null
  );
}
