/**
 * The example HIS as a process: `node main.ts --url URL --token-file FILE --books FILE`. One JSON command per line in,
 * `{"bill": ENCOUNTER, "useAccount": true}`, `{"refund": "ENCOUNTER ID"}` or `{"catchUp": true}`; one outcome per line out.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { openBooks } from './books.ts';
import { createExampleHis } from './example-his.ts';
import type { Encounter } from './generated/index.js';

type Command =
  | { readonly bill: Encounter; readonly useAccount?: boolean }
  | { readonly refund: string }
  | { readonly catchUp: true };

const { values } = parseArgs({
  options: { url: { type: 'string' }, 'token-file': { type: 'string' }, books: { type: 'string' } },
});
const { url, 'token-file': tokenFile, books: file } = values;
if (url === undefined || tokenFile === undefined || file === undefined) {
  process.stderr.write('usage: node main.ts --url URL --token-file FILE --books FILE\n');
  process.exit(2);
}
const books = openBooks(file);
const his = createExampleHis({ url, token: readFileSync(tokenFile, 'utf8').trim() }, books);

for await (const text of createInterface({ input: process.stdin })) {
  const command = JSON.parse(text) as Command;
  const outcome =
    'bill' in command
      ? await his.bill(command.bill, command.useAccount ?? true)
      : 'refund' in command
        ? await his.refund(command.refund)
        : await his.catchUp();
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
}
books.close();
