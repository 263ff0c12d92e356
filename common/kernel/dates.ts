/** Calendar helpers for China Standard Time (UTC+8, no daylight saving): the interface speaks local time only. */

const CST_MS = 8 * 3_600_000;

/** `yyyy-MM-ddTHH:mm:ss.sssZ`, of the local time. */
function localIso(epochMs: number): string {
  return new Date(epochMs + CST_MS).toISOString();
}

/** `yyyy-MM-dd HH:mm:ss` (C19, `inf_time` and every DT field). */
export function formatDateTime(epochMs: number): string {
  const t = localIso(epochMs);
  return `${t.slice(0, 10)} ${t.slice(11, 19)}`;
}

/** `yyyy-MM-dd`. */
export function formatDate(epochMs: number): string {
  return localIso(epochMs).slice(0, 10);
}

/** `yyyyMMddHHmmss`, 14 characters, as used in a message id. */
export function compactDateTime(epochMs: number): string {
  const t = localIso(epochMs);
  return t.slice(0, 4) + t.slice(5, 7) + t.slice(8, 10) + t.slice(11, 13) + t.slice(14, 16) + t.slice(17, 19);
}

/** The instant of a `yyyy-MM-dd HH:mm:ss` in China Standard Time, or null if it is not one. */
export function parseDateTime(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return null;
  const at = Date.parse(`${text.replace(' ', 'T')}+08:00`);
  return Number.isNaN(at) || formatDateTime(at) !== text ? null : at;
}

/** Whether `text` is a real calendar day `yyyy-MM-dd`. */
export function isIsoDate(text: string): boolean {
  return parseDateTime(`${text} 00:00:00`) !== null;
}
