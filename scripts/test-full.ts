/** `npm run test:full`: everything of `npm test`, then the long matrix (`*.full.test.ts`); or only that. */
import { parseArgs } from 'node:util';
import { runLanes } from './stages/run-lanes.ts';
import { longLanes, quickLanes } from './stages/stages.ts';

const { values } = parseArgs({ options: { 'only-long': { type: 'boolean' }, json: { type: 'boolean' } } });
await runLanes(values['only-long'] ? [longLanes] : [quickLanes, longLanes], values.json ?? false);
