#!/usr/bin/env node
// An engine for tests: writes what it is asked to say, as one JSON line, to the file that its first argument names, then takes
// as long as the text is: 10 ms a character. Ended by a signal it says so.
import { appendFileSync, readFileSync } from 'node:fs';

const [spoken = '/dev/null', ...args] = process.argv.slice(2);
const text = readFileSync(0, 'utf8').trim();
const note = (what) => appendFileSync(spoken, `${JSON.stringify({ what, text, args })}\n`);
process.on('SIGTERM', () => {
  note('cut');
  process.exit(143);
});
note('begun');
setTimeout(() => note('said'), text.length * 10);
