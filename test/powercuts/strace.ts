import { createReadStream } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

/** What a process did to its files, in order. Only calls that succeeded. */
export type Operation =
  | { readonly kind: 'write'; readonly file: string; readonly offset: number; readonly data: Buffer }
  | { readonly kind: 'sync'; readonly file: string }
  | { readonly kind: 'truncate'; readonly file: string; readonly length: number }
  | { readonly kind: 'unlink'; readonly file: string }
  /** The folder: names that were made or removed in it are durable from here on. */
  | { readonly kind: 'syncFolder' }
  /** A line that it wrote to its list of acknowledgements. */
  | { readonly kind: 'line'; readonly text: string };

/** `?`: where the machine's kernel has no such call. */
export const TRACED =
  'pwrite64,write,writev,pwritev,fdatasync,fsync,sync_file_range,ftruncate,truncate,?rename,?renameat,?renameat2,?unlink,?unlinkat';

/** `-xx`: data as \xHH only; `-y`: paths of descriptors; without -f: the main thread, which alone writes the database. */
export const STRACE = ['-xx', '-y', '-s', '200000', '-e', `trace=${TRACED}`, '-e', 'signal=none'] as const;

const CALL = /^(\w+)\((.*)\)\s+= (-?\d+)/;

const bytes = (quoted: string): Buffer => Buffer.from(quoted.replaceAll('\\x', ''), 'hex');
const hexOf = (text: string): string =>
  [...Buffer.from(text)].map((b) => `\\x${b.toString(16).padStart(2, '0')}`).join('');
const path = (described: string): string => {
  const inner = /^\d+<(.*)>$/.exec(described)?.[1] ?? described;
  return inner.startsWith('\\x') ? bytes(inner).toString() : inner;
};

/** Reads one line of strace; null for what touches neither the database's files nor the list. Throws on a way to write that is not modelled. */
export function readCall(line: string, database: string, acks: string): Operation | null {
  const isOurs = (file: string): boolean => file.startsWith(database);
  const match = CALL.exec(line);
  if (match === null) return null;
  const [, call = '', rest = '', result = ''] = match;
  if (Number(result) < 0) return null;
  if (call.startsWith('rename') && rest.includes(hexOf(database))) throw new Error('strace: a rename is not modelled');
  const parts = rest.split(', ');
  const [first = '', second = '', third = '', fourth = ''] = parts;
  if (call === 'unlink' || call === 'unlinkat') {
    const file = bytes((call === 'unlink' ? first : second).replaceAll('"', '')).toString();
    return isOurs(file) ? { kind: 'unlink', file } : null;
  }
  const file = path(first);
  if (call === 'write' && file === acks) return { kind: 'line', text: bytes(second.replaceAll('"', '')).toString() };
  if (call === 'fsync' && file === dirname(database)) return { kind: 'syncFolder' };
  if (!isOurs(file)) return null;
  switch (call) {
    case 'pwrite64': {
      const data = bytes(second.replaceAll('"', ''));
      if (data.length !== Number(third) || data.length !== Number(result))
        throw new Error(`strace: cut short: ${call}`);
      return { kind: 'write', file, offset: Number(fourth), data };
    }
    case 'fdatasync':
    case 'fsync':
      return { kind: 'sync', file };
    case 'ftruncate':
      return { kind: 'truncate', file, length: Number(second) };
    default:
      throw new Error(`strace: ${call} on ${file} is not modelled`);
  }
}

/** Reads a whole log. `database`: its path; its WAL and journals begin with it. */
export async function readTrace(log: string, database: string, acks: string): Promise<readonly Operation[]> {
  const operations: Operation[] = [];
  for await (const line of createInterface({ input: createReadStream(log, 'latin1') })) {
    const operation = readCall(line, database, acks);
    if (operation !== null) operations.push(operation);
  }
  return operations;
}
