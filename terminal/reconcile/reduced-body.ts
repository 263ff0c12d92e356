import { createHash } from 'node:crypto';
import { parseSourceText } from '../gateways/centre/json-amounts.ts';

/** Sums of a settlement or of a day as the interface names them; nothing of a person. */
const AMOUNTS = [
  ...['medfee_sumamt', 'fund_pay_sumamt', 'acct_pay', 'psn_cash_pay', 'hosp_part_amt'],
  ...['fixmedins_setl_cnt', 'refd_setl_flag', 'setl_id', 'setl_time'],
] as const;
/** Where they stand in requests and replies. */
const NODES = ['setlinfo', 'data'] as const;
/** Files: a hash alone. */
const FILES: ReadonlySet<string> = new Set(['9101', '9102']);

type Sums = Readonly<Record<string, string>>;

/**
 * What is kept of a body after its time: its SHA-256, its length and the sums in it, as JSON in its place. With the hash
 * a body that somebody else has kept can be shown to be the one that was sent; nobody's name is in it.
 */
export function reducedBody(infno: string, body: Uint8Array): Uint8Array {
  const amounts = FILES.has(infno) ? [] : amountsIn(new TextDecoder().decode(body));
  return new TextEncoder().encode(JSON.stringify({ ...hashOf(body), amounts }));
}

/** The same of a text whose sums the journal has in columns of their own. */
export function reducedText(text: string): string {
  return JSON.stringify(hashOf(new TextEncoder().encode(text)));
}

function hashOf(body: Uint8Array) {
  return { reduced: { sha256: createHash('sha256').update(body).digest('hex'), bytes: body.length } };
}

function amountsIn(text: string): readonly Sums[] {
  const parsed = parseSourceText(text);
  if (!parsed.ok || !isObject(parsed.value)) return [];
  const { input, output } = parsed.value;
  return [input, output].flatMap((part) => (isObject(part) ? NODES.flatMap((node) => sumsOf(part[node])) : []));
}

function sumsOf(node: unknown): readonly Sums[] {
  if (Array.isArray(node)) return node.flatMap(sumsOf);
  if (!isObject(node)) return [];
  const sums = AMOUNTS.flatMap((name) => {
    const value = node[name];
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : [];
  });
  return sums.length === 0 ? [] : [Object.fromEntries(sums)];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
