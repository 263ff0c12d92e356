/**
 * `npm run shift`: a day at the billing desk, by keyboard in a real browser, with faults at the centre. What came of it is
 * asked of the centre. Exit 0: nothing differs by a fen, and the work-list has what the centre's log calls for.
 */
import { parseArgs } from 'node:util';
import { deskDay } from '../test/shift/desk-day.ts';
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

let last = 'nothing was billed yet';
endWhenInterrupted(() => `${last}; no report`);
try {
  const report = await deskDay(Number(values.visits), Number(values.seed), (line) => {
    last = line;
    say(line);
  });
  const lines = Object.entries(report).map(([name, value]) => `${name}: ${value}`);
  say(
    'visits and stays, all schemes, insured elsewhere, refunds, lost answers, a card pulled, paper out; via the desk alone',
  );
  console.log(values.json ? JSON.stringify(report) : lines.join('\n'));
  const right = report.differenceFen === 0 && report.workList === report.expectedWorkList;
  process.exitCode = right ? 0 : 1;
} catch (error) {
  say(`The day did not come to its end: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  process.exit(1);
}
