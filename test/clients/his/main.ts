/**
 * The example HIS as a process: `node main.ts --url URL --token-file FILE --books FILE [--every MS]`. One JSON command per
 * line in (`Command` below); one outcome per line out. Before an outcome there may be a line `{"waiting": "ENCOUNTER ID"}`:
 * the terminal does not know yet, and is asked again.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { openBooks } from './books.ts';
import { createExampleHis, type Until } from './example-his.ts';
import type { Encounter } from './generated/index.js';

type Command =
  | { readonly bill: Encounter; readonly useAccount?: boolean }
  | { readonly stay: Encounter; readonly useAccount?: boolean }
  | { readonly refund: string; readonly until?: Until }
  /** A message id. */
  | { readonly print: string }
  | { readonly catchUp: true };

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    'token-file': { type: 'string' },
    books: { type: 'string' },
    every: { type: 'string' },
  },
});
const { url, 'token-file': tokenFile, books: file, every } = values;
if (url === undefined || tokenFile === undefined || file === undefined) {
  process.stderr.write('usage: node main.ts --url URL --token-file FILE --books FILE [--every MS]\n');
  process.exit(2);
}
const write = (line: unknown): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const books = openBooks(file);
const his = createExampleHis(
  {
    ...{ url, token: readFileSync(tokenFile, 'utf8').trim() },
    ...(every === undefined ? {} : { everyMs: Number(every) }),
    onUnknown: (encounterId) => write({ waiting: encounterId }),
  },
  books,
);

async function obey(command: Command): Promise<unknown> {
  if ('bill' in command) return his.bill(command.bill, command.useAccount ?? true);
  if ('stay' in command) return his.stay(command.stay, command.useAccount ?? true);
  if ('refund' in command) return his.refund(command.refund, command.until);
  if ('print' in command) return his.print(command.print);
  return his.catchUp();
}

for await (const text of createInterface({ input: process.stdin })) write(await obey(JSON.parse(text) as Command));
books.close();
