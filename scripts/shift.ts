/**
 * `npm run shift`: a day of bills at the whole real terminal, with faults at the centre and of devices. `--via desk`: by
 * keyboard in a real browser; `--via his`: by the example HIS, a program of its own, over the HIS API. What came of it is
 * asked of the centre, of the hospital and of the terminal's own comparison. Exit 0: nothing differs by a fen, and the
 * work-list has what the centre's log calls for; 1: otherwise, or the day did not come to its end; 2: not asked rightly.
 */
import { parseArgs } from 'node:util';
import { deskDay } from '../test/shift/desk-day.ts';
import { hisDay } from '../test/shift/his-day.ts';
import { isRight, type ShiftRunReport, shiftReportSchema } from '../test/shift/report.ts';
import { endWhenInterrupted } from './interrupt.ts';

const { values } = parseArgs({
  options: {
    visits: { type: 'string', default: '40' },
    via: { type: 'string', default: 'desk' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean' },
  },
});
const say = (line: string): void => void process.stderr.write(`· ${line}\n`);

/** The report for eyes: a line each; what is made of parts, part by part. */
function linesOf(report: ShiftRunReport): readonly string[] {
  return Object.entries(report).map(([name, value]) => {
    if (Array.isArray(value)) return `${name}: ${value.length === 0 ? 'none' : value.join('; ')}`;
    return `${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`;
  });
}

let last = 'nothing was billed yet';
let interrupted = false;
let stop = async (): Promise<unknown> => null;
endWhenInterrupted(
  () => `${last}; no report`,
  () => {
    interrupted = true;
    return stop();
  },
);
try {
  const day = values.via === 'his' ? hisDay : deskDay;
  const report = await day({
    visits: Number(values.visits),
    seed: Number(values.seed),
    say(line) {
      last = line;
      say(line);
    },
    onStop(how) {
      stop = how;
    },
  });
  console.log(values.json ? JSON.stringify(shiftReportSchema.parse(report)) : linesOf(report).join('\n'));
  process.exitCode = isRight(report) ? 0 : 1;
} catch (error) {
  // What was taken down in the middle fails; whoever took it down ends this process.
  if (!interrupted) {
    say(`The day did not come to its end: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exit(1);
  }
}
