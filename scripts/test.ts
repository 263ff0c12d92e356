/** `npm test`: every check, or one stage of it. */
import { parseArgs } from 'node:util';
import { quickStages, runStages } from './stages.ts';

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'boolean' } } });
const chosen = Object.entries(quickStages).filter(([name]) => values.only === undefined || values.only === name);
await runStages(Object.fromEntries(chosen), values.json ?? false);
