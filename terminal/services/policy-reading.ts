import type { PolicyReading, PolicySheet } from '../../common/contracts/session/policy.ts';
import type { PageText, PolicyPage } from '../../kiosk-config/policy-pages/page.ts';
import { type Place, pagePlace } from './policy-place.ts';

/** One sheet of a page; one that does not exist is its last, which says where all of it comes from. */
export function readingOf(page: PolicyPage, { sheet, from }: Extract<Place, { kind: 'page' }>): PolicyReading {
  const { id, validFrom, validUntil, checkedOn, illustrative } = page;
  const of = page.zh.sheets.length + 1;
  const now = Math.min(sheet, of);
  return {
    step: 'read',
    at: pagePlace(id, now, from),
    id,
    sheets: { zh: sheetOf(page.zh, now), en: sheetOf(page.en, now) },
    sheet: now,
    of,
    previous: now === 1 ? null : pagePlace(id, now - 1, from),
    next: now === of ? null : pagePlace(id, now + 1, from),
    from: validFrom,
    until: validUntil,
    checked: checkedOn,
    illustrative,
    up: from,
  };
}

function sheetOf({ title, place, source, sheets }: PageText, sheet: number): PolicySheet {
  const { heading = null, blocks = [] } = sheets[sheet - 1] ?? {};
  return { title, heading, blocks: [...blocks], place, source };
}
