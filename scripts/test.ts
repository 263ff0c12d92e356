/** `npm test`: every check, or one stage of it. */
import { parseArgs } from 'node:util';
import { runLanes } from './stages/run-lanes.ts';
import { quickLanes } from './stages/stages.ts';

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'boolean' } } });
const wanted = quickLanes
  .map((lane) => Object.fromEntries(Object.entries(lane).filter(([name]) => [undefined, name].includes(values.only))))
  .filter((lane) => Object.keys(lane).length > 0);
await runLanes([wanted], values.json ?? false);
