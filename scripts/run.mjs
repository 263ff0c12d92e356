#!/usr/bin/env node
// Entry of every npm script. Plain JavaScript on Node's own modules: it runs before anything is installed, on Node 20.
// It checks the arguments, sets the machine up, brings up what the task needs, runs it with the pinned Node, and
// takes everything down again. Progress goes to stderr; stdout belongs to the task.
import { constants } from 'node:os';
import { parseArgs } from 'node:util';
import { startPcsc } from './setup/pcsc.mjs';
import { endWithParent, runToEnd, say } from './setup/process.mjs';
import { setUp } from './setup/set-up.mjs';
import { tasks } from './tasks.mjs';

const [name, ...rest] = process.argv.slice(2);
const task = Object.hasOwn(tasks, name ?? '') ? tasks[name] : undefined;

function usageText() {
  if (task === undefined) {
    const list = Object.entries(tasks).map(
      ([n, t]) => `  npm run ${n}${t.usage ? ` -- ${t.usage}` : ''}\n      ${t.about}`,
    );
    return ['tasks; npm run TASK -- --help says more:', ...list].join('\n');
  }
  const taken = Object.entries(task.options ?? {}).map(([n, { value, means }]) => [`--${n} ${value ?? ''}`, means]);
  const width = Math.max(0, ...taken.map(([left]) => left.length));
  const options = taken.map(([left, means]) => `  ${left.padEnd(width)}  ${means}`);
  const line = `npm run ${name}${task.usage ? ` -- ${task.usage}` : ''}`;
  return [line, task.about, ...(options.length === 0 ? [] : ['', ...options])].join('\n');
}

/** What was asked for is not possible: a sentence, and how to ask. */
function usage(message) {
  process.stderr.write(`${message ? `${message}\n\n` : ''}${usageText()}\n`);
  process.exit(2);
}

// A task may need the lab's card reader only under some of its options.
let given = {};
const wantsPcsc = () => (typeof task.pcsc === 'function' ? task.pcsc(given) : task.pcsc);

const wantsHelp = (words) => words.some((word) => word === '--help' || word === '-h');
if (wantsHelp(task ? rest : [name])) {
  process.stdout.write(`${usageText()}\n`);
  process.exit(0);
}
if (!task) usage(name ? `unknown task: ${name}` : undefined);
try {
  const { values } = parseArgs({ args: rest, options: task.options ?? {}, allowPositionals: false, strict: true });
  given = values;
  const problem = task.check?.(values);
  if (problem) usage(problem);
} catch (error) {
  usage(error.message);
}

const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => stopping.abort(signal));
endWithParent(() => stopping.abort('the parent process is gone'));

let pcsc;
let code = 1;
try {
  const node = await setUp({ needs: task.needs ?? [], signal: stopping.signal });
  if (wantsPcsc() && !stopping.signal.aborted) pcsc = await startPcsc(stopping.signal);
  if (!stopping.signal.aborted && task.script) {
    const stdio = [task.stdin ? 'inherit' : 'ignore', 'inherit', 'inherit'];
    code = await runToEnd(node, [...(task.flags ?? []), task.script, ...rest], {
      signal: stopping.signal,
      env: pcsc?.env,
      stdio,
    });
  } else if (!task.script) {
    code = 0;
    say('ready');
  }
} catch (error) {
  if (!stopping.signal.aborted) process.stderr.write(`${error.message}\n`);
} finally {
  await pcsc?.stop();
}
// 130 for Ctrl-C, 143 for SIGTERM, 129 where nobody is left to ask; what runs until it is stopped has its own word.
const { aborted, reason } = stopping.signal;
process.exit(aborted && !task.untilStopped ? 128 + (constants.signals[reason] ?? constants.signals.SIGHUP) : code);
