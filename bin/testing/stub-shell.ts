import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fakeTerminal } from './fake-terminal.ts';

/** Stands for `shell/main.ts`: `<run>/stub-shell.json` says how it behaves, `<run>/stub-shell.log` how it was started. */
const run = process.argv[process.argv.indexOf('--run') + 1] ?? '';
const behaviour = (() => {
  try {
    return JSON.parse(readFileSync(join(run, 'stub-shell.json'), 'utf8')) as string;
  } catch {
    return 'normal';
  }
})();
appendFileSync(join(run, 'stub-shell.log'), `${JSON.stringify({ pid: process.pid, args: process.argv.slice(2) })}\n`);

if (behaviour === 'refuse') {
  process.stdout.write('{"ready":false,"error":{"code":"STORE_NEWER","message":"made by 9.9"}}\n');
  process.exit(1);
} else if (behaviour === 'die') process.exit(9);
else if (behaviour === 'silent') setInterval(() => undefined, 1000);
else {
  const terminal = await fakeTerminal(
    join(run, 'control.sock'),
    behaviour === 'hang' ? { cardRead: () => new Promise(() => undefined) } : {},
  );
  const end = (): void => void terminal.close().then(() => process.exit(0));
  process.on('SIGTERM', behaviour === 'hang' ? () => undefined : end);
  if (behaviour !== 'hang') process.stdin.on('end', end).resume();
  process.stdout.write('{"ready":true,"startPage":null,"url":null}\n');
}
