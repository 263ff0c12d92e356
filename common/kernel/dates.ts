/** Calendar helpers for China Standard Time (UTC+8, no daylight saving): the interface speaks local time only. */

const CST_MS = 8 * 3_600_000;

interface Parts {
  readonly y: string;
  readonly mo: string;
  readonly d: string;
  readonly h: string;
  readonly mi: string;
  readonly s: string;
}

function parts(epochMs: number): Parts {
  const t = new Date(epochMs + CST_MS).toISOString();
  return {
    y: t.slice(0, 4),
    mo: t.slice(5, 7),
    d: t.slice(8, 10),
    h: t.slice(11, 13),
    mi: t.slice(14, 16),
    s: t.slice(17, 19),
  };
}

/** `yyyy-MM-dd HH:mm:ss` (C19, `inf_time` and every DT field). */
export function formatDateTime(epochMs: number): string {
  const p = parts(epochMs);
  return `${p.y}-${p.mo}-${p.d} ${p.h}:${p.mi}:${p.s}`;
}

/** `yyyy-MM-dd`. */
export function formatDate(epochMs: number): string {
  return formatDateTime(epochMs).slice(0, 10);
}

/** `yyyyMMddHHmmss`, 14 characters, as used in a message id. */
export function compactDateTime(epochMs: number): string {
  const p = parts(epochMs);
  return `${p.y}${p.mo}${p.d}${p.h}${p.mi}${p.s}`;
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
