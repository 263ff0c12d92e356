/** Readers of the two answer headers that we act upon; both are the other side's words, so both are bounded. */

const LONGEST_WAIT_MS = 24 * 3_600_000;

/** `Retry-After` (RFC 9110 §10.2.3): seconds or an HTTP date, as ms from `now`, at most a day; null where there is none. */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  const wait = /^\d{1,9}$/.test(text)
    ? Number(text) * 1000
    : text.endsWith(' GMT')
      ? Date.parse(text) - now
      : Number.NaN;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), LONGEST_WAIT_MS);
}

/**
 * `Server-Timing` (W3C): the metric named `total` where there is one, else the sum of all `dur`. Ms; null where no
 * metric has a duration.
 */
export function serverTimingMs(header: string | readonly string[] | undefined): number | null {
  if (header === undefined) return null;
  const metrics = (typeof header === 'string' ? header : header.join(',')).slice(0, 2000).split(',');
  let sum: number | null = null;
  for (const metric of metrics) {
    const [name = '', ...parameters] = metric.split(';').map((part) => part.trim());
    const duration = parameters.map((part) => /^dur="?(\d{1,9}(?:\.\d{1,9})?)"?$/.exec(part)?.[1]).find((ms) => ms);
    if (duration === undefined) continue;
    if (name.toLowerCase() === 'total') return Number(duration);
    sum = (sum ?? 0) + Number(duration);
  }
  return sum;
}
