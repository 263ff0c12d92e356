/** Names of the messages that settle: of a visit, and of a stay. */
const SETTLING: ReadonlySet<string> = new Set(['2207', '2304']);

export function settles(key: string): boolean {
  return SETTLING.has(key);
}
